"""Lists of which every item has lost its bullet.

Symptom: four or more short plain lines, none of which ends a sentence, with no text between them.
Cause: the bullets were drawn, or were glyphs of a symbol font, and the converter dropped them all.
Remedy: the first line is the heading that it looks like, the others are items of a list under it. A
line that can only head a list (`Key findings`), or that an empty line parts from others that have
none between them, begins another.
Leaves alone: lines in bold, in capitals or with a heading's marks; quotations; addresses;
references.
Seen in: text converted from PDF.
"""

import re
from dataclasses import replace
from itertools import pairwise

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import lines
from consultations.rules.heading_words import LONGEST, YEAR, is_no_heading
from consultations.rules.prose import is_quotation
from consultations.rules.rule import Rule

_FEWEST = 4
_HEADS_LIST = re.compile(
    r"""
    (?:(?:key|main|overall|other|general|some)[ ])?         # Main lessons
    (?:aims|benefits|challenges|conclusions|findings|issues|learning|lessons|messages|objectives
      |outcomes|outputs|points|principles|problems|questions|recommendations|results|themes)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line that can only head a list, and so is no item of the list above it."""


def _revise(draft: Draft) -> Revision:
    blocks = list(draft.blocks)
    run: list[int] = []
    for i, block in enumerate(draft.blocks):
        if block.kind == "footnote":
            continue
        is_short = _is_short_line(draft, block)
        apart = bool(run) and _stand_apart(draft, blocks, run, i)
        if is_short and not apart and not _HEADS_LIST.fullmatch(draft.read(block)):
            run.append(i)
            continue
        _take(blocks, run)
        run = [i] if is_short else []
    _take(blocks, run)
    return Revision(blocks=tuple(blocks))


def _take(blocks: list[Block], run: list[int]) -> None:
    """Make items of the lines of a run that is a list, but for the first."""
    if len(run) >= _FEWEST and blocks[run[0]].kind == "heading":
        for i in run[1:]:
            blocks[i] = replace(blocks[i], kind="list_item", depth=1)


def _stand_apart(draft: Draft, blocks: list[Block], run: list[int], i: int) -> bool:
    """Whether an empty line parts a line from a run that has none between its own."""
    between = [(blocks[a].end, blocks[b].start) for a, b in pairwise([*run[-2:], i])]
    empty = [len(lines(draft.text[start:end])) > 2 for start, end in between]
    return len(empty) > 1 and empty == [False, True]


def _is_short_line(draft: Draft, block: Block) -> bool:
    """Whether a block is a short line of plain type: it could be a heading or an item."""
    words = draft.read(block)
    if block.kind not in ("paragraph", "heading") or block.level is not None or words.isupper():
        return False
    short = len(words.split()) <= 2 * LONGEST and words[:1].isupper()
    bare = words[-1:] not in ".;:!" and not is_no_heading(words) and not YEAR.search(words)
    return short and bare and not is_quotation(words) and not draft.is_bold(block)


RULE = Rule("lost-lists", _revise)
