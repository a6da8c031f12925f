"""Ruled tables and boxes: cells from the lines and the shaded areas that a page draws.

Lines that touch make one network. Where its lines across and down cut a rectangle into cells it is
a table, and one cell alone is a box. Rows that are shaded by turns are one table.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from consultations.intake.readers.pdf.layout.groups import groups
from consultations.intake.readers.pdf.layout.lattice import (
    SMALLEST,
    RuledArea,
    areas_of,
    cells_between,
    places,
)
from consultations.intake.readers.pdf.page.drawing import Drawing, RulingLine
from consultations.intake.readers.pdf.page.geometry import Box

_TOUCH = 3.0
"""In points: lines so near each other meet."""
_SAME = 2.5
"""In points: lines of one direction so near each other are one line."""
_MOST_LINES = 1_500
"""Lines. A page with more shows a chart or a map."""


def ruled_areas(drawing: Drawing, page: Box) -> list[RuledArea]:
    """The tables and boxes of a page; those inside others come after them."""
    # What is as large as the page is its background or its border.
    shades = [shade for shade in drawing.shades if shade.height < 0.85 * page.height]
    lines = _merged([*drawing.rulings, *(edge for shade in shades for edge in _edges(shade))])
    if not 2 <= len(lines) <= _MOST_LINES:
        return []
    found = [area for network in _networks(lines) for area in areas_of(network)]
    return sorted(_stacked(found), key=lambda area: -area.box.width * area.box.height)


def rules_across(drawing: Drawing) -> list[RulingLine]:
    """The lines across a page, from the top, each as long as all its pieces together."""
    return sorted(
        (line for line in _merged(drawing.rulings) if line.across), key=lambda line: -line.at
    )


def _edges(box: Box) -> Iterator[RulingLine]:
    for y in (box.bottom, box.top):
        yield RulingLine(True, y, box.left, box.right)
    for x in (box.left, box.right):
        yield RulingLine(False, x, box.bottom, box.top)


def _merged(lines: Iterable[RulingLine]) -> list[RulingLine]:
    """Lines in which pieces that continue each other are one."""
    made: list[RulingLine] = []
    by_place: list[list[RulingLine]] = []
    for line in sorted(lines, key=lambda one: (one.across, one.at)):
        last = by_place[-1][-1] if by_place else None
        if last and last.across == line.across and line.at - last.at <= _SAME:
            by_place[-1].append(line)
        else:
            by_place.append([line])
    for group in by_place:
        at = sum(line.at for line in group) / len(group)
        start, end = None, 0.0
        for line in sorted(group, key=lambda one: one.start):
            if start is None:
                start, end = line.start, line.end
            elif line.start <= end + _TOUCH:
                end = max(end, line.end)
            else:
                made.append(RulingLine(line.across, at, start, end))
                start, end = line.start, line.end
        if start is not None:
            made.append(RulingLine(group[0].across, at, start, end))
    return made


def _networks(lines: Sequence[RulingLine]) -> list[list[RulingLine]]:
    """The lines in groups of those that touch each other."""
    across = [(n, line) for n, line in enumerate(lines) if line.across]
    down = [(n, line) for n, line in enumerate(lines) if not line.across]
    touching = (
        (n, m)
        for n, one in across
        for m, other in down
        if one.start - _TOUCH <= other.at <= one.end + _TOUCH
        and other.start - _TOUCH <= one.at <= other.end + _TOUCH
    )
    return [[lines[n] for n in group] for group in groups(len(lines), touching)]


def _stacked(areas: Sequence[RuledArea]) -> list[RuledArea]:
    """The areas, in which shaded rows of one table, with bare rows between, are put together."""
    made: list[RuledArea] = []
    for area in sorted(areas, key=lambda one: -one.box.top):
        before = next((a for a in reversed(made) if _is_row_of_one_table(a, area)), None)
        if before is None:
            made.append(area)
            continue
        made.remove(before)
        lines = [RulingLine(True, y, area.box.left, area.box.right) for y in _heights(before)]
        lines += [RulingLine(True, y, area.box.left, area.box.right) for y in _heights(area)]
        xs = places([*_sides(before), *_sides(area)])
        down = [RulingLine(False, x, area.box.bottom, before.box.top) for x in xs]
        ys = places(line.at for line in lines)
        bare = before.box.bottom - area.box.top > SMALLEST
        rows = tuple(cells_between(xs, ys, lines, down))
        made.append(RuledArea(rows, bare or before.is_alternating))
    return made


def _is_row_of_one_table(above: RuledArea, below: RuledArea) -> bool:
    """Whether a row of cells stands under another with the same sides, at most one row between."""
    gap = above.box.bottom - below.box.top
    highest = max(_row_heights(above) + _row_heights(below))
    sides, others = _sides(above), _sides(below)
    return (
        above.is_table
        and below.is_table
        and len(below.rows) == 1
        and len(sides) == len(others)
        and all(abs(x - y) <= _TOUCH for x, y in zip(sides, others, strict=True))
        and -_TOUCH <= gap <= 2 * highest
    )


def _sides(area: RuledArea) -> list[float]:
    cells = [cell for row in area.rows for cell in row if cell]
    return places(x for cell in cells for x in (cell.left, cell.right))


def _heights(area: RuledArea) -> list[float]:
    cells = [cell for row in area.rows for cell in row if cell]
    return places(y for cell in cells for y in (cell.bottom, cell.top))


def _row_heights(area: RuledArea) -> list[float]:
    return [high - low for low, high in pairwise(_heights(area))]
