r"""Notes that stand inside the text, where they are called.

Symptom: `The span was painted in May.^[Minutes of the committee, 4 May.] It rose.`
Cause: the source is Markdown as Pandoc has it, or another markup in which a note is written at its
call: `footnote:[…]`, `\footnote{…}`, `<ref>…</ref>`.
Remedy: the note's words are a footnote, and its place is its marker. Such a note has no label; it
gets the first number that no other note of the document has, in the order of the text.
Leaves alone: one that does not close in its block, or that holds no word; a bracket behind a caret
that has an address or a second caret behind it.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Marker, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.rule import Rule

_OPENS = re.compile(
    r"""
    (?<=\S)(?<!\\) (?:
        \^\[(?!\^)                                  # the toll.^[Minutes]
      | footnote:[\w-]{0,30}\[                      # the toll.footnote:[Minutes]
      | \\footnote(?:\[\d{1,3}\])?\{               # the toll.\footnote{Minutes}
      | <ref(?:\s[^<>]{0,100}[^<>/])?> )            # the toll.<ref name="moss">Minutes</ref>
    """,
    re.VERBOSE,
)
_PAIRS = {
    "[": re.compile(r"(?<!\\)(?:(?P<opens>\[)|\])"),
    "{": re.compile(r"(?<!\\)(?:(?P<opens>\{)|\})"),
    ">": re.compile(r"(?P<opens><ref(?:\s[^<>]{0,100}[^<>/])?>)|</ref>"),
}
"""What opens and closes a piece, by the last sign of what opens it."""
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
        for (start, end), words in notes:
            label = next(labels)
            blocks.append(Block("footnote", (words,), label=label))
            markers.append(Marker(label, start, words[0]))
            # A line's end keeps the note apart from the text that calls it.
            for low, high in ((start, words[0]), (words[1], end)):
                proposals.append(Proposal(low, high, "\n", "footnote-marker", _REASON))
    if not markers:
        return Revision()
    ordered = tuple(sorted((*draft.markers, *markers), key=lambda one: one.offset))
    return Revision(tuple(proposals), tuple(blocks), ordered)


def _notes(text: str, block: Block) -> Iterator[tuple[Interval, Interval]]:
    """Where notes stand in a block, with what opens and closes them, and their words."""
    for start, end in block.spans:
        closing: dict[str, dict[int, re.Match[str]]] = {}
        at = start
        while opens := _OPENS.search(text, at, end):
            at = opens.end()
            sign = text[at - 1]
            if sign not in closing:
                closing[sign] = _closing(text, start, end, _PAIRS[sign])
            closes = closing[sign].get(at)
            if closes is None or (opens[0] == "^[" and _NO_NOTE.match(text, closes.end(), end)):
                continue
            if _WORD.search(text, at, closes.start()):
                yield (opens.start(), closes.end()), (opens.end(), closes.start())
                at = closes.end()


def _closing(text: str, start: int, end: int, pair: re.Pattern[str]) -> dict[int, re.Match[str]]:
    """What closes each piece of text[start:end], by where what opens it ends."""
    found: dict[int, re.Match[str]] = {}
    open_: list[int] = []
    for mark in pair.finditer(text, start, end):
        if mark["opens"]:
            open_.append(mark.end())
        elif open_:
            found[open_.pop()] = mark
    return found


def _around(block: Block, notes: list[tuple[Interval, Interval]]) -> Iterator[Interval]:
    """The pieces of a block without its notes."""
    for start, end in block.spans:
        at = start
        for (first, last), _ in notes:
            if start <= first < end:
                yield at, first
                at = last
        if at < end:
            yield at, end


RULE = Rule("inline-notes", _revise)
