"""Columns that blanks alone part: which lines of a text are rows, and which words are one cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from consultations import patterns as re
from consultations.model.text import Interval
from consultations.rules.marks import BULLET

CELL = re.compile(r"\S+(?:[ ]\S+)*")
"""Words with one blank between them."""
_MOST_WORDS = 6
"""Words of a cell's line. What is longer is a line of a text that is set in columns."""
_FEWEST_ROWS = 3
_MOST_OF_HEAD = 4
"""Most words of a head."""
_MOST_LINES = 12
"""Most lines of a row under heads."""
_FAR = 10_000
"""The end of the last column: no line is so long."""
_NEAR = 2
"""Columns of characters by which a converter may set a cell beside its place."""
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
    start = len(line) - len(line.lstrip(" "))
    bullet = BULLET.match(line, start)
    if bullet is None or not line[bullet.end() :].strip():
        return [PrintedCell(m.start(), m.end(), m[0]) for m in CELL.finditer(line, start)]
    first, *others = CELL.finditer(line, bullet.end())
    return [
        PrintedCell(start, first.end(), f"{bullet[0].rstrip()} {first[0]}"),
        *(PrintedCell(m.start(), m.end(), m[0]) for m in others),
    ]


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
            taken = [n for cell in line if (n := self.column(cell)) is not None]
            if len(set(taken)) < len(line):
                return None
            for cell, column in zip(line, taken, strict=True):
                row[column].append(cell.words)
        return row

    def has_row(self, lines: Sequence[Sequence[PrintedCell]]) -> bool:
        """Whether each cell of some lines begins where a column does, from the first one on."""
        starts = [start + _NEAR for start, _ in self.places]
        found = [(cell, self.column(cell)) for line in lines for cell in line]
        is_even = all(n is not None and abs(cell.start - starts[n]) <= _NEAR for cell, n in found)
        return is_even and len(lines) <= _MOST_LINES and found[0][1] == 0 and len(lines[0]) > 1


@dataclass
class _Reach:
    """The cells of one column, and how far they reach."""

    starts: Interval
    """The first place at which one begins, and the last."""
    ends: Interval

    @classmethod
    def of(cls, cell: PrintedCell) -> "_Reach":
        """How far one cell reaches."""
        return cls((cell.start, cell.start), (cell.end, cell.end))

    def with_cell(self, cell: PrintedCell) -> "_Reach":
        """The same with one cell more."""
        return _Reach(_wider(self.starts, cell.start), _wider(self.ends, cell.end))

    @property
    def is_straight(self) -> bool:
        """Whether its cells begin, end or stand at one place of their lines, or nearly so."""
        near = any(last - first <= _NEAR for first, last in (self.starts, self.ends))
        return near or self.starts[1] < self.ends[0]


@dataclass
class _CellColumns:
    """The columns of lines of one number of cells, while they are read."""

    reach: list[_Reach]
    full: int = 0
    """Lines that have a cell in each of them."""
    counted: bool = True
    """Whether the first one is of the marks or numbers of items."""
    stand: bool = True
    """Whether all stand apart, and are short where they must be."""

    @property
    def width(self) -> int:
        """How many there are."""
        return len(self.reach)

    def take(self, line: Sequence[PrintedCell], *, apart: bool) -> None:
        """Take in a line with a cell for each; `apart` as `columns_by_line` has it."""
        self.full += 1
        self.reach = [one.with_cell(cell) for one, cell in zip(self.reach, line, strict=True)]
        self.counted = self.counted and is_counted(line)
        is_short = not apart or self.width > 2 or _are_short(self.reach, line)
        self.stand = is_short and _stand(self.reach)

    @property
    def are_of_table(self) -> bool:
        """Whether enough lines fill them, and they are no list of numbered items."""
        return self.stand and not self.counted and self.full >= _FEWEST_ROWS - 1

    def places(self) -> BlankColumns:
        """Where they stand."""
        return BlankColumns([(one.starts[0], one.ends[1]) for one in self.reach])


def _wider(places: Interval, place: int) -> Interval:
    return min(places[0], place), max(places[1], place)


