"""Word's tables: their cells, and which of them only lay out a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn

from consultations.intake.readers import cell_words
from consultations.intake.readers.docx.printed import is_covered
from consultations.intake.readers.docx.values import number

_LAYOUT_PARAGRAPHS = 3
"""A cell with this many paragraphs lays out a page, and holds no data."""
_LAYOUT_LENGTH = 700
"""Code points. A cell with so many lays out a page, too."""
_NESTED_LENGTH = 120
"""Code points. A cell with a table in it and so many lays out a page."""
_FEWEST_COLUMNS = 3
"""Columns whose widths are not the same in two tables by chance, or that are data in a form."""
_FEWEST_ROWS = 2
"""Heads of columns, and what stands under them."""
_WIDEST = 64
"""Columns that one cell may span."""

Rows = Sequence[Sequence[Any | None]]
"""Cells by row; None for what a merged cell covers."""


def rows_of(table: Any) -> list[list[Any | None]]:
    """The cells of a table by row, without those of tables inside it."""
    return [cells_of(row) for row in table.iter(qn("w:tr")) if _nearest(row, "w:tbl") is table]


def lays_out(rows: Rows) -> bool:
    """Whether a table only lays out a page: one column, or cells that hold much text or a table.

    Where each column has a head, such a cell is one of a table of prose.
    """
    if _is_headed(rows) and not any(_holds_table(cell) for row in rows for cell in row):
        return False
    if all(sum(cell is not None for cell in row) <= 1 for row in rows):
        return True
    return any(cell is not None and _is_page(cell) for row in rows for cell in row)


def stretches(rows: Rows) -> Iterator[tuple[bool, Rows]]:
    """The rows of a table that lays out a page: those that are data by themselves, and the others.

    A form may have words and their values in rows under one another, between cells of text.
    """
    begin = n = 0
    while n < len(rows):
        end = _end_of_data(rows, n)
        if end - n < _FEWEST_ROWS:
            n += 1
            continue
        if begin < n:
            yield False, rows[begin:n]
        yield True, rows[n:end]
        begin = n = end
    if begin < n:
        yield False, rows[begin:]


def _end_of_data(rows: Rows, begin: int) -> int:
    """Where rows end of which the first heads the columns of the others, and all are short."""
    heads = _places(rows[begin])
    if len(heads) < _FEWEST_COLUMNS or not _is_headed([[rows[begin][n] for n in heads]] * 2):
        return begin
    end = begin + 1
    while end < len(rows) and _places(rows[end]) == heads and all(map(_is_short, rows[end])):
        end += 1
    return end


def _places(row: Sequence[Any | None]) -> list[int]:
    """In which columns the cells of a row begin."""
    return [n for n, cell in enumerate(row) if cell is not None]


def _is_short(cell: Any | None) -> bool:
    said = _paragraphs(cell) if cell is not None else []
    return len(said) <= 1 and all(map(cell_words.is_short, said))


def is_letterhead(table: Any, rows: Rows) -> bool:
    """Whether a table sets lines side by side: one row without any border, with cells of lines."""
    return (
        len(rows) == 1
        and cell_words.is_letterhead(
            ("".join(_paragraphs(cell)), _has_lines(cell)) for cell in rows[0] if cell is not None
        )
        and not any(map(_is_drawn, table.iter(qn("w:tblBorders"), qn("w:tcBorders"))))
        and (table.find(_STYLE) is None or table.find(_BORDERS) is not None)
    )


_STYLE = f"{qn('w:tblPr')}/{qn('w:tblStyle')}"
_BORDERS = f"{qn('w:tblPr')}/{qn('w:tblBorders')}"
"""Where a table names a style, only borders of its own say that it has none of that."""


def _has_lines(cell: Any) -> bool:
    """Whether a cell holds more than one line: paragraphs, or ends of lines within one."""
    return len(_paragraphs(cell)) > 1 or next(cell.iter(qn("w:br")), None) is not None


def _is_drawn(borders: Any) -> bool:
    return any(border.get(qn("w:val")) not in ("nil", "none") for border in borders)


def _is_headed(rows: Rows) -> bool:
    """Whether the first of several rows has a few words of its own in each column."""
    heads = [_paragraphs(cell) if cell is not None else [] for cell in rows[0]] if rows else []
    return (
        len(rows) > 1
        and all(len(row) == len(heads) for row in rows)
        and all(len(head) == 1 for head in heads)
        and cell_words.are_heads([head[0] for head in heads])
    )


def _paragraphs(cell: Any) -> list[str]:
    """The words of each paragraph of a cell that has any."""
    words = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.findall(qn("w:p")))
    return [said for said in words if said.strip()]


def _holds_table(cell: Any | None) -> bool:
    return cell is not None and cell.find(qn("w:tbl")) is not None


def _is_page(cell: Any) -> bool:
    paragraphs = _paragraphs(cell)
    length = sum(len(t.text or "") for t in cell.iter(qn("w:t")))
    much = len(paragraphs) >= _LAYOUT_PARAGRAPHS and length >= _LAYOUT_LENGTH
    return much or (_holds_table(cell) and length >= _NESTED_LENGTH)


def _nearest(element: Any, name: str) -> Any | None:
    return next(element.iterancestors(qn(name)), None)


def cells_of(row: Any) -> list[Any | None]:
    """The cells of a row; None for what a merged cell covers."""
    return list(_cells(row))


def _cells(row: Any) -> Iterator[Any | None]:
    yield from [None] * _width(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    for cell in row.iter(qn("w:tc")):
        if _nearest(cell, "w:tr") is row:
            yield None if is_covered(cell) else cell
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            yield from [None] * (_width(span, 1) - 1)


def _width(said: Any | None, otherwise: int) -> int:
    """How many columns an element says."""
    value = said.get(qn("w:val")) if said is not None else None
    return min(number(value, otherwise), _WIDEST)


Grid = tuple[str, ...]
"""The widths of a table's columns, in twentieths of a point as the file has them."""


