"""Empty lines between the lines of a paragraph.

Symptom: every line stands alone, with an empty line above and below it, and many a sentence goes on
over that.
Cause: the page was set with double spacing, or a converter wrote two line ends for each of its
lines.
Remedy: the empty lines go that stand under a line as full as the page is wide, as many as stand
under most. What is parted by more of them stays parted.
Leaves alone: a text of whose sentences few go on over an empty line, as where a page ends, or after
lines of any length, as items do; a line that had room for the next word; one much longer than the
page is wide, which ends its sentence; a form feed.
Seen in: text converted from PDF.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations.model.emendation import Proposal
from consultations.model.text import Line, lines
from consultations.rules.line_widths import EARLY
from consultations.rules.prose import goes_on
from consultations.rules.rule import text_rule

_FEWEST = 6
"""Sentences that go on over empty lines."""
_SHARE = 4
"""One line of running text in this many, at least, ends inside a sentence."""
_LONG = range(40, 121)
"""Code points of a line of running text that a page has broken."""
_WIDER = 1.5
"""As a multiple of the page's width: a longer line is a paragraph that no page has broken."""


class _LinePair(NamedTuple):
    """A line with words and the next one, and what stands between them."""

    above: str
    below: str
    first: int
    """Which line the first between them is."""
    empty: int
    """How many lines are between them."""

    def is_within(self, width: float) -> bool:
        """Whether both lines are no longer than so many code points."""
        return max(len(self.above), len(self.below)) <= width

    @property
    def cuts(self) -> bool:
        """Whether a sentence goes on over it."""
        is_open = len(self.above) in _LONG and self.above[-1] not in ".:;!?"
        return is_open and goes_on(self.below)


def _propose(text: str) -> Iterator[Proposal]:
    printed = lines(text)
    pairs = list(_line_pairs(text, printed))
    empty = _spacing(pairs)
    if not empty:
        return
    widths = _widths(pairs)
    width = widths[len(widths) // 2]
    for pair in pairs:
        first, *_ = pair.below.split(None, 1)
        is_full = len(pair.above) + 1 + len(first) >= width
        if pair.empty == empty and is_full and (pair.cuts or pair.is_within(width * _WIDER)):
            start, end = printed[pair.first].start, printed[pair.first + empty].start
            yield Proposal(start, end, "", "rule", "an empty line inside a paragraph")


def _line_pairs(text: str, printed: Sequence[Line]) -> Iterator[_LinePair]:
    """Each line with words and the next one of its page."""
    worded = [n for n, line in enumerate(printed) if text[line.start : line.end].strip()]
    for n, following in pairwise(worded):
        if "\f" not in text[printed[n].end : printed[following].start]:
            above, below = (text[slice(*printed[at])].strip() for at in (n, following))
            yield _LinePair(above, below, n + 1, following - n - 1)


def _spacing(pairs: Sequence[_LinePair]) -> int:
    """How many empty lines stand between the lines of a paragraph; 0 where none do."""
    cut = Counter(pair.empty for pair in pairs if pair.cuts)
    if not cut:
        return 0
    empty, count = cut.most_common(1)[0]
    of_text = sum(len(pair.above) in _LONG for pair in pairs)
    is_spaced = count >= _FEWEST and count * _SHARE >= of_text
    return empty if is_spaced and _are_of_one_width(_widths(pairs)) else 0


def _widths(pairs: Sequence[_LinePair]) -> Sequence[int]:
    """How long the lines are that a sentence runs over, ascending."""
    return sorted(len(pair.above) for pair in pairs if pair.cuts)


def _are_of_one_width(widths: Sequence[int]) -> bool:
    """Whether four in five of some lines are about as long as the longer ones."""
    full = EARLY * widths[len(widths) * 3 // 4]
    return sum(width >= full for width in widths) * 5 >= len(widths) * 4


RULE = text_rule("spaced-lines", _propose)
