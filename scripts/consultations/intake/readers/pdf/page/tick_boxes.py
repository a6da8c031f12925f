"""Tick boxes that a form draws as squares beside words, read as the signs ☐, ☑ and ☒."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from consultations.intake.readers.pdf.page.drawing import Drawing, RulingLine
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph

Run = tuple[Glyph, ...]

_TICKS = "✓✔"
_CROSSES = "xX×✗✘■"
_NEAR = 2.0
"""In type sizes: the words of a tick box stand so near to it."""
_SMALLEST, _LARGEST = 0.6, 1.6
"""In type sizes: so wide and so high is the square. A bullet is smaller."""
_MIDDLE = 0.3
"""In type sizes: so high above its base is the middle of a letter."""
_ON_LINE = 0.5
"""In type sizes: so near is the middle of a square to that of its words."""
_SAME = 1.5
"""In points: lines so near are those of the square itself."""


class Ticked(NamedTuple):
    """A square that was read as a sign."""

    box: Box
    sign: str
    mark: tuple[Glyph, ...]
    """What stands in it."""
    beside: Glyph
    """The letter next to it."""


def with_tick_boxes(
    drawing: Drawing, runs: Sequence[Run]
) -> tuple[list[Run], Drawing, list[tuple[str, str]]]:
    """The runs of a page with a sign for each tick box, and the drawing without these.

    Args:
        drawing: of the page, with its squares.
        runs: glyphs that stand on one line.

    Returns:
        The third: marks that stood in the boxes, each with the sign that it is read as.
    """
    found = list(_ticked(drawing, runs))
    if not found:
        return list(runs), drawing, []
    kept = [line for line in drawing.rulings if not any(_is_of(line, o.box) for o in found)]
    told = [(glyph.char, one.sign) for one in found for glyph in one.mark]
    return list(_with_signs(runs, found)), replace(drawing, rulings=tuple(kept)), told


def _with_signs(runs: Sequence[Run], found: Sequence[Ticked]) -> Iterator[Run]:
    """The runs without the marks in boxes; each sign stands before the run beside its box."""
    marks = {id(glyph) for one in found for glyph in one.mark}
    for run in runs:
        first = {id(glyph) for glyph in run}
        yield from ((_sign(one),) for one in found if id(one.beside) in first)
        if rest := tuple(glyph for glyph in run if id(glyph) not in marks):
            yield rest


def _sign(one: Ticked) -> Glyph:
    return one.beside._replace(char=one.sign, left=one.box.left, right=one.box.right)


def _ticked(drawing: Drawing, runs: Sequence[Run]) -> Iterator[Ticked]:
    """The squares that stand beside words, in no table, and hold nothing or a mark."""
    glyphs = [glyph for glyph in chain.from_iterable(runs) if glyph.char != " "]
    taken: list[Box] = []
    for box in drawing.squares if glyphs else ():
        if _is_among(box, taken):
            continue  # It is drawn twice.
        held = tuple(g for g in glyphs if box.holds((g.left + g.right) / 2, _middle(g)))
        beside = _nearest(box, (glyph for glyph in glyphs if glyph not in held))
        sign = _sign_of(held, is_drawn_in=_is_drawn_in(box, drawing))
        if beside and sign and not any(_is_wall(line, box) for line in drawing.rulings):
            taken.append(box)
            yield Ticked(box, sign, held, beside)


def _is_among(box: Box, others: Sequence[Box]) -> bool:
    return any(box.encloses(other) or other.encloses(box) for other in others)


def _nearest(box: Box, glyphs: Iterable[Glyph]) -> Glyph | None:
    """The letter next to a square on its line, if one is near."""
    beside = (glyph for glyph in glyphs if _is_beside(box, glyph))
    return min(beside, key=lambda glyph: _distance(box, glyph), default=None)


def _is_drawn_in(box: Box, drawing: Drawing) -> bool:
    """Whether a dot or a slanting line stands in a square."""
    # A small square may have been taken for a dot, too.
    dots = (dot for dot in drawing.dots if not dot.encloses(box, 0.5))
    return any(map(box.encloses, (*dots, *drawing.slants)))


def _sign_of(held: Sequence[Glyph], *, is_drawn_in: bool) -> str:
    """How a square is written that holds some letters; empty where it is no tick box."""
    letters = "".join(glyph.char for glyph in held)
    if not letters:
        return "☒" if is_drawn_in else "☐"
    if letters in _TICKS:
        return "☑"
    return "☒" if letters in _CROSSES else ""


def _middle(glyph: Glyph) -> float:
    return glyph.base + _MIDDLE * glyph.style.size


def _distance(box: Box, glyph: Glyph) -> float:
    return max(glyph.left - box.right, box.left - glyph.right)


def _is_beside(box: Box, glyph: Glyph) -> bool:
    """Whether a letter stands on the line of a square, about as large, and near to it."""
    size = glyph.style.size
    return (
        _SMALLEST * size <= box.height <= _LARGEST * size
        and abs((box.bottom + box.top) / 2 - _middle(glyph)) <= _ON_LINE * size
        and 0 <= _distance(box, glyph) <= _NEAR * size
    )


def _is_of(line: RulingLine, box: Box) -> bool:
    """Whether a line is a side of a square, or drawn in it."""
    along, _ = _spans(line, box)
    return _touches(line, box) and along[0] - _SAME <= line.start and line.end <= along[1] + _SAME


def _is_wall(line: RulingLine, box: Box) -> bool:
    """Whether a line runs along a square, or over it, and on: the square is a cell."""
    return _touches(line, box) and not _is_of(line, box)


def _touches(line: RulingLine, box: Box) -> bool:
    along, level = _spans(line, box)
    return (
        level[0] - _SAME <= line.at <= level[1] + _SAME
        and line.start < along[1] + _SAME
        and line.end > along[0] - _SAME
    )


def _spans(line: RulingLine, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where a box reaches in the direction of a line, and in the other."""
    across, up = (box.left, box.right), (box.bottom, box.top)
    return (across, up) if line.across else (up, across)
