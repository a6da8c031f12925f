"""Which of the markers of one label calls which of its bodies, where bodies say what they are."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from consultations.rules.footnotes.calls import Calls
from consultations.rules.footnotes.chains import heaviest_ascent
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
    """The sort of a body or a marker: one calls only bodies of its sort.

    `named` has the labels that bodies and markers both write with a name.
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
    events: list[CandidateBody | CandidateMarker] = [*bodies, *markers]
    events.sort(key=lambda event: event.start)
    for event in events:
        if isinstance(event, CandidateBody):
            row.append(event)
            continue
        if row:
            yield from _settled(row, waiting, starts)
            waiting, row = [], []
        waiting.append(event)
    yield from _settled(row, waiting, starts)


def _settled(
    row: list[CandidateBody],
    waiting: list[CandidateMarker],
    starts: Sequence[int],
) -> Iterator[_Shared]:
    """Bodies that follow each other with the markers between them and the bodies before."""
    if len(row) == 1 and waiting:
        # A marker with other notes between it and the last one stands on an earlier page.
        last = bisect_left(starts, waiting[-1].start)
        yield row[0], [m for m in waiting if bisect_left(starts, m.start) == last]
        return
    yield from ((body, [marker]) for body, marker in zip(row, waiting, strict=False))


def of_chapter(
    zone: Zone,
    zones: Sequence[Zone],
    there: Sequence[CandidateMarker],
) -> list[CandidateMarker]:
    """Those markers that may call the notes of one chapter, where all chapters' stand together.

    Of all readings in which the markers of the text call the notes of all chapters in order, the
    best says which stand between those that call the chapter before and the one behind.

    Args:
        zone: a section of notes.
        zones: the sections of the text that stand together with it, in order.
        there: the markers that may call notes of these, in the text's order.
    """
    called = in_order([body for z in zones for body in z.bodies], there)
    own = [m.start for b, m in called.items() if zone.start <= b.start < zone.end]
    before = [m.start + 1 for b, m in called.items() if b.start < zone.start]
    low = max(before, default=min(own, default=0))
    high = min((m.start for b, m in called.items() if b.start >= zone.end), default=zone.end)
    return [marker for marker in there if low <= marker.start < high]


def in_order(
    bodies: Sequence[CandidateBody], markers: Sequence[CandidateMarker]
) -> dict[CandidateBody, CandidateMarker]:
    """The best reading in which markers call bodies of their labels, both in the text's order.

    Of equals it is the last, since what calls nothing stands rather before the first chapter. A
    longest common subsequence, read as an ascent (J. W. Hunt and T. G. Szymanski, "A fast
    algorithm for computing longest common subsequences", 1977).
    """
    behind = bodies[::-1]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n in reversed(range(len(behind))):
        places[behind[n].label].append(n)
    pairs = ((n, m.weight, m) for m in reversed(markers) for n in places[m.label])
    return {behind[n]: marker for n, marker in heaviest_ascent(pairs, len(behind)).items()}
