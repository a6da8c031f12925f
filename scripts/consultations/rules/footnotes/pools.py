"""The markers that no note has taken yet."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from consultations.rules.footnotes.authors import author_markers
from consultations.rules.footnotes.digits import (
    apart_markers,
    flat_markers,
    glued_markers,
    round_markers,
)
from consultations.rules.footnotes.forms import CandidateMarker, marked_markers, sign_markers
from consultations.rules.footnotes.groups import group_markers, with_signs_between
from consultations.rules.footnotes.leads import CandidateBody
from consultations.rules.footnotes.paragraphs import Paragraph
from consultations.rules.footnotes.zones import Zone

Pool = Literal["marked", "bracketed", "round", "flat", "apart", "glued", "sign"]
"""How sure a marker's form is: the first is a note's and nothing else."""


class Pools:
    """Markers by kind and label, each list in the text's order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._free: defaultdict[tuple[Pool, str], list[CandidateMarker]] = defaultdict(list)
        self._ordered: defaultdict[Pool, list[CandidateMarker]] = defaultdict(list)

    def add(self, pool: Pool, marker: CandidateMarker) -> None:
        """Put a marker in."""
        self._free[pool, marker.label].append(marker)
        insort(self._ordered[pool], marker, key=_place)

    def take(self, pool: Pool, marker: CandidateMarker) -> None:
        """Take a marker out."""
        self._free[pool, marker.label].remove(marker)
        markers = self._ordered[pool]
        del markers[markers.index(marker, bisect_left(markers, marker.start, key=_place))]

    def of(self, pool: Pool, label: str, low: int, high: int) -> list[CandidateMarker]:
        """Those of a label that stand in [low, high)."""
        return [m for m in self._free.get((pool, label), ()) if low <= m.start < high]

    def all(self, pool: Pool, low: int, high: int) -> list[CandidateMarker]:
        """Those of every label that stand in [low, high), in order."""
        markers = self._ordered[pool]
        return markers[
            bisect_left(markers, low, key=_place) : bisect_left(markers, high, key=_place)
        ]

    def in_holes(
        self, pool: Pool, zone: Zone, bodies: Sequence[CandidateBody]
    ) -> Iterator[CandidateMarker]:
        """Those in text between the notes of a zone, which may call the notes below it."""
        for start, end in zone.holes:
            labels = {body.label for body in bodies if body.start >= end}
            yield from (m for m in self.all(pool, start, end) if m.label in labels)

    def everywhere(self, pool: Pool) -> list[CandidateMarker]:
        """Those of every label, in order."""
        return list(self._ordered[pool])


def gather(text: str, printed: Sequence[Paragraph], zones: Sequence[Zone]) -> Pools:
    """Every place of a text that may call a note."""
    pools = Pools()
    for marker in _marked(text, zones):
        pools.add("bracketed" if marker.form == "bracketed" else "marked", marker)
    authors = list(author_markers(text, printed, zones))
    for marker in authors:
        pools.add("marked", marker)
    groups = [m for m in group_markers(text, 0, len(text)) if m.form == "flat"]
    digits: dict[Pool, Iterable[CandidateMarker]] = {
        "flat": sorted((*groups, *_outside(groups, flat_markers(text))), key=_place),
        "apart": apart_markers(text),
        "glued": glued_markers(text),
        "round": round_markers(text),
    }
    for pool, markers in digits.items():
        for marker in _outside(authors, _outside_tables(printed, markers)):
            pools.add(pool, marker)
    for paragraph in printed:
        if paragraph.kind != "row":
            for marker in sign_markers(text, paragraph.start, paragraph.end):
                pools.add("sign", marker)
    return pools


def _place(marker: CandidateMarker) -> int:
    return marker.start


def _marked(text: str, zones: Sequence[Zone]) -> Iterator[CandidateMarker]:
    """The markers in a form of their own, without the labels of bodies."""
    at = 0
    bodies = [body for zone in zones for body in zone.bodies]
    leads = [(b.start, b.words) for b in bodies if b.is_marked or b.lead == "bracketed"]
    labels = {at for b in bodies if b.apart for at in range(*b.label_place)}
    for start, end in [*leads, (len(text), len(text))]:
        for marker in _with_groups(text, at, start):
            # What has a line of its own is a label, also one whose body is not known.
            if marker.start not in labels and not _has_line(text, marker):
                yield marker
        at = end


def _with_groups(text: str, low: int, high: int) -> list[CandidateMarker]:
    """The markers of text[low:high] in a form of their own, also those that stand together."""
    groups = [m for m in group_markers(text, low, high) if m.form != "flat"]
    alone = _outside(groups, marked_markers(text, low, high))
    return sorted((*groups, *with_signs_between(text, alone)), key=_place)


def _outside(
    groups: Sequence[CandidateMarker], markers: Iterable[CandidateMarker]
) -> Iterator[CandidateMarker]:
    """Those markers that stand in none of some groups."""
    inside = {place for marker in groups for place in range(marker.start, marker.end)}
    return (marker for marker in markers if marker.start not in inside)


def _has_line(text: str, marker: CandidateMarker) -> bool:
    """Whether a marker is all of its line; the text begins and ends a line."""
    before = text[max(0, marker.start - 1) : marker.start]
    after = text[marker.end : marker.end + 1]
    return before in "\n\r\f" and after in "\n\r\f"


def _outside_tables(
    printed: Sequence[Paragraph], markers: Iterable[CandidateMarker]
) -> Iterator[CandidateMarker]:
    """Those numbers that may be markers without height; a number in a table is a number."""
    rows = [paragraph for paragraph in printed if paragraph.kind == "row"]
    starts = [row.start for row in rows]
    for marker in markers:
        i = bisect_right(starts, marker.start) - 1
        if i < 0 or rows[i].end <= marker.start:
            yield marker
