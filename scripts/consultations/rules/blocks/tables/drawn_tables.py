"""Tables that are drawn with blanks alone.

Symptom: lines whose words stand in columns, with or without empty lines between the rows; cells
that run over two lines.
Cause: the source is a text in which an author or a converter drew the table.
Remedy: the lines are one table; the blanks between two cells become a tab, and a row of several
lines becomes one. A caption right over them and a line right under them that says whence they are
are paragraphs. Under a line of short heads the cells may be of any length, where empty lines part
three rows or more and every cell begins where a head does.
Leaves alone: columns of running text; lines whose words stand in no columns; numbers or marks with
what they count; a form's labels and what was filled in, with empty lines between.
Seen in: plain text made from PDF.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, takewhile

from consultations import patterns as re
from consultations.english.captions import CAPTION
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, lines
from consultations.rules.rule import Rule
from consultations.rules.tables.blank_columns import (
    BlankColumns,
    PrintedCell,
    cells_of,
    columns_by_line,
    is_counted,
    rows_of,
    under_heads,
)

_SOURCE = re.compile(r"[ \t]*Sources?[ ]?:[ \t]\S")
_REASON = "blanks between the columns of a table"
_MOST_ROWS = 200
"""Rows of a table at most under heads, which empty lines part."""
_FEWEST_BESIDE = 2
"""Heads beside the first one, where that is over numbers and words."""
_MOST_LINES = 3
"""Most lines of a row, where empty lines part the rows."""


@dataclass(frozen=True)
class _Rows:
    """The lines of a paragraph, each with its cells."""

    places: Sequence[Interval]
    cells: Sequence[Sequence[PrintedCell]]

    @property
    def is_row(self) -> bool:
        """Whether they may be one row of a table whose rows empty lines part."""
        return len(self.cells) <= _MOST_LINES and any(len(line) > 1 for line in self.cells)


@dataclass(frozen=True)
class _Runs:
    """The paragraphs of a text, and which of them may be the rows of one table."""

    groups: Sequence[_Rows | None]
    """What each block is as rows; None of what is no paragraph and no item."""
    ends: Sequence[int]
    """For each block the first one after it that cannot be a row of a table that it begins."""
    offsets: Sequence[int]
    """How many lines the blocks before each have, and all."""
    cells: Sequence[Sequence[PrintedCell]]
    """Those of each line of all blocks."""
    counted: Sequence[bool]
    """Of each line whether it begins with the mark of an item."""

    @classmethod
    def of(cls, draft: Draft) -> "_Runs":
        groups = [_read(draft, block) for block in draft.blocks]
        ends = list(range(1, len(groups) + 1))
        for n in range(len(groups) - 2, -1, -1):
            if _is_run(draft, groups[n], groups[n + 1], draft.blocks[n + 1].start):
                ends[n] = ends[n + 1]
        cells = [line for rows in groups if rows for line in rows.cells]
        offsets = list(accumulate((len(rows.cells) if rows else 0 for rows in groups), initial=0))
        return cls(groups, ends, offsets, cells, [is_counted(line) for line in cells])

    def columns(self, at: int) -> Iterator[tuple[int, BlankColumns]]:
        """Where a table that begins with block `at` may end, the last first, and its columns."""
        first, last = self.offsets[at], self.offsets[self.ends[at]]
        if all(self.counted[first:last]):
            return
        found = list(columns_by_line(self.cells[first:last], apart=True))
        seen = bisect_right(self.offsets, first + len(found)) - 1
        for end in range(min(seen, self.ends[at]), at + 1, -1):
            if columns := found[self.offsets[end] - first - 1]:
                yield end, columns


def _is_run(draft: Draft, rows: _Rows | None, under: _Rows | None, start: int) -> bool:
    """Whether two blocks may be rows of one table, of which the second begins at `start`."""
    if rows is None or under is None or not (rows.is_row and under.is_row):
        return False
    return "\f" not in draft.text[rows.places[-1][1] : start]


def _parted(draft: Draft, block: Block) -> Iterator[Block]:
    """A block; apart from it a caption over a table with what is above, and whence a table is."""
    if block.kind != "paragraph" or len(block.spans) > 1:
        yield block
        return
    inside = [
        (block.start + a, block.start + b) for a, b in lines(draft.text[slice(*block.spans[0])])
    ]
    is_row = [len(cells_of(draft.text[a:b])) > 1 for a, b in inside]
    under = next((n for n, (a, b) in enumerate(pairwise(is_row), 1) if b and not a), 0)
    above = inside[under - 1] if under else None
    if above and CAPTION.match(draft.text[slice(*above)].lstrip()):
        heads = [inside[: under - 1], inside[under - 1 : under]]
    else:
        heads, under = [], 0
    tail = len(inside) - (len(inside) > 1 and is_row[-2] and _is_source(draft, inside[-1]))
    for part in (*heads, inside[under:tail], inside[tail:]):
        if part:
            yield replace(block, spans=((part[0][0], part[-1][1]),))


def _is_source(draft: Draft, line: Interval) -> bool:
    """Whether a line says whence a table is."""
    return _SOURCE.match(draft.text, *line) is not None


def _revise(draft: Draft) -> Revision:
    draft = replace(draft, blocks=tuple(part for b in draft.blocks for part in _parted(draft, b)))
    runs = _Runs.of(draft)
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    at = 0
    while at < len(draft.blocks):
        end, rewritten = _table(draft, runs, at)
        if end == at:
            blocks.append(draft.blocks[at])
            at += 1
            continue
        proposals += rewritten
        spans = tuple(span for block in draft.blocks[at:end] for span in block.spans)
        blocks.append(Block("table", spans))
        at = end
    return Revision(tuple(proposals), tuple(blocks))


def _table(draft: Draft, runs: _Runs, at: int) -> tuple[int, list[Proposal]]:
    """The first block after the table that begins with block `at`, and how its lines are put."""
    first = runs.groups[at]
    if first is None or draft.blocks[at].kind != "paragraph":
        return at, []
    alone = list(columns_by_line(first.cells, apart=False))
    columns = alone[-1] if alone and len(alone) == len(first.cells) else None
    if columns is not None:
        rewritten = list(_rewritten([first], columns))
        return (at + 1, rewritten) if rewritten else (at, [])
    count, rewritten = _under_heads(runs, at)
    if rewritten:
        return at + count, rewritten
    for end, apart in runs.columns(at):
        run = [rows for rows in runs.groups[at:end] if rows]
        if rewritten := list(_rewritten(run, apart)):
            return end, rewritten
    return at, []


def _read(draft: Draft, block: Block) -> _Rows | None:
    """The lines of a block and their cells; None of what is no paragraph and no item."""
    if block.kind not in ("paragraph", "list_item") or len(block.spans) > 1:
        return None
    start = draft.text.rfind("\n", 0, block.start) + 1
    inside = lines(draft.text[start : block.end])
    places = [(start + line.start, start + line.end) for line in inside]
    places = [(a, b) for a, b in places if draft.text[a:b].strip()]
    return _Rows(places, _numbered_rows([cells_of(draft.text[a:b]) for a, b in places]))


def _numbered_rows(cells: Sequence[Sequence[PrintedCell]]) -> Sequence[Sequence[PrintedCell]]:
    """The cells of some lines, the number of each row with its words if one head is over both.

    So the head `Option` stands over `1   Light all lamps`, and two heads or more beside it. A head
    over figures, as `2009` over `1   12`, is not that of the numbers: theirs has no head.
    """
    heads, *rows = cells or [()]
    is_numbered = len(heads) > _FEWEST_BESIDE and len(rows) > 1
    if not is_numbered or not all(len(r) == len(heads) + 1 and is_counted(r) for r in rows):
        return cells
    in_words = sum(not any(map(str.isdigit, words.words)) for _, words, *_ in rows)
    if in_words * 2 <= len(rows) or any(heads[0].start > number.end for number, *_ in rows):
        return cells
    joined = [PrintedCell(a.start, b.end, f"{a.words} {b.words}") for a, b, *_ in rows]
    return [heads, *([one, *row[2:]] for one, row in zip(joined, rows, strict=True))]


def _under_heads(runs: _Runs, at: int) -> tuple[int, list[Proposal]]:
    """How many blocks from one on are a table under its heads, and how its lines are put.

    Each block is a row there, however many lines it has.
    """
    near = [rows for rows in takewhile(bool, runs.groups[at : at + _MOST_ROWS]) if rows]
    if len(near[0].cells) > 1 or len(near[0].cells[0]) == 1:
        return 0, []
    count, columns = under_heads([rows.cells for rows in near])
    read = [columns.row(rows.cells) for rows in near[:count]]
    if not all(read):
        return 0, []
    return count, [
        proposal
        for rows, cells in zip(near, read, strict=False)
        for proposal in _row(rows.places, rows.cells, cells or [])
    ]


def _rewritten(groups: Sequence[_Rows], columns: BlankColumns) -> Iterator[Proposal]:
    """The rows with tabs between their cells; nothing where some lines are no rows."""
    places = [place for rows in groups for place in rows.places]
    cells = [line for rows in groups for line in rows.cells]
    found: list[Proposal] = []
    for row in rows_of([rows.cells for rows in groups], columns):
        read = columns.row([cells[n] for n in row])
        if read is None:
            return
        found += _row([places[n] for n in row], [cells[n] for n in row], read)
    yield from found


def _row(
    places: Sequence[Interval],
    cells: Sequence[Sequence[PrintedCell]],
    read: Sequence[Sequence[str]],
) -> Iterator[Proposal]:
    start, end = places[0][0], places[-1][1]
    if len(places) > 1 or len(cells[0]) < len(read):
        words = "\t".join(" ".join(cell) for cell in read)
        yield Proposal(start, end, words, "spacing", _REASON)
        return
    for left, right in pairwise(cells[0]):
        yield Proposal(start + left.end, start + right.start, "\t", "spacing", _REASON)


RULE = Rule("drawn-tables", _revise, changes_letters=True)
