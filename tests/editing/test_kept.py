"""What is kept of editions is what would be made anew, whatever becomes of the authorities."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents import RECORD, write_document

from consultations import rules
from consultations.annotate import Gazetteer, annotate, named_by, words_of
from consultations.editing import Copy, KeptEditions, edit, read_copy
from consultations.edition import edition_of
from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity

FAMILIES = ("Moss", "van Holt", "O’Dell", "İnce", "Ward-Reed", "Straße")
GIVEN = ("Jane", "J. L.", "Jane L.", "Piet")
BODIES = ("Board of Lamps", "Lamps & Oil Guild", "Guild", "Board of Ferries", "1984", "&c")
SHORT = ("BOL", "BOF", "LOG", "IT")
TITLES = (
    "Lamps and Law: A survey",
    "Lamps and Law",
    "The Northern Lighting Strategy",
    "1984",
    "Of Lamps & Oil",
)
SENTENCES = (
    "{given} {family} said that “no lamp was lit on the quay that night”.",
    "As {family} (2004: 85) shows, oil is dear ({family}, 2004; {body} 2004).",
    "{FAMILY} et al. wrote of lamps{figure} and so did Mr {family}’s brother.",
    "The {body} ({short}) wrote ‘{title}’ (2004). The {short}’s report says more.",
    "{short} stands for {body}. The Guild’s strategy is the same strategy.",
    "In *{title}* there is nothing of it. The document says: “there is no oil at all here”.",
    "## {title}",
    "## References\n\n{family}, J. L. ({year}) {title}. London: Pier Press.",
    "### Question 1\n\nNo, says {body}, and {given} {family} agrees.",
)

text = st.sampled_from
sentences = st.builds(
    lambda form, given, family, body, short, title, figure, year: form.format(
        given=given,
        family=family,
        FAMILY=family.upper() if figure else family,
        body=body,
        short=short,
        title=title,
        figure=figure,
        year=year,
    ),
    text(SENTENCES),
    text(GIVEN),
    text(FAMILIES),
    text(BODIES),
    text(SHORT),
    text(TITLES),
    text(("", "3", "²")),
    text((2003, 2004)),
)
documents = st.lists(sentences, min_size=1, max_size=6).map("\n\n".join)
authors = st.one_of(
    st.builds(lambda f, g: {"family": f, "given": g}, text(FAMILIES), text(GIVEN)),
    text(BODIES).map(lambda body: {"literal": body}),
)
people = st.builds(
    lambda n, g, f: Entity(f"person-{n}", "person", f"{g} {f}", families=(f,), given=g),
    st.integers(0, 3),
    text(GIVEN),
    text(FAMILIES),
)
bodies = st.builds(
    lambda n, name, others, short: Entity(f"body-{n}", "organisation", name, others, short),
    st.integers(0, 3),
    text(BODIES),
    st.lists(text(BODIES), max_size=1).map(tuple),
    st.lists(text(SHORT), max_size=1).map(tuple),
)
works = st.builds(
    lambda n, name, by, year: Entity(
        f"work-{n}",
        "work",
        name,
        csl={"title": name, "author": by, "issued": {"date-parts": [[year]]}},
    ),
    st.integers(0, 3),
    text(TITLES),
    st.lists(authors, max_size=3),
    text((2003, 2004)),
)
authorities = st.lists(st.one_of(people, bodies, works), max_size=8, unique_by=lambda e: e.id).map(
    lambda entities: Authority(tuple(sorted(entities, key=lambda e: e.id)))
)


@cache
def read(words: str, author: str = "") -> Copy:
    """A document of so many words, as it lies in an archive."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_document(root, "a-letter", words)
        copy = read_copy(root / "archive", "a-letter")
    record = replace(copy.source.record, authors=(author,) if author else ())
    return replace(copy, source=replace(copy.source, record=record))


def bare(copy: Copy) -> Edition:
    return edition_of(rules.emend(copy.source, (), ()), ())


