"""Tables with a line drawn under each row, from side to side, and none down the page.

So browsers and most word processors' styles draw them. Each band between two lines is a row,
however many lines of words its cells have and wherever these stand in its height; a column ends
where white runs down through all rows. The first row may have no line above it, and the last one
none below.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations.intake.readers.pdf.layout.lattice import RuledArea
from consultations.intake.readers.pdf.layout.rows import is_label
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph

_SAME_END = 4.0
"""In points: how much the ends of the lines of one table differ, at most."""
_HIGHEST = 400.0
"""In points: the greatest distance between two lines of one table."""
_FEWEST_ROWS = 3
_MOST_LINES = 500
"""A page with more is a chart."""
_WHITE = 0.6
"""In type sizes: the least white between two columns; a blank between words is less."""
_MOSTLY = 0.7
"""Share of the rows that have words in two columns."""
_TALLEST = 10
"""Lines: a row with more is a part of the page with text in columns."""
_FAR = 2.2
"""In type sizes: a line further than this from the table does not belong to it."""
_NEXT = 1.6
"""In type sizes: lines further apart than this are in different cells."""
_SAME_BASE = 1.5
"""In points."""


def stacks(rules: Sequence[RulingLine], fewest: int) -> Iterator[list[RulingLine]]:
    """Lines drawn across under each other that begin and end at the same places, from the top."""
    left = list(rules)
    while left:
        stack = [left.pop(0)]
        for rule in list(left):
            same = max(abs(rule.start - stack[0].start), abs(rule.end - stack[0].end)) <= _SAME_END
            if same and stack[-1].at - rule.at <= _HIGHEST:
                stack.append(rule)
                left.remove(rule)
        if len(stack) >= fewest:
            yield stack


def banded_areas(
    rules: Sequence[RulingLine], runs: Iterable[Sequence[Glyph]], others: Sequence[Box]
) -> Iterator[RuledArea]:
    """The tables with a line under each row.

    Args:
        rules: the lines that are drawn across the page, from the top.
        runs: the words of the page.
        others: tables and boxes that are known already.
    """
    free = [r for r in rules if not any(b.holds((r.start + r.end) / 2, r.at) for b in others)]
    if len(free) > _MOST_LINES:
        return
    glyphs = sorted((g for run in runs for g in run if g.char != " "), key=lambda g: -g.base)
    for stack in stacks(free, _FEWEST_ROWS + 1):
        strip = _Strip(stack[0].start - _SAME_END, stack[0].end + _SAME_END, glyphs)
        heights = [rule.at for rule in stack]
        bands = [strip.between(high, low) for high, low in pairwise(heights)]
        walls = _walls_under_heads(bands)
        if walls and _are_rows(bands, walls):
            above = strip.row_beyond(heights[0], walls, up=True)
            below = strip.row_beyond(heights[-1], walls, up=False)
            yield _area(strip, walls, [*above, *heights, *below])


def _area(strip: "_Strip", walls: Sequence[float], heights: Sequence[float]) -> RuledArea:
    """The cells between walls from the left, and heights from the top.

    A cell whose words run over a wall takes the columns on both of its sides.
    """
    rows: list[tuple[Box | None, ...]] = []
    for high, low in pairwise(heights):
        band = list(_lines(strip.between(high, low)))
        ends = [x for x in walls if not any(_runs_over(line, x) for line in band)]
        cells = dict(pairwise([strip.left, *ends, strip.right]))
        rows.append(
            tuple(
                Box(left, low, cells[left], high) if left in cells else None
                for left in (strip.left, *walls)
            )
        )
    return RuledArea(tuple(rows))


@dataclass(frozen=True)
class _Strip:
    """A strip of a page down which a table may stand."""

    left: float
    right: float
    glyphs: Sequence[Glyph]
    """All of the page, from the top."""

    def between(self, high: float, low: float) -> list[Glyph]:
        """The glyphs between two heights."""
        start = bisect_right(self.glyphs, -high, key=lambda g: -g.base)
        end = bisect_left(self.glyphs, -low, key=lambda g: -g.base)
        return [g for g in self.glyphs[start:end] if self._holds(g)]

    def _holds(self, glyph: Glyph) -> bool:
        return self.left < glyph.left and glyph.right < self.right

    def row_beyond(self, edge: float, walls: Sequence[float], *, up: bool) -> list[float]:
        """How far a row reaches that stands above the first line, or below the last; else nothing.

        It ends where a line is far from the one before it, or runs over walls and stands at none.
        """
        side = (g for g in (reversed(self.glyphs) if up else self.glyphs) if (g.base > edge) == up)
        reached, held = edge, list[Glyph]()
        for row in _lines(side):
            reach = _NEXT if held else _FAR
            is_far = abs(row[0].base - reached) > reach * row[0].style.size
            over = sum(_runs_over(row, x) for x in walls)
            inside = all(map(self._holds, row)) and (not over or (up and over < len(walls)))
            if is_far or not inside:
                break
            held += row
            reached = row[0].base
        if len(_columns(held, walls)) < 2:
            return []
        size = held[-1].style.size
        return [reached + size if up else reached - size / 2]


def _walls_under_heads(bands: Sequence[Sequence[Glyph]]) -> list[float]:
    """The walls of a table, in whose first row a cell may take several columns."""
    under = _walls(bands[1:])
    first = list(_lines(bands[0]))
    held = sum(not any(_runs_over(line, x) for line in first) for x in under)
    return under if 0 < held < len(under) else _walls(bands)


def _walls(bands: Sequence[Sequence[Glyph]]) -> list[float]:
    """Where one column ends and the next begins: in the middle of the white between them.

    Heads may stand about the middle of columns at whose edge the other words stand. So columns of
    which one has nothing but heads, and the other has none, are one.
    """
    found: list[float] = []
    reached = None
    for glyph in sorted((g for band in bands for g in band), key=lambda one: one.left):
        if reached is not None and glyph.left - reached > _WHITE * glyph.style.size:
            found.append((reached + glyph.left) / 2)
        reached = max(glyph.right, reached or glyph.right)
    held = [_columns(band, found) for band in bands]
    kept: list[float] = []
    left = {n for n, columns in enumerate(held) if 0 in columns}
    for column, wall in enumerate(found, 1):
        right = {n for n, columns in enumerate(held) if column in columns}
        if min(left) < min(right) == len(left) or min(right) < min(left) == len(right):
            left |= right
        else:
            kept.append(wall)
            left = right
    return kept


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The lines of glyphs that come from the top, or from the foot."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and abs(glyph.base - line[0].base) > _SAME_BASE:
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _runs_over(row: Sequence[Glyph], wall: float) -> bool:
    """Whether words of a line run over a wall with no more than a blank there."""
    before = max((g.right for g in row if g.left < wall), default=wall - row[0].style.size)
    behind = min((g.left for g in row if g.left >= wall), default=wall + row[0].style.size)
    return behind - before <= _WHITE * row[0].style.size


def _are_rows(bands: Sequence[Sequence[Glyph]], walls: Sequence[float]) -> bool:
    """Whether bands are rows of cells, and no lines between groups of rows or parts of a page."""
    parted = sum(len(_columns(band, walls)) > 1 for band in bands)
    several = sum(_holds_rows(band, walls) for band in bands)
    heights = sorted(sum(1 for _ in _lines(band)) for band in bands)
    numbered = len(walls) == 1 and all(
        is_label("".join(g.char for g in sorted(band, key=lambda g: g.left) if g.right < walls[0]))
        for band in bands
    )
    return (
        parted >= _MOSTLY * len(bands)
        and 2 * several <= len(bands)
        and heights[len(heights) // 2] <= _TALLEST
        and not numbered
    )


def _columns(glyphs: Iterable[Glyph], walls: Sequence[float]) -> set[int]:
    """The columns in which there are words."""
    return {sum(glyph.left > wall for wall in walls) for glyph in glyphs}


def _holds_rows(band: Sequence[Glyph], walls: Sequence[float]) -> bool:
    """Whether the lines of a band have all a word in its first column and in its last."""
    lines = [_columns(line, walls) for line in _lines(band)]
    return len(lines) > 1 and all({0, len(walls)} <= columns for columns in lines)
