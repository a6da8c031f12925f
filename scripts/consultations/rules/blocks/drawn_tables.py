"""Tables that are drawn with blanks alone.

Symptom: lines whose words stand in columns, with or without empty lines between the rows; cells
that run over two lines.
Cause: the source is a text in which an author or a converter drew the table.
Remedy: the lines are one table; the blanks between two cells become a tab, and a row of several
lines becomes one.
Leaves alone: columns of running text; lines whose words stand in no columns; numbers or marks with
what they count; a form's labels and what was filled in, with empty lines between.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, lines
from consultations.rules.blank_columns import (
    BlankColumns,
    PrintedCell,
    cells_of,
    columns_of,
    rows_of,
)
from consultations.rules.rule import Rule

_REASON = "blanks between the columns of a table"
_MOST_LINES = 3
"""Lines of a row at most, where empty lines part the rows."""


@dataclass(frozen=True)
class _Rows:
    """The lines of a paragraph, each with its cells."""

    places: Sequence[Interval]
    cells: Sequence[Sequence[PrintedCell]]

    @property
    def is_row(self) -> bool:
        """Whether they may be one row of a table whose rows empty lines part."""
        return len(self.cells) <= _MOST_LINES and any(len(line) > 1 for line in self.cells)


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    at = 0
    while at < len(draft.blocks):
        end, rewritten = _table(draft, at)
        if end == at:
            blocks.append(draft.blocks[at])
            at += 1
            continue
        proposals += rewritten
        spans = tuple(span for block in draft.blocks[at:end] for span in block.spans)
        blocks.append(Block("table", spans))
        at = end
    return Revision(tuple(proposals), tuple(blocks))


def _table(draft: Draft, at: int) -> tuple[int, list[Proposal]]:
    """The first block after the table that begins with block `at`, and how its lines are put."""
    first = _read(draft, draft.blocks[at])
    if first is None or draft.blocks[at].kind != "paragraph":
        return at, []
    if columns := columns_of(first.cells, apart=False):
        rewritten = list(_rewritten(draft, [first], columns))
        return (at + 1, rewritten) if rewritten else (at, [])
    run = [first] if first.is_row else []
    for block in draft.blocks[at + 1 :]:
        rows = _read(draft, block) if run else None
        if (
            rows is None
            or not rows.is_row
            or "\f" in draft.text[run[-1].places[-1][1] : block.start]
        ):
            break
        run.append(rows)
    while len(run) > 1:
        columns = columns_of([line for rows in run for line in rows.cells], apart=True)
        rewritten = list(_rewritten(draft, run, columns)) if columns else []
        if rewritten:
            return at + len(run), rewritten
        run.pop()
    return at, []


def _read(draft: Draft, block: Block) -> _Rows | None:
    """The lines of a block and their cells; None of what is no paragraph and no item."""
    if block.kind not in ("paragraph", "list_item") or len(block.spans) > 1:
        return None
    start = draft.text.rfind("\n", 0, block.start) + 1
    inside = lines(draft.text[start : block.end])
    places = [(start + line.start, start + line.end) for line in inside]
    places = [(a, b) for a, b in places if draft.text[a:b].strip()]
    return _Rows(places, [cells_of(draft.text[a:b]) for a, b in places])


def _rewritten(draft: Draft, groups: Sequence[_Rows], columns: BlankColumns) -> Iterator[Proposal]:
    """The rows with tabs between their cells; nothing where some lines are no rows."""
    places = [place for rows in groups for place in rows.places]
    cells = [line for rows in groups for line in rows.cells]
    found: list[Proposal] = []
    for row in rows_of([rows.cells for rows in groups], columns):
        read = columns.row([cells[n] for n in row])
        if read is None:
            return
        found += _row(draft, [places[n] for n in row], [cells[n] for n in row], read)
    yield from found


def _row(
    draft: Draft,
    places: Sequence[Interval],
    cells: Sequence[Sequence[PrintedCell]],
    read: Sequence[Sequence[str]],
) -> Iterator[Proposal]:
    start, end = places[0][0], places[-1][1]
    if len(places) > 1 or len(cells[0]) < len(read):
        words = "\t".join(" ".join(cell) for cell in read)
        if words != draft.text[start:end]:
            yield Proposal(start, end, words, "spacing", _REASON)
        return
    for left, right in zip(cells[0], cells[0][1:], strict=False):
        yield Proposal(start + left.end, start + right.start, "\t", "spacing", _REASON)


RULE = Rule("drawn-tables", _revise, changes_letters=True)
