"""Notes that a converter put before the end of the text that calls them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from consultations.rules.footnotes.calls import Calls
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody
from consultations.rules.footnotes.pools import Pool, Pools
from consultations.rules.footnotes.zones import Zone


def pair_backwards(
    text: str,
    zone: Zone,
    bodies: Sequence[CandidateBody],
    zones: Sequence[Zone],
    pages: Sequence[int],
    pools: Pools,
    calls: Calls,
) -> bool:
    """Pair bodies with markers on the next page, and say whether that was done.

    Each must be called there, and once. The bodies stand at a page's end, or have labels on lines
    of their own.

    Args:
        text: with its lines as they are.
        zone: of the bodies.
        bodies: that nothing before them calls.
        zones: all of the text.
        pages: where its pages begin, ascending, in code points.
        pools: the markers that have called nothing yet.
        calls: what is paired already, to which these are added.
    """
    apart = all(body.alone or body.apart for body in bodies)
    page = bisect_right(pages, zone.end) + 1
    high = pages[page] if page < len(pages) else len(text)
    may_stand = zone.page_ends or (apart and pages)
    may_stand = may_stand and not _is_at_top(text, bodies[0], pages)
    kinds: tuple[Pool, ...] = ("marked", "flat") if apart else ("marked",)
    for pool in kinds if may_stand and not _counts_anew(zone, bodies, zones, high) else ():
        found = [_called_by(pool, body, zone.end, high, pools) for body in bodies]
        if all(len(markers) == 1 for markers in found):
            for body, markers in zip(bodies, found, strict=True):
                calls.add(body, pool, markers, "probable")
            return True
    return False


def _called_by(
    pool: Pool, body: CandidateBody, low: int, high: int, pools: Pools
) -> list[CandidateMarker]:
    return [marker for marker in pools.of(pool, body.label, low, high) if marker.weight == 1]


def _counts_anew(
    zone: Zone, bodies: Sequence[CandidateBody], zones: Sequence[Zone], high: int
) -> bool:
    """Whether notes behind a zone have its labels again: what is called there calls those."""
    labels = {body.label for body in bodies}
    first = bisect_left(zones, zone.end, key=lambda other: other.start)
    last = bisect_left(zones, high, key=lambda other: other.start)
    return any(
        other.bodies[0].label == zone.bodies[0].label
        and not labels.isdisjoint(body.label for body in other.bodies)
        for other in zones[first:last]
    )


def _is_at_top(text: str, body: CandidateBody, pages: Sequence[int]) -> bool:
    """Whether a label is the first thing on its page: there stands the page's own number."""
    start, _ = body.label_place
    page = bisect_right(pages, start)
    return page > 0 and not text[pages[page - 1] : start].strip()
