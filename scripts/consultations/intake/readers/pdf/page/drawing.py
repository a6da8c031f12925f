"""What is drawn on a page besides its text: ruling lines, shaded areas and pictures.

Lengths are PDF points (1/72 inch); the origin is a corner of the page, and y grows upwards.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from consultations.intake.readers.pdf.page.geometry import Box, Turn
from consultations.intake.readers.pdf.page.outlines import (
    Matrix,
    Point,
    around,
    at,
    colour_of,
    is_seen,
    is_upright,
    matrix_of,
    outlines_of,
    times,
)

_MOST_OBJECTS = 20_000
"""Objects of a page. A map may draw more, and has no ruled table."""
_DEEPEST = 6
"""How deep forms may stand in forms (form XObjects, ISO 32000-1, 8.10)."""
_NO_THICKNESS = 0.01
_THIN = 3.0
"""In points: an area no thicker than this is a line."""
_DOT, _LARGEST_DOT = 1.2, 8.0
"""In points: the smallest and the largest width and height of a drawn bullet."""
_LARGEST_SQUARE = 22.0
"""In points: the largest width and height of a box in a form."""
_MOST_DOTS = 400
"""Dots, squares and slanting lines of a page: so many of each. A chart may have more."""
_LONG = 6.0
"""In points: the shortest ruling line."""
_STRAIGHT = 0.6
"""In points: how much a line may be aslant, from end to end."""


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A straight line across or down the page."""

    across: bool
    """Whether it runs from left to right; otherwise it runs upwards."""
    at: float
    """Its y where it runs across, its x otherwise."""
    start: float
    end: float


class Backdrop(NamedTuple):
    """An area that is filled or pictured."""

    box: Box
    colour: int | None
    """0xRRGGBB; None where that is not known of all of it, as of a picture."""


@dataclass(frozen=True)
class Drawing:
    """What a page draws besides its text."""

    rulings: tuple[RulingLine, ...] = ()
    shades: tuple[Box, ...] = ()
    """Areas filled with a colour that can be seen."""
    pictures: tuple[Box, ...] = ()
    dots: tuple[Box, ...] = ()
    """Small filled shapes, such as the bullets of a list."""
    squares: tuple[Box, ...] = ()
    """Small squares that are only outlined, or have a tick: the boxes of a form."""
    slants: tuple[Box, ...] = ()
    """Small slanting lines, such as those of a cross in a box."""
    grounds: tuple[Backdrop, ...] | None = ()
    """What words may stand on, in the order in which it is drawn and not turned with the page; None
    where more is drawn than was looked at."""

    def turned(self, turn: Turn) -> "Drawing":
        """The same when the page is turned."""
        return replace(
            self,
            rulings=tuple(_turned(line, turn) for line in self.rulings),
            shades=tuple(map(turn.box, self.shades)),
            pictures=tuple(map(turn.box, self.pictures)),
            dots=tuple(map(turn.box, self.dots)),
            squares=tuple(map(turn.box, self.squares)),
            slants=tuple(map(turn.box, self.slants)),
        )


def _turned(line: RulingLine, turn: Turn) -> RulingLine:
    along, upright = (line.start, line.end), (line.at, line.at)
    xs, ys = (along, upright) if line.across else (upright, along)
    box = turn.box(Box(xs[0], ys[0], xs[1], ys[1]))
    if line.across != bool(turn.quarter % 2):
        return RulingLine(True, box.bottom, box.left, box.right)
    return RulingLine(False, box.left, box.bottom, box.top)


NOTHING_DRAWN = Drawing()


