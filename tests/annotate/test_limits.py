"""Annotation of texts that nobody wrote: all in its place, with work that grows with the length."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.annotate import annotate, connected, with_references_to_editions
from consultations.annotate.cross_references.cross_references import with_cross_references
from consultations.annotate.names.candidates.unknown_names import unknown_names
from consultations.model.annotation import Annotation
from consultations.model.edition import Edition
from consultations.model.entity import Authority

SHORT = 1_000

KNOWN = [
    {"id": "house", "kind": "organisation", "name": "House of Things", "abbreviations": ["HT"]},
    {"id": "ogden-ann", "kind": "person", "name": "Ann Ogden"},
    {
        "id": "ogden-2004",
        "kind": "work",
        "name": "A Book of Things",
        "csl": {
            "type": "book",
            "title": "A Book of Things",
            "author": [{"family": "Ogden", "given": "Ann"}],
            "issued": {"date-parts": [[2004]]},
        },
    },
]
PIECES = [
    *"\"'“”‘’([{)]}.,:;-–?! \t@&/",
    *("s' ", "’s ", "‘a ", "“a ", "a” ", '" ', "' ", '("a', "](", "(((", "'a' "),
    *("word ", "Word ", "ABC ", "A. ", "a) ", "e.g. ", "Dr ", "the ", "of the ", "one ", "A "),
    *("2004 ", "(2004) ", "(2004: 3) ", "(Ogden 2004: 3) ", "Ogden et al ", "Ogden and ", "p. 3 "),
    *("Ann Ogden ", "Ogden. ", "House of Things ", "House of ", "HT ", "Abc Def (AD) ", "(HT) "),
    *("He said that. ", "She says: “a b c d e f.” ", "one said 'a b c d e f' ", "' said one. "),
    *("See section 2. ", "the list below ", "see above ", "response to the next question "),
    *("Recommendation 1: ", "Response: ", "The county accepts this ", "Q1 Chair: ", "12. Is it?—"),
    *("What we proposed ", "Our decision ", "(Marsh 2004a, b) ", "We recommend ", "a) is it? "),
    *("www.a", "http://a/(", "a@b.co ", "mailto:"),
]
COUNTED = [
    *(
        "Lamp{n}: of a Lamp{n} ",
        "Recommendation {n}: We recommend that it {n}. ",
        "See section {n}. ",
    ),
    *("The report says “they would not {n}”. ", "She said “they would not {n}”. "),
    *("Mr Alan Ogden{n} of the Board of Lamps{n} said so. ", "Board Of Lamps{n} (BL{n}) "),
    *("“They would not {n}”, he said. ", "Ogden{n} (2004) "),
]
"""{n} counts: what is looked up by its words is another each time."""


@pytest.fixture(scope="session")
def authority(make_authority: Any) -> Authority:
    known: Authority = make_authority(KNOWN)
    return known


def work(edition: Edition, authority: Authority) -> int:
    """Lines of code run by all annotators, over one edition in an archive of its own."""

    def annotated() -> None:
        single = with_references_to_editions([annotate(edition, authority)], authority)
        connected(single, authority)

    return lines_run(annotated).lines


@pytest.mark.parametrize("piece", [*PIECES, *COUNTED], ids=repr)
@pytest.mark.parametrize("lines", [False, True], ids=["one passage", "many passages"])
def test_work_grows_with_the_length(
    piece: str, lines: bool, make_edition: Callable[..., Edition], authority: Authority
) -> None:
    def made(length: int) -> Edition:
        pieces = [piece.replace("{n}", str(number)) for number in range(length // len(piece))]
        cuts = range(0, len(pieces), 2 if piece in COUNTED else 40)
        made = ["".join(pieces[at : at + cuts.step]) for at in cuts]
        return make_edition(made if lines else ["".join(pieces)])

    short, long = work(made(SHORT), authority), work(made(SHORT * TIMES), authority)
    assert not grows_too_fast(short, long), (short, long)


def test_work_is_counted_alike_in_two_runs(
    make_edition: Callable[..., Edition], authority: Authority
) -> None:
    edition = make_edition(["".join(PIECES), " ".join(PIECES)])
    work(edition, authority)  # fills what is kept from call to call, compiled patterns for instance
    assert work(edition, authority) == work(edition, authority)


@given(
    lines=st.lists(
        st.lists(st.sampled_from(PIECES), max_size=25).map("".join), min_size=1, max_size=6
    )
)
def test_every_annotation_stands_at_its_place(
    lines: list[str], make_edition: Callable[..., Edition], authority: Authority
) -> None:
    (edition,) = with_references_to_editions([annotate(make_edition(lines), authority)], authority)
    for annotation in annotations(edition):
        text = edition.by_id[annotation.passage].text
        assert text[annotation.start : annotation.end] == annotation.text != ""
        assert annotation.rule
        assert annotation.state == "found"


def annotations(edition: Edition) -> Iterator[Annotation]:
    yield from edition.quotations
    yield from edition.citations
    yield from edition.mentions
    yield from edition.links
    yield from edition.abbreviations
    yield from edition.cross_references


def test_a_document_without_names_notes_and_questions_annotates_to_nothing(
    make_edition: Callable[..., Edition], authority: Authority
) -> None:
    edition = make_edition(["## heading", "Nothing is here, and nobody.", "- an item"])
    after = annotate(edition, authority)
    assert not list(annotations(after))
    assert not after.questions
    assert after.passages == edition.passages


@pytest.mark.parametrize("piece", ["Lamp Board of ", "Lamp Board and ", "Lamp Board in Leith and "])
def test_words_with_capitals_are_no_name_of_any_length(
    piece: str, make_edition: Callable[..., Edition]
) -> None:
    (passage,) = make_edition([piece * 2_000]).passages
    assert max(len(one.name) for one in unknown_names(passage, frozenset())) < SHORT


def test_references_cost_no_more_where_many_headings_have_ordinals(
    make_edition: Callable[..., Edition],
) -> None:
    def run(headings: int) -> int:
        rooms = [f"room{n}" for n in range(headings)]
        texts = [text for room in rooms for text in (f"## The first {room}", f"In {room}.")]
        return lines_run(with_cross_references, make_edition(texts)).lines

    short, long = run(50), run(50 * TIMES)
    assert not grows_too_fast(short, long), (short, long)
