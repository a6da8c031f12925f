"""Empty lines between the lines of a paragraph.

Symptom: every line stands alone, with an empty line above and below it, and many a sentence goes on
over that.
Cause: the page was set with double spacing, or a converter wrote two line ends for each of its
lines.
Remedy: the empty lines go that stand under a line as full as the page is wide, as many as stand
under most. What is parted by more of them stays parted.
Leaves alone: a text of whose sentences few go on over an empty line, as where a page ends, or after
lines of any length, as items do; a line that had room for the next word; a form feed.
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
"""Of so many lines of running text one at least is cut inside a sentence."""
_LONG = range(40, 121)
"""Code points of a line of running text that a page has broken."""


class _Gap(NamedTuple):
    """What stands between two lines with words."""

    above: str
    below: str
    first: int
    """Which line the first between them is."""
    empty: int
    """How many are between them."""

    @property
    def cuts(self) -> bool:
        """Whether a sentence goes on over it."""
        is_open = len(self.above) in _LONG and self.above[-1] not in ".:;!?"
        return is_open and goes_on(self.below)


def _propose(text: str) -> Iterator[Proposal]:
    printed = lines(text)
    gaps = list(_gaps(text, printed))
    empty = _spacing(gaps)
    if not empty:
        return
    widths = _widths(gaps)
    width = widths[len(widths) // 2]
    for gap in gaps:
        first, *_ = gap.below.split(None, 1)
        if gap.empty == empty and len(gap.above) + 1 + len(first) >= width:
            start, end = printed[gap.first].start, printed[gap.first + empty].start
            yield Proposal(start, end, "", "rule", "an empty line inside a paragraph")


def _gaps(text: str, printed: Sequence[Line]) -> Iterator[_Gap]:
    """What stands between the lines of each page that have words."""
    worded = [n for n, line in enumerate(printed) if text[line.start : line.end].strip()]
    for n, following in pairwise(worded):
        if "\f" not in text[printed[n].end : printed[following].start]:
            above, below = (text[slice(*printed[at])].strip() for at in (n, following))
            yield _Gap(above, below, n + 1, following - n - 1)


def _spacing(gaps: Sequence[_Gap]) -> int:
    """How many empty lines stand between the lines of a paragraph; 0 where none do."""
    cut = Counter(gap.empty for gap in gaps if gap.cuts)
    if not cut:
        return 0
    empty, count = cut.most_common(1)[0]
    of_text = sum(len(gap.above) in _LONG for gap in gaps)
    is_spaced = count >= _FEWEST and count * _SHARE >= of_text
    return empty if is_spaced and _are_of_one_width(_widths(gaps)) else 0


def _widths(gaps: Sequence[_Gap]) -> Sequence[int]:
    """How long the lines are that a sentence runs over, ascending."""
    return sorted(len(gap.above) for gap in gaps if gap.cuts)


def _are_of_one_width(widths: Sequence[int]) -> bool:
    """Whether four in five of some lines are about as long as the longer ones."""
    full = EARLY * widths[len(widths) * 3 // 4]
    return sum(width >= full for width in widths) * 5 >= len(widths) * 4


RULE = text_rule("spaced-lines", _propose)
