"""What calls which note, as far as it is known."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations.model.emendation import Certainty
from consultations.model.text import Interval
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody, follows
from consultations.rules.footnotes.pools import Pool, Pools
from consultations.rules.footnotes.zones import Zone


@dataclass(frozen=True)
class Note:
    """A body, the markers that call it, and how sure that is."""

    body: CandidateBody
    pieces: tuple[Interval, ...]
    """The stretches of the text that hold it, the first with its label."""
    markers: tuple[CandidateMarker, ...]
    certainty: Certainty


@dataclass
class _Call:
    markers: list[CandidateMarker]
    certainty: Certainty = "certain"


def _is_next(body: CandidateBody, *following: CandidateBody) -> bool:
    """Whether what may be a body counts on from the one before it: then it is no line of that.

    Neither is what has a number under what has a sign, or the other way round.
    """
    return any(
        (b.lead == body.lead and follows(body.label, b.label))
        or (b.lead == "sign") != (body.lead == "sign")
        for b in following
    )


class Calls:
    """The bodies of a text that are notes, each with the markers that call it.

    A marker that calls a note is taken out of the pools, and calls no other.
    """

    def __init__(self, pools: Pools) -> None:
        """Begin with none, and the markers that may call one."""
        self._pools = pools
        self._calls: dict[CandidateBody, _Call] = {}
        self._taken: set[int] = set()  # where the markers begin that call a note

    def open_in(self, run: Sequence[CandidateBody]) -> list[CandidateBody]:
        """The bodies of a run that only look like notes, call none and are not paired yet.

        Those that lead back to their markers are among them where nothing calls any of the run:
        the markers may have lost their links.
        """
        is_called = any(self._calls[body].markers for body in run if body in self._calls)
        return [
            body
            for body in run
            if self._taken.isdisjoint(range(body.start, body.words))
            and (body not in self._calls or (body.is_marked and not is_called))
        ]

    def add(
        self,
        body: CandidateBody,
        pool: Pool,
        markers: Sequence[CandidateMarker],
        certainty: Certainty = "certain",
    ) -> None:
        """Have markers of a pool call a body, or none yet, which is a note all the same."""
        call = self._calls.setdefault(body, _Call([], certainty))
        call.markers += markers
        if certainty == "probable":
            call.certainty = certainty
        for marker in markers:
            self._pools.take(pool, marker)
            self._taken.add(marker.start)
        # A label at the beginning of a line may have been read as a marker, too.
        pools: tuple[Pool, ...] = ("flat", "apart")
        for other in pools:
            for marker in self._pools.of(other, body.label, *body.label_place):
                self._pools.take(other, marker)

    def give_up_flat(self) -> None:
        """Give up the bodies that nothing but digits without their height shows to be notes."""
        for body, call in list(self._calls.items()):
            if any(m.form == "flat" for m in call.markers) and not (body.alone or body.apart):
                for marker in call.markers:
                    self._pools.add("flat", marker)
                    self._taken.discard(marker.start)
                del self._calls[body]

    def fill_in(self, run: list[CandidateBody]) -> None:
        """Find a marker for each note that has none, between those of the notes beside it.

        Of any kind of marker, one alone may stand there.
        """
        behind = self._starts_behind(run)
        before: int | None = None
        for i, (body, after) in enumerate(zip(run, behind, strict=True)):
            if i > 0 and (start := self._start(run[i - 1])) is not None:
                before = start
            if body not in self._calls or self._calls[body].markers:
                continue
            if after is None:
                continue
            pools: tuple[Pool, ...] = ("marked", "flat", "glued")
            for pool in pools:
                found = self._pools.of(pool, body.label, before or 0, after)
                if len(found) == 1:
                    self.add(body, pool, found, "probable")
                    break

    def _starts_behind(self, run: Sequence[CandidateBody]) -> list[int | None]:
        """For each note of a run, where the first note after it that is called has its marker."""
        behind: list[int | None] = []
        nearest: int | None = None
        for body in reversed(run):
            behind.append(nearest)
            if (start := self._start(body)) is not None:
                nearest = start
        return behind[::-1]

    def _start(self, body: CandidateBody) -> int | None:
        """Where a note is called first, if it is."""
        markers = self._calls[body].markers if body in self._calls else ()
        return markers[0].start if markers else None

    def notes(self, text: str, zones: Sequence[Zone]) -> Iterator[Note]:
        """Each note of some zones of a text, in its order, and what of the text is its own."""
        starts = sorted(body.start for body in self._calls)
        for zone in zones:
            for n, body in enumerate(zone.bodies):
                if body in self._calls:
                    call = self._calls[body]
                    i = bisect_right(starts, body.start)
                    following = starts[i] if i < len(starts) else len(text)
                    if _is_next(body, *zone.bodies[n + 1 : n + 2]):
                        following = min(following, zone.bodies[n + 1].start)
                    pieces = tuple(zone.pieces(body, following))
                    markers = tuple(sorted(call.markers, key=lambda m: m.start))
                    yield Note(body, pieces, markers, call.certainty)
