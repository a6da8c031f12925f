"""Questions that a consultation asked, as a document that responds to it prints them.

A heading is one where it bears a number (`A1.`, `3)`, `Q7:`) and reads like a question, or ends in
a question mark; and any heading or paragraph is one whose words are those of a question that the
authorities list for the consultation. Where they list all, a heading that only ends in a question
mark is the author's own. A document that responds to nothing has none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from consultations.annotate.questions.answers import answer_to, state_of
from consultations.model.edition import Edition, Passage, Question
from consultations.model.entity import Authority, ConsultationQuestion
from consultations.model.sections import sectioned

_NUMBER = re.compile(
    r"(?P<label>Q(?:uestion)?\s*)?(?P<number>[A-Z]?\d{1,3}[a-z]?)\s*[.):–-]?\s+", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:[\"'“‘(\[]|\(?if (?:so|applicable|yes|not)\)?[,:]? |in your (?:view|experience),? )*"
    r"(?:what|which|who|whom|whose|how|why|when|where|do|does|did|is|are|was|were|has|have|should"
    r"|would|could|can|will|may|might|to what extent|please|describe|explain|list|tell|give"
    r"|thinking|based on)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\(?([a-h])[.)]\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_LIKE = 0.85
"""So great a share of the words of both must be common to a question and its like."""

_Words = Sequence[tuple[ConsultationQuestion, Counter[str]]]
"""The questions of a consultation, each with its words."""


@dataclass(frozen=True)
class _Asked:
    """A question among the passages: of which it is made, and what it is."""

    first: int
    last: int
    number: str | None
    text: str
    known: ConsultationQuestion | None


def with_questions(edition: Edition, authority: Authority) -> Edition:
    """The edition with its questions, each passage knowing which it answers."""
    responds_to = edition.source.record.responds_to
    if responds_to is None:
        return edition
    consultation = authority.by_id.get(responds_to)
    listed = consultation.questions if consultation else ()
    words = [(question, _bag(question.text)) for question in listed]
    asked = list(_with_parts(edition, list(_asked(edition, words)), words))
    passages = list(_with_headings(edition.passages, asked))
    edition = replace(edition, passages=sectioned(passages))
    passages = list(edition.passages)
    starts = {question.first for question in asked}
    questions = []
    for question in asked:
        heading = passages[question.first]
        answer = list(answer_to(edition, question.last, starts))
        for i in answer:
            passages[i] = replace(passages[i], question=question.number or heading.id)
        # The sub-heading under which an answer begins is no part of what it says.
        said = [n for n, i in enumerate(answer) if passages[i].kind != "heading"]
        answer = answer[said[0] :] if said else []
        questions.append(
            Question(
                number=question.number,
                text=question.text,
                heading=heading.id,
                answer=tuple(passages[i].id for i in answer),
                state=state_of([passages[i].text for i in answer]),
                asked=f"{responds_to}/{question.known.id}" if question.known else None,
            )
        )
    return replace(edition, questions=tuple(questions), passages=tuple(passages))


def _asked(edition: Edition, words: _Words) -> Iterator[_Asked]:
    for index, passage in enumerate(edition.passages):
        if passage.kind not in ("heading", "paragraph") or passage.level == 1:
            continue
        numbered = _NUMBER.match(passage.text)
        text = passage.text[numbered.end() :] if numbered else passage.text
        known = _listed(text, words)
        ends = text.rstrip(" ”\"'’)").endswith("?")
        number = numbered["number"] if numbered else None
        if known or (
            passage.kind == "heading"
            and (
                (numbered and (numbered["label"] or ends or _ASKS.match(text)))
                or (ends and not words)
            )
        ):
            yield _Asked(index, index, number, text, known)


def _listed(text: str, listed: _Words) -> ConsultationQuestion | None:
    """The question of the list whose words are these, give or take a few."""
    here = _bag(text)
    best: tuple[float, ConsultationQuestion | None] = (_LIKE, None)
    length = here.total()
    for question, words in listed:
        both = length + words.total()
        # However many words they share, texts of very different lengths are not alike.
        if 2 * min(length, both - length) > best[0] * both:
            alike = 2 * (here & words).total() / both
            if alike > best[0]:
                best = alike, question
    return best[1]


def _bag(text: str) -> Counter[str]:
    return Counter(word[0].casefold() for word in _WORD.finditer(text))


def _with_parts(edition: Edition, asked: Sequence[_Asked], words: _Words) -> Iterator[_Asked]:
    """The questions with the parts a), b) that stand in passages of their own.

    Parts that follow each other belong to the question before them, and so do the lettered items of
    a list right under a question that is left open ("a choice between:"). One that has an answer
    of its own is a question of its own, with the number of both.
    """
    starts = {question.first for question in asked}
    for question in asked:
        runs: list[list[int]] = []
        unfinished = question.text.rstrip().endswith((":", ";"))
        index = question.last + 1
        while index < len(edition.passages) and index not in starts:
            passage = edition.passages[index]
            under = index - 1 == (runs[0][-1] if len(runs) == 1 else question.last)
            part = _is_part(passage) or (unfinished and under and _is_lettered_item(passage))
            if passage.kind == "heading" and not part:
                break
            if part:
                if runs and runs[-1][-1] == index - 1:
                    runs[-1].append(index)
                else:
                    runs.append([index])
            index += 1
        if runs and runs[0][0] == question.last + 1 and len(runs[0]) > 1:
            parts = [_with_letter(edition.passages[i]) for i in runs[0]]
            text = " ".join([question.text, *parts])
            known = question.known or _listed(text, words)
            yield replace(question, last=runs[0][-1], text=text, known=known)
        elif len(runs) > 1 and all(len(run) == 1 for run in runs):
            yield from _own_questions(edition, question, [run[0] for run in runs])
        else:
            yield question


def _is_part(passage: Passage) -> bool:
    """Whether a passage is part of a question: "a) …?", or in bold throughout."""
    lettered = bool(_PART.match(passage.text)) or (passage.marker or "-").casefold() in "abcdefgh"
    bold = any(
        e.kind == "strong" and (e.start, e.end) == (0, len(passage.text)) for e in passage.emphasis
    )
    return lettered and (bold or passage.text.rstrip().endswith("?"))


def _is_lettered_item(passage: Passage) -> bool:
    return passage.kind == "list_item" and (
        (passage.marker or "-").casefold() in "abcdefgh" or bool(_PART.match(passage.text))
    )


def _with_letter(passage: Passage) -> str:
    """The words of a part with the letter before them, where a list's marker bears it."""
    lettered = (passage.marker or "-").casefold() in "abcdefgh"
    return f"{passage.marker}) {passage.text}" if lettered else passage.text


def _own_questions(edition: Edition, stem: _Asked, parts: Sequence[int]) -> Iterator[_Asked]:
    if parts[0] > stem.last + 1:
        yield stem
    for n, index in enumerate(parts):
        passage = edition.passages[index]
        lettered = _PART.match(passage.text)
        letter = lettered[1] if lettered else passage.marker or ""
        text = passage.text[lettered.end() :] if lettered else passage.text
        first = n == 0 and parts[0] == stem.last + 1
        yield _Asked(
            first=stem.first if first else index,
            last=index,
            number=f"{stem.number or ''}{letter}" or None,
            text=f"{stem.text} {text}" if first else text,
            known=None,
        )


def _with_headings(passages: Sequence[Passage], asked: Sequence[_Asked]) -> Iterator[Passage]:
    """The passages, of which a question that was printed as a paragraph is a heading as well."""
    levels = Counter(
        passages[question.first].level
        for question in asked
        if passages[question.first].kind == "heading"
    )
    level = levels.most_common(1)[0][0] if levels else 2
    starts = {question.first for question in asked}
    for index, passage in enumerate(passages):
        if index in starts and passage.kind == "paragraph":
            yield replace(passage, kind="heading", level=level)
        else:
            yield passage
