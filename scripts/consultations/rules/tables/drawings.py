"""Tables that rulings or bars draw in a text, as the lines of their rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.model.text import Interval, Line
from consultations.rules.marks import GRID_RULING, TABLE_RULING

_COLUMNS = re.compile(r"[ ]*(?:-{2,}(?:[ ]+-{2,})+|={2,}(?:[ ]+={2,})+)[ ]*")
"""A ruling that has a stretch for each column: `-----  ---`."""
_WHOLE = re.compile(r"[ ]*(?:-{5,}|={5,})[ ]*")
"""A ruling over all columns."""
_STRETCH = re.compile(r"[-=]+")
_BAR = re.compile(r"(?<!\\)\|")
_BARRED = re.compile(r"[^|\s][^|]*(?:[ ]\|(?:[ ][^|]*)?){2,}")
"""A line with two bars or more between its words, and none at its beginning."""
_FEWEST_BARRED = 3
"""Fewest lines with the same number of bars that are a table without a ruling."""
_LONGEST = 400
"""Most lines of a table."""
CELL_PARAGRAPH = "\N{INFORMATION SEPARATOR ONE}"
"""What stands between two paragraphs of a cell that is put together in one line. It is white space,
but no line end, and none is left of a source's own when tables are read."""


@dataclass(frozen=True)
class DrawnTable:
    """Lines that are one table."""

    rows: Sequence[Sequence[Line]]
    """The lines of each row, the header's first; rulings are none."""
    first: Line
    last: Line
    columns: Sequence[int]
    """Where its columns begin, in characters of a line; none where bars alone part the cells."""


def drawn_tables(text: str, printed: Sequence[Line]) -> Iterator[DrawnTable]:
    """Every table that is drawn in a text, from its lines."""
    drawing = _DrawnLines([text[line.start : line.end].rstrip() for line in printed])
    n = 0
    while n < len(printed):
        found = drawing.table(n)
        if found is None:
            n += 1
            continue
        rows, columns, end = found
        lines_ = [[printed[at] for at in row] for row in rows]
        yield DrawnTable(lines_, printed[n], printed[end - 1], columns)
        n = end


_Found = tuple[list[list[int]], list[int], int]
"""The lines of each row, where columns begin, and the first line after the table."""


