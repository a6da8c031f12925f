"""Shades behind words of a line, as of a marker pen: they make no box and no cell."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph

_HIGHEST = 2.0
"""In type sizes: the greatest height of a shade that marks words."""
_MOST = 1_000
"""Shades of a page. Where there are more, they mark nothing."""
_ONE_ROW = 0.3
"""In type sizes: base lines that differ by less are of one row."""
_BLANK = 0.6
"""In type sizes: the greatest distance between two words of one line."""
_FITS = 1.5
"""In points: how near to its words the shade for them ends; a cell leaves more room."""
_TOUCHES = 3.0
"""In points: two shades with less between them are one over the other."""
_SAME_HEIGHT = 0.25
"""Share of a shade's height by which the next one of the same mark may differ from it."""


def but_marks(shades: Sequence[Box], runs: Sequence[Sequence[Glyph]]) -> tuple[Box, ...]:
    """Shades without those behind some words of a line, and those that go on from these.

    Args:
        shades: of a page.
        runs: its glyphs, line by line.
    """
    if len(shades) > _MOST:
        return tuple(shades)
    reached = [shade for shade in shades if _is_mark(shade, runs, shades)]
    rest = _without(shades, reached)
    while reached:
        reached = [shade for shade in rest if any(_goes_on(shade, mark) for mark in reached)]
        rest = _without(rest, reached)
    return tuple(rest)


def _without(shades: Iterable[Box], some: Iterable[Box]) -> list[Box]:
    gone = set(map(id, some))
    return [shade for shade in shades if id(shade) not in gone]


def _is_mark(shade: Box, runs: Sequence[Sequence[Glyph]], shades: Collection[Box]) -> bool:
    """Whether a shade stands behind one line, cuts it, or is just as long as its words."""
    rows = list(_rows_behind(shade, runs))
    held = [glyph for row in rows for glyph in row if _is_over(glyph, shade)]
    if not held or not _is_one_line(held, shade):
        return False
    beside = [glyph for row in rows for glyph in _next_to(row, shade)]
    return _fits(held, shade) or any(not any(_is_over(g, o) for o in shades) for g in beside)


def _rows_behind(shade: Box, runs: Sequence[Sequence[Glyph]]) -> Iterator[list[Glyph]]:
    """The letters of the lines at the height of a shade, whole."""
    for run in runs:
        if shade.bottom < run[0].base < shade.top:
            yield [glyph for glyph in run if glyph.char != " "]


def _fits(held: Sequence[Glyph], shade: Box) -> bool:
    """Whether a shade ends where letters end, on both sides."""
    left, right = min(glyph.left for glyph in held), max(glyph.right for glyph in held)
    return abs(left - shade.left) < _FITS and abs(right - shade.right) < _FITS


def _is_one_line(held: Sequence[Glyph], shade: Box) -> bool:
    """Whether letters stand on one line, and a shade is about as high as that."""
    size = held[0].style.size
    bases = [glyph.base for glyph in held]
    return shade.height <= _HIGHEST * size and max(bases) - min(bases) <= _ONE_ROW * size


def _next_to(row: Sequence[Glyph], shade: Box) -> Iterator[Glyph]:
    """The letters of a line that stand outside of a shade, and next to one over it."""
    for one, other in pairwise(row):
        is_near = other.left - one.right < _BLANK * one.style.size
        if is_near and _is_over(one, shade) != _is_over(other, shade):
            yield other if _is_over(one, shade) else one


def _is_over(glyph: Glyph, shade: Box) -> bool:
    return shade.holds((glyph.left + glyph.right) / 2, glyph.base)


def _goes_on(shade: Box, mark: Box) -> bool:
    """Whether a shade is as high as a mark, and right over it, under it or beside it."""
    if abs(shade.height - mark.height) > _SAME_HEIGHT * mark.height:
        return False
    above = max(shade.bottom - mark.top, mark.bottom - shade.top)
    beside = max(shade.left - mark.right, mark.left - shade.right)
    touches_above = abs(above) < _TOUCHES and beside < _TOUCHES
    return touches_above or (abs(shade.top - mark.top) < 1 and abs(beside) < 1)
