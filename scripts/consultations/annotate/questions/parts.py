"""Questions in parts: a), b), c), in passages of their own.

Symptom: under "7. What would it change for", the passages "a) ferrymen?" and "b) passengers?".
Found by: their letters, with a question mark or in bold. Parts that follow each other belong to the
question before them, and so do the lettered items of a list right under a question that is left
open ("a choice between:"), that offers them ("Which of these?"), or over "Answer: b)". One with an
answer of its own is a question of its own, with the number of both.
Leaves alone: a lettered list inside an answer.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.english.call_labels import answer_label
from consultations.model.edition import Edition, Passage

_PART = re.compile(r"\(?([a-h])[.)]\s+", re.IGNORECASE)
_OFFERS = re.compile(r"\b(?:which\sof|tick|select|choose)\b", re.IGNORECASE)
_OPTIONS = re.compile(r"\(?a[.)]\s.{1,300}?\s\(?b[.)]\s", re.IGNORECASE | re.DOTALL)
"""Several that one passage holds: `(a) by boat (b) by road`."""


def with_parts(edition: Edition, asked: Sequence[CallForAnswer]) -> Iterator[CallForAnswer]:
    """The questions with their parts, in order."""
    starts = {question.first for question in asked}
    for question in asked:
        runs = list(_runs(edition.passages, question, starts))
        begun = _PART.match(question.text) is not None  # Q7. (a) Why? and (b) below it
        under = runs and runs[0][0] == question.last + 1
        if under and (begun or len(runs[0]) > 1 or _OPTIONS.match(_words(edition, runs[0][0]))):
            own = [_with_letter(edition.passages[i]) for i in runs[0]]
            yield replace(question, last=runs[0][-1], text=" ".join([question.text, *own]))
        elif len(runs) > 1 and all(len(run) == 1 for run in runs):
            yield from _own_questions(edition, question, [run[0] for run in runs])
        else:
            yield question


def _runs(
    passages: Sequence[Passage], question: CallForAnswer, starts: AbstractSet[int]
) -> Iterator[list[int]]:
    """The parts under a question, those that follow each other together."""
    run: list[int] = []
    for index in _part_places(passages, question, starts):
        if run and run[-1] != index - 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _part_places(
    passages: Sequence[Passage], question: CallForAnswer, starts: AbstractSet[int]
) -> Iterator[int]:
    """Where the parts under a question stand, before the next question or heading."""
    is_open = question.text.rstrip().endswith((":", ";")) or _are_offered(
        passages, question, starts
    )
    last, is_first = question.last, True  # of the first of them that follow each other
    for index in range(question.last + 1, len(passages)):
        passage = passages[index]
        if index in starts:
            return
        under = is_first and index == last + 1
        if _is_part(passage) or (is_open and under and _is_lettered_item(passage)):
            is_first = is_first and last in (question.last, index - 1)
            last = index
            yield index
        elif passage.kind == "heading":
            return


def _are_offered(
    passages: Sequence[Passage], question: CallForAnswer, starts: AbstractSet[int]
) -> bool:
    """Whether lettered items under a question are what one may choose: an answer stands below."""
    offers = _OFFERS.search(question.text) is not None
    for index in range(question.last + 1, len(passages)):
        passage = passages[index]
        if not _is_lettered_item(passage):
            answers = offers and passage.kind == "paragraph" and index not in starts
            is_chosen = answers or answer_label(passage.text) is not None
            return index > question.last + 1 and is_chosen
    return False


def _words(edition: Edition, index: int) -> str:
    return _with_letter(edition.passages[index])


def _is_part(passage: Passage) -> bool:
    """Whether a passage is part of a question: "a) …?", or in bold throughout."""
    lettered = bool(_PART.match(passage.text)) or (passage.marker or "-").casefold() in "abcdefgh"
    return lettered and ("strong" in passage.types or passage.text.rstrip().endswith("?"))


def _is_lettered_item(passage: Passage) -> bool:
    lettered = (passage.marker or "-").casefold() in "abcdefgh" or bool(_PART.match(passage.text))
    return (passage.kind == "list_item" and lettered) or _OPTIONS.match(passage.text) is not None


def _with_letter(passage: Passage) -> str:
    """The words of a part with the letter before them, where a list's marker bears it."""
    lettered = (passage.marker or "-").casefold() in "abcdefgh"
    return f"{passage.marker}) {passage.text}" if lettered else passage.text


def _own_questions(
    edition: Edition, stem: CallForAnswer, parts: Sequence[int]
) -> Iterator[CallForAnswer]:
    if parts[0] > stem.last + 1:
        yield stem
    for n, index in enumerate(parts):
        passage = edition.passages[index]
        lettered = _PART.match(passage.text)
        letter = lettered[1] if lettered else passage.marker or ""
        text = passage.text[lettered.end() :] if lettered else passage.text
        first = n == 0 and parts[0] == stem.last + 1
        yield replace(
            stem,
            first=stem.first if first else index,
            last=index,
            number=f"{stem.number or ''}{letter}" or None,
            text=f"{stem.text} {text}" if first else text,
            known=None,
        )
