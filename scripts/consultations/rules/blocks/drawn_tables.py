"""Tables that are drawn with blanks alone.

Symptom: lines whose words stand in columns.
Cause: the source is a text in which an author or a converter drew the table.
Remedy: the lines are one table; the blanks between two cells become a tab.
Leaves alone: columns of running text; lines whose words stand in no columns.
Seen in: plain text made from PDF.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, lines
from consultations.rules.rule import Rule

_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
"""Words with one blank between them."""
_FEWEST_ROWS = 3
_NEAR = 2
"""Columns of characters by which a converter may set a cell beside its place."""
_MOST_WORDS = 6
"""Words of a cell. What is longer is a line of a text that is set in columns."""


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    for block in draft.blocks:
        gaps = _gaps(draft, block)
        proposals += [
            Proposal(*gap, "\t", "spacing", "blanks between the columns of a table") for gap in gaps
        ]
        blocks.append(replace(block, kind="table") if gaps else block)
    return Revision(tuple(proposals), tuple(blocks))


def _rows(draft: Draft, block: Block) -> list[Interval]:
    """The lines of a block that have words."""
    inside = lines(draft.text[block.start : block.end])
    found = [(block.start + line.start, block.start + line.end) for line in inside]
    return [(start, end) for start, end in found if draft.text[start:end].strip()]


def _gaps(draft: Draft, block: Block) -> list[Interval]:
    """The blanks between the columns of a paragraph whose lines are rows; none where it is text."""
    rows = _rows(draft, block) if block.kind == "paragraph" else []
    cells = [list(_CELL.finditer(draft.text[start:end])) for start, end in rows]
    if len(rows) < _FEWEST_ROWS or not _are_columns(cells):
        return []
    has_corner = len(cells[0]) == len(cells[1])
    corner = [] if has_corner else [(rows[0][0], rows[0][0] + cells[0][0].start())]
    return corner + [
        (start + gap.start(), start + gap.end())
        for start, end in rows
        for gap in _GAP.finditer(draft.text[start:end])
    ]


def _are_columns(cells: Sequence[Sequence[re.Match[str]]]) -> bool:
    """Whether the cells of rows stand in columns, each with a free space beside it.

    The corner over the first column may be empty.
    """
    first, *others = ([cell.span() for cell in row] for row in cells)
    width = len(others[0])
    if width < 2 or {len(row) for row in others} != {width} or width - len(first) not in (0, 1):
        return False
    if not all(len(cell[0].split()) <= _MOST_WORDS for row in cells for cell in row):
        return False
    columns = [list(column) for column in zip(*others, strict=True)]
    for column, head in zip(columns[width - len(first) :], first, strict=True):
        column.append(head)
    parted = all(
        max(end for _, end in left) < min(start for start, _ in right)
        for left, right in pairwise(columns)
    )
    return parted and all(map(_is_column, columns))


def _is_column(cells: Sequence[Interval]) -> bool:
    """Whether cells of rows begin, end or stand at one place of their lines, or nearly so."""
    starts, ends = [start for start, _ in cells], [end for _, end in cells]
    near = max(starts) - min(starts) <= _NEAR or max(ends) - min(ends) <= _NEAR
    return near or max(starts) < min(ends)


RULE = Rule("drawn-tables", _revise)