def grid_of(table: Any) -> Grid:
    """The widths of a table's columns."""
    grid = table.find(qn("w:tblGrid"))
    columns = () if grid is None else grid.findall(qn("w:gridCol"))
    return tuple(column.get(qn("w:w"), "") for column in columns)


def heads_in_margins(body: Any, headers: Sequence[Any]) -> dict[Grid, Any]:
    """Rows at the top of pages that head the columns of tables of the body, by their grids.

    A form for comments has its heads in the header of the page, in a table whose columns are as
    wide as those of the body, to the twentieth of a point. Where two headers have other words over
    the same columns, neither is known to be meant.

    Args:
        body: of the document.
        headers: the root elements of its headers.
    """
    # That Word prints a first row again on each page says nothing: a template may ask for it.
    wanted = {grid_of(table) for table in body.iter(qn("w:tbl")) if not _is_headed(rows_of(table))}
    found: dict[Grid, Any] = {}
    doubtful: set[Grid] = set()
    for table in (table for header in headers for table in header.iter(qn("w:tbl"))):
        grid, rows = grid_of(table), list(table.iter(qn("w:tr")))
        if len(grid) < _FEWEST_COLUMNS or grid not in wanted or not rows:
            continue
        if not _heads_columns(rows[-1], len(grid)):
            continue
        if _words(found.setdefault(grid, rows[-1])) != _words(rows[-1]):
            doubtful.add(grid)
    return {grid: row for grid, row in found.items() if grid not in doubtful}


def _heads_columns(row: Any, columns: int) -> bool:
    """Whether a row has words in a cell for each of some columns."""
    said = [_paragraphs(cell) if cell is not None else [] for cell in cells_of(row)]
    return len(said) == columns and all(said)


def _words(row: Any) -> str:
    return "".join(t.text or "" for t in row.iter(qn("w:t")))
