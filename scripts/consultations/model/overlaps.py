"""Annotations of a text that overlap, in an order in which elements can be put around it.

Annotations may overlap, and elements of HTML and of XML may only nest. So a text is gone through
once, from each place at which something begins or ends to the next (a sweep over the intervals'
ends), and each stretch is told what covers it. An element that crosses another is cut in two.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol, TypeVar

from consultations.model.text import Interval


class RankedSpan(Protocol):
    """What covers text[start:end], in code points."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def rank(self) -> int:
        """Where two cover the same text, the one of lower rank stands outside."""


_Ranked = TypeVar("_Ranked", bound=RankedSpan)


def stretches(
    piece: Interval, spans: Iterable[_Ranked], points: Iterable[int]
) -> Iterator[tuple[int, int, tuple[_Ranked, ...]]]:
    """The stretches of a piece of text, each with the spans that cover it, the outermost first.

    The last is empty: it begins where the piece ends, so that what stands there has its place too.

    Args:
        piece: where it begins and ends in the text.
        spans: in any order; those that have nothing of the piece are passed over.
        points: places inside the piece at which it is cut as well.
    """
    low, high = piece
    inside = [s for s in spans if s.start < high and low < s.end and s.start < s.end]
    edges = {max(s.start, low) for s in inside} | {min(s.end, high) for s in inside}
    cuts = sorted({low, high, *edges, *points})
    coming = deque(sorted(inside, key=lambda s: s.start))
    active: list[_Ranked] = []
    for at, until in pairwise([*cuts, cuts[-1]]):
        while coming and coming[0].start <= at:
            active.append(coming.popleft())
        active = [s for s in active if s.end > at]
        # Of one rank, what began first stands outside, and of those the one that ends last: so as
        # few as possible are cut.
        active.sort(key=lambda s: (s.rank, s.start, -s.end))
        yield at, until, tuple(active)
