"""Where places of a text stand once a rule's changes are applied to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from consultations.model.emendation import Proposal


class Shift:
    """Takes a place of the text before the changes to its place after them, in code points.

    Where text is inserted, one old place has two new ones: before it, where what began there begins
    now, and behind it, where what ended there ends now. So what is inserted at an edge of a piece
    belongs to the piece.
    """

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        """Sum up how far each change moves what stands after it.

        Args:
            proposals: changes that do not overlap, in any order.
        """
        self._proposals = sorted(proposals, key=lambda p: (p.start, p.end))
        self._starts = [p.start for p in self._proposals]
        grown = accumulate(len(p.after) - (p.end - p.start) for p in self._proposals)
        self._shifts = [0, *grown]

    def start(self, offset: int) -> int:
        """The new place of what begins here: what is inserted here comes after it."""
        i = bisect_left(self._starts, offset)
        # Inside what was replaced there is no place any more that is its own: the whole change is
        # taken in, from where it begins here to where it ends in `end`.
        if i and offset < self._proposals[i - 1].end:
            return self._proposals[i - 1].start + self._shifts[i - 1]
        return offset + self._shifts[i]

    def end(self, offset: int) -> int:
        """The new place of what ends here: what is inserted here comes before it."""
        i = bisect_right(self._starts, offset)
        # `right` takes in what is inserted here. A change of the words that follow begins here as
        # well, and must stay outside.
        while i and self._proposals[i - 1].start == offset < self._proposals[i - 1].end:
            i -= 1
        if i and offset < self._proposals[i - 1].end:
            p = self._proposals[i - 1]
            return p.start + self._shifts[i - 1] + len(p.after)
        return offset + self._shifts[i]
