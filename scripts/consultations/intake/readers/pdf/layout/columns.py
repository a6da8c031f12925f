"""The order in which a page is read: by columns, where it has some.

Recursive cuts, as Nagy's X-Y cut: a page is cut where two columns part, each side is read to its
end, and cut again. What stands over both columns, such as a heading, ends the columns above it.
"""

from collections.abc import Iterator, Sequence

from consultations.intake.readers.pdf.layout.strips import (
    SAME,
    Placed,
    T,
    are_columns,
    begin_together,
    strips_of,
)

_FEWEST = 4
"""Least lines of a column."""
_DEEPEST = 5
_MOST = 600
"""Lines. What has more is no page of prose, and is not cut."""


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
    for strip in strips_of(ordered, cut):
        if strip.left and strip.right and not begin_together(strip):
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
    """The x at which most of a page divides into columns; None where it does not.

    Args:
        items: from the top.
        known: where other pages part.
    """
    if not 1 < len(items) <= _MOST:
        return None
    held = [(_held(items, x, _FEWEST), x) for x in _places(items)]
    most, best = max(held, key=lambda one: one[0], default=(0, 0.0))
    return best if most else next((x for x in known if _held(items, x, 1)), None)


def _places(items: Sequence[Placed]) -> Iterator[float]:
    """Right before the edges at which at least three begin."""
    lefts = sorted(item.left for item in items)
    tried = float("-inf")
    for edge, third in zip(lefts, lefts[2:], strict=False):
        if third - edge <= SAME < edge - tried:
            tried = edge
            yield edge - 1


def _held(items: Sequence[T], x: float, fewest: int) -> int:
    """How much of a page stands in columns of so many lines at least, when it is cut at a place."""
    return sum(
        len(strip.left) + len(strip.right)
        for strip in strips_of(items, x)
        if are_columns(strip, items, fewest)
    )