def is_counted(line: Sequence[PrintedCell]) -> bool:
    """Whether the first cell of a line is the mark or the number of an item."""
    return _MARK.fullmatch(line[0].words) is not None


def columns_by_line(
    lines: Sequence[Sequence[PrintedCell]], *, apart: bool
) -> Iterator[BlankColumns | None]:
    """For each line the columns in which the cells stand down to it; None where they are in none.

    The columns are those of the lines with the most cells. It ends before the last line where no
    more lines can make a table of what it has seen: a text may have thousands that are nearly rows.

    Args:
        lines: of what may be a table, with the cells of each.
        apart: whether empty lines part them; two columns must then be short throughout.
    """
    widest = max(map(len, lines), default=0)
    columns = _CellColumns([])
    for n, line in enumerate(lines, 1):
        if any(len(cell.words.split()) > _MOST_WORDS for cell in line):
            return
        if len(line) > columns.width:
            columns = _CellColumns([_Reach.of(cell) for cell in line])
        if columns.stand and len(line) == columns.width > 1:
            columns.take(line, apart=apart)
        if not columns.stand and columns.width == widest:
            return
        yield columns.places() if n >= _FEWEST_ROWS and columns.are_of_table else None


def under_heads(groups: Sequence[Sequence[Sequence[PrintedCell]]]) -> tuple[int, BlankColumns]:
    """How many groups of lines are one table under its heads, and its columns; 0 where none is.

    The first group is one line of short heads. Each other one is a row: all its cells begin where
    a head does and end before the next one, and its first line has words under the first head and
    under another. Of two columns half the rows take several lines, or end a sentence: else it may
    be a form that is filled in.

    Args:
        groups: the cells of each line of the groups that empty lines part.
    """
    heads = groups[0][0] if len(groups[0]) == 1 else []
    if len(heads) < 2 or not all(map(_is_head, heads)):
        return 0, BlankColumns([])
    edges = [*(cell.start - _NEAR for cell in heads), _FAR]
    columns = BlankColumns(list(pairwise(edges)))
    rows = list(takewhile(columns.has_row, groups[1:]))
    long = sum(len(row) > 1 or row[0][-1].words.endswith((".", ";")) for row in rows)
    is_table = len(rows) >= _FEWEST_ROWS and (len(heads) > 2 or long * 2 >= len(rows))
    return (len(rows) + 1 if is_table else 0), columns


def _is_head(cell: PrintedCell) -> bool:
    is_short = len(cell.words.split()) <= _MOST_OF_HEAD
    return is_short and cell.words[:1].isupper() and cell.words[-1] not in ";,:"


def _stand(columns: Sequence[_Reach]) -> bool:
    """Whether columns stand apart, and all but the first are straight.

    Rows of the first column may be set further in, under one that names them all.
    """
    parted = all(left.ends[1] < right.starts[0] for left, right in pairwise(columns))
    return parted and all(column.is_straight for column in columns[1:])


def _are_short(columns: Sequence[_Reach], line: Sequence[PrintedCell]) -> bool:
    """Whether two columns begin at one place each, and a line has no sentence and no colon."""
    is_even = all(column.starts[1] - column.starts[0] <= _NEAR for column in columns)
    return is_even and not any(cell.words[-1] in ".:;?" for cell in line)


def rows_of(
    groups: Sequence[Sequence[Sequence[PrintedCell]]], columns: BlankColumns
) -> Iterator[list[int]]:
    """The lines of each row, by their places among all lines of the groups that empty lines part.

    Where there are several groups, each is a row. In one group a line is a row; but one that leaves
    the first column empty, or begins in lower case, goes on with the row above. So does a full line
    in lower case whose first cell has begun in the line above, alone there.
    """
    at = 0
    for group in groups:
        row: list[int] = []
        above: Sequence[PrintedCell] = ()
        for line in group:
            first = line[0].words
            goes_on = len(groups) > 1 or columns.column(line[0]) != 0 or first[:1].islower()
            is_rest = first[:1].islower() and len(row) == len(above) == 1
            if row and not is_rest and not (goes_on and len(line) < len(columns.places)):
                yield row
                row = []
            row.append(at)
            above = line
            at += 1
        yield row
