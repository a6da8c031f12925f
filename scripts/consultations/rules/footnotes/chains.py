"""The best reading of places in ascending order."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

Place = TypeVar("Place")


class _Ascent(NamedTuple):
    weight: float
    number: int
    place: object
    before: "_Ascent | None"


def heaviest_ascent(places: Iterable[tuple[int, float, Place]], numbers: int) -> dict[int, Place]:
    """Of places with a number and a weight each, those in ascending order that weigh most together.

    The heaviest increasing subsequence, found with a Fenwick tree of maxima (P. M. Fenwick, "A new
    data structure for cumulative frequency tables", 1994). Of equals the first is taken.

    Args:
        places: number from 0 up to `numbers`, weight above 0, and the place itself, in order.
        numbers: how many numbers there are.

    Returns:
        The place for each number that is in the ascent.
    """
    best: list[_Ascent | None] = [None] * numbers
    heaviest: _Ascent | None = None
    for number, weight, place in places:
        before: _Ascent | None = None
        i = number
        while i > 0:
            candidate = best[i]
            if candidate and (before is None or candidate.weight > before.weight):
                before = candidate
            i -= i & -i
        link = _Ascent(weight + (before.weight if before else 0.0), number, place, before)
        i = number + 1
        while i < numbers:
            there = best[i]
            if there is None or link.weight > there.weight:
                best[i] = link
            i += i & -i
        if heaviest is None or link.weight > heaviest.weight:
            heaviest = link
    found: dict[int, Place] = {}
    while heaviest is not None:
        found[heaviest.number] = heaviest.place  # type: ignore[assignment]  # put in above
        heaviest = heaviest.before
    return found
