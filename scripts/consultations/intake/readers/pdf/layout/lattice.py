"""The cells between lines that touch each other.

Cells whose common wall is not drawn are one cell, as in the lattice method of table readers such as
Camelot and Tabula.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations.intake.readers.pdf.layout.groups import groups
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.geometry import Box

_MOST_CELLS = 6_000
_WALL = 0.6
"""Share of a cell's side that must be drawn for a wall."""
_LEAST_WALLS = 0.6
"""Share of its walls that run on below the last line across, at least, where a table is open."""
SMALLEST = 9.0
"""In points: a cell that holds words is at least so wide and high."""


@dataclass(frozen=True)
class RuledArea:
    """A box or a table that lines or shades make."""

    rows: tuple[tuple[Box | None, ...], ...]
    """Cells by row and column; None where a cell reaches over from the left or from above."""
    is_alternating: bool = False
    """Whether its rows are shaded by turns."""
    is_open: bool = False
    """Whether its walls go on below its last line across, as where a page's end cuts a row."""

    @property
    def box(self) -> Box:
        """The rectangle that it fills."""
        return around([cell for row in self.rows for cell in row if cell])

    @property
    def is_table(self) -> bool:
        """Whether cells stand beside each other."""
        return any(sum(cell is not None for cell in row) > 1 for row in self.rows)


def around(boxes: Sequence[Box]) -> Box:
    """The least rectangle that holds some others; there is at least one."""
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def areas_of(network: Sequence[RulingLine]) -> Iterator[RuledArea]:
    """The table of a network, or its boxes where no two cells stand beside each other."""
    across, down = _by_direction(network)
    if len(across) < 2 or not down:
        return
    # A table may be open at its sides: there its lines across end.
    xs = places([*(line.at for line in down), *_ends(across)])
    ys = places(line.at for line in across)
    foot = _open_foot(down, ys[0])
    if foot is not None:
        ys = places([*ys, foot])
    if min(len(xs), len(ys)) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return
    rows = cells_between(xs, ys, across, down)
    area = RuledArea(tuple(rows), is_open=foot is not None)
    cells = (cell for row in rows for cell in row if cell)
    if area.is_table:
        yield area
    else:
        yield from (RuledArea(((c,),)) for c in cells if _is_closed(c, across, down))


def _by_direction(
    network: Sequence[RulingLine],
) -> tuple[list[RulingLine], list[RulingLine]]:
    """The lines of a network that run across, and those that run down."""
    across = [line for line in network if line.across]
    return across, [line for line in network if not line.across]


def _open_foot(down: Sequence[RulingLine], lowest: float) -> float | None:
    """Where most walls of a table end below its lowest line across; None where they do not."""
    foot = min(line.start for line in down)
    reaching = places(line.at for line in down if line.start - foot <= SMALLEST / 2)
    is_most = len(reaching) >= max(2, _LEAST_WALLS * len(places(line.at for line in down)))
    return foot if is_most and lowest - foot > SMALLEST else None


def _ends(lines: Sequence[RulingLine]) -> tuple[float, float]:
    return min(line.start for line in lines), max(line.end for line in lines)


def places(values: Iterable[float]) -> list[float]:
    """Values in order, of which those that are nearer than a cell is wide are one."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > SMALLEST / 2:
            made.append(value)
    return made


def cells_between(
    xs: Sequence[float],
    ys: Sequence[float],
    across: Sequence[RulingLine],
    down: Sequence[RulingLine],
) -> list[tuple[Box | None, ...]]:
    """The cells between places, from the top; those with no wall between them are one."""
    columns, heights = list(pairwise(xs)), list(pairwise(ys))[::-1]
    width = len(columns)
    cells = [Box(left, bottom, right, top) for bottom, top in heights for left, right in columns]

    def open_pairs() -> Iterator[tuple[int, int]]:
        for n, cell in enumerate(cells):
            if n % width and not _drawn(down, cell.left, cell.bottom, cell.top):
                yield n - 1, n
            if n >= width and not _drawn(across, cell.top, cell.left, cell.right):
                yield n - width, n

    whole: list[Box | None] = [None] * len(cells)
    for group in groups(len(cells), open_pairs()):
        whole[group[0]] = around([cells[n] for n in group])
    return _without_empty([tuple(whole[r * width : (r + 1) * width]) for r in range(len(heights))])


def _without_empty(rows: Sequence[tuple[Box | None, ...]]) -> list[tuple[Box | None, ...]]:
    """Rows without the columns and rows in which no cell begins."""
    columns = [c for c in range(len(rows[0])) if any(row[c] for row in rows)]
    return [tuple(row[c] for c in columns) for row in rows if any(row)]


def _drawn(lines: Sequence[RulingLine], at: float, start: float, end: float) -> bool:
    """Whether a wall stands at a place, for most of the way."""
    covered = sum(
        max(0.0, min(line.end, end) - max(line.start, start))
        for line in lines
        if abs(line.at - at) <= SMALLEST / 2
    )
    return covered >= _WALL * (end - start)


def _is_closed(cell: Box, across: Sequence[RulingLine], down: Sequence[RulingLine]) -> bool:
    return (
        cell.width > SMALLEST
        and cell.height > SMALLEST
        and all(_drawn(across, y, cell.left, cell.right) for y in (cell.bottom, cell.top))
        and all(_drawn(down, x, cell.bottom, cell.top) for x in (cell.left, cell.right))
    )