class _DrawnLines:
    """The lines of a text, and how far those that are alike go on.

    That is found out once for all of them. To look ahead from each line anew would take time that
    grows with the square of a run that is no table in the end.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._bars = [line.count("|") and len(_BAR.findall(line)) for line in words]
        inner = [line.strip() for line in words]
        self._barred = [_BARRED.fullmatch(line) is not None for line in inner]
        self._edged = [line[:1] == "|" or line[-1:] == "|" for line in inner]
        self._run_ends = _ends(self._bars)
        self._barred_ends = _ends(list(zip(self._bars, self._barred, strict=True)))
        self._edged_ends = _ends(list(zip(self._bars, self._edged, strict=True)))
        self._grid_ends = _ends([line[:1] in ("+", "|") for line in inner])
        self._text_ends = _ends([line != "" for line in inner])
        self._rulings = [n for n, line in enumerate(words) if _is_ruling(line)]
        self._closing = [n for n in self._rulings if not "".join(inner[n + 1 : n + 2])]

    def table(self, n: int) -> _Found | None:
        """The table that begins in line n."""
        words = self._words
        line, below = words[n], words[n + 1] if n + 1 < len(words) else ""
        if GRID_RULING.fullmatch(line):
            return self._grid(n)
        if "|" in line:
            return self._between_bars(n)
        if _is_ruling(line):
            return self._between_rulings(n)
        if line.strip() and _COLUMNS.fullmatch(below) and not (n and words[n - 1].strip()):
            return _under_header(words, n)
        return None

    def _grid(self, n: int) -> _Found | None:
        """Rows between rulings of plus signs."""
        words, end = self._words, self._grid_ends[n]
        if end <= n + 2 or not GRID_RULING.fullmatch(words[end - 1]):
            return None
        rows: list[list[int]] = []
        for at in range(n, end):
            if words[at].strip()[0] == "+":
                rows.append([])
            else:
                rows[-1].append(at)
        columns = [i for i, sign in enumerate(words[n]) if sign == "+"]
        return [row for row in rows if row], columns, end

    def _between_rulings(self, n: int) -> _Found | None:
        """Rows up to the first ruling with an empty line under it; the second may end a header."""
        words, limit = self._words, n + _LONGEST
        i = bisect_left(self._rulings, n)
        near = [at for at in self._rulings[i : i + 2] if at < limit]
        inner = next((at for at in near if _COLUMNS.fullmatch(words[at])), None)
        if inner is None or inner > self._text_ends[n]:
            return None
        i = bisect_right(self._closing, inner)
        last = next((at for at in self._closing[i : i + 1] if at < limit), None)
        if last is None:
            return None
        header = [list(range(n + 1, inner))] if n + 1 < inner else []
        rows = [*header, *_rows(words, range(inner + 1, last), _starts(words[inner]))]
        return (rows, _starts(words[inner]), last + 1) if len(rows) > 1 else None

    def _between_bars(self, n: int) -> _Found | None:
        """Lines with as many bars, the first of which is ruled, or enough of which are alike.

        None has bars at its ends, as Markdown has them: such a line is a row by itself.
        """
        end = self._run_ends[n] if self._bars[n] else n
        if n + 2 < end and TABLE_RULING.fullmatch(self._words[n + 1].strip()):
            is_table = not self._edged[n] and self._is_free(n + 2, end)
            rows = [n, *range(n + 2, end)] if is_table else []
        else:
            is_alike = self._barred[n] and self._barred_ends[n] == end
            is_table = end - n >= _FEWEST_BARRED and is_alike and self._is_free(n, end)
            rows = list(range(n, end)) if is_table else []
        return ([[at] for at in rows], [], end) if rows else None

    def _is_free(self, n: int, end: int) -> bool:
        """Whether no line of [n, end) has bars at its ends."""
        return not self._edged[n] and self._edged_ends[n] == end


def _ends(marks: Sequence[object]) -> list[int]:
    """Of each line, the first after it with another mark."""
    ends = [len(marks)] * len(marks)
    for n in range(len(marks) - 2, -1, -1):
        ends[n] = ends[n + 1] if marks[n] == marks[n + 1] else n + 1
    return ends


def _is_ruling(line: str) -> bool:
    return bool(_COLUMNS.fullmatch(line) or _WHOLE.fullmatch(line))


def _starts(ruling: str) -> list[int]:
    return [stretch.start() for stretch in _STRETCH.finditer(ruling)]


def _under_header(words: Sequence[str], n: int) -> _Found | None:
    """A header, a ruling, and a row a line up to an empty line or another ruling."""
    rows, at = [[n]], n + 2
    while at < len(words) and words[at].strip() and not _is_ruling(words[at]):
        rows.append([at])
        at += 1
    is_closed = at < len(words) and _is_ruling(words[at])
    return (rows, _starts(words[n + 1]), at + is_closed) if len(rows) > 1 else None


def _rows(words: Sequence[str], inside: range, columns: Sequence[int]) -> Iterator[list[int]]:
    """The rows of some lines: parted by empty lines if there are any, else a line each.

    In reStructuredText, whose rulings are equals signs, a row goes on where its first cell is
    empty.
    """
    is_parted = not all(words[at].strip() for at in inside)
    goes_on = "=" in words[inside.stop]
    row: list[int] = []
    for at in inside:
        is_empty = not words[at].strip() or _is_ruling(words[at])
        is_new = not is_parted and not (goes_on and not words[at][: columns[1]].strip())
        if row and (is_empty or is_new):
            yield row
            row = []
        if not is_empty:
            row.append(at)
    if row:
        yield row


def cells_of(text: str, table: DrawnTable, row: Sequence[Line]) -> list[list[Interval]] | None:
    """The pieces of each cell of a row, one for each of its lines that has words.

    None where words stand across the place where two columns part.
    """
    if not table.columns:
        bars = [m.start() for m in _BAR.finditer(text, *row[0])]
        edges = [*bars, row[0].end]
        starts = [row[0].start, *(bar + 1 for bar in bars)]
        return [[piece] for piece in zip(starts, edges, strict=True)]
    is_grid = GRID_RULING.fullmatch(text, *table.first) is not None
    cells: list[list[Interval]] = [[] for _ in table.columns[is_grid:]]
    for line in row:
        edges = [min(line.start + column, line.end) for column in table.columns]
        if not all(_parts(text, line, edge, is_grid) for edge in edges[not is_grid :]):
            return None
        ends = edges[1:] if is_grid else [*edges[1:], line.end]
        for cell, start, end in zip(cells, edges, ends, strict=False):
            piece = start + is_grid, end
            if text[slice(*piece)].strip():
                cell.append(piece)
            if is_grid and text[slice(*piece)].lstrip().startswith(("+-", "-+", "--+")):
                return None  # a cell over several rows
    return cells


def _parts(text: str, line: Line, edge: int, is_grid: bool) -> bool:
    """Whether two columns part at a place of a line."""
    if is_grid:
        return text[edge : edge + 1] == "|"
    return edge == line.end or text[edge - 1].isspace()
