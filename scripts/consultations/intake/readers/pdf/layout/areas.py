"""What stands in a page's tables and boxes, apart from the text around them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.layout.banded import banded_areas
from consultations.intake.readers.pdf.layout.lattice import RuledArea, around
from consultations.intake.readers.pdf.layout.marked_words import but_marks
from consultations.intake.readers.pdf.layout.rows import rows_of
from consultations.intake.readers.pdf.layout.ruling import ruled_areas, rules_across
from consultations.intake.readers.pdf.layout.whitespace import are_rows, table_of
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.lines import TypeLine, lines_of
from consultations.intake.readers.pdf.page.sheets import PdfPage

Run = tuple[Glyph, ...]
Lay = Callable[[Sequence["TypeLine | FilledArea"]], list[PdfBlock]]

_MIDDLE = 0.3
"""As a share of the type size: how high a glyph's middle is above the base line."""
_MARGIN = 0.11
"""Share of a page's height at its edges where a box belongs to a running head."""
_MOST_OF_PAGE = 0.85
"""A box with this part of a page's glyphs is the page's border."""
_FEWEST_FILLED = 0.25
"""In a chart fewer of the cells that its lines make hold words."""
_SAME_EDGE = 3.0
"""In points: edges of two boxes that are nearer than this are one edge."""
_ONE_ROW = 0.3
"""In type sizes: base lines that differ by less are of one row."""
_WALL_GAP = 0.4
"""In type sizes: the least distance between the words of two cells."""
CELL_GAP = 1.8
"""In type sizes: words of one line that are further apart are in two cells or columns."""


