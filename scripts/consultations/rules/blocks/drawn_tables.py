"""Tables that are drawn with blanks alone.

Symptom: lines whose words stand in columns.
Cause: the source is a text in which an author or a converter drew the table.
Remedy: the lines are one table; the blanks between two cells become a tab.
Leaves alone: columns of running text; lines whose words stand in no columns.
Seen in: plain text made from PDF.
"""

from collections.abc import Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, lines
from consultations.rules.rule import Rule

_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
"""Words with one blank between them."""
_FEWEST_ROWS = 3
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
    if len(rows) < _FEWEST_ROWS or len({len(row) for row in cells}) > 1 or len(cells[0]) < 2:
        return []
    columns = list(zip(*cells, strict=True))
    is_short = all(len(cell[0].split()) <= _MOST_WORDS for row in cells for cell in row)
    if not is_short or not all(_is_column(column) for column in columns):
        return []
    return [
        (start + gap.start(), start + gap.end())
        for start, end in rows
        for gap in _GAP.finditer(draft.text[start:end])
    ]


def _is_column(cells: Sequence[re.Match[str]]) -> bool:
    """Whether cells of rows begin, or end, at one place of their lines."""
    return len({cell.start() for cell in cells}) == 1 or len({cell.end() for cell in cells}) == 1


RULE = Rule("drawn-tables", _revise)
