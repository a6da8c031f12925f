"""Which of the markers of one label calls which of its bodies, where bodies say what they are."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from consultations.rules.footnotes.calls import Calls
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody
from consultations.rules.footnotes.pools import Pools
from consultations.rules.footnotes.zones import Zone

_Shared = tuple[CandidateBody, list[CandidateMarker]]
_Sort = Literal["definition", "named", "other"]
"""Bodies are called by markers of their sort."""


def pair_marked(zones: Sequence[Zone], pools: Pools, calls: Calls) -> None:
    """Pair the bodies whose label says that they are notes."""
    markers: defaultdict[str, list[CandidateMarker]] = defaultdict(list)
    for marker in pools.everywhere("marked"):
        markers[marker.label].append(marker)
    named = {label for label, there in markers.items() if any(m.form == "named" for m in there)}
    bodies = _by_sort(zones, named)
    starts = sorted(body.start for called in bodies.values() for body in called)
    own = {label for sort, label in bodies if sort == "named"}
    plain = _plain_in_notes(zones)
    for (sort, label), called in bodies.items():
        for body in called:
            calls.add(body, "marked", ())
        alike = [marker for marker in markers[label] if _sort(marker, own) == sort]
        # A raised digit on a title page calls what stands there; in the text, a section of notes.
        others = plain[label] if sort == "other" else []
        rivals = sorted((*called, *others), key=lambda body: body.start)
        for body, found in _share(rivals, alike, starts):
            calls.add(body, "marked", found)


def _plain_in_notes(zones: Sequence[Zone]) -> defaultdict[str, list[CandidateBody]]:
    """The bodies by their labels that stand in sections of notes behind plain numbers."""
    bodies: defaultdict[str, list[CandidateBody]] = defaultdict(list)
    for body in (body for zone in zones if zone.in_notes for body in zone.bodies):
        if body.form is None:
            bodies[body.label].append(body)
    return bodies


def _by_sort(
    zones: Sequence[Zone], named: Collection[str]
) -> dict[tuple[_Sort, str], list[CandidateBody]]:
    """The bodies whose label says that they are notes, by their sort and their label."""
    bodies: defaultdict[tuple[_Sort, str], list[CandidateBody]] = defaultdict(list)
    for body in (body for zone in zones for body in zone.bodies):
        if body.is_marked or (body.form == "named" and body.label in named):
            bodies[_sort(body, named), body.label].append(body)
    return bodies


def _sort(one: CandidateBody | CandidateMarker, named: Collection[str]) -> _Sort:
    """The sort of a body or a marker; `named` has the labels of which both are written with a name.

    `Note 1: Minutes` is called by `[note 1]`, and not by the raised digit of a table's own note.
    """
    if one.form == "named":
        return "named" if one.label in named else "other"
    return "definition" if one.form == "definition" else "other"


def _share(
    bodies: Sequence[CandidateBody], markers: Sequence[CandidateMarker], starts: Sequence[int]
) -> Iterator[_Shared]:
    """Each body with the markers that call it.

    The only body of a label is called by all its markers. Where notes begin again at 1, a body
    belongs to the marker before it that no body between has taken; several bodies in a row, as
    where the notes of all chapters stand at the end, share the markers before them in order.

    Args:
        bodies: all of one label, in the text's order.
        markers: likewise.
        starts: where bodies of any label begin, ascending.
    """
    if len(bodies) == 1:
        likely = [m for m in markers if m.weight == 1] or list(markers[:1])
        yield bodies[0], likely
        return
    waiting: list[CandidateMarker] = []
    row: list[CandidateBody] = []
    uncalled: list[CandidateBody] = []
    left: list[CandidateMarker] = []
    events: list[CandidateBody | CandidateMarker] = [*bodies, *markers]
    events.sort(key=lambda event: event.start)
    for event in events:
        if isinstance(event, CandidateBody):
            row.append(event)
            continue
        if row:
            yield from _settled(row, waiting, starts, uncalled, left)
            waiting, row = [], []
        waiting.append(event)
    yield from _settled(row, waiting, starts, uncalled, left)
    if len(uncalled) == len(left) == 1:
        yield uncalled[0], left


def _settled(
    row: list[CandidateBody],
    waiting: list[CandidateMarker],
    starts: Sequence[int],
    uncalled: list[CandidateBody],
    left: list[CandidateMarker],
) -> Iterator[_Shared]:
    """Bodies in a row with the markers right before them; what is left over goes into the lists."""
    if len(row) == 1 and waiting:
        # A marker with other notes between it and the last one stands on an earlier page.
        last = bisect_left(starts, waiting[-1].start)
        own = [m for m in waiting if bisect_left(starts, m.start) == last]
        left += [m for m in waiting if m not in own]
        yield row[0], own
        return
    yield from ((body, [marker]) for body, marker in zip(row, waiting, strict=False))
    uncalled += row[len(waiting) :]
    left += waiting[len(row) :]


def _labels(those: Sequence[CandidateBody] | Sequence[CandidateMarker]) -> list[str]:
    return [one.label for one in those]


def of_chapter(
    zone: Zone,
    zones: Sequence[Zone],
    bodies: Sequence[CandidateBody],
    there: Sequence[CandidateMarker],
    everywhere: Sequence[CandidateMarker],
) -> Sequence[CandidateMarker]:
    """Those markers that call all notes of one chapter, where several chapters have their own.

    They are the last ones before notes that stand under their chapter; of notes that stand
    together behind the text, the first.

    Args:
        zone: a section of notes.
        zones: all of the text.
        bodies: a run of the section.
        there: the markers that may call them, in the text's order.
        everywhere: those of their kind in all of the text.
    """
    first = bodies[0].label
    others = [z for z in zones if z.in_notes and z.bodies[0].label == first]
    runs = _from_each(there, first) if others[1:] else []
    fitting = [run for run in runs if _labels(run) == _labels(bodies)]
    if not fitting:
        return there
    following = next((z.start for z in others if z.start > zone.start), 0)
    are_behind = following and not any(zone.end <= m.start < following for m in everywhere)
    return fitting[0 if are_behind else -1]


def _from_each(markers: Sequence[CandidateMarker], label: str) -> list[Sequence[CandidateMarker]]:
    """The markers from each of one label up to the next of it."""
    begins = [n for n, marker in enumerate(markers) if marker.label == label]
    return [markers[a:b] for a, b in pairwise([*begins, len(markers)])]
