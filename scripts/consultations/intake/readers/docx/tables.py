"""The tables of a Word document: their cells, and whether one is data or only lays out a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn

_PARAGRAPHS = 3
"""Paragraphs with words in one cell, from which on it may lay out a page."""
_LENGTH = 700
"""Code points that such a cell has at least. A cell of data is shorter, or one paragraph."""
_WIDEST = 64
"""Columns over which one cell may be merged; a file may claim any number."""


def cells_of(table: Any) -> list[list[Any | None]]:
    """The cells of a table by row, without those of tables inside it; None where one is merged."""
    rows = (row for row in table.iter(qn("w:tr")) if _nearest(row, "w:tbl") is table)
    return [list(_cells(row)) for row in rows]


def lays_out(rows: Sequence[Sequence[Any | None]]) -> bool:
    """Whether a table only lays out a page: it has one column, or a cell with a page's text.

    Text of several paragraphs was put into a cell so that it stands beside other text. It is read
    as if there were no table.
    """
    if all(sum(cell is not None for cell in row) <= 1 for row in rows):
        return True
    return any(_holds_page(cell) for row in rows for cell in row if cell is not None)


def _holds_page(cell: Any) -> bool:
    """Whether a cell holds another table, or much text in several paragraphs."""
    if cell.find(qn("w:tbl")) is not None:
        return True
    paragraphs = sum(bool(_text(p).strip()) for p in cell.findall(qn("w:p")))
    return paragraphs >= _PARAGRAPHS and len(_text(cell)) >= _LENGTH


def _text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def _nearest(element: Any, tag: str) -> Any:
    """The innermost element of a kind around this one; None where there is none."""
    at = element.getparent()
    while at is not None and at.tag != qn(tag):
        at = at.getparent()
    return at


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
        width = int(span.get(qn("w:val"), "1")) if span is not None else 1
        yield from [None] * (min(width, _WIDEST) - 1)
