"""Tick boxes: squares beside words, or fields of a form, read as ☐, ☑ and ☒."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from consultations.intake.readers.pdf.page.drawing import Drawing, RulingLine
from consultations.intake.readers.pdf.page.entries import MIDDLE, TickField
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph

Run = tuple[Glyph, ...]

_TICKS = "✓✔"
_CROSSES = "xX×✗✘■"
_NEAR = 2.0
"""In type sizes: how near to a tick box its words stand."""
_SMALLEST, _LARGEST = 0.6, 1.6
"""In type sizes: the width and height of a tick box. A bullet is smaller."""
_ON_LINE = 0.5
"""In type sizes: how near the middle of a box is to the middle of its words."""
_SAME = 1.5
"""In points: lines so near to the square are its own sides."""


class Ticked(NamedTuple):
    """A square that was read as a sign."""

    box: Box
    sign: str
    mark: tuple[Glyph, ...]
    """What stands in it."""
    beside: Glyph
    """The letter next to it."""
    base: float
    """Of the line on which it stands."""


def with_tick_boxes(
    drawing: Drawing, runs: Sequence[Run], fields: Sequence[TickField] = ()
) -> tuple[list[Run], Drawing, list[tuple[str, str]]]:
    """The runs of a page with a sign for each tick box, and the drawing without these.

    Args:
        drawing: of the page, with its squares.
        runs: glyphs that stand on one line.
        fields: the boxes of its form.

    Returns:
        The third: marks that stood in the boxes, each with the sign that it is read as.
    """
    found = list(_ticked(drawing, runs, fields))
    if not found:
        return list(runs), drawing, []
    kept = [line for line in drawing.rulings if not any(_belongs_to(line, o.box) for o in found)]
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
    box = one.box
    return one.beside._replace(char=one.sign, left=box.left, right=box.right, base=one.base)


def _ticked(drawing: Drawing, runs: Sequence[Run], fields: Sequence[TickField]) -> Iterator[Ticked]:
    """The form's own boxes, and squares beside words, in no table, with nothing or a mark in them.

    On a page without words there is no line, and so no box.
    """
    letters = [glyph for glyph in chain.from_iterable(runs) if glyph.char != " "]
    if not letters:
        return
    glyphs = _Levels(letters)
    found = [_of_form(field, glyphs) for field in fields]
    yield from found
    taken = [one.box for one in found]
    for box in drawing.squares:
        # It may be drawn twice.
        one = None if _is_among(box, taken) else _of_square(box, drawing, glyphs)
        if one:
            taken.append(box)
            yield one


def _of_square(box: Box, drawing: Drawing, glyphs: "_Levels") -> Ticked | None:
    """The sign that a square is read as, by what stands in it; None where it is no tick box."""
    near = glyphs.near(box)
    held = tuple(g for g in near if box.holds((g.left + g.right) / 2, _middle(g)))
    beside = _nearest(box, (glyph for glyph in near if glyph not in held))
    sign = _sign_of(held, is_drawn_in=_is_drawn_in(box, drawing))
    if not beside or not sign or any(_is_wall(line, box) for line in drawing.rulings):
        return None
    return Ticked(box, sign, held, beside, beside.base)


class _Levels:
    """The letters of a page by their height on it, so that few are compared with each box."""

    def __init__(self, letters: Sequence[Glyph]) -> None:
        self.first = letters[0]
        self._reach = _ON_LINE * max(glyph.style.size for glyph in letters)
        self._found = sorted((_middle(glyph), n, glyph) for n, glyph in enumerate(letters))

    def near(self, box: Box) -> list[Glyph]:
        """The letters at about the height of a box, in their order on the page."""
        first = bisect_left(self._found, (box.bottom - self._reach,))
        last = bisect_left(self._found, (box.top + self._reach,))
        return [glyph for _, _, glyph in sorted(self._found[first:last], key=itemgetter(1))]


def _of_form(field: TickField, glyphs: _Levels) -> Ticked:
    """A box of a form, on the line of the words at its height, or on one of its own."""
    box, sign = field.box, "☒" if field.is_ticked else "☐"
    level = (box.bottom + box.top) / 2
    on_line = [g for g in glyphs.near(box) if abs(level - _middle(g)) <= _ON_LINE * g.style.size]
    beside = min(on_line, key=lambda glyph: abs(_distance(box, glyph)), default=glyphs.first)
    base = beside.base if on_line else level - MIDDLE * beside.style.size
    return Ticked(box, sign, (), beside, base)


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
    """The sign for a square that holds some letters; empty where it is no tick box."""
    letters = "".join(glyph.char for glyph in held)
    if not letters:
        return "☒" if is_drawn_in else "☐"
    if letters in _TICKS:
        return "☑"
    return "☒" if letters in _CROSSES else ""


def _middle(glyph: Glyph) -> float:
    return glyph.base + MIDDLE * glyph.style.size


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


def _belongs_to(line: RulingLine, box: Box) -> bool:
    """Whether a line is a side of a square, or drawn in it."""
    along, _ = _spans(line, box)
    return _touches(line, box) and along[0] - _SAME <= line.start and line.end <= along[1] + _SAME


def _is_wall(line: RulingLine, box: Box) -> bool:
    """Whether a line goes on past a square on a side or over it: then the square is a cell."""
    return _touches(line, box) and not _belongs_to(line, box)


def _touches(line: RulingLine, box: Box) -> bool:
    along, level = _spans(line, box)
    return (
        level[0] - _SAME <= line.at <= level[1] + _SAME
        and line.start < along[1] + _SAME
        and line.end > along[0] - _SAME
    )


def _spans(line: RulingLine, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """The extent of a box in the direction of a line, and in the other direction."""
    across, up = (box.left, box.right), (box.bottom, box.top)
    return (across, up) if line.across else (up, across)
