"""Intervals that share no place with each other, and whether another one would."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from consultations.model.text import Interval


class Taken:
    """A set of disjoint intervals."""

    def __init__(self, intervals: Iterable[Interval] = ()) -> None:
        """Take intervals that share no place with each other, in any order."""
        self._intervals = sorted(intervals)

    def meets(self, start: int, end: int) -> bool:
        """Whether [start, end) shares a place with one of them."""
        index = bisect_left(self._intervals, (end,))
        return index > 0 and self._intervals[index - 1][1] > start

    def add(self, start: int, end: int) -> None:
        """Put in [start, end), which shares a place with none of them."""
        insort(self._intervals, (start, end))
