"""What stands on the two sides of a place at which a page may part into columns."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Generic, Protocol, TypeVar

_FULL = 0.5
"""Share of a column's width that its lines have at the median, at least, where it is prose."""
_INKED = 0.4
"""Share of a column's area that lines of prose fill, without the white between them."""
_LARGE = 1.1
"""A heading is so much larger than the text."""
_BESIDE = 0.4
"""Two columns stand beside each other for this part of the lower one's height."""
_NARROWEST = 0.15
"""Share of the text's width that a column has, at least."""
_RAGGED = 0.15
"""Share of a column's width by which its fullest line may end before the edge."""
SAME = 3.0
"""In points: edges nearer than this are one edge."""
_CENTRED = 1.5
"""In points: how near the middle of a centred line is to that of the page."""


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
class Strip(Generic[T]):
    """What stands between two things that reach over a cut."""

    left: list[T]
    right: list[T]
    over: T | None
    """What ends it, and stands over the cut."""


def strips_of(items: Sequence[T], x: float) -> list[Strip[T]]:
    """A page from the top, cut at a place: a strip ends at what stands over both of its sides."""
    strips: list[Strip[T]] = []
    left: list[T] = []
    right: list[T] = []
    large = _LARGE * median(item.size for item in items)
    for item in items:
        if (item.size > large or _is_centred(item, items)) and _stands_alone(item, items):
            strips.append(Strip(left, right, item))
            left, right = [], []
        elif item.right <= x + 1:
            left.append(item)
        elif item.left >= x:
            right.append(item)
        else:
            strips.append(Strip(left, right, item))
            left, right = [], []
    return _whole_columns([*strips, Strip(left, right, None)], x)


def _whole_columns(strips: Sequence[Strip[T]], x: float) -> list[Strip[T]]:
    """The strips, but that a heading low in a left column ends none where the right one is short.

    Nothing stands beside such a heading, as beside one over both columns; but what follows it is
    set as wide as the column above it, and no wider.
    """
    made: list[Strip[T]] = []
    for strip in strips:
        above = made[-1] if made else None
        if above and above.over is not None and _goes_on_left(above, above.over, strip, x):
            left = [*above.left, above.over, *strip.left]
            made[-1] = Strip(left, above.right, strip.over)
        else:
            made.append(strip)
    return made


def _goes_on_left(above: Strip[T], heading: T, strip: Strip[T], x: float) -> bool:
    """Whether the left column of a strip goes on under a heading, and its right one has ended."""
    if strip.right or not (above.left and above.right and strip.left) or heading.right > x + 1:
        return False
    column, goes_on = (max(item.right for item in side) for side in (above.left, strip.left))
    return -SAME <= column - goes_on <= _RAGGED * _width(above.left)


def _is_centred(item: T, items: Sequence[T]) -> bool:
    """Whether a line stands about the middle of the page, and at the edge of no column.

    Of three columns the one in the middle is as wide as a short line over them all.
    """
    if item.size == 0:
        return False
    middle = min(one.left for one in items) + _width(items) / 2
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


def are_columns(strip: Strip[T], page: Sequence[T], fewest: int) -> bool:
    """Whether the two sides of a strip are columns of prose, and not cells of a table.

    Args:
        strip: it.
        page: all that stands beside and under it.
        fewest: lines that each side must have.
    """
    sides = strip.left, strip.right
    return (
        min(map(len, sides)) >= fewest
        and all(_is_column(side, _width(page)) for side in sides)
        and _shared_height(strip) > _BESIDE * min(map(_height, sides))
        and not begin_together(strip)
    )


def _is_column(side: Sequence[T], page: float) -> bool:
    """Whether lines fill a side as prose does, in one column or in several, on a page so wide."""
    width = _width(side)
    usual = median(item.right - item.left for item in side)
    inked = sum((item.right - item.left) * (item.top - item.bottom) for item in side)
    is_full = usual >= _FULL * width or (
        usual >= 0.2 * width and inked >= _INKED * width * _height(side)
    )
    return width >= _NARROWEST * page and is_full


def _width(items: Sequence[T]) -> float:
    edges: tuple[float, float] = min(item.left for item in items), max(item.right for item in items)
    return edges[1] - edges[0]


def _height(items: Sequence[T]) -> float:
    return max(item.top for item in items) - min(item.bottom for item in items)


def _shared_height(strip: Strip[T]) -> float:
    """How high that part of a strip is in which both sides have something."""
    sides = strip.left, strip.right
    high: float = min(max(item.top for item in side) for side in sides)
    low: float = max(min(item.bottom for item in side) for side in sides)
    return high - low


def begin_together(strip: Strip[T]) -> bool:
    """Whether what is set apart on one side is so at the same heights on the other, as rows are.

    A row ends with the longest of its cells, under which others leave white. Columns of one design
    may begin their paragraphs at the same heights too, but with the same white above each. Where
    all are of one height they are rows: paragraphs are longer and shorter.
    """
    left, right = _beginnings(strip.left), _beginnings(strip.right)
    few, many = sorted((left, right), key=len)
    if len(few) < 2:
        return False
    gaps = [(gap, many[z]) for y, gap in few.items() for z in many if abs(y - z) <= SAME]
    is_uneven = any(abs(one - other) > SAME for one, other in gaps)
    are_alike = len({*_heights(strip.left, left), *_heights(strip.right, right)}) == 1
    return len(gaps) >= 0.75 * len(few) and (is_uneven or are_alike)


def _heights(side: Sequence[T], begins: Collection[float]) -> list[int]:
    """How many lines each block of one side has; the first begins with the side."""
    tops = sorted(begins)
    return list(Counter(bisect_left(tops, item.top) for item in side).values())


def _beginnings(side: Sequence[T]) -> dict[float, float]:
    """Where blocks begin on one side, but for the first, each with the step down to it."""
    ordered = sorted(side, key=lambda item: -item.top)
    gaps = [above.top - below.top for above, below in pairwise(ordered)]
    usual = median(gap for gap in gaps if gap > SAME) if any(g > SAME for g in gaps) else 0.0
    return {
        below.top: gap
        for gap, below in zip(gaps, ordered[1:], strict=True)
        if gap > 1.25 * usual > 0
    }
