"""The reading order of what stands on a page: by columns, where it has some.

Recursive cuts, as Nagy's X-Y cut: a page is cut where two columns part, each side is read to its
end, and cut again. What stands over both columns, such as a heading, ends the columns above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Generic, Protocol, TypeVar

_FEWEST = 4
"""A column has at least so many lines."""
_FULL = 0.5
"""Lines of prose are, in the middle, at least this part of their column's width."""
_INKED = 0.4
"""Part of a column's area that lines of prose fill, without the white between them."""
_LARGE = 1.1
"""A heading is so much larger than the text."""
_NARROWEST = 0.15
"""Part of the text's width that a column has at least."""
_SAME = 3.0
"""In points: edges so near are one edge."""
_CENTRED = 1.5
"""In points: the middle of a line that is centred is so near to that of the page."""
_DEEPEST = 5
_MOST = 600
"""What has more lines is no page of prose, and is not cut."""


class Placed(Protocol):
    """A line, or a box with lines in it, at its place; lengths in points."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def right(self) -> float:
        """Where it ends."""

    @property
    def top(self) -> float:
        """How high it reaches."""

    @property
    def bottom(self) -> float:
        """How far down it reaches."""

    @property
    def size(self) -> float:
        """Of its type; 0 for a box."""


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True)
class _Strip(Generic[T]):
    """What stands between two things that reach over a cut."""

    left: list[T]
    right: list[T]
    over: T | None
    """What ends it, and stands over the cut."""


def reading_order(
    items: Sequence[T], known: Sequence[float] = (), depth: int = _DEEPEST
) -> list[list[T]]:
    """What stands on a page in the order in which it is read, a list for each piece of a column.

    Args:
        items: on the page, or on a part of it.
        known: where other pages of the document part into columns. Here fewer lines tell of it.
        depth: how often it may still be cut.
    """
    ordered = sorted(items, key=lambda item: (-item.top, item.left))
    cut = cut_of(ordered, known) if depth else None
    if cut is None:
        return [ordered] if ordered else []
    made: list[list[T]] = []
    whole: list[T] = []
    for strip in _strips(ordered, cut):
        if strip.left and strip.right and not _begin_together(strip):
            made += _uncut(whole, ordered, known, depth)
            whole = []
            made += reading_order(strip.left, known, depth - 1)
            made += reading_order(strip.right, known, depth - 1)
        else:
            whole += sorted([*strip.left, *strip.right], key=lambda item: (-item.top, item.left))
        if strip.over is not None:
            whole.append(strip.over)
    return made + _uncut(whole, ordered, known, depth)


def _uncut(
    whole: Sequence[T], page: Sequence[T], known: Sequence[float], depth: int
) -> list[list[T]]:
    """The reading order of what a cut leaves whole: it may part into columns at another place."""
    if len(whole) < len(page):
        return reading_order(whole, known, depth - 1)
    return [list(whole)] if whole else []


def cut_of(items: Sequence[T], known: Sequence[float] = ()) -> float | None:
    """The x at which most of a page parts into columns; None where it does nowhere.

    Args:
        items: from the top.
        known: where other pages part.
    """
    if not 1 < len(items) <= _MOST:
        return None
    lefts = sorted(item.left for item in items)
    best: tuple[int, float] | None = None
    tried = float("-inf")
    for edge, after in zip(lefts, lefts[2:], strict=False):
        if after - edge > _SAME or edge - tried <= _SAME:
            continue
        tried = edge
        x = edge - 1
        held = sum(
            len(strip.left) + len(strip.right)
            for strip in _strips(items, x)
            if _are_columns(strip, items, _FEWEST)
        )
        if held and (best is None or held > best[0]):
            best = held, x
    if best:
        return best[1]
    return next(
        (x for x in known if any(_are_columns(strip, items, 1) for strip in _strips(items, x))),
        None,
    )


def _strips(items: Sequence[T], x: float) -> list[_Strip[T]]:
    strips: list[_Strip[T]] = []
    left: list[T] = []
    right: list[T] = []
    large = _LARGE * median(item.size for item in items)
    for item in items:
        if (item.size > large or _is_centred(item, items)) and _stands_alone(item, items):
            strips.append(_Strip(left, right, item))
            left, right = [], []
        elif item.right <= x + 1:
            left.append(item)
        elif item.left >= x:
            right.append(item)
        else:
            strips.append(_Strip(left, right, item))
            left, right = [], []
    return [*strips, _Strip(left, right, None)]


def _is_centred(item: T, items: Sequence[T]) -> bool:
    """Whether a line stands about the middle of the page, and at the edge of no column.

    Of three columns the one in the middle is as wide as a short line over them all.
    """
    if item.size == 0:
        return False
    middle = (min(one.left for one in items) + max(one.right for one in items)) / 2
    return abs((item.left + item.right) / 2 - middle) <= _CENTRED and not any(
        one is not item and min(abs(one.left - item.left), abs(one.right - item.right)) <= _CENTRED
        for one in items
    )


def _stands_alone(heading: T, items: Sequence[T]) -> bool:
    """Whether nothing stands beside a heading, which so is over both columns however short."""
    low, high = heading.bottom - 0.4 * heading.size, heading.top + 0.4 * heading.size
    return not any(
        item is not heading
        and item.bottom < high
        and item.top > low
        and (item.left >= heading.right or item.right <= heading.left)
        for item in items
    )


def _is_full(side: Sequence[T], width: float) -> bool:
    """Whether lines fill a side of some width as prose does, in one column or in several."""
    usual = median(item.right - item.left for item in side)
    height = max(item.top for item in side) - min(item.bottom for item in side)
    inked = sum((item.right - item.left) * (item.top - item.bottom) for item in side)
    return usual >= _FULL * width or (usual >= 0.2 * width and inked >= _INKED * width * height)


def _are_columns(strip: _Strip[T], page: Sequence[T], fewest: int) -> bool:
    """Whether the two sides of a strip are columns of prose, and not cells of a table.

    Args:
        strip: it.
        page: all that stands beside and under it.
        fewest: lines that each side must have.
    """
    if min(len(strip.left), len(strip.right)) < fewest:
        return False
    width = max(item.right for item in page) - min(item.left for item in page)
    for side in (strip.left, strip.right):
        own = max(item.right for item in side) - min(item.left for item in side)
        if own < _NARROWEST * width or not _is_full(side, own):
            return False
    high = min(max(i.top for i in side) for side in (strip.left, strip.right))
    low = max(min(i.bottom for i in side) for side in (strip.left, strip.right))
    heights = [
        max(i.top for i in side) - min(i.bottom for i in side) for side in (strip.left, strip.right)
    ]
    return high - low > 0.4 * min(heights) and not _begin_together(strip)


def _begin_together(strip: _Strip[T]) -> bool:
    """Whether what is set apart on one side is so at the same heights on the other, as rows are."""
    left, right = _beginnings(strip.left), _beginnings(strip.right)
    few, many = sorted((left, right), key=len)
    if len(few) < 2:
        return False
    together = sum(any(abs(y - z) <= _SAME for z in many) for y in few)
    return together >= 0.75 * len(few)


def _beginnings(side: Sequence[T]) -> list[float]:
    """Where blocks begin on one side, but for the first."""
    ordered = sorted(side, key=lambda item: -item.top)
    gaps = [above.top - below.top for above, below in pairwise(ordered)]
    usual = median(gap for gap in gaps if gap > _SAME) if any(g > _SAME for g in gaps) else 0.0
    return [
        below.top for gap, below in zip(gaps, ordered[1:], strict=True) if gap > 1.25 * usual > 0
    ]
