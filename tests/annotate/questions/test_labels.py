"""Passages that say what those after them are, and passages that reply, as tables have them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from consultations.annotate.questions.answers import Stretches
from consultations.annotate.questions.labels import (
    is_answer_label,
    says_decided,
    says_proposed,
    says_received,
)
from consultations.annotate.questions.replies import is_reply

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


@pytest.mark.parametrize("sort", REPLIES)
def test_a_reply_is_told_by_its_first_words(sort: str, make_edition: Any) -> None:
    passages = make_edition(REPLIES[sort]).passages
    assert [one.text for one in passages if is_reply(one) is not (sort == "reply")] == []