@settings(max_examples=150, deadline=None)
@given(documents, authorities)
def test_the_part_that_a_document_can_meet_says_all_that_the_whole_says(
    words: str, authority: Authority
) -> None:
    edition = bare(read(words))
    part = Gazetteer(authority).part(words_of(edition), named_by(edition.source.record))
    assert annotate(edition, part) == annotate(edition, authority)


@settings(max_examples=60, deadline=None)
@given(documents, authorities, authorities)
def test_what_is_kept_is_what_is_made_anew(words: str, then: Authority, now: Authority) -> None:
    copy = read(words)
    made = edit(copy, Gazetteer(then))
    copy_again = replace(copy, hand=replace(copy.hand, given=made.permalinks))
    with TemporaryDirectory() as folder:
        KeptEditions(Path(folder), then).keep(copy, made)
        assert KeptEditions(Path(folder), then).get(copy_again) == made
        kept = KeptEditions(Path(folder), now).get(copy_again)
    assert kept is None or kept == edit(copy_again, Gazetteer(now))


STAYS = "Jane Moss of the Board of Lamps wrote Lamps and Law."


@pytest.mark.parametrize(
    ("entry", "stays"),
    [
        (Entity("b", "organisation", "Society of Lamplighters"), True),
        (Entity("b", "organisation", "Society", variants=("Board of Lamps",)), False),
        (Entity("b", "organisation", "Lamps of Board"), False),
        (Entity("b", "organisation", "Society", abbreviations=("LAW",)), False),
        (Entity("p", "person", "Ann Moss", families=("Moss",), given="Ann"), False),
        (Entity("p", "person", "Jane Reed", families=("Reed",), given="Jane"), True),
        (Entity("w", "work", "On oil", csl={"author": [{"family": "Moss"}]}), False),
        (Entity("w", "work", "On oil", csl={"author": [{"family": "Reed"}]}), True),
        (Entity("w", "work", "1984"), False),
        (Entity("c", "consultation", "Lamps and oil"), True),
    ],
)
def test_an_entry_makes_anew_only_what_has_its_words(
    entry: Entity, stays: bool, tmp_path: Path
) -> None:
    copy = read(STAYS)
    made = edit(copy, Gazetteer(Authority()))
    copy_again = replace(copy, hand=replace(copy.hand, given=made.permalinks))
    KeptEditions(tmp_path, Authority()).keep(copy, made)
    kept = KeptEditions(tmp_path, Authority((entry,))).get(copy_again)
    assert (kept is not None) == stays


def test_a_work_comes_with_the_bodies_that_its_author_may_be() -> None:
    first = Entity("a", "organisation", "Guild", abbreviations=("LOG",))
    second = Entity("b", "organisation", "Lamps Guild", variants=("Guild",))
    work = Entity("w", "work", "On oil", csl={"author": [{"literal": "Guild"}]})
    other = Entity("x", "work", "On ferries", csl={"author": [{"literal": "Board"}]})
    gazetteer = Gazetteer(Authority((first, second, work, other)))
    for words in ({"on", "oil"}, {"guild"}, {"lamps", "guild"}, {"log"}):
        assert [entity.id for entity in gazetteer.part(words, ()).entities] == ["a", "b", "w"]
    assert not gazetteer.part({"of"}, ()).entities


def test_whom_a_record_names_is_met_whatever_the_words() -> None:
    copy = read("Nothing.", "Jane Moss")
    record = replace(copy.source.record, organisation="guild", responds_to="call")
    assert named_by(record) == ("guild", "call")
    assert {"jane", "moss", "notes"} <= words_of(bare(copy))
    known = Authority(
        (Entity("call", "consultation", "Call"), Entity("guild", "organisation", "G"))
    )
    assert Gazetteer(known).part(frozenset(), (*named_by(record), "gone")) == known


def test_the_title_of_the_record_is_one_of_its_words() -> None:
    assert 'title = "Notes of a meeting"' in RECORD
    assert "meeting" in words_of(bare(read("Nothing.")))


@pytest.mark.parametrize("written", ["Moss²", "Moss3", "MOSS’s", "moss-green", "½Moss", "_Moss_"])
def test_a_word_is_a_run_of_letters_and_of_nothing_else(written: str) -> None:
    assert "moss" in words_of(bare(read(f"It is by {written} alone.")))
