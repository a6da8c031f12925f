"""The outlines of what a page draws, and the matrices that place them."""

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from consultations.intake.readers.pdf.page.geometry import Box

_MOST_SEGMENTS = 2_000
"""Segments of one path."""
_OPAQUE = 255
_WHITE = 0xF8
"""A fill all of whose colours reach this cannot be seen on paper."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def outlines_of(item: Any, matrix: Matrix) -> Iterator[tuple[list[Point], bool]]:
    """The lines of a path: the points of each, and whether its end is joined to its beginning.

    Of a curve the control points are taken too: a box with round corners reaches as far as they.
    """
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    closed = False
    for n in range(min(raw.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item, n)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, closed
            points, closed = [], False
        points.append(at(x.value, y.value, matrix))
        closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
    if len(points) > 1:
        yield points, closed or points[0] == points[-1]


def is_upright(points: list[Point], box: Box) -> bool:
    """Whether all corners of an outline stand at the edges of the rectangle around it."""
    slack = min(12.0, 0.25 * min(box.width, box.height))
    return all(
        min(x - box.left, box.right - x) <= slack and min(y - box.bottom, box.top - y) <= slack
        for x, y in points
    )


def is_seen(item: Any) -> bool:
    """Whether what fills a path can be seen on paper."""
    rgba = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *rgba):
        return True
    *colours, opacity = (part.value for part in rgba)
    return opacity > 0 and min(colours) < _WHITE


def colour_of(item: Any) -> int | None:
    """The colour that fills a path, as 0xRRGGBB; None where one sees through it, or it has none."""
    rgba = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *rgba):
        return None
    red, green, blue, opacity = (part.value for part in rgba)
    return red << 16 | green << 8 | blue if opacity == _OPAQUE else None


def matrix_of(item: Any) -> Matrix:
    """The matrix of a page object; that which changes nothing where it has none."""
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that places by the inner one and then by the outer."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def at(x: float, y: float, matrix: Matrix) -> Point:
    """Where a matrix places a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: list[Point]) -> Box:
    """The smallest upright rectangle that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
