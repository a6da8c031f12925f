"""Calls and answers in each form: every pair of them is a small document.

A form of call stands beside a few answers and a form of answer beside a few calls, which tells as
much as each beside each. What looks like such a document and is none yields nothing.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from consultations.annotate import annotate
from consultations.model.entity import Authority

DATA = tomllib.loads(Path(__file__).with_name("series.toml").read_text("utf-8"))
WORDS, NUMBERS = DATA["words"], DATA["numbers"]
CALLS = {" / ".join(c["lines"]) + f" ({c['numbers']})": c for c in DATA["call"]}
ANSWERS = {answer["label"]: answer for answer in DATA["answer"]}
AFTER = "More is said below."
"""With what every answer goes on."""


def document(
    call: dict[str, Any], answer: dict[str, Any]
) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The lines of a document, and of each call its number, its words and its answer's."""
    body, due = [], []
    for n, number in enumerate(NUMBERS[call["numbers"]]):
        words, said = WORDS[call["words"]][n], WORDS["answers"][n]
        given = {"n": number or str(n + 1), "i": n + 1, "state": WORDS["states"][n]}
        body += [line.format(**given, words=words) for line in call["lines"]]
        body += [line.format(**given, words=said) for line in answer["lines"]]
        due.append((number, words, said))
    over = ["# Ferries", "This paper sets out what was said of the ferries."]
    return [*over, *body, "## Next steps", "The boats will be counted."], due


def found(lines: list[str], make_edition: Any) -> list[tuple[str, str, str]]:
    """Of each call of a document its number, its words and the words that answer it."""
    edition = annotate(make_edition(lines), Authority())
    return [
        (q.number or "", q.text, " ".join(edition.by_id[id_].text for id_ in q.answer))
        for q in edition.questions
    ]


def is_due(got: list[tuple[str, str, str]], due: list[tuple[str, str, str]]) -> bool:
    """Whether each call has its number, its words, and the whole of its own answer alone."""
    return len(got) == len(due) and all(
        number == its_number
        and text.removeprefix("We recommend this: ") == words
        and answer.endswith(f"{said} {AFTER}")
        and answer.count(AFTER) == 1
        for (number, text, answer), (its_number, words, said) in zip(got, due, strict=True)
    )


def wrong(call: dict[str, Any], answer: dict[str, Any], make_edition: Any) -> bool:
    lines, due = document(call, answer)
    got = found(lines, make_edition)
    refused = answer["label"] in call.get("refused", ())
    return not is_due(got, [] if refused else due)


@pytest.mark.parametrize("call", CALLS)
def test_a_form_of_call(call: str, make_edition: Any) -> None:
    some = [ANSWERS[label] for label in DATA["beside"]["answers"]]
    bad = [a["label"] for a in some if wrong(CALLS[call], a, make_edition)]
    assert not bad


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_form_of_answer(answer: str, make_edition: Any) -> None:
    some = DATA["beside"]["calls"]
    bad = [c for c in some if wrong(CALLS[c], ANSWERS[answer], make_edition)]
    assert not bad


@pytest.mark.parametrize("twin", [twin["label"] for twin in DATA["twin"]])
def test_what_is_none(twin: str, make_edition: Any) -> None:
    lines = next(one["text"] for one in DATA["twin"] if one["label"] == twin)
    assert found(lines, make_edition) == []
