"""Numbers that a document passes over, or that its items repeat."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from consultations.edition import with_holes_told
from consultations.model.edition import Question, QuestionKind


@pytest.mark.parametrize(
    ("markers", "due"),
    [
        (["1", "1", "1"], ["3 items in a row have the number 1"]),
        (["1", "2", "1", "1", "1", "2"], ["3 items in a row have the number 1"]),
        # Letters, signs and two of a kind say nothing.
        (["1", "1", "2", "2", "a", "a", "a", None, None, None], []),
    ],
)
def test_items_that_all_have_one_number_are_told(
    markers: Sequence[str | None], due: Sequence[str], make_edition: Any
) -> None:
    made = make_edition(["## Lamps", *(["- They are lit.", "So we heard."] * len(markers))])
    counting = iter(markers)
    passages = [
        replace(p, marker=next(counting)) if p.kind == "list_item" else p for p in made.passages
    ]
    told = with_holes_told(replace(made, passages=tuple(passages))).findings
    assert [finding.what for finding in told] == due


ONE: QuestionKind = "question"


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (["1", "2", "4"], ["no question 3 before 4"]),
        (["1", "3 and 6"], ["no question 2 before 3 and 6", "no question 4, 5 before 3 and 6"]),
        (["1", "2 to 4", "5–7", "9-11"], ["no question 8 before 9-11"]),
        (["1.1 to 1.3", "1.5"], ["no question 1.4 before 1.5"]),
        (["B1", "B3", "C2"], ["no question B2 before B3"]),
        # As many as a document skips by choice, and one more.
        (["1", "7"], ["no question 2, 3, 4, 5, 6 before 7"]),
        (["1", "8"], []),
        # An answer to some of the questions begins where it begins; one may come again, or none.
        (["7", "8"], []),
        (["1", "2", "2", "1", "2"], []),
        (["1", None, "2"], []),
        # Parts count each within its own number.
        (["3.1", "3.2", "4.1", "4.3"], ["no question 4.2 before 4.3"]),
        (["A.1", "A.3", "B.1"], ["no question A.2 before A.3"]),
    ],
)
def test_questions_that_are_passed_over_are_told(
    asked: Sequence[str | None], due: Sequence[str], make_edition: Any
) -> None:
    assert told_of(make_edition, [(number, ONE) for number in asked]) == due


def test_questions_and_recommendations_count_each_by_itself(make_edition: Any) -> None:
    assert told_of(make_edition, [("1", ONE), ("4", "recommendation"), ("2", ONE)]) == []


def told_of(make_edition: Any, asked: Sequence[tuple[str | None, QuestionKind]]) -> list[str]:
    """What is told of questions with these numbers, each with its place at the heading."""
    made = make_edition([f"## Question {n}" for n in range(len(asked))])
    questions = tuple(
        Question(number, "Why?", passage.id, (), "answered", kind=kind)
        for (number, kind), passage in zip(asked, made.passages, strict=True)
    )
    findings = with_holes_told(replace(made, questions=questions)).findings
    for finding in findings:
        number = finding.what.rpartition(" before ")[2]
        line = next(n for n, (given, _) in enumerate(asked, 1) if given == number)
        assert finding.place is not None
        assert finding.place.line == line
    return [finding.what for finding in findings]
