"""Answers: how far they run, and what sort of answer they are."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from consultations.model.edition import AnswerState, Edition

_NOT_APPLICABLE = re.compile(r"\W*(?:n\s*/\s*a|not applicable|none)\W*", re.IGNORECASE)
_DECLINED = re.compile(
    r"(?:(?:this|that|it|which) (?:is|was) not [^.?!]{0,40}?(?:comment|answer|respond)"
    r"|(?:we |i )?(?:(?:do|would|can|could|will|wish|are|am|have|'d|'m|'re|’d|’m|’re) ?){0,2}"
    r"(?:not|n['’]t|unable|decline|prefer not|rather not|no)\b[^.?!]{0,40}?"
    r"\b(?:comments?|answer|respond|response|views?|opinion|position)\b"
    r"|no (?:comments?|answer|response|views?|opinion)\b)[^.?!]*[.?!]*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:please )?(?:see|refer to|as(?: in)?(?: the)?)\b[^.?!]{0,60}?"
    r"\b(?:responses?|answers?|questions?|comments?|above|below|earlier)\b",
    re.IGNORECASE,
)
_GIVEN_ELSEWHERE = re.compile(
    r"[^.?!;]*\b(?:discuss(?:ed|ion)|described|addressed|answered|covered|explained|given|identified"
    r"|outlined|set out) (?:above|below|earlier|elsewhere"
    r"|in (?:(?:our|the) )?(?:responses?|answers?) to (?:the |our )?"
    r"(?:earlier|following|last|later|next|other|preceding|previous) questions?)\b[^.?!;]*\.?",
    re.IGNORECASE,
)
"""A sentence that says no more than where something was said."""
_CLOSING = re.compile(
    r"(?:contact(?: details| us| information)?|(?:for )?(?:more|further) information(?:,? "
    r"(?:please )?contact)?|signed|yours (?:sincerely|faithfully|truly)|about (?:us|the authors?))"
    r"\W*",
    re.IGNORECASE,
)
_SHORT_ANSWER_WORDS = 30
"""An answer of more words than this says more than that there is none."""


def answer_to(edition: Edition, at: int, asked: AbstractSet[int]) -> Iterator[int]:
    """The passages that answer a question, up to the next one or to the end of its section.

    Args:
        edition: with its sections.
        at: index of the last passage of the question.
        asked: indexes of the first passages of all questions.
    """
    level = next(
        (p.level or 1 for p in reversed(edition.passages[: at + 1]) if p.kind == "heading"), 1
    )
    for index in range(at + 1, len(edition.passages)):
        passage = edition.passages[index]
        ends = passage.kind == "heading" and (passage.level or 1) <= level
        if index in asked or ends or passage.kind in ("footnote", "reference"):
            return
        if _CLOSING.fullmatch(passage.text):
            return
        yield index


def state_of(texts: Sequence[str]) -> AnswerState:
    """What sort of answer these passages give."""
    if not texts:
        return "empty"
    whole = " ".join(texts)
    if _NOT_APPLICABLE.fullmatch(whole):
        return "not-applicable"
    if len(whole.split()) <= _SHORT_ANSWER_WORDS:
        if _DECLINED.fullmatch(whole):
            return "declined"
        if _ELSEWHERE.match(whole) or _GIVEN_ELSEWHERE.fullmatch(whole):
            return "refers-elsewhere"
    return "answered"
