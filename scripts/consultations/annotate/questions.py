"""Questions that a consultation asked, and the answers that a document gives to them.

Only a document that responds to something has such questions; a question elsewhere is its author's
own. A heading is one when it bears a number (`A1.`, `3)`, `Q7:`) or ends in a question mark. Each
answer runs from its question to the next, or to the next heading of the question's level or above.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from consultations.model.edition import AnswerState, Edition, Passage, Question

_NUMBER = re.compile(r"(?:Q(?:uestion)?\s*)?([A-Z]?\d{1,3}[a-z]?)\s*[.):]\s+", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"\W*(?:n\s*/\s*a|not applicable|none)\W*", re.IGNORECASE)
_DECLINED = re.compile(
    r"(?:\bnot\b|\bno\b|n['’]t\b|\bunable\b|\bdecline\b)[^.?!]{0,60}?\b(?:comment|answer|respond|response|view)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:please\s+)?see\b[^.?!]{0,40}?\b(?:response|answer|question|comments?|above|below)\b",
    re.IGNORECASE,
)
_SHORT_ANSWER_WORDS = 25
"""An answer of more words than this says more than that there is none."""


class _Asked(NamedTuple):
    """Where a question stands among the passages, and what it is."""

    at: int
    number: str | None
    text: str


def with_questions(edition: Edition) -> Edition:
    """The edition with its questions, each passage knowing which it answers."""
    if edition.source.record.responds_to is None:
        return edition
    asked = list(_asked(edition))
    questions = []
    passages = list(edition.passages)
    for question in asked:
        answer = list(_answer(edition, question, {other.at for other in asked}))
        heading = edition.passages[question.at].id
        for i in answer:
            passages[i] = replace(passages[i], question=question.number or heading)
        texts = [edition.passages[i].text for i in answer]
        questions.append(
            Question(
                number=question.number,
                text=question.text,
                heading=heading,
                answer=tuple(edition.passages[i].id for i in answer),
                state=_state(texts),
            )
        )
    return replace(edition, questions=tuple(questions), passages=tuple(passages))


def _asked(edition: Edition) -> Iterator[_Asked]:
    for index, passage in enumerate(edition.passages):
        if passage.kind != "heading" or passage.level == 1:
            continue
        number = _NUMBER.match(passage.text)
        if number or passage.text.rstrip(" ”\"'’").endswith("?"):
            text = passage.text[number.end() :] if number else passage.text
            yield _Asked(index, number[1] if number else None, text)


def _answer(edition: Edition, question: _Asked, asked: set[int]) -> Iterator[int]:
    level = edition.passages[question.at].level or 1
    for index in range(question.at + 1, len(edition.passages)):
        passage: Passage = edition.passages[index]
        ends = passage.kind == "heading" and (passage.level or 1) <= level
        if index in asked or ends or passage.kind == "footnote":
            return
        yield index


def _state(texts: list[str]) -> AnswerState:
    if not texts:
        return "empty"
    whole = " ".join(texts)
    if _NOT_APPLICABLE.fullmatch(whole):
        return "not-applicable"
    if len(whole.split()) <= _SHORT_ANSWER_WORDS:
        if _ELSEWHERE.match(whole):
            return "refers-elsewhere"
        if _DECLINED.search(whole):
            return "declined"
    return "answered"
