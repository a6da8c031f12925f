"""Questions and answers, as `questions.toml` has them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from consultations.annotate.questions.questions import with_questions
from consultations.model.edition import Question

DATA = tomllib.loads(Path(__file__).with_name("questions.toml").read_text(encoding="utf-8"))


def told(question: Question) -> str:
    answer = " ".join(id_.removeprefix("p") for id_ in question.answer)
    asked = f" | {question.asked.partition('/')[2]}" if question.asked else ""
    return f"{question.number or '-'} {question.text} | {answer} | {question.state}{asked}"


@pytest.mark.parametrize("case", DATA["case"], ids=lambda case: case["label"])
def test_case(case: dict[str, Any], make_edition: Any, make_authority: Any) -> None:
    edition = make_edition(case["text"], responds_to=case.get("responds_to"))
    edition = with_questions(edition, make_authority(DATA["entity"]))
    assert [told(question) for question in edition.questions] == case["found"]
    for question in edition.questions:
        for id_ in question.answer:
            assert edition.by_id[id_].question == (question.number or question.heading)


def test_a_question_that_was_printed_as_a_paragraph_is_a_heading(
    make_edition: Any, make_authority: Any
) -> None:
    (case,) = [case for case in DATA["case"] if case["label"].startswith("without numbers")]
    edition = make_edition(case["text"], responds_to=case["responds_to"])
    edition = with_questions(edition, make_authority(DATA["entity"]))
    assert (edition.by_id["p5"].kind, edition.by_id["p5"].level) == ("heading", 2)
    assert edition.by_id["p6"].section == ("p5",)
