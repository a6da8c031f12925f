"""The depths of headings that nothing but their place tells from others."""

from collections import Counter
from collections.abc import Sequence

from consultations.model.text import letters

_FEWEST_MOTHERS = 2
"""Headings right over others from which a text shows that it has two levels of them."""


class PlainDepths:
    """The depths of plain headings; they come one by one, in the text's order.

    A plain heading stands one below the last that is of some form. A wording that comes again and
    again stands under plain headings where one that comes once stands between most of its places.
    Where two or more have nothing but the next heading under them, what follows each stands under
    it: one of them alone may have lost its text.
    """

    def __init__(self, wordings: Sequence[str], mothers: int) -> None:
        """Take the letters of all plain headings, and how many stand right over another one."""
        self.firm = 1
        """Depth of the last heading that is of some form."""
        self.last = 1
        """Depth of the last heading, repeats left out."""
        self._under_others = _under_others(wordings)
        self._count = Counter(wordings)
        self._siblings: set[str] = set()  # since the last of some form
        self._has_mothers = mothers >= _FEWEST_MOTHERS
        self._has_mother = False  # whether one that stands right over another came since then

    def pass_firm(self, depth: int) -> None:
        """Take notice of a heading that is of some form."""
        self.firm = self.last = depth
        self._siblings = set()
        self._has_mother = False

    def depth(self, text: str, *, is_mother: bool) -> int:
        """The depth of the next plain heading.

        Args:
            text: its words.
            is_mother: whether nothing but another plain heading stands under it.
        """
        words = letters(text)
        if self._has_mothers and (is_mother or self._has_mother):
            self._has_mother = True
            self.last = self.firm + (1 if is_mother else 2)
            return self.last
        if words in self._siblings and words in self._under_others:
            return self.last + 1
        is_under = words in self._under_others and self.firm == 1 and bool(self._siblings)
        self._siblings.add(words)
        self.last = self.firm + 1 + is_under
        return self.last

    def comes_once(self, text: str) -> bool:
        """Whether no other plain heading has these words."""
        return self._count[letters(text)] <= 1

    def set_over(self, text: str, depth: int) -> None:
        """Take notice of a plain heading whose depth what stands right under it tells."""
        self.pass_firm(depth - 1)
        self._siblings.add(letters(text))
        self.last = depth


def _under_others(wordings: Sequence[str]) -> frozenset[str]:
    """The wordings that come again and again under headings which come once.

    A wording is under others where a heading of its own words stands between most of its places;
    where none does, its headings are siblings and have one depth.
    """
    count = Counter(wordings)
    apart: Counter[str] = Counter()
    last: dict[str, int] = {}
    once = 0  # headings that come once, so far
    for words in wordings:
        once += count[words] == 1
        if words in last:
            apart[words] += 1 if once > last[words] else -1
        last[words] = once
    return frozenset(words for words, balance in apart.items() if balance > 0)
