"""Word's tables: their cells, and which of them only lay out a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn

_LAYOUT_PARAGRAPHS = 3
"""A cell of so many paragraphs lays out a page, and is no cell of data."""
_LAYOUT_LENGTH = 700
"""And so is one of so many code points."""
_NESTED_LENGTH = 120
"""A cell with a table in it lays out a page where it has so many code points."""
_WIDEST = 64
"""Columns that one cell may span."""

Rows = Sequence[Sequence[Any | None]]
"""Cells by row; None for what a merged cell covers."""


def rows_of(table: Any) -> list[list[Any | None]]:
    """The cells of a table by row, without those of tables inside it and of rows taken out."""
    return [list(_cells(row)) for row in table.iter(qn("w:tr")) if _of(row, table)]


def deleted_rows(table: Any) -> Iterator[Any]:
    """The rows that a tracked change takes out."""
    for row in table.iter(qn("w:tr")):
        if _nearest(row, "w:tbl") is table and _is_deleted(row):
            yield row


def lays_out(rows: Rows) -> bool:
    """Whether a table only lays out a page: one column, or cells that hold much text or a table."""
    if all(sum(cell is not None for cell in row) <= 1 for row in rows):
        return True
    return any(cell is not None and _is_page(cell) for row in rows for cell in row)


def _is_page(cell: Any) -> bool:
    paragraphs = [
        p
        for p in cell.findall(qn("w:p"))
        if "".join(t.text or "" for t in p.iter(qn("w:t"))).strip()
    ]
    length = sum(len(t.text or "") for t in cell.iter(qn("w:t")))
    much = len(paragraphs) >= _LAYOUT_PARAGRAPHS and length >= _LAYOUT_LENGTH
    return much or (cell.find(qn("w:tbl")) is not None and length >= _NESTED_LENGTH)


def _nearest(element: Any, name: str) -> Any | None:
    return next(element.iterancestors(qn(name)), None)


def _of(row: Any, table: Any) -> bool:
    """Whether a row is one of this table that stands, and not of one inside it."""
    return _nearest(row, "w:tbl") is table and not _is_deleted(row)


def _is_deleted(row: Any) -> bool:
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None


def _cells(row: Any) -> Iterator[Any | None]:
    """The cells of a row; None for what a merged cell covers."""
    for cell in row.iter(qn("w:tc")):
        if _nearest(cell, "w:tr") is not row:
            continue
        properties = cell.find(qn("w:tcPr"))
        merged = properties.find(qn("w:vMerge")) if properties is not None else None
        continued = merged is not None and merged.get(qn("w:val")) != "restart"
        yield None if continued else cell
        span = properties.find(qn("w:gridSpan")) if properties is not None else None
        width = span.get(qn("w:val"), "1") if span is not None else "1"
        yield from [None] * (min(int(width) if width.isdigit() else 1, _WIDEST) - 1)
