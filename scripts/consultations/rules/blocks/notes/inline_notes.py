"""Notes that stand inside the text, where they are called.

Symptom: `The span was painted in May.^[Minutes of the committee, 4 May.] It rose.`
Cause: the source is Markdown as Pandoc has it, where a note may be written at its call.
Remedy: the note's words are a footnote, and its place is its marker. Such a note has no label; it
gets the first number that no other note of the document has, in the order of the text.
Leaves alone: a bracket that does not close in its block, that holds no word, or that has an address
or a second caret behind it; one behind a blank.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Marker, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.rule import Rule

_OPENS = re.compile(r"(?<=\S)(?<!\\)\^\[(?!\^)")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_WORD = re.compile(r"[^\W\d_]{2}")
_NO_NOTE = re.compile(r"[(^]")
_REASON = "markup of a note inside the text"


def _revise(draft: Draft) -> Revision:
    taken = {block.label for block in draft.blocks if block.label}
    labels = (str(n) for n in count(1) if str(n) not in taken)
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    markers: list[Marker] = []
    for block in draft.blocks:
        notes = [] if block.kind == "footnote" else list(_notes(draft.text, block))
        blocks.append(replace(block, spans=tuple(_around(block, notes))) if notes else block)
        for start, end in notes:
            label = next(labels)
            blocks.append(Block("footnote", ((start + 2, end - 1),), label=label))
            markers.append(Marker(label, start, start + 2))
            # A line's end keeps the note apart from the text that calls it.
            for low, high in ((start, start + 2), (end - 1, end)):
                proposals.append(Proposal(low, high, "\n", "footnote-marker", _REASON))
    if not markers:
        return Revision()
    ordered = tuple(sorted((*draft.markers, *markers), key=lambda one: one.offset))
    return Revision(tuple(proposals), tuple(blocks), ordered)


def _notes(text: str, block: Block) -> Iterator[Interval]:
    """Where notes stand in a block, from the caret to the bracket that closes them."""
    for start, end in block.spans:
        at = start
        while opens := _OPENS.search(text, at, end):
            at = opens.end()
            closes = _closing(text, at, end)
            if closes is None or _NO_NOTE.match(text, closes, end):
                continue
            if _WORD.search(text, at, closes - 1):
                yield opens.start(), closes
                at = closes


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket ends that closes one which opens right before a place."""
    depth = 1
    for bracket in _BRACKET.finditer(text, start, end):
        depth += 1 if bracket[0] == "[" else -1
        if not depth:
            return bracket.end()
    return None


def _around(block: Block, notes: list[Interval]) -> Iterator[Interval]:
    """The pieces of a block without its notes."""
    for start, end in block.spans:
        at = start
        for first, last in notes:
            if start <= first < end:
                yield at, first
                at = last
        if at < end:
            yield at, end


RULE = Rule("inline-notes", _revise)
