"""Columns that blanks alone part: which lines of a text are rows, and which words are one cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.model.text import Interval
from consultations.rules.marks import BULLET

_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
"""Words with one blank between them."""
_MOST_WORDS = 6
"""Words of a cell's line. What is longer is a line of a text that is set in columns."""
_FEWEST_ROWS = 3
_NEAR = 2
"""BlankColumns of characters by which a converter may set a cell beside its place."""
_MARK = re.compile(r"[(\[]?[A-Za-z]{0,2}\d{0,3}(?:\.\d{1,3}){0,3}[a-z]?[)\].:]?|[-–—•*o]")
"""The mark of an item, or a number: a column of them makes a list of what stands beside it."""


@dataclass(frozen=True)
class PrintedCell:
    """The words of one line in one cell, with the places of the line's characters they take."""

    start: int
    end: int
    words: str


def cells_of(line: str) -> list[PrintedCell]:
    """The cells of a line, which two blanks or more part; a bullet goes with the words after it."""
    bullet = BULLET.match(line.lstrip(" "))
    begin = len(line) - len(line.lstrip(" ")) + (bullet.end() if bullet else 0)
    found = [PrintedCell(m.start(), m.end(), m[0]) for m in _CELL.finditer(line, begin)]
    if bullet and found:
        start = line.index(line.strip()[0])
        found[0] = PrintedCell(start, found[0].end, f"{line.strip()[0]} {found[0].words}")
    return found


@dataclass(frozen=True)
class BlankColumns:
    """Where the columns of some lines stand: the first and the last place that each takes."""

    places: Sequence[Interval]

    def column(self, cell: PrintedCell) -> int | None:
        """Which column a cell stands over or under; None where it is none, or several."""
        over = [
            n for n, (start, end) in enumerate(self.places) if cell.start < end and start < cell.end
        ]
        return over[0] if len(over) == 1 else None

    def row(self, lines: Sequence[Sequence[PrintedCell]]) -> list[list[str]] | None:
        """The words of each cell of a row, a line each; None where the lines are no row."""
        row: list[list[str]] = [[] for _ in self.places]
        for line in lines:
            taken = [self.column(cell) for cell in line]
            if None in taken or len(set(taken)) < len(taken):
                return None
            for cell, column in zip(line, taken, strict=True):
                row[column or 0].append(cell.words)
        return row


def columns_of(lines: Sequence[Sequence[PrintedCell]], *, apart: bool) -> BlankColumns | None:
    """The columns in which the cells of some lines stand; None where they stand in none.

    Args:
        lines: of what may be a table, with the cells of each.
        apart: whether empty lines part them; two columns must then be short throughout.
    """
    width = max((len(line) for line in lines), default=0)
    full = [line for line in lines if len(line) == width]
    if width < 2 or len(full) < _FEWEST_ROWS - 1 or len(lines) < _FEWEST_ROWS:
        return None
    if any(len(cell.words.split()) > _MOST_WORDS for line in lines for cell in line):
        return None
    columns = list(zip(*full, strict=True))
    if all(_MARK.fullmatch(cell.words) for cell in columns[0]):
        return None
    if apart and width == 2 and not _is_short(columns):
        return None
    places = [(min(c.start for c in column), max(c.end for c in column)) for column in columns]
    parted = all(left[1] < right[0] for left, right in pairwise(places))
    # Rows of the first column may be set further in, under one that names them all.
    return BlankColumns(places) if parted and all(map(_is_column, columns[1:])) else None


def _is_short(columns: Sequence[Sequence[PrintedCell]]) -> bool:
    """Whether two columns begin at one place each, and have no sentence and no colon."""
    ends = (cell.words[-1] for column in columns for cell in column)
    starts = ({cell.start for cell in column} for column in columns)
    return all(max(places) - min(places) <= _NEAR for places in starts) and not any(
        end in ".:;?" for end in ends
    )


def _is_column(cells: Sequence[PrintedCell]) -> bool:
    """Whether cells of rows begin, end or stand at one place of their lines, or nearly so."""
    starts, ends = [cell.start for cell in cells], [cell.end for cell in cells]
    near = max(starts) - min(starts) <= _NEAR or max(ends) - min(ends) <= _NEAR
    return near or max(starts) < min(ends)


def rows_of(
    groups: Sequence[Sequence[Sequence[PrintedCell]]], columns: BlankColumns
) -> Iterator[list[int]]:
    """The lines of each row, by their places among all lines of the groups that empty lines part.

    Where there are several groups, each is a row. In one group a line is a row; but one that leaves
    the first column empty, or begins in lower case, goes on with the row above.
    """
    at = 0
    for group in groups:
        row: list[int] = []
        for line in group:
            first = line[0].words
            goes_on = len(groups) > 1 or columns.column(line[0]) != 0 or first[:1].islower()
            if row and not (goes_on and len(line) < len(columns.places)):
                yield row
                row = []
            row.append(at)
            at += 1
        if row:
            yield row
