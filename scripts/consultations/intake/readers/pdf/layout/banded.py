"""Tables with a line drawn under each row, from side to side, and none down the page.

So browsers and most word processors' styles draw them. Each band between two lines is a row,
however many lines of words its cells have and wherever these stand in its height; a column ends
where white runs down through all rows. The first row may have no line above it, and the last one
none below.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from consultations.intake.readers.pdf.layout.lattice import RuledArea
from consultations.intake.readers.pdf.layout.rows import is_label
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph

_SAME_END = 4.0
"""In points: the lines of one table end so near to each other."""
_HIGHEST = 400.0
"""In points: two lines of one table stand at most so far apart."""
_FEWEST_ROWS = 3
_MOST_LINES = 500
"""A page with more is a chart."""
_WHITE = 0.6
"""In type sizes: so much white parts two columns; a blank between words is less."""
_MOSTLY = 0.7
"""So many of the rows have words in two columns."""
_TALLEST = 10
"""Lines: a row with more is a part of the page with text in columns."""
_FAR = 2.2
"""In type sizes: a line so far from the table is not of it."""
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
        walls = _walls(glyph for band in bands for glyph in band)
        if walls and _are_rows(bands, walls):
            above = strip.row_beyond(heights[0], walls, up=True)
            below = strip.row_beyond(heights[-1], walls, up=False)
            yield _area([strip.left, *walls, strip.right], [*above, *heights, *below])


def _area(xs: Sequence[float], ys: Sequence[float]) -> RuledArea:
    """The cells between places from the left, and others from the top."""
    rows = (
        tuple(Box(left, low, right, high) for left, right in pairwise(xs))
        for high, low in pairwise(ys)
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

        It ends where a line is far from the one before it, or runs over a wall.
        """
        side = (g for g in (reversed(self.glyphs) if up else self.glyphs) if (g.base > edge) == up)
        reached, held = edge, list[Glyph]()
        for row in _lines(side):
            is_far = abs(row[0].base - reached) > _FAR * row[0].style.size
            inside = all(map(self._holds, row)) and not any(_runs_over(row, x) for x in walls)
            if is_far or not inside:
                break
            held += row
            reached = row[0].base
        if len(_columns(held, walls)) < 2:
            return []
        size = held[-1].style.size
        return [reached + size if up else reached - size / 2]


def _walls(glyphs: Iterable[Glyph]) -> list[float]:
    """Where one column ends and the next begins: in the middle of the white between them."""
    found: list[float] = []
    reached = None
    for glyph in sorted(glyphs, key=lambda one: one.left):
        if reached is not None and glyph.left - reached > _WHITE * glyph.style.size:
            found.append((reached + glyph.left) / 2)
        reached = max(glyph.right, reached or glyph.right)
    return found


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    for _, line in groupby(glyphs, lambda glyph: round(glyph.base / _SAME_BASE)):
        yield list(line)


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