@dataclass(frozen=True)
class FilledArea:
    """A box or a table with the glyphs in it."""

    area: RuledArea
    runs: tuple[Run, ...]
    inner: tuple["FilledArea", ...] = ()
    """Areas that stand in a box."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.area.box.left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.area.box.right

    @property
    def top(self) -> float:
        """How high it reaches."""
        return self.area.box.top

    @property
    def bottom(self) -> float:
        """How far down it reaches."""
        return self.area.box.bottom

    @property
    def size(self) -> float:
        """It is no line of type."""
        return 0.0

    def blocks(self, page: int, lay: Lay) -> list[PdfBlock]:
        """The table, or what the box holds.

        Args:
            page: its index.
            lay: makes blocks of what stands in a box.
        """
        if not self.area.is_table:
            lines = lines_of(self.runs, CELL_GAP)
            rows, ends = rows_of(lines), [row[0].bottom for row in self.area.rows if row[0]]
            if len(ends) > 1 and not self.inner and are_rows(rows, ends[0]):
                return [table_of(rows, page, ends)]
            held = lay([*lines, *self.inner])
            for block in held:
                block.boxed = True
            return held
        cells = [
            [lines_of(_inside(self.runs, cell)) if cell else [] for cell in row]
            for row in self.area.rows
        ]
        lines = [line for row in cells for cell in row for line in cell]
        return [PdfBlock("table", lines, page, cells=cells, goes_on=self.area.is_open)]


def areas_apart(page: PdfPage) -> tuple[list[FilledArea], list[Run]]:
    """The tables and boxes of a page that hold words, and the runs that stand in none."""
    whole = Box(0, 0, page.width, page.height)
    edge = _MARGIN * page.height
    drawing = replace(page.drawing, shades=but_marks(page.drawing.shades, page.runs))
    ruled = ruled_areas(drawing, whole)
    banded = banded_areas(rules_across(drawing), page.runs, [area.box for area in ruled])
    areas = [
        _with_last_row(area, page.runs)
        for area in (*ruled, *banded)
        if area.box.top > edge and area.box.bottom < page.height - edge
    ]
    if not areas:
        return [], list(page.runs)
    found, rest = _filled(areas, page.runs)
    return _with_heads(found), rest


def _with_heads(areas: Sequence[FilledArea]) -> list[FilledArea]:
    """The areas; a box that holds the heads of columns is one with the box under it."""
    made: list[FilledArea] = []
    for area in sorted(areas, key=lambda one: -one.top):
        head = next((one for one in made if _is_head(one, area)), None)
        if head is None:
            made.append(area)
        else:
            rows = (*head.area.rows, *area.area.rows)
            both = FilledArea(RuledArea(rows), (*head.runs, *area.runs), area.inner)
            made[made.index(head)] = both
    return made


def _is_head(above: FilledArea, below: FilledArea) -> bool:
    """Whether a box has one row of words far apart, and another box right under it."""
    if above.area.is_table or below.area.is_table or above.inner:
        return False
    edges = (
        (above.left, below.left),
        (above.right, below.right),
        (above.bottom, below.top),
    )
    if any(abs(one - other) > _SAME_EDGE for one, other in edges):
        return False
    lines = lines_of(_inside(above.runs, above.area.rows[-1][0] or above.area.box), CELL_GAP)
    return len(lines) > 1 and lines[0].base - lines[-1].base < _ONE_ROW * lines[0].size


def _with_last_row(area: RuledArea, runs: Sequence[Run]) -> RuledArea:
    """A table with the row under it, where rows are shaded by turns and its last one is not."""
    if not area.is_alternating:
        return area
    walls = [cell for cell in area.rows[-1] if cell]
    height = max(cell.height for row in area.rows for cell in row if cell)
    strip = Box(area.box.left, area.box.bottom - height, area.box.right, area.box.bottom)
    reached = _reached(lines_of(_inside(runs, strip)), strip.top)
    row = tuple(Box(cell.left, reached - 1, cell.right, strip.top) for cell in walls)
    if reached == strip.top or sum(bool(_inside(runs, cell)) for cell in row) < 2:
        return area
    if any(_crosses(run, cell.left, around(row)) for run in runs for cell in row[1:]):
        return area
    return RuledArea((*area.rows, row))


def _reached(lines: Iterable[TypeLine], top: float) -> float:
    """How far down lines reach that follow each other from a height without a gap."""
    for line in lines:
        if top - line.top > line.size:
            break
        top = min(top, line.bottom)
    return top


def _crosses(run: Run, wall: float, box: Box) -> bool:
    """Whether words in a box run over a place with no more than a blank there."""
    glyphs = [g for g in run if g.char != " " and box.bottom < g.base < box.top]
    return any(
        one.left < wall < other.right and other.left - one.right < _WALL_GAP * one.style.size
        for one, other in pairwise(glyphs)
    )


def _filled(areas: Sequence[RuledArea], runs: Iterable[Run]) -> tuple[list[FilledArea], list[Run]]:
    """The areas with what stands in them, the largest first; and what stands in none."""
    made: list[FilledArea] = []
    left = list(runs)
    rest = list(areas)
    while rest:
        area, *others = rest
        inside = [other for other in others if area.box.encloses(other.box)]
        mine, outside = _parted(left, area.box)
        if not _is_kept(area, mine, left):
            rest = others
            continue
        held, own = ([], mine) if area.is_table else _filled(inside, mine)
        made.append(FilledArea(area, tuple(own), tuple(held)))
        left = outside
        rest = [other for other in others if other not in inside]
    return made, left


def _is_kept(area: RuledArea, mine: Sequence[Run], page: Sequence[Run]) -> bool:
    """Whether an area is a table or a box of text, and no border, chart or ornament."""
    letters = sum(map(len, mine))
    if not letters:
        return False
    if not area.is_table:
        return letters < _MOST_OF_PAGE * sum(map(len, page)) or len(page) < 8
    cells = [cell for row in area.rows for cell in row if cell]
    filled = sum(bool(_inside(mine, cell)) for cell in cells)
    return filled >= max(2, _FEWEST_FILLED * len(cells))


def _inside(runs: Iterable[Run], box: Box) -> list[Run]:
    return _parted(runs, box)[0]


def _parted(runs: Iterable[Run], box: Box) -> tuple[list[Run], list[Run]]:
    """The glyphs in a box and those outside, in runs."""
    inside: list[Run] = []
    outside: list[Run] = []
    for run in runs:
        held: list[Glyph] = []
        was = None
        for glyph in run:
            middle = glyph.base + _MIDDLE * glyph.style.size
            # A blank goes with the glyph before it.
            here = was if glyph.char == " " else box.holds((glyph.left + glyph.right) / 2, middle)
            if was is not None and here != was:
                (inside if was else outside).append(tuple(held))
                held = []
            was = here
            held.append(glyph)
        if held:
            (inside if was else outside).append(tuple(held))
    return inside, outside
