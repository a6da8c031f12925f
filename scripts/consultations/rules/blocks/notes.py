"""Footnotes: their bodies, and the markers that call them.

Symptom: raised digits (`¹`, `<sup>1</sup>`) after a word, and a block that begins with the same; or
`[^1]` and `[^1]:`, as Markdown has them.
Cause: the page's notes stand in the text where the page ended, or at the text's end.
Remedy: the label in front of a body and the markers in the text are taken out, and kept as data:
a marker is a place, a body is a footnote. A body belongs to the first marker of its label before it
that no earlier body took, so that notes numbered anew on each page find their own; what is left
pairs where one marker and one body of a label are.
Leaves alone: raised digits that no body answers: the squares of units and the powers of ten are the
author's, and any other is a finding. A body that no marker calls is a finding. A label and nothing
else is no body.
Seen in: text converted from PDF, Markdown made from a web page.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace

from consultations.model.draft import Block, Draft, Marker, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.text import Interval, skip_blanks
from consultations.rules.marks import NOTE, note_label
from consultations.rules.rule import Rule

_COLON = re.compile(r"\s{0,3}:")
_POWER = re.compile(
    r"(?:(?<![^\W\d_])(?:[kc]?m|mm|ft|in|yd|miles?|CO|R|χ|[b-hj-z])|\b10|[⁻⁺])\s?\Z"
)
"""What stands before a raised digit that is a square, a cube, a power or a molecule's number."""


class _Pairing:
    """Which marker calls which body; they come one by one, in the text's order."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, Interval, Block]] = []
        self._waiting: defaultdict[str, deque[Interval]] = defaultdict(deque)
        self._uncalled: defaultdict[str, list[Block]] = defaultdict(list)

    def marker(self, label: str, place: Interval) -> None:
        """Take a place that may call a note."""
        self._waiting[label].append(place)

    def body(self, label: str, block: Block) -> None:
        """Take a note's body."""
        if self._waiting[label]:
            self.pairs.append((label, self._waiting[label].popleft(), block))
        else:
            self._uncalled[label].append(block)

    def settle(self) -> tuple[list[tuple[str, Interval]], list[tuple[str, Block]]]:
        """Pair what is left where it can only be one way; give the markers and bodies alone."""
        for label, blocks in self._uncalled.items():
            if len(blocks) == len(self._waiting[label]) == 1:
                self.pairs.append((label, self._waiting[label].popleft(), blocks.pop()))
        markers = [(label, place) for label, places in self._waiting.items() for place in places]
        return markers, [(label, b) for label, blocks in self._uncalled.items() for b in blocks]


def _lead(text: str, block: Block) -> tuple[str, int] | None:
    """The label in front of a note's body and where its words begin, if a block is a body."""
    lead = NOTE.match(text, skip_blanks(text, block.start, block.end), block.end)
    if lead is None or block.kind != "footnote":
        return None
    colon = _COLON.match(text, lead.end(), block.end) if lead[3] else None
    end = skip_blanks(text, (colon or lead).end(), block.end)
    return (note_label(lead), end) if end < block.end else None


def _markers(text: str, spans: tuple[Interval, ...], low: int) -> Iterator[tuple[str, Interval]]:
    """Every place from `low` on that may call a note: its label, and its interval.

    The blanks before it go with it.
    """
    for span_start, end in spans:
        first = max(low, span_start)
        for match in NOTE.finditer(text, first, end):
            start = match.start()
            if _POWER.search(text, max(first, start - 8), start):
                continue
            while start > first and text[start - 1] in " \t\u00a0":
                start -= 1
            first = match.end()
            yield note_label(match), (start, match.end())


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    pairing = _Pairing()
    for block in draft.blocks:
        lead = _lead(draft.text, block)
        kind = "paragraph" if block.kind == "footnote" and lead is None else block.kind
        blocks.append(replace(block, kind=kind, label=lead[0] if lead else None))
        if lead:
            reason = "the label of a note, kept as data"
            proposals.append(Proposal(block.start, lead[1], "", "footnote-marker", reason))
            pairing.body(lead[0], block)
        for label, place in _markers(draft.text, block.spans, lead[1] if lead else 0):
            if lead is None or label != lead[0]:  # no note calls itself
                pairing.marker(label, place)
    markers, bodies = pairing.settle()
    for _, place, _ in pairing.pairs:
        reason = "the marker of a note, kept as data"
        proposals.append(Proposal(*place, "", "footnote-marker", reason))
    return Revision(
        tuple(proposals),
        tuple(blocks),
        tuple(Marker(label, place[0], body.start) for label, place, body in pairing.pairs),
        findings=tuple(_findings(draft, markers, bodies)),
    )


def _findings(
    draft: Draft, markers: list[tuple[str, Interval]], bodies: list[tuple[str, Block]]
) -> Iterator[Finding]:
    for label, block in bodies:
        yield Finding(
            code="note-without-marker",
            severity="warning",
            what=f"no marker in the text calls note {label}",
            hint="if the source has one in another form, add it by an erratum",
            place=draft.locate(block.start),
        )
    for label, place in markers:
        yield Finding(
            code="marker-without-note",
            severity="warning",
            what=f"the text calls a note {label} that is not there",
            hint="if the source has it in another form, mend that by an erratum",
            place=draft.locate(place[1] - 1),
        )


RULE = Rule("notes", _revise)
