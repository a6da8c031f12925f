"""Which of the markers of one label calls which of its bodies, where bodies say what they are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody

_Shared = tuple[CandidateBody, list[CandidateMarker]]


def share(
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
