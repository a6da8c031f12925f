"""What looks like a marker or a note, and has no partner: it stays, and is told."""

from collections.abc import Iterator, Sequence

from consultations.rules.footnotes.apart import ENDS_CLAUSE
from consultations.rules.footnotes.calls import Calls
from consultations.rules.footnotes.feet import foot_rows
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.labels import SURE_SIGNS
from consultations.rules.footnotes.leads import CandidateBody
from consultations.rules.footnotes.pools import Pools
from consultations.rules.footnotes.zones import Zone

_FEWEST = 3
"""This many lines with numbers in sequence, over the feet of pages, are notes."""


def calling_nothing(
    pools: Pools, zones: Sequence[Zone], counted: Sequence[CandidateMarker]
) -> list[CandidateMarker]:
    """The markers that call nothing, in the order of the text.

    Args:
        pools: the markers that no note has taken.
        zones: of the text.
        counted: digits without height that are findings where they call nothing.
    """
    found = pools.everywhere("marked")
    listed = {body.label for zone in zones for body in zone.bodies if body.lead == "bracketed"}
    brackets = pools.everywhere("bracketed")
    found += (m for m in brackets if m.label not in listed and m.weight > ENDS_CLAUSE)
    found += (m for m in pools.everywhere("sign") if m.label in SURE_SIGNS)
    left = pools.everywhere("flat")
    found += (marker for marker in counted if marker in left)
    return sorted(found, key=lambda marker: marker.start)


def unread(zones: Sequence[Zone], calls: Calls) -> Iterator[CandidateBody]:
    """The first of each run of lines with plain numbers that stand where notes do, and are none.

    That is under a heading of notes, or at the feet of pages where they count on from each to the
    next. A number on a line of its own may be the page's.
    """
    rows = [[body for foot in row for body in foot] for row in foot_rows(zones) if len(row) > 1]
    runs = [run for zone in zones if zone.in_notes for run in zone.runs()]
    told: set[int] = set()
    for run in sorted([*rows, *runs], key=lambda run: run[0].start):
        is_left = len(run) >= _FEWEST and _are_plain(run) and calls.open_in(run) == run
        if is_left and run[0].start not in told:
            yield run[0]
            told |= {body.start for body in run}


def _are_plain(run: Sequence[CandidateBody]) -> bool:
    return all(body.lead == "plain" and not (body.alone or body.apart) for body in run)
