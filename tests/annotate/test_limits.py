"""Annotation of texts that nobody wrote: all in its place, in time that grows with length."""

from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate import annotate, connected, with_references_to_editions
from consultations.model.annotation import Annotation
from consultations.model.edition import Edition
from consultations.model.entity import Authority

SHORT, TIMES = 2_000, 8
GROWTH = 2.5
"""What twice the length may cost at most, times what it cost before."""
TOO_LITTLE = 0.5
"""Seconds of computing below which a measure says nothing."""

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


@pytest.fixture(scope="session")
def authority(make_authority: Any) -> Authority:
    known: Authority = make_authority(KNOWN)
    return known


def cost(edition: Edition, authority: Authority) -> float:
    start = process_time()
    connected(with_references_to_editions([annotate(edition, authority)], authority), authority)
    return process_time() - start


@pytest.mark.parametrize("piece", PIECES, ids=repr)
@pytest.mark.parametrize("lines", [False, True], ids=["one passage", "many passages"])
def test_time_grows_with_the_length(
    piece: str, lines: bool, make_edition: Callable[..., Edition], authority: Authority
) -> None:
    """The processor's time, the best of several, over eight times the length."""

    def made(length: int) -> Edition:
        text = piece * (length // len(piece))
        cuts = range(0, len(text), 40 * len(piece))
        return make_edition([text[i : i + 40 * len(piece)] for i in cuts] if lines else [text])

    long = cost(made(SHORT * TIMES), authority)
    if long < TOO_LITTLE:
        return
    long = min(long, *(cost(made(SHORT * TIMES), authority) for _ in range(2)))
    short = min(cost(made(SHORT), authority) for _ in range(3))
    assert long <= max(TIMES * GROWTH * short, TOO_LITTLE)


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
