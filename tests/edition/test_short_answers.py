"""Answers of a word or two are alike: each address leads to its own question’s answer, or dies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.edition.test_permalinks import edition, follow

from consultations.edition.permalinks import with_permalinks
from consultations.model.edition import Edition

QUESTIONS = [
    "1. Do you agree that every lamp should be lit at dusk?",
    "2. Do you agree that every lamp should be put out at dawn?",
    "3. Should the ferry run on Sundays from May to September?",
    "4. Who should pay for the ferry, and for the pier?",
    "5. Should the pier be longer than it is at present?",
]
ANSWERS = [
    "Yes",
    "No",
    "Agree",
    "N/A",
    "Yes.",
    "We agree.",
    "We disagree.",
    "Yes, we agree.",
    "Yes, we agree with this.",
    "No comment",
]
some = st.lists(st.sampled_from(ANSWERS), min_size=len(QUESTIONS), max_size=len(QUESTIONS))
which = st.integers(0, len(QUESTIONS) - 1)


def form(answers: list[str]) -> list[str]:
    """The paragraphs of a form; an empty answer is left out."""
    return [words for both in zip(QUESTIONS, answers, strict=True) for words in both if words]


def question_of(made: Edition, id_: str) -> str | None:
    """The question under which an id leads; None where it leads nowhere."""
    target = made.moved.get(id_, id_)
    asked = None
    for passage in made.passages:
        asked = passage.text if passage.text in QUESTIONS else asked
        if passage.id == target:
            return asked
    return None


def answer_ids(made: Edition) -> list[str]:
    """The ids of the answers of a form in which every question has one."""
    return [passage.id for passage in made.passages[1::2]]


@given(some, which)
def test_an_answer_that_is_gone_has_no_successor_and_the_others_stay(
    answers: list[str], number: int
) -> None:
    old = with_permalinks(edition(form(answers)), ())
    left = [words if n != number else "" for n, words in enumerate(answers)]
    new = with_permalinks(edition(form(left)), old.permalinks)
    for n, id_ in enumerate(answer_ids(old)):
        assert question_of(new, id_) == (None if n == number else QUESTIONS[n])
    assert [f.code for f in new.findings] == ["permalink-dies"]


@given(some, which, which)
def test_answers_that_change_places_take_no_address_along(
    answers: list[str], one: int, two: int
) -> None:
    old = with_permalinks(edition(form(answers)), ())
    swapped = list(answers)
    swapped[one], swapped[two] = answers[two], answers[one]
    new = with_permalinks(edition(form(swapped)), old.permalinks)
    for n, id_ in enumerate(answer_ids(old)):
        assert question_of(new, id_) in (
            (QUESTIONS[n], None) if n in (one, two) else (QUESTIONS[n],)
        )


@given(some, which)
def test_an_answer_that_is_printed_twice_keeps_its_address_once(
    answers: list[str], number: int
) -> None:
    old = with_permalinks(edition(form(answers)), ())
    paragraphs = form(answers)
    paragraphs.insert(2 * number + 1, answers[number])
    new = with_permalinks(edition(paragraphs), old.permalinks)
    assert [question_of(new, id_) for id_ in answer_ids(old)] == QUESTIONS
    assert not new.findings


@given(some, which, st.integers(1, 9))
def test_a_question_that_is_mended_keeps_its_address_and_its_answer(
    answers: list[str], number: int, place: int
) -> None:
    old = with_permalinks(edition(form(answers)), ())
    words = QUESTIONS[number].split()
    words[place % len(words)] = "mended"
    paragraphs = form(answers)
    paragraphs[2 * number] = " ".join(words)
    new = with_permalinks(edition(paragraphs), old.permalinks)
    assert [passage.id for passage in new.passages] == [passage.id for passage in old.passages]


def test_the_answer_that_goes_with_a_mended_question_is_not_the_question() -> None:
    paragraphs = [QUESTIONS[0], "Yes", QUESTIONS[3], "Agree", QUESTIONS[4], "We agree."]
    old = with_permalinks(edition(paragraphs), ())
    mended = QUESTIONS[3].replace("Who", "Whom")
    left = [QUESTIONS[0], "Yes", mended, QUESTIONS[4], "We agree."]
    new = with_permalinks(edition(left), old.permalinks)
    assert follow(new, old.passages[2].id) == mended
    assert follow(new, old.passages[3].id) is None


@pytest.mark.parametrize("joined", [0, 1])
def test_a_short_answer_that_is_joined_to_its_neighbour_is_followed(joined: int) -> None:
    short = "Yes, we agree."
    paragraphs = [
        QUESTIONS[0],
        short,
        "Lamps are dear, and the piers are long and dark.",
        QUESTIONS[1],
    ]
    old = with_permalinks(edition(paragraphs), ())
    paragraphs[joined : joined + 2] = [f"{paragraphs[joined]} {paragraphs[joined + 1]}"]
    new = with_permalinks(edition(paragraphs), old.permalinks)
    assert follow(new, old.passages[1].id) == paragraphs[joined]
