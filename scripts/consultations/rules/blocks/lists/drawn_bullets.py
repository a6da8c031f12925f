"""Bullets that are drawn with a letter or a dash.

Symptom: lines that begin with an `o`, a dash or an arrow, and a blank or a tab: `o We count`,
`– We pay`; or with the letter that a symbol font has for its bullet, before a capital or several
blanks: `Ø We pay`; a line with several bullets in it.
Cause: the converter knew no sign for the bullet, or the author drew it with what the keyboard has;
or it put the lines of a list into one.
Remedy: each such line begins an item, where two of the same mark stand in one block or in blocks
that follow each other. Within an item, dashes before small letters do where they are as far in, and
elsewhere under a line that ends in a semicolon, as the rest of an item does after a page's end.
Leaves alone: one such line; a dash within a sentence that a line's end happens to stand before; a
dash before a speaker's words, which a capital follows but no other dash; the section signs of an
old debate (`§ Mr. Ferry`).
Seen in: plain text made from PDF.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from consultations.english.credit_lines import names_speaker
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import Interval, skip_blanks
from consultations.rules.layout import indent
from consultations.rules.marks import DRAWN_BULLET
from consultations.rules.rule import Rule

_NEVER_WITHIN = frozenset("•●▪■❑✓✔➢")
"""Bullets that are no sign of anything else, so that each begins an item."""
_LETTER = "o"
_SECTION = "§"
_FEWEST = 2
"""Fewest lines with the same mark that make a list."""


def _mark(draft: Draft, line: Interval) -> str:
    """The mark that a line of the draft begins with, or nothing."""
    match = DRAWN_BULLET.match(draft.text, *line)
    return (match[1] or match[2]) if match else ""


def _in_a_row(draft: Draft, block: Block) -> Iterator[Block]:
    """An item parted before each later bullet in it that is the one it begins with."""
    start = skip_blanks(draft.text, block.start, block.end)
    sign = draft.text[start : start + 1]
    if block.kind != "list_item" or sign not in _NEVER_WITHIN:
        yield block
        return
    low = block.start
    for place in re.finditer(rf"(?<=\s){sign}(?=\s)", draft.text[start + 1 : block.end]):
        at = start + 1 + place.start()
        yield replace(block, spans=((low, at),))
        low = at
    yield replace(block, spans=((low, block.end),))


def _begins_item(draft: Draft, line: Interval) -> bool:
    """Whether a mark begins an item for certain: a letter does, and a dash before a capital."""
    match = DRAWN_BULLET.match(draft.text, *line)
    if match is None:
        return False
    return match[1] == "o" or not draft.text[match.end() : match.end() + 1].islower()


def _items(draft: Draft, block: Block, marks: frozenset[str]) -> Iterator[Block]:
    """A block parted where its lines begin with one of these marks."""
    parts: list[list[Interval]] = []
    for line in draft.lines_of(block):
        if not parts or _mark(draft, line) in marks:
            parts.append([])
        parts[-1].append(line)
    for part in parts:
        span = (part[0][0], part[-1][1])
        kind = "list_item" if _mark(draft, part[0]) in marks else block.kind
        yield replace(block, kind=kind, spans=(span,))


def _marks(draft: Draft, block: Block) -> frozenset[str]:
    """The marks that begin items in a block, as far as the block itself shows.

    In the middle of a paragraph a dash before a small letter may be the author's. Where the
    paragraph begins with that dash it is none.
    """
    printed = draft.lines_of(block)
    if not printed or (block.kind == "table" and not all(_mark(draft, x) for x in printed)):
        return frozenset()
    first = _mark(draft, printed[0])
    found = {_mark(draft, x) for x in printed if _begins_item(draft, x) or _mark(draft, x) == first}
    if block.kind == "list_item":
        found |= _under_item(draft, printed) | _announced(draft, printed)
    elif block.kind == "paragraph":
        found |= _announced(draft, printed) | _under_clauses(draft, printed)
    return frozenset(mark for mark in found if mark)


def _under_item(draft: Draft, printed: Sequence[Interval]) -> set[str]:
    """The marks of several lines of an item that are all as far in, and further than it."""
    left = indent(draft.text, *printed[0])
    return {mark for mark, column in _in_columns(draft, printed[1:]) if column > left}


def _announced(draft: Draft, printed: Sequence[Interval]) -> set[str]:
    """The mark of several lines that are all as far in, the first right under a colon."""
    return {
        mark
        for n, (above, line) in enumerate(pairwise(printed), 1)
        if draft.text[slice(*above)].rstrip().endswith(":")
        for mark, _ in _in_columns(draft, printed[n:])
        if mark == _mark(draft, line)
    }


def _under_clauses(draft: Draft, printed: Sequence[Interval]) -> set[str]:
    """The marks of lines under one that ends as an item of a list does: `lamps; and`."""
    return {
        _mark(draft, line)
        for above, line in pairwise(printed)
        if draft.text[slice(*above)].rstrip().endswith((";", "; and", "; or"))
    }


def _in_columns(draft: Draft, printed: Sequence[Interval]) -> Iterator[tuple[str, int]]:
    """Each mark that several lines begin with, all as far in, and how far that is."""
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for line in printed:
        if mark := _mark(draft, line):
            columns[mark].append(indent(draft.text, *line))
    for mark, places in columns.items():
        if len(places) >= _FEWEST and len(set(places)) == 1:
            yield mark, places[0]


def _revise(draft: Draft) -> Revision:
    parted = _parted(draft, draft.blocks)
    return Revision(blocks=tuple(part for block in parted for part in _in_a_row(draft, block)))


def _signs_of_debate(draft: Draft) -> frozenset[str]:
    """The section sign, where it stands before who speaks, as in an old debate: `§ Mr. Ferry`."""
    printed = (line for block in draft.blocks for line in draft.lines_of(block))
    signed = (line for line in printed if _mark(draft, line) == _SECTION)
    told = (draft.text[slice(*line)].split(None, 1)[-1] for line in signed)
    speak = any(names_speaker(words.strip()) is not None for words in told)
    return frozenset(_SECTION if speak else "")


def _parted(draft: Draft, blocks: Sequence[Block]) -> Iterator[Block]:
    debated = _signs_of_debate(draft)
    letters = sum(_mark(draft, line) == _LETTER for b in blocks for line in draft.lines_of(b))
    marked = ((b, _marks(draft, b) - debated) for b in blocks)
    for has_marks, group in groupby(marked, lambda x: bool(x[1])):
        run = list(group)
        if not has_marks:
            yield from (block for block, _ in run)
            continue
        printed = [_mark(draft, line) for block, _ in run for line in draft.lines_of(block)]
        for block, marks in run:
            kept = frozenset(mark for mark in marks if printed.count(mark) >= _FEWEST)
            if block.kind == "list_item" and letters >= _FEWEST:
                kept |= marks & {_LETTER}  # one under another bullet, in a list that has more
            yield from _items(draft, block, kept) if kept else (block,)


RULE = Rule("drawn-bullets", _revise)
