"""Notes whose numbers have come down from their height.

Symptom: lines that begin with a plain number, `1 See Smith`, where the text calls a note ¹ that is
nowhere; or numbers stuck to words, `recovery.1`, with such lines after them.
Cause: the converter kept the digits and lost that they were raised.
Remedy: the digits are raised again, so that markers and bodies are read as such: a body for each
raised marker before it that has none; where no digit of the text is raised, numbers stuck to words,
as far as they and the bodies count from 1 together, as a probable repair.
Leaves alone: numbers stuck to words of which no note comes; lines with a number that no marker
calls, such as headings, items and rows.
Seen in: plain text made from PDF.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.text import Interval, lines, skip_blanks
from consultations.rules.marks import NOTE, note_label, raised_digits
from consultations.rules.rule import Rule

_BODY = re.compile(
    r"[ \t\u00a0]*(\d{1,3})[ \t\u00a0]+(?=[^\W\d_a-z]|[\"“‘'(\[]|https?:|www\.|ibid|see\b|cf\b)"
)
_STUCK = re.compile(
    r"(?:(?<=[a-z]{2}[.,;:)”’\"'])|(?<=[a-z]{4}))(\d{1,2})(?=[\s)”’\"'.,;:]|\Z)(?![.,:]\d)"
)
_FEWEST = 2
"""Pairs from which on numbers stuck to words are believed to be markers."""


Kind = Literal["marker", "raised body", "body"]


@dataclass(frozen=True)
class _Number:
    kind: Kind
    label: str
    digits: Interval
    line: int
    """Of a body: where its line begins."""


def _numbers(draft: Draft, marker: re.Pattern[str]) -> Iterator[_Number]:
    """Everything in the text that may call a note or begin one, in its order."""
    text = draft.text
    for block in draft.blocks:
        if block.kind in ("heading", "table"):
            continue
        first = skip_blanks(text, block.start, block.end) if block.kind == "footnote" else None
        for start, end in lines(text[block.start : block.end]):
            low, high = block.start + start, block.start + end
            body = _BODY.match(text, low, high) if block.kind == "paragraph" else None
            if body:
                yield _Number("body", body[1], body.span(1), low)
            for match in marker.finditer(text, body.end() if body else low, high):
                label = note_label(match) if marker is NOTE else match[1]
                kind: Kind = "raised body" if match.start() == first else "marker"
                yield _Number(kind, label, match.span(), low)


def _pairs(numbers: Iterator[_Number], *, count: bool) -> list[tuple[_Number, _Number]]:
    """Each body with the marker before it that calls it; `count` demands them in order from 1."""
    waiting: defaultdict[str, deque[_Number]] = defaultdict(deque)
    pairs: list[tuple[_Number, _Number]] = []
    for number in numbers:
        here = waiting[number.label]
        if number.kind == "marker":
            here.append(number)
        elif here and number.kind == "raised body":
            here.popleft()
        elif here and number.kind == "body":
            due = (str(int(pairs[-1][1].label) + 1), "1") if pairs else ("1",)
            if not count:
                pairs.append((here.popleft(), number))
            elif number.label in due:
                pairs.append((here.pop(), number))
                here.clear()
    return pairs


def _revise(draft: Draft) -> Revision:
    pairs = _pairs(_numbers(draft, NOTE), count=False)
    certainty: Certainty = "certain"
    digits = [body.digits for _, body in pairs]
    if not pairs and not NOTE.search(draft.text):
        certainty = "probable"
        pairs = _pairs(_numbers(draft, _STUCK), count=True)
        pairs = pairs if len(pairs) >= _FEWEST else []
        digits = [number.digits for pair in pairs for number in pair]
    return Revision(
        tuple(
            Proposal(
                *interval,
                raised_digits(draft.text[slice(*interval)]),
                "footnote-marker",
                "the number of a note, raised again",
                certainty,
            )
            for interval in digits
        ),
        tuple(_split(draft.blocks, sorted(body.line for _, body in pairs))),
    )


def _split(blocks: tuple[Block, ...], starts: list[int]) -> Iterator[Block]:
    """The blocks, with a footnote from each of the places on."""
    n = 0
    for block in blocks:
        at, kind = block.start, block.kind
        while n < len(starts) and starts[n] < block.end:
            if at < starts[n]:
                yield Block(kind, ((at, starts[n]),))
            at, kind = starts[n], "footnote"
            n += 1
        yield Block(kind, ((at, block.end),))


RULE = Rule("plain-notes", _revise, changes_letters=True)
