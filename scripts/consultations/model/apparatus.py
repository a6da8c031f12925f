"""The apparatus: the receipt of an edition.

The source with its emendations applied is the text, and the text with them undone is the source, to
the code point. When a later rule changes what an earlier one has written, the two become one
emendation of one interval of the source, so that no two emendations overlap.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from consultations.model.emendation import Emendation, Proposal
from consultations.model.text import Interval


@dataclass(frozen=True)
class Apparatus:
    """The emendations of one source, in its order; no two overlap.

    Made by `amend` only, one rule's proposals at a time. All offsets are code points.
    """

    emendations: tuple[Emendation, ...] = ()

    @cached_property
    def _source_starts(self) -> list[int]:
        return [e.start for e in self.emendations]

    @cached_property
    def _text_starts(self) -> list[int]:
        """Where each emendation's `after` begins in the text."""
        starts, shift = [], 0
        for e in self.emendations:
            starts.append(e.start + shift)
            shift += len(e.after) - (e.end - e.start)
        return starts

    def replay(self, source: str) -> str:
        """The source with every emendation applied."""
        pieces: list[str] = []
        at = 0
        for e in self.emendations:
            pieces += source[at : e.start], e.after
            at = e.end
        return "".join([*pieces, source[at:]])

    def undo(self, text: str) -> str:
        """The source again, from the text that `replay` gave."""
        pieces: list[str] = []
        at = 0
        for e, start in zip(self.emendations, self._text_starts, strict=True):
            pieces += text[at:start], e.before
            at = start + len(e.after)
        return "".join([*pieces, text[at:]])

    def between(self, start: int, end: int) -> tuple[Emendation, ...]:
        """The emendations that begin in the source's interval [start, end)."""
        low = bisect_left(self._source_starts, start)
        return self.emendations[low : bisect_left(self._source_starts, end, low)]

    def text_offset(self, offset: int) -> int:
        """Where a place of the source stands in the text.

        A place inside what an emendation replaced stands where the replacement begins; an
        insertion stands before the place it was made at.
        """
        i = bisect_right(self._source_starts, offset) - 1
        if i < 0:
            return offset
        e, start = self.emendations[i], self._text_starts[i]
        if offset < e.end:
            return start
        return start + len(e.after) + offset - e.end

    def source_interval(self, start: int, end: int) -> Interval:
        """The interval of the source that text[start:end] came from.

        An emendation that the interval cuts belongs to it whole. One that left nothing behind
        belongs to it only where it stands between two code points of the interval. An empty
        interval comes from an empty one, before anything that was taken out there.
        """
        if start == end:
            here = self._source_end(start)
            return here, here
        return self._source_start(start), self._source_end(end)

    def _source_start(self, offset: int) -> int:
        """The source place at which a piece beginning at this place of the text begins."""
        # `right` here and `left` in `_source_end`: words that were taken out leave one place in the
        # text, where one piece ends and the next begins. They belong to neither piece.
        i = bisect_right(self._text_starts, offset) - 1
        if i < 0:
            return offset
        e, end = self.emendations[i], self._text_end(i)
        return e.start if offset < end else e.end + offset - end

    def _source_end(self, offset: int) -> int:
        """The source place at which a piece ending at this place of the text ends."""
        i = bisect_left(self._text_starts, offset) - 1
        if i < 0:
            return offset
        e, end = self.emendations[i], self._text_end(i)
        return e.end if offset < end else e.end + offset - end

    def amend(self, source: str, proposals: Iterable[Proposal], rule: str) -> "Apparatus":
        """A new apparatus with one rule's proposals applied to the text as it stands.

        A proposal that meets an emendation made earlier becomes one with it, under the name of
        the later rule and with both reasons; one that restores the source takes it away.

        Args:
            source: the source's text.
            proposals: changes to `replay(source)`, in any order.
            rule: name of the rule that proposes, or `editor`.

        Raises:
            ValueError: two proposals overlap, or one lies outside the text.
        """
        text = self.replay(source)
        # A proposal that changes nothing must not become one with an earlier emendation: the rule
        # would then stand in the apparatus as the one that made it.
        ordered = _in_order([p for p in proposals if text[p.start : p.end] != p.after], len(text))
        kept: list[Emendation] = []
        made: list[Emendation] = []
        old = 0
        # One walk from left to right over both lists. A cluster is a run of proposals and of
        # earlier emendations each of which meets the one before it; it becomes one emendation.
        while ordered:
            while old < len(self.emendations) and self._stands_before(old, ordered[-1]):
                kept.append(self.emendations[old])
                old += 1
            first, cluster = old, [ordered.pop()]
            end = cluster[0].end
            while True:  # as long as an earlier emendation, or else the next proposal, belongs
                if old < len(self.emendations) and self._meets(old, cluster[-1]):
                    end = max(end, self._text_end(old))
                    old += 1
                # `end` alone does not tell: where an insertion stands next to an earlier one, the
                # two are one change, though the new one begins only where the old one ends.
                elif ordered and (
                    ordered[-1].start < end or (old > first and self._meets(old - 1, ordered[-1]))
                ):
                    cluster.append(ordered.pop())
                    end = max(end, cluster[-1].end)
                else:
                    break
            made.append(self._merged(source, text, cluster, slice(first, old), rule))
        kept += self.emendations[old:]
        made = [e for e in made if e.before != e.after]
        return Apparatus(tuple(sorted([*kept, *made], key=lambda e: (e.start, e.end))))

    def _text_end(self, i: int) -> int:
        """Where the `after` of emendation i ends in the text."""
        return self._text_starts[i] + len(self.emendations[i].after)

    def _stands_before(self, i: int, proposal: Proposal) -> bool:
        """Whether emendation i lies wholly before a proposal, without meeting it."""
        return self._text_end(i) <= proposal.start and not self._meets(i, proposal)

    def _meets(self, i: int, proposal: Proposal) -> bool:
        """Whether a proposal changes what emendation i left, or where it left nothing."""
        e, start, end = self.emendations[i], self._text_starts[i], self._text_end(i)
        if proposal.start == proposal.end and (start == end or e.start == e.end):
            # Two insertions at one place, or one where something was taken out, are one change.
            return start <= proposal.start <= end
        return start < proposal.end and proposal.start < end

    def _merged(
        self, source: str, text: str, cluster: Sequence[Proposal], met: slice, rule: str
    ) -> Emendation:
        """One emendation for proposals and the earlier emendations that they meet."""
        olds = self.emendations[met]
        low = min([cluster[0].start, *self._text_starts[met]])
        high = max([cluster[-1].end, *(self._text_end(i) for i in range(met.start, met.stop))])
        start, end = self.source_interval(low, high)
        # The interval leaves out what was taken away at its two ends. An emendation that is merged
        # gives up its own place, so that place must be in the new one.
        start, end = min([start, *(e.start for e in olds)]), max([end, *(e.end for e in olds)])
        after: list[str] = []
        at = low
        for proposal in cluster:
            after += text[at : proposal.start], proposal.after
            at = proposal.end
        reasons = dict.fromkeys([*(e.reason for e in olds), *(p.reason for p in cluster)])
        certainties = {e.certainty for e in olds} | {p.certainty for p in cluster}
        return Emendation(
            start=start,
            end=end,
            before=source[start:end],
            after="".join([*after, text[at:high]]),
            kind=cluster[0].kind,
            rule=rule,
            reason="; ".join(reasons),
            certainty="probable" if "probable" in certainties else "certain",
        )


def _in_order(proposals: Iterable[Proposal], length: int) -> list[Proposal]:
    """The proposals from the last to the first, once it is sure that no two overlap."""
    ordered = sorted(proposals, key=lambda p: (p.start, p.end))
    for p in ordered:
        if not 0 <= p.start <= p.end <= length:
            raise ValueError(f"a proposal lies outside the text: [{p.start}, {p.end}) of {length}")
    for p, q in pairwise(ordered):
        # Two insertions at one place do not overlap, but nothing says which of them comes first.
        if q.start < p.end or (p.start, p.end) == (q.start, q.end):
            raise ValueError(
                f"two proposals overlap: [{p.start}, {p.end}) and [{q.start}, {q.end})"
            )
    return ordered[::-1]  # `amend` takes them from the end, where a list gives them up at once
