"""Answers to one form begin and end alike: an address leads to the words that it was given to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.edition.test_permalinks import FIRST, edition, follow

from consultations.edition.permalinks import with_permalinks

OPENING = "We agree with what the board proposes, because"
CLOSING = "and would be glad to talk about this with the board."


def answer(name: str, words: int) -> str:
    """An answer of which the opening and the closing are the form's, and the rest its own."""
    own = " ".join(f"{name}{number}" for number in range(words))
    return f"{OPENING} {own} {CLOSING}"


@pytest.mark.parametrize("words", [5, 9, 15, 40, 90])
@pytest.mark.parametrize("mended", [False, True], ids=["none mended", "another mended"])
def test_an_answer_that_another_takes_the_place_of_leaves_it_no_address(
    words: int, mended: bool
) -> None:
    lamp, pier = answer("lamp", words), answer("pier", words)
    old = with_permalinks(edition([FIRST[0], lamp, FIRST[1], pier, FIRST[2]]), ())
    kept = pier.replace("pier1 ", "mended ") if mended else pier
    after = [FIRST[0], answer("ferry", words), FIRST[1], kept, FIRST[2]]
    new = with_permalinks(edition(after), old.permalinks)
    assert follow(new, old.passages[1].id) is None
    assert follow(new, old.passages[3].id) == kept


@pytest.mark.parametrize("words", [5, 9, 15, 40, 90])
def test_an_answer_that_is_gone_is_not_found_in_its_neighbour_that_was_mended(words: int) -> None:
    lamp, pier = answer("lamp", words), answer("pier", words)
    old = with_permalinks(edition([FIRST[0], lamp, pier, FIRST[1]]), ())
    mended = pier.replace("pier1 ", "mended ")
    new = with_permalinks(edition([FIRST[0], mended, FIRST[1]]), old.permalinks)
    assert follow(new, old.passages[1].id) is None
    assert follow(new, old.passages[2].id) == mended


def test_a_note_that_is_taken_out_of_the_midst_of_a_passage_leaves_it_its_address() -> None:
    note = "Minutes of the works committee, held in the hall of the harbour office, 4 May."
    before = f"{OPENING} every lamp {note} has been lit twice, {CLOSING}"
    after = f"{OPENING} every lamp has been lit twice, {CLOSING}"
    old = with_permalinks(edition([FIRST[0], before, FIRST[1]]), ())
    new = with_permalinks(edition([FIRST[0], after, FIRST[1], note]), old.permalinks)
    assert follow(new, old.passages[1].id) == after


def test_an_answer_that_is_put_in_before_one_that_is_split_takes_no_address_from_it() -> None:
    words = answer("lamp", 8).split()
    old = with_permalinks(edition([" ".join(["1.", *words]), answer("pier", 8)]), ())
    halves = " ".join(["11.", *words[:13]]), " ".join(words[13:])
    after = [answer("ferry", 18), *halves, answer("pier", 8)]
    new = with_permalinks(edition(after), old.permalinks)
    assert follow(new, old.passages[0].id) == halves[0]


EDITS = ["insert", "delete", "replace", "swap", "edit", "split", "join", "renumber"]


@given(st.data())
def test_no_address_leads_to_words_that_it_was_not_given_to(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(8, 60), min_size=3, max_size=6))
    names = "abcdef"[: len(sizes)]
    now = [(f"{n}. {answer(names[n], size)}", {names[n]}) for n, size in enumerate(sizes)]
    old = with_permalinks(edition([text for text, _ in now]), ())
    for kind in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3)):
        at = data.draw(st.integers(0, len(now) - 1))
        text, whose = now[at]
        words, half = text.split(), len(text.split()) // 2
        if kind in ("insert", "replace"):
            now[at : at + (kind == "replace")] = [(answer("new", len(words)), set())]
        elif kind == "delete" and len(now) > 1:
            del now[at]
        elif kind == "swap" and at:
            now[at - 1 : at + 1] = now[at], now[at - 1]
        elif kind == "edit":
            now[at] = " ".join([*words[:half], "mended", *words[half + 2 :]]), whose
        elif kind == "split":
            now[at : at + 1] = [(" ".join(part), whose) for part in (words[:half], words[half:])]
        elif kind == "join" and at + 1 < len(now):
            (also, others) = now.pop(at + 1)
            now[at] = f"{text} {also}", whose | others
        elif kind == "renumber":
            now = [(text.replace(". ", "1. ", 1), whose) for text, whose in now]
    new = with_permalinks(edition([text for text, _ in now]), old.permalinks)
    ends = {passage.id: whose for passage, (_, whose) in zip(new.passages, now, strict=True)}
    for name, passage in zip(names, old.passages, strict=True):
        led_to = ends.get(new.moved.get(passage.id, passage.id))
        assert led_to is None or name in led_to
