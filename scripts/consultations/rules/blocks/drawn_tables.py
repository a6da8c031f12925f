r"""Tables that are drawn with signs, or with blanks alone.

Symptom: rows between rulings of hyphens and plus signs; rows whose cells are parted by bars, with a
ruling of hyphens under the first; lines whose words stand in columns.
Cause: the source is a text in which an author or a converter drew the table.
Remedy: the lines are one table. Where blanks part the cells, they become a tab.
Leaves alone: columns of running text; lines whose words stand in no columns. A drawn table whose
cells run over several lines is a finding: which words are one cell is not known.
Seen in: Markdown of other converters, plain text made from PDF.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.text import Interval, lines
from consultations.rules.marks import GRID_RULING, TABLE_RULING
from consultations.rules.rule import Rule

_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
"""Words with one blank between them."""
_FEWEST_ROWS = 3
_MOST_WORDS = 6
"""Words of a cell. What is longer is a line of a text that is set in columns."""


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    findings: list[Finding] = []
    for run in _runs(draft):
        if len(run) > 1 and _is_grid(draft, run):
            if _has_long_cells(draft, run):
                findings.append(_unread(draft, run[0]))
                blocks += run
            else:
                blocks.append(Block("table", ((run[0].start, run[-1].end),)))
            continue
        for block in run:
            gaps = _gaps(draft, block)
            proposals += [
                Proposal(*gap, "\t", "spacing", "blanks between the columns of a table")
                for gap in gaps
            ]
            is_table = bool(gaps) or _has_bars(draft, block)
            blocks.append(replace(block, kind="table") if is_table else block)
    return Revision(tuple(proposals), tuple(blocks), findings=tuple(findings))


def _rows(draft: Draft, block: Block) -> list[Interval]:
    """The lines of a block that have words."""
    inside = lines(draft.text[block.start : block.end])
    found = [(block.start + line.start, block.start + line.end) for line in inside]
    return [(start, end) for start, end in found if draft.text[start:end].strip()]


def _runs(draft: Draft) -> Iterator[list[Block]]:
    """The blocks, together as long as no empty line parts them."""
    run: list[Block] = []
    for block in draft.blocks:
        if run and len(lines(draft.text[run[-1].end : block.start])) > 2:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _is_grid(draft: Draft, run: Sequence[Block]) -> bool:
    """Whether blocks are rows between rulings, from the first line to the last."""
    ends = [_rows(draft, run[0])[:1], _rows(draft, run[-1])[-1:]]
    is_ruled = all(GRID_RULING.fullmatch(draft.text, *row) for end in ends for row in end)
    return is_ruled and all(
        block.kind == "table" or GRID_RULING.match(draft.text, block.start) for block in run
    )


def _has_long_cells(draft: Draft, run: Sequence[Block]) -> bool:
    """Whether two lines of a drawn table follow each other without a ruling between them."""
    rulings = [
        GRID_RULING.fullmatch(draft.text, *row) is not None
        for block in run
        for row in _rows(draft, block)
    ]
    return any(not a and not b for a, b in pairwise(rulings))


def _unread(draft: Draft, block: Block) -> Finding:
    return Finding(
        code="table-not-read",
        severity="warning",
        what="a drawn table has cells of several lines, and stands as text",
        hint="give it as a table with bars, one line for each row, in the transcript",
        place=draft.locate(block.start),
    )


def _has_bars(draft: Draft, block: Block) -> bool:
    """Whether the second line of a paragraph rules the first, and all have as many bars."""
    rows = _rows(draft, block) if block.kind == "paragraph" else []
    if len(rows) < 2 or not TABLE_RULING.fullmatch(draft.text[slice(*rows[1])].strip()):
        return False
    bars = {len(_BAR.findall(draft.text, *row)) for row in rows}
    return len(bars) == 1 and bars != {0}


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
