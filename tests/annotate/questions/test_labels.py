"""Passages that say what those after them are, and passages that reply, as tables have them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from consultations.annotate.questions.replies import is_reply
from consultations.annotate.questions.stretches import Stretches
from consultations.english.call_labels import call_label, is_answer_label, is_prompt
from consultations.english.outcome_labels import (
    says_decided,
    says_proposed,
    says_received,
)

FOLDER = Path(__file__).parent
LABELS = tomllib.loads((FOLDER / "labels.toml").read_text(encoding="utf-8"))
REPLIES = tomllib.loads((FOLDER / "replies.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sort", LABELS)
def test_a_label_says_what_follows(sort: str) -> None:
    known = {"proposed": says_proposed, "received": says_received, "decided": says_decided}
    for name, says in known.items():
        if sort != "answered" or name != "decided":  # "Our response" answers and decides
            assert [text for text in LABELS[sort] if says(text) is not (sort == name)] == []
    if sort != "decided":
        found = [text for text in LABELS[sort] if is_answer_label(text)]
        assert found == (LABELS[sort] if sort == "answered" else [])


@pytest.mark.parametrize("sort", ["closing", "proposed", "received", "decided", "answered"])
def test_before_what_closes_a_document_an_answer_ends(sort: str, make_edition: Any) -> None:
    def end(text: str) -> int:
        return Stretches(make_edition(["## Lamps?", "Yes.", text, "More."]).passages).end(0, 0)

    due = 2 if sort in ("closing", "proposed") else 4
    assert [text for text in LABELS[sort] if end(text) != due] == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Recommendation 4: That lamps be lit", "recommendation 4"),
        ("The Board’s proposal B2. That lamps be lit", "proposal B2"),
        ("Key Conclusion iv – That lamps be lit", "conclusion iv"),
        ("Recommendation no. 4: That lamps be lit", "recommendation 4"),
        ("Recommendation no.4 Paragraph 2.14", "recommendation 4"),
        ("Recommendation number 4) That lamps be lit", "recommendation 4"),
        ("Recommendations 5, 6: That lamps be lit", "recommendation 5, 6"),
        ("Recommendations 5 & 6: That lamps be lit", "recommendation 5 & 6"),
        ("Recommendations 5 and 6: That lamps be lit", "recommendation 5 and 6"),
        ("Recommendations 7 to 9: That lamps be lit", "recommendation 7 to 9"),
        ("Recommendations 7–9: That lamps be lit", "recommendation 7–9"),
        ("Recommendation 4, paragraphs 3.2–3.4: That lamps be lit", "recommendation 4"),
        ("Recommendation 4, paras 3 and 4", None),
        ("Recommendation 4, para 3: That lamps be lit", "recommendation 4"),
        ("Recommendation 4 The board should light them", "recommendation 4"),
        ("Recommendation three", "recommendation three"),
        ("Recommendation Twelve: light the lamps", "recommendation Twelve"),
        ("Recommendation one is dear", None),
        ("Recommendation: light the lamps", "recommendation None"),
        ("Recommendation", "recommendation None"),
        ("Recommendations", None),
        ("Recommendation The board should light them", None),
        ("Recommendation 4 is dear", None),
        *(
            (f"{word} Recommendation 4: That lamps be lit", None)
            for word in (
                *(
                    "Response",
                    "Reply",
                    "Answer",
                    "Summary",
                    "List",
                    "Annex",
                    "Appendix",
                    "See",
                    "As",
                ),
                *("In", "Of", "For", "To", "Under", "With"),
            )
        ),
    ],
)
def test_what_a_passage_calls_itself(text: str, due: str | None) -> None:
    label = call_label(text)
    assert (f"{label.what} {label.number}" if label else None) == due


@pytest.mark.parametrize("sort", REPLIES)
def test_a_reply_is_told_by_its_first_words(sort: str, make_edition: Any) -> None:
    passages = make_edition(REPLIES[sort]).passages
    assert [one.text for one in passages if is_reply(one) is not (sort == "reply")] == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(
            (text, True)
            for text in (
                *("Please give your reasons:", "If not, please state why"),
                *("Please select one item", "Please tick all that apply.", "Please write in ink"),
                *("Tick all that apply", "Select only one", "Choose up to three", "Mark any one"),
                *("(Required)", "Required", "[optional]", "Mandatory", "Your comments:"),
                *(
                    "(500 words)",
                    "Maximum of 1,000 characters",
                    "500 word limit",
                    "up to 250 words",
                ),
                *("(500 character limit)", "Limit: 300 characters.", "300 characters remaining"),
            )
        ),
        *(
            (text, False)
            for text in (
                *(
                    "Please light the lamps",
                    "Select committee",
                    "One",
                    "Words",
                    "We wrote 500 words",
                ),
                *("It is required", "500 lamps", "Choose one. We chose oil.", "Tick"),
            )
        ),
    ],
)
def test_what_a_form_prints_over_the_room_for_an_answer(text: str, due: bool) -> None:
    assert is_prompt(text) is due
