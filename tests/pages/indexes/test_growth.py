"""Indexes of large archives: divided where they are long, and no larger than what they hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from consultations.model.annotation import Mention, Quotation
from consultations.model.connection import Connection
from consultations.model.edition import Edition
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
    # One passage names each of them, as most names: that is not said of each.
    assert "[É2](../../p2/index.md)\n" in made["people/part/e/index.md"]
    assert "A0" not in made["people/index.md"]


def test_an_index_that_is_not_is_one_page(editions: list[Edition], authority: Authority) -> None:
    assert not any("/part/" in path for path in markdown_files(editions, authority))


def test_only_the_first_of_many_documents_are_named_for_one_thing(
    editions: list[Edition], authority: Authority
) -> None:
    foot = markdown_files(many(editions, 3), authority)["texts/first-0/index.md"]
    assert "[and 3 more](../../works/work-one/index.md)" in foot


LONG = 160_000
"""Code points of Markdown: more than that is no page of an index."""


def indexes(made: Mapping[str, str]) -> dict[str, str]:
    """Pages that list what many documents have, by path; no text, and no page of one entity."""
    folders = ("texts", "quotations", "footnotes", "works", "people", "organisations", "glossary")
    return {
        path: text
        for path, text in made.items()
        if path.partition("/")[0] in folders and (path.count("/") == 1 or "/part/" in path)
    }


def quoting(edition: Edition, times: int, speaker: str | None) -> Edition:
    """An edition that quotes somebody so often, in one long passage."""
    passage = replace(edition.passages[0], id="long", text="word " * 200)
    quotation = Quotation("long", 0, 4, "word", "Somebody", "speech", speaker=speaker)
    said = tuple(replace(quotation, start=5 * n, end=5 * n + 4) for n in range(times))
    passages = (*edition.passages, passage)
    return replace(edition, passages=passages, quotations=said, connections=())


def test_quotations_of_many_are_on_pages_of_which_none_is_long(
    editions: list[Edition], authority: Authority
) -> None:
    person = Entity("p", "person", "Ann Moss", families=("Moss",), given="Ann")
    known = replace(authority, entities=(*authority.entities, person))
    found = [quoting(edition, 190, "p") for edition in many(editions[:1], 10)]
    found += [quoting(replace(e, source=replace(e.source, id="x")), 30, None) for e in editions[:1]]
    made = markdown_files(found, known)
    pages = {path: text for path, text in made.items() if path.startswith("quotations/part/")}
    assert len(pages) > 10
    assert max(map(len, pages.values())) < LONG
    drawn = [place for text in pages.values() for place in re.findall(r"#said:([\w:-]+)", text)]
    assert len(drawn) == len(set(drawn)) == 1_930
    link = re.search(
        r"Quoted: \[1,900 quotations\]\(\.\./\.\./([\w/]+\.md)#([\w:]+)\)",
        made["people/p/index.md"],
    )
    assert link
    assert re.search(rf"#{link[2]}[ }}]", made[link[1]])
    headings = [h for text in pages.values() for h in re.findall(r"#(speaker:p[:\d]*)", text)]
    assert len(headings) == len(set(headings)), "an id stands on one page"
    listed = made["quotations/index.md"]
    for path in pages:
        assert path.removeprefix("quotations/") in listed


def test_every_document_of_many_is_listed_once_in_its_year(
    editions: list[Edition], authority: Authority
) -> None:
    found = []
    for n, edition in enumerate(many(editions[:1], 700)):
        record = replace(edition.source.record, date=f"{2000 + n % 2}-05")
        source = replace(edition.source, record=record)
        found.append(replace(edition, source=source, connections=()))
    made = markdown_files(found, authority)
    pages = {path: text for path, text in indexes(made).items() if path.startswith("texts/")}
    assert set(pages) == {
        "texts/index.md",
        "texts/part/2000/index.md",
        "texts/part/2000/2/index.md",
        "texts/part/2001/index.md",
        "texts/part/2001/2/index.md",
    }
    linked = [
        id_
        for text in pages.values()
        for id_ in re.findall(r"\((?:\.\./)+([\w-]+)/index.md\)", text)
    ]
    ids = [id_ for id_ in linked if id_.startswith(editions[0].id)]
    assert sorted(ids) == sorted(edition.id for edition in found)
    assert "700 documents" in made["texts/index.md"]
    assert (
        "[2000](part/2000/index.md) (350), pages [1](part/2000/index.md), [2](part/2000/2/index.md)"
        in made["texts/index.md"]
    )


def test_no_index_of_many_documents_is_a_long_page(
    editions: list[Edition], authority: Authority
) -> None:
    made = indexes(markdown_files(many(editions, 600), authority))
    assert not {path: len(text) for path, text in made.items() if len(text) > LONG}
    everything = "\n".join(made.values())
    for n in (0, 599):
        for edition in editions:
            assert f"{edition.id}-{n}/index.md" in everything


def test_an_entity_that_is_named_everywhere_has_several_pages(
    editions: list[Edition], authority: Authority
) -> None:
    passage = replace(editions[0].passages[0], id="said", text="The Board, " * 40)
    stretches = (Mention("said", 11 * n + 4, 11 * n + 9, "Board", "a-body") for n in range(40))
    one = replace(
        editions[0], passages=(passage,), mentions=tuple(stretches), connections=(), footnotes=()
    )
    bare = replace(one, questions=(), quotations=(), citations=(), links=(), gaps=())
    made = markdown_files(many([bare], 300), authority)
    pages = {p: text for p, text in made.items() if p.startswith("organisations/a-body/")}
    assert len(pages) > 5
    assert max(map(len, pages.values())) < LONG
    named = [id_ for text in pages.values() for id_ in re.findall(r"#in:([\w-]+)", text)]
    assert sorted(named) == sorted(f"{bare.id}-{n}" for n in range(300))
    assert "[2](page_2/index.md)" in pages["organisations/a-body/index.md"]
    assert "[1](../index.md)" in pages["organisations/a-body/page_2/index.md"]
    assert "Named in" not in pages["organisations/a-body/page_2/index.md"]


def test_few_documents_have_the_pages_that_they_had(
    editions: list[Edition], authority: Authority
) -> None:
    made = indexes(markdown_files(many(editions, 3), authority))
    assert not [path for path in made if "/part/" in path]
