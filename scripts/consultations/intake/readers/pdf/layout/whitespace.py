"""Tables without lines: rows of cells, with white space between them at the same places."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.lines import TypeLine

_FEWEST_ROWS = 3
"""A table has at least this many rows with cells beside each other."""
_NARROWEST = 4.0
"""In points: the least white space between two columns."""
_PAUSE = 2.2
"""In leadings: a larger gap between rows ends a table."""
_BETWEEN = 0.9
"""In type sizes: the least distance between two lines of a text."""
_MOSTLY = 0.8
"""Share of the nearest pairs of lines that are two rows, at least, in a table of one line a row."""
_PARTED = 0.6
"""Share of the rows of a table that have cells beside each other."""
_LONGEST_CELL = 24
"""Code points of a cell, at the median. Longer ones may be lines of two columns of prose."""
_RUNNING = 0.5
"""Where at least this share of the rows goes on in lower case, they are lines of columns of
prose."""
_CLOSE = 1.15
"""As a multiple of the least distance between rows of a table: a nearer line belongs to the row
above."""


def table_end(rows: Sequence[list[TypeLine]], start: int, leading: float) -> int:
    """Where the table ends that begins with a row; 0 where no table begins.

    Args:
        rows: of a column, from the top; each its lines, from the left.
        start: where it might begin.
        leading: from one line of the text to the next, in type sizes.
    """
    if len(rows[start]) < 2:
        return 0
    white = _gaps(rows[start])
    end = last = start
    parted = 0
    while end < len(rows):
        row = rows[end]
        if end > start:
            gap = rows[end - 1][0].base - row[0].base
            if gap > _PAUSE * leading * row[0].size or _is_heading(row, rows[end - 1]):
                break
            narrowed = _narrowed(white, row)
            if narrowed is None:
                break
            white = narrowed
        end += 1
        if len(row) > 1:
            parted += 1
            last = end
        elif row[0].left < white[0][0] and not _is_of_cell(rows, end - 1, start, white[0][1]):
            # A line in the first column alone may be the text after the table, or a note on it.
            continue
        else:
            last = end
    return last if parted >= _FEWEST_ROWS else 0


def _is_heading(row: Sequence[TypeLine], before: Sequence[TypeLine]) -> bool:
    """Whether a row is one line in larger type than the row before it."""
    return len(row) == 1 and row[0].size > max(line.size for line in before) + 0.9


def _gaps(row: Sequence[TypeLine]) -> list[tuple[float, float]]:
    return [(one.right, other.left) for one, other in pairwise(row)]


def _narrowed(
    white: Sequence[tuple[float, float]], row: Sequence[TypeLine]
) -> list[tuple[float, float]] | None:
    """The white space between columns that is free after one more row; None if it closes one."""
    made: list[tuple[float, float]] = []
    for left, right in white:
        across = [line for line in row if line.left < right and line.right > left]
        if any(line.left <= left and line.right >= right for line in across):
            return None
        start = max([left, *(line.right for line in across if line.left <= left)])
        end = min([right, *(line.left for line in across if line.left > left)])
        if end - start < _NARROWEST:
            return None
        made.append((start, end))
    return made


def _close(rows: Sequence[list[TypeLine]], at: int, start: int) -> bool:
    """Whether a row stands as near to the one before as any two of the table."""
    steps = [one[0].base - other[0].base for one, other in pairwise(rows[start : at + 1])]
    return bool(steps) and steps[-1] <= _CLOSE * min(steps)


def _is_of_cell(rows: Sequence[list[TypeLine]], at: int, start: int, right: float) -> bool:
    """Whether a line in the first column is the next one of a cell there.

    Its first word had no room in the line above; or it stands between two lines of the text, as
    the second line of a cell does about whose middle the other cells of its row are set.
    """
    above, line = rows[at - 1][0], rows[at][0]
    if above.base - line.base < _BETWEEN * line.size:
        return True
    first_word = 0.5 * line.size * (len(line.text.split(maxsplit=1)[0]) + 1)
    return _close(rows, at, start) and above.right + first_word > right


def are_rows(rows: Sequence[list[TypeLine]], rule: float) -> bool:
    """Whether rows are those of a table, with its head above a line that is drawn across."""
    if not rows or median(len(line.text) for row in rows for line in row) > _LONGEST_CELL:
        return False
    parted = sum(len(row) > 1 for row in rows)
    running = sum(any(line.text[:1].islower() for line in row) for row in rows)
    if running >= _RUNNING * len(rows):
        return False
    head = any(len(row) > 1 and row[0].base > rule for row in rows)
    return head and parted > 1 and parted >= _PARTED * len(rows)


def table_of(rows: Sequence[list[TypeLine]], page: int, heights: Sequence[float] = ()) -> PdfBlock:
    """The table that rows make. Lines of one cell stand under each other in several rows.

    Args:
        rows: each its lines, from the left.
        page: its index.
        heights: of the lines that are drawn between some of its rows.
    """
    lefts = _columns(rows)
    steps = [one[0].base - other[0].base for one, other in pairwise(rows)]
    parted = [
        any(one[0].base > y > other[0].base for y in heights) for one, other in pairwise(rows)
    ]
    pitches = _pitches(rows, lefts, steps, parted)
    cells: list[list[list[TypeLine]]] = []
    for n, row in enumerate(rows):
        if not n or parted[n - 1] or not _goes_on(row, lefts, steps[n - 1], pitches):
            cells.append([[] for _ in lefts])
        for line in row:
            cells[-1][_column(line, lefts)].append(line)
    return PdfBlock("table", [line for row in rows for line in row], page, cells=cells)


def _pitches(
    rows: Sequence[list[TypeLine]],
    lefts: Sequence[float],
    steps: Sequence[float],
    parted: Sequence[bool],
) -> tuple[float, float]:
    """The least and the greatest distance between rows of a table, as far as they tell rows apart.

    How near the lines of one cell are is told where no line is drawn between rows. Where what
    stands nearest are rows themselves, what stands further apart are groups of them, or the head.
    """
    within = [step for step, ruled in zip(steps, parted, strict=True) if not ruled]
    if not within:
        return 0.0, 0.0
    close = _CLOSE * min(within)
    near = [row for row, step in zip(rows[1:], steps, strict=True) if step <= close]
    return min(within), min(within) if _are_rows(near, lefts) else max(within)


def _are_rows(near: Sequence[list[TypeLine]], lefts: Sequence[float]) -> bool:
    """Whether most of the nearest pairs of lines are two rows, and not two lines of one row.

    They have all cells, and none of them goes on in small letters.
    """
    begun = sum(
        len(row) == len(lefts) and not any(c.text[:1].islower() for c in row) for row in near
    )
    return begun >= _MOSTLY * len(near) > 0


def _goes_on(
    row: Sequence[TypeLine], lefts: Sequence[float], step: float, steps: tuple[float, float]
) -> bool:
    """Whether a row of words continues the cells of the row above it.

    Args:
        row: its lines.
        lefts: where the columns begin.
        step: from the row above to it.
        steps: the least and the greatest of the table's.
    """
    nearest, furthest = steps
    if furthest > 1.25 * nearest:
        return step <= _CLOSE * nearest
    return len(row) < len(lefts) and all(_column(line, lefts) > 0 for line in row)


def _columns(rows: Sequence[list[TypeLine]]) -> list[float]:
    """Where the columns begin: cells that overlap from row to row are in one column."""
    spans: list[list[float]] = []
    for line in sorted((line for row in rows for line in row), key=lambda one: one.left):
        if spans and line.left < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], line.right)
        else:
            spans.append([line.left, line.right])
    return [left for left, _ in spans]


def _column(line: TypeLine, lefts: Sequence[float]) -> int:
    return max(n for n, left in enumerate(lefts) if left <= line.left + 0.01)