def drawing_of(page: pypdfium2.PdfPage) -> Drawing:
    """What a page draws, in its own coordinates."""
    collected = _Collected()
    count = raw.FPDFPage_CountObjects(page.raw)
    collected.take(
        (raw.FPDFPage_GetObject(page.raw, n) for n in range(min(count, _MOST_OBJECTS))),
        (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        _DEEPEST,
    )
    return Drawing(
        tuple(collected.rulings),
        tuple(collected.shades),
        tuple(collected.pictures),
        tuple(collected.dots[:_MOST_DOTS]),
        tuple(collected.squares[:_MOST_DOTS]),
        tuple(collected.slants[:_MOST_DOTS]),
        tuple(collected.grounds) if collected.left >= 0 and count <= _MOST_OBJECTS else None,
    )


class _Collected:
    """What has been found so far on a page."""

    def __init__(self) -> None:
        self.rulings: list[RulingLine] = []
        self.shades: list[Box] = []
        self.pictures: list[Box] = []
        self.dots: list[Box] = []
        self.squares: list[Box] = []
        self.tile: Box | None = None
        """What was filled last, if it is a small square: browsers draw a ticked box so."""
        self.slants: list[Box] = []
        self.grounds: list[Backdrop] = []
        self.left = _MOST_OBJECTS
        """How many objects may still be looked at; below 0 if some were not."""

    def take(self, objects: Iterator[Any], outer: Matrix, depth: int) -> None:
        """Take in page objects, and those in the forms among them."""
        for item in objects:
            self.left -= 1
            if self.left < 0:
                return
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, times(matrix_of(item), outer))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                corners = [at(x, y, times(matrix_of(item), outer)) for x, y in _UNIT_SQUARE]
                self.pictures.append(around(corners))
                self.grounds.append(Backdrop(self.pictures[-1], None))
            elif kind == raw.FPDF_PAGEOBJ_SHADING:
                self.grounds.append(Backdrop(_EVERYWHERE, None))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
                inside = raw.FPDFFormObj_CountObjects(item)
                self.take(
                    (raw.FPDFFormObj_GetObject(item, n) for n in range(inside)),
                    times(matrix_of(item), outer),
                    depth - 1,
                )

    def _path(self, item: Any, matrix: Matrix) -> None:
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, filled, stroked)
        if not (filled.value or stroked.value):
            return  # It only clips.
        outlines = list(outlines_of(item, matrix))
        if filled.value == raw.FPDF_FILLMODE_ALTERNATE and len(outlines) == 2:
            inner, outer = sorted((around(p) for p, _ in outlines), key=lambda box: box.height)
            if outer.encloses(inner, 0) and all(is_upright(p, around(p)) for p, _ in outlines):
                self._frame(outer, inner, seen=is_seen(item))
                return
        if filled.value:
            self._filled(item, [points for points, _ in outlines])
        if stroked.value:
            is_empty = not (filled.value and is_seen(item))
            for points, closed in outlines:
                self._strokes(points, closed=closed)
                if closed:
                    self._square(around(points), is_empty=is_empty)
                else:
                    self._tick(points)

    def _square(self, box: Box, *, is_empty: bool) -> None:
        """Take in what a closed line runs round, where it is a dot or a square."""
        if box.is_square(_DOT, _LARGEST_DOT):
            self.dots.append(box)
        if is_empty and box.is_square(_LONG, _LARGEST_SQUARE):
            self.squares.append(box)

    def _tick(self, points: list[Point]) -> None:
        """Take in a bent line, where it is a tick on a box in colour."""
        if len(points) > 2 and self.tile and self.tile.encloses(around(points), 0.5):
            self.squares.append(self.tile)

    def _filled(self, item: Any, outlines: list[list[Point]]) -> None:
        seen = is_seen(item)
        for points in outlines:
            box = around(points)
            self.tile = box if box.is_square(_LONG, _LARGEST_SQUARE) else None
            self._area(box, points, seen=seen)
            colour = colour_of(item) if seen and len(outlines) == 1 else None
            if min(box.width, box.height) > _THIN:
                self.grounds.append(Backdrop(box, colour if is_upright(points, box) else None))

    def _frame(self, outer: Box, inner: Box, *, seen: bool) -> None:
        """Take in the lines round a box, which a file may draw as one rectangle less another.

        So browsers draw the borders of a page of HTML. A side that is not drawn has no thickness.
        """
        self.squares += [outer] if outer.is_square(_LONG, _LARGEST_SQUARE) else []
        sides = (
            Box(outer.left, inner.top, outer.right, outer.top),
            Box(outer.left, outer.bottom, outer.right, inner.bottom),
            Box(outer.left, outer.bottom, inner.left, outer.top),
            Box(inner.right, outer.bottom, outer.right, outer.top),
        )
        for side in sides:
            if min(side.width, side.height) > _NO_THICKNESS:
                corners = [(side.left, side.bottom), (side.right, side.top)]
                self._area(side, corners, seen=seen)

    def _area(self, box: Box, points: list[Point], *, seen: bool) -> None:
        thin, long = sorted((box.width, box.height))
        if not seen:
            return
        if box.is_square(_DOT, _LARGEST_DOT):
            self.dots.append(box)
        if long < _LONG:
            return
        if thin <= _THIN:
            across = box.width > box.height
            middle = (box.bottom + box.top) / 2 if across else (box.left + box.right) / 2
            ends = (box.left, box.right) if across else (box.bottom, box.top)
            self.rulings.append(RulingLine(across, middle, *ends))
        elif thin >= _LONG and is_upright(points, box):
            self.shades.append(box)

    def _strokes(self, points: list[Point], *, closed: bool) -> None:
        ends = [*points, points[0]] if closed else points
        for (x0, y0), (x1, y1) in pairwise(ends):
            if abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) >= _LONG:
                self.rulings.append(RulingLine(True, (y0 + y1) / 2, *sorted((x0, x1))))
            elif abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) >= _LONG:
                self.rulings.append(RulingLine(False, (x0 + x1) / 2, *sorted((y0, y1))))
            elif 1 <= abs(x1 - x0) <= _LARGEST_SQUARE >= abs(y1 - y0) >= 1:
                self.slants.append(around([(x0, y0), (x1, y1)]))


_UNIT_SQUARE = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
"""A picture fills it, before its matrix places it (ISO 32000-1, 8.9.5)."""
_EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)
