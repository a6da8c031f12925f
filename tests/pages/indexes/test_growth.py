"""Indexes of large archives: divided where they are long, and no larger than what they hold."""

from collections.abc import Sequence
from dataclasses import replace

from consultations.model.annotation import Mention
from consultations.model.edition import Connection, Edition
from consultations.model.entity import Authority, Entity
from consultations.pages import markdown_files
from consultations.pages.indexes.paging import MOST_ON_A_PAGE


def many(editions: Sequence[Edition], times: int) -> list[Edition]:
    """The small archive many times over; of the copies each cites what every other one cites."""
    ids = [f"{edition.id}-{n}" for n in range(times) for edition in editions]
    copies = []
    for id_, edition in zip(ids, [*editions] * times, strict=True):
        work = {c.work for c in edition.citations}
        shared = tuple(
            Connection("same-work", "e", other, other, "work-one", len(ids) - 1)
            for other in ids[:21]
            if work and other != id_
        )
        source = replace(edition.source, id=id_)
        copies.append(replace(edition, source=source, connections=shared))
    return copies


def size(editions: Sequence[Edition], authority: Authority) -> int:
    """Characters of all pages."""
    return sum(map(len, markdown_files(editions, authority).values()))


def test_pages_grow_with_the_archive_and_not_with_its_square(
    editions: list[Edition], authority: Authority
) -> None:
    once = size(many(editions, 40), authority)
    assert size(many(editions, 80), authority) < 2.2 * once


def test_an_index_that_is_long_is_divided_by_letters(
    editions: list[Edition], authority: Authority
) -> None:
    names = [f"{'ABÉЖ'[n % 4]}{n}" for n in range(MOST_ON_A_PAGE + 1)]
    people = tuple(Entity(f"p{n}", "person", name) for n, name in enumerate(names))
    mentions = tuple(Mention("u", 0, 3, "Yes", person.id) for person in people)
    third = replace(editions[0], mentions=mentions, connections=())
    made = markdown_files([third], replace(authority, entities=(*authority.entities, *people)))
    parts = [path for path in made if path.startswith("people/part/")]
    assert parts == [f"people/part/{letter}/index.md" for letter in ("a", "b", "e", "other")]
    assert "[A](part/a/index.md) (251)" in made["people/index.md"]
    assert "[Other signs](part/other/index.md) (250)" in made["people/index.md"]
    assert "[É2](../../p2/index.md): 1 passage in 1 document" in made["people/part/e/index.md"]
    assert "A0" not in made["people/index.md"]


def test_an_index_that_is_not_is_one_page(editions: list[Edition], authority: Authority) -> None:
    assert not any("/part/" in path for path in markdown_files(editions, authority))


def test_only_the_first_of_many_documents_are_named_for_one_thing(
    editions: list[Edition], authority: Authority
) -> None:
    foot = markdown_files(many(editions, 3), authority)["texts/first-0/index.md"]
    assert "[and 3 more](../../works/work-one/index.md)" in foot
