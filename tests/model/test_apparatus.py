"""The laws of emendation, over random texts and random changes."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.model.apparatus import Apparatus
from consultations.model.emendation import Proposal
from consultations.model.shift import Shift

ALPHABET = st.text(alphabet="abc \nñ’\U0001f600", max_size=30)


@st.composite
def proposals(draw: st.DrawFn, length: int) -> list[Proposal]:
    """Disjoint proposals for a text of this length, in any order."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        point = draw(st.booleans())
        after = draw(st.text(alphabet="abXY ", max_size=4))
        found.append(Proposal(start, start if point else end, after, "other", "a reason"))
    return draw(st.permutations(found))


@st.composite
def amended(draw: st.DrawFn) -> tuple[str, str, Apparatus]:
    """A source, what several rounds of proposals make of it, and the apparatus that says so."""
    source = text = draw(ALPHABET)
    apparatus = Apparatus()
    for n in range(draw(st.integers(0, 4))):
        changes = draw(proposals(len(text)))
        for change in sorted(changes, key=lambda p: -p.start):
            text = text[: change.start] + change.after + text[change.end :]
        apparatus = apparatus.amend(source, changes, f"rule-{n}")
    return source, text, apparatus


@given(amended())
def test_replay_gives_the_text(case: tuple[str, str, Apparatus]) -> None:
    source, text, apparatus = case
    assert apparatus.replay(source) == text


@given(amended())
def test_undo_gives_the_source(case: tuple[str, str, Apparatus]) -> None:
    source, text, apparatus = case
    assert apparatus.undo(text) == source


@given(amended())
def test_emendations_are_in_order_and_disjoint(case: tuple[str, str, Apparatus]) -> None:
    source, _, apparatus = case
    assert all(source[e.start : e.end] == e.before != e.after for e in apparatus.emendations)
    for one, other in pairwise(apparatus.emendations):
        assert one.end <= other.start
        assert (one.start, one.end) != (other.start, other.end)


@given(amended(), st.data())
def test_an_interval_of_the_text_comes_from_its_interval_of_the_source(
    case: tuple[str, str, Apparatus], data: st.DataObject
) -> None:
    source, text, apparatus = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = apparatus.source_interval(start, end)
    assert 0 <= low <= high <= len(source)
    for e in apparatus.emendations:
        inside = low <= e.start and e.end <= high
        outside = e.end <= low or high <= e.start
        assert inside or outside, "an interval of the source cuts no emendation"
    within = Apparatus(
        tuple(
            replace(e, start=e.start - low, end=e.end - low)
            for e in apparatus.emendations
            if low <= e.start and e.end <= high and low != e.end and high != e.start
        )
    )
    if start < end:
        assert text[start:end].strip("abXY ") in within.replay(source[low:high])


@given(amended())
def test_places_that_no_emendation_touches_map_there_and_back(
    case: tuple[str, str, Apparatus],
) -> None:
    source, text, apparatus = case
    touched = {i for e in apparatus.emendations for i in range(e.start, e.end)}
    for place in set(range(len(source))) - touched:
        there = apparatus.text_offset(place)
        assert text[there] == source[place]
        assert apparatus.source_interval(there, there + 1) == (place, place + 1)


@given(st.data())
def test_shift_follows_what_stands_at_a_place(data: st.DataObject) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(data.draw(st.integers(1, 20))))
    changes = data.draw(proposals(len(text)))
    after = Apparatus().amend(text, changes, "rule").replay(text)
    shift = Shift(changes)
    for i, character in enumerate(text):
        if character in after:
            assert after[shift.start(i) :].startswith(character) or any(
                p.start == p.end == i for p in changes
            )
            assert after[: shift.end(i + 1)].endswith(character) or any(
                p.start == p.end == i + 1 for p in changes
            )


def test_what_is_inserted_at_its_edges_belongs_to_a_piece() -> None:
    changes = [Proposal(2, 2, "<", "other", ""), Proposal(4, 4, ">", "other", "")]
    after = Apparatus().amend("abcdef", changes, "rule").replay("abcdef")
    shift = Shift(changes)
    assert after[shift.start(2) : shift.end(4)] == "<cd>"


def test_restoring_the_source_leaves_no_emendation() -> None:
    once = Apparatus().amend("colour", [Proposal(4, 5, "", "other", "")], "one")
    assert once.amend("colour", [Proposal(4, 4, "u", "other", "")], "two") == Apparatus()


def test_changes_that_meet_become_one_with_both_reasons_and_the_lesser_certainty() -> None:
    once = Apparatus().amend("abcdef", [Proposal(1, 3, "XYZ", "other", "first", "probable")], "one")
    twice = once.amend("abcdef", [Proposal(3, 5, "-", "spacing", "second")], "two")
    (e,) = twice.emendations
    assert (e.before, e.after, e.rule, e.kind) == ("bcd", "XY-", "two", "spacing")
    assert (e.reason, e.certainty) == ("first; second", "probable")


@pytest.mark.parametrize(
    "pair",
    [
        (Proposal(1, 4, "x", "other", ""), Proposal(3, 5, "y", "other", "")),
        (Proposal(2, 2, "x", "other", ""), Proposal(2, 2, "y", "other", "")),
        (Proposal(1, 4, "x", "other", ""), Proposal(2, 2, "y", "other", "")),
    ],
)
def test_proposals_that_overlap_are_refused(pair: tuple[Proposal, Proposal]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        Apparatus().amend("abcdef", pair, "rule")


def test_a_proposal_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Apparatus().amend("abc", [Proposal(2, 9, "x", "other", "")], "rule")
