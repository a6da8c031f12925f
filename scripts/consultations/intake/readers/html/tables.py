"""Tables of a page: their cells in a grid, and which of them only lay out a page."""

from collections.abc import Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.english.captions import CAPTION
from consultations.intake.readers import cell_words

_WIDEST = 100
"""Columns and rows that one cell may span."""
_PAGE_LENGTH = 1_500
"""A cell of so many code points is no cell of data."""
_LONGEST_CAPTION = 200
"""In code points."""
_NESTED_LENGTH = 120
"""A cell with a table in it lays out a page where it has so many code points."""
_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,5})[.)]|[—–•·-]", re.IGNORECASE)
"""What marks an item: `(1)`, `iv.`, `—`."""
_OF_A_PAGE = ("h1", "h2", "h3")


def lays_out(table: Tag) -> bool:
    """Whether a table only lays out a page, or is too broken to be read as one.

    Where each column has a head, a cell with much text is one of a table of prose.
    """
    cells = [row.find_all(["td", "th"], recursive=False) for row in _rows(table)]
    return (
        table.get("role") in ("presentation", "none")
        or all(len(row) <= 1 for row in cells)
        or _holds_stray_words(table)
        or _is_letterhead(table, cells)
        or any(
            cell.find(_OF_A_PAGE) is not None
            or (len(words := cell.get_text()) > _PAGE_LENGTH and not _is_headed(cells))
            or (len(words) >= _NESTED_LENGTH and cell.find("table") is not None)
            for row in cells
            for cell in row
        )
    )


def _is_letterhead(table: Tag, rows: Sequence[Sequence[Tag]]) -> bool:
    """Whether a table sets lines side by side: one row without any border, with cells of lines."""
    return (
        len(rows) == 1
        and str(table.get("border") or "0") == "0"
        and all(cell.name == "td" for cell in rows[0])
        and not items_of(table)
        and any(map(_has_lines, rows[0]))
    )


def _has_lines(cell: Tag) -> bool:
    return cell.find("br") is not None or len(cell.find_all("p")) > 1


def items_of(table: Tag) -> list[tuple[str, Tag]]:
    """The label and the words of each row of a table that only sets out the items of a list."""
    rows = [row.find_all(["td", "th"], recursive=False) for row in _rows(table)]
    if not all(len(row) == 2 and _LABEL.fullmatch(row[0].get_text().strip()) for row in rows):
        return []
    return [(label.get_text().strip(), words) for label, words in rows if label.name == "td"]


def mark_captions(soup: BeautifulSoup) -> None:
    """Make captions of the paragraphs right above tables that begin as one does: `Table 3`."""
    for table in soup.find_all("table"):
        above = table.find_previous_sibling(True)
        if not isinstance(above, Tag) or above.name != "p":
            continue
        words = " ".join(above.get_text(" ").split())
        if len(words) > _LONGEST_CAPTION or not CAPTION.match(words):
            continue
        if table.find("caption") is None and not lays_out(table):
            above.name = "caption"


def is_caption(e: Tag) -> bool:
    """Whether what a page calls a caption has a table or a picture beside it, in the text."""
    if e.find_parent(["blockquote", "dd", "li", "td", "th"]) is not None:
        return False
    figure = e.find_parent("figure")
    if e.name == "caption" or figure is None:
        return e.name == "caption"
    return figure.find("img") is not None or not all(map(lays_out, figure.find_all("table")))


def grid(table: Tag) -> list[list[Tag | None]]:
    """The cells by row and column; None for what a cell above or to the left covers."""
    covered: dict[int, int] = {}
    rows: list[list[Tag | None]] = []
    for row in _rows(table):
        made: list[Tag | None] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _skip(made, covered)
            height, width = (_span(cell, name) for name in ("rowspan", "colspan"))
            for n in range(width):
                covered[len(made)] = height - 1
                made.append(None if n else cell)
        _skip(made, covered)
        rows.append(made)
    return rows


def _is_headed(rows: Sequence[Sequence[Tag]]) -> bool:
    """Whether the first of several rows has a few words of its own in each column."""
    heads = [" ".join(cell.get_text().split()) for cell in rows[0]]
    is_even = len(rows) > 1 and all(len(row) <= len(heads) for row in rows)
    return is_even and cell_words.are_heads(heads)


def _skip(made: list[Tag | None], covered: dict[int, int]) -> None:
    while covered.get(len(made), 0) > 0:
        covered[len(made)] -= 1
        made.append(None)


def _rows(table: Tag) -> list[Tag]:
    """The rows of a table as they are shown: those of its foot last, wherever they stand."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    return sorted(rows, key=lambda row: row.parent is not None and row.parent.name == "tfoot")


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "1")
    return min(max(int(written), 1), _WIDEST) if written.isdigit() and len(written) < 5 else 1


def _holds_stray_words(table: Tag) -> bool:
    """Whether a table has words outside its cells, as broken markup has."""
    return any(
        string.strip() and string.find_parent(["td", "th", "caption"]) is None
        for string in table.find_all(string=True)
    )
