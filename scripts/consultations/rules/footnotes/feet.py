"""Notes at the feet of pages, whose markers stand apart: `the toll, 12 which rose`.

Such a number may be one that the author counts. What speaks for a note is the row of bodies that
counts on from the foot of one page to that of the next, and that each of their pages has one number
alone, in their order, which may be the marker.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations.rules.footnotes.calls import Calls
from consultations.rules.footnotes.chains import heaviest_ascent
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody, follows
from consultations.rules.footnotes.pools import Pool, Pools
from consultations.rules.footnotes.zones import Zone

_FEWEST = 3
"""Fewest notes of a sequence that must be called, and three in four of them."""

_Foot = list[CandidateBody]


class _Place(NamedTuple):
    number: int
    """Of the body in its foot."""
    pool: Pool
    marker: CandidateMarker

    @property
    def weight(self) -> float:
        """What has a marker's form or is stuck to its word weighs as what stands behind a stop."""
        return self.marker.weight if self.pool == "apart" else 1.0


def pair_feet(zones: Sequence[Zone], pages: Sequence[int], pools: Pools, calls: Calls) -> None:
    """Pair notes that count on over the feet of pages with numbers of their pages.

    Args:
        zones: of a text.
        pages: where its pages begin, ascending, in code points.
        pools: the markers that have called nothing yet.
        calls: what is paired already, to which these are added.
    """
    for row in foot_rows(zones):
        open_ = [calls.open_in(foot) for foot in row]
        found = _but_unsure([_called(foot, pages, pools) if foot else {} for foot in open_], open_)
        if not _is_called(row, open_, found):
            continue
        for foot, open_bodies, called in zip(row, open_, found, strict=True):
            if len(open_bodies) < len(foot) or called:
                for body in open_bodies:
                    place = called.get(body)
                    pool, markers = (place.pool, [place.marker]) if place else ("apart", [])
                    calls.add(body, pool, markers, "probable")


def foot_rows(zones: Sequence[Zone]) -> Iterator[list[_Foot]]:
    """The feet of pages whose labels count on from each to the next, or begin at 1 on each.

    The last page ends with the text: its foot is one where it goes on from the page before.
    """
    row: list[_Foot] = []
    for zone in zones:
        foot = _foot(zone) if zone.page_ends or (row and zone is zones[-1] and zone.at_end) else []
        goes_on = bool(row and foot) and _goes_on(row[-1], foot)
        if row and foot and not goes_on:
            yield row
            row = []
        if foot and (goes_on or zone.page_ends):
            row.append(foot)
    if row:
        yield row


def _is_called(
    row: Sequence[_Foot], open_: Sequence[_Foot], found: Sequence[dict[CandidateBody, _Place]]
) -> bool:
    """Whether enough bodies of a row are called; of a list, enough already, by its own page."""
    bodies, left = sum(map(len, row)), sum(map(len, open_))
    is_list = any(body.lead == "listed" for foot in row for body in foot)
    if is_list and bodies - left < _FEWEST:
        return False
    left -= sum(map(len, found))
    return bodies - left >= _FEWEST and left * 4 <= bodies


def _goes_on(above: _Foot, foot: _Foot) -> bool:
    """Whether a foot counts on from another, or both count from 1."""
    first = foot[0].label
    return follows(above[-1].label, first) or first == above[0].label == "1"


def _but_unsure(
    found: list[dict[CandidateBody, _Place]], feet: Sequence[_Foot]
) -> list[dict[CandidateBody, _Place]]:
    """What calls the bodies of some feet, without numbers inside a sentence that may be its own.

    They stay where each body has one number alone, and as many or more stand behind a stop.
    """
    weights = [place.weight for called in found for place in called.values()]
    sure = sum(weight == 1 for weight in weights)
    if len(weights) == sum(map(len, feet)) and sure * 2 >= len(weights):
        return found
    return [{b: place for b, place in called.items() if place.weight == 1} for called in found]


def _foot(zone: Zone) -> _Foot:
    """The bodies with numbers that end a page, each the next after the one before it."""
    foot: _Foot = []
    for body in reversed(zone.bodies):
        is_next = not foot or follows(body.label, foot[-1].label)
        if body.label.isdigit() and is_next:
            foot.append(body)
    return foot[::-1]


def _called(foot: _Foot, pages: Sequence[int], pools: Pools) -> dict[CandidateBody, _Place]:
    """The marker for each body of a foot that one number of its page alone may call."""
    high = foot[0].label_place[0]
    page = bisect_right(pages, high)
    low = pages[page - 1] if page else 0
    kinds: tuple[Pool, ...] = ("apart", "flat", "bracketed", "round", "marked")
    there = {
        marker.end: _Place(number, pool, marker)
        for number, body in enumerate(foot)
        for pool in kinds
        for marker in pools.of(pool, body.label, low, high)
    }
    places = [place for _, place in sorted(there.items())]
    ascent = heaviest_ascent([(p.number, p.weight, p) for p in places], len(foot))
    ordered = [ascent[number] for number in sorted(ascent)]
    starts = [low, *(place.marker.start for place in ordered), high]
    return {
        foot[place.number]: place
        for place, before, after in zip(ordered, starts, starts[2:], strict=False)
        if _is_alone(place, places, before, after)
    }


def _is_alone(place: _Place, places: Sequence[_Place], before: int, after: int) -> bool:
    """Whether no other number of its label stands between the markers before and after it."""
    return all(
        other is place or other.number != place.number
        for other in places
        if before <= other.marker.start < after
    )
