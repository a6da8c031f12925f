"""How lines stand on pages: what runs before and after each, and where a page ends between."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.rules.layout import PrintedLine, cuts_sentence
from consultations.rules.prose import goes_on

_NOTE = re.compile(r"\d{1,3}[ \t]+['‘“\"(]?[A-Z]")
"""What a note at the foot of a page begins with: `3 Minutes of the board`."""
_MOST_LINES = 5
"""Most lines of one heading."""


@dataclass(frozen=True)
class PagePlace:
    """How a line stands among the running text."""

    line: PrintedLine
    cuts: bool
    """Whether it stands inside a sentence."""
    within: str | None
    """The line before it, where it does so in the middle of a paragraph, as any line does."""
    alone: bool
    """Whether empty lines stand before and after it."""
    at_top: bool
    """Whether a form feed or a page number stands between it and the text before it."""
    at_foot: bool
    """Whether one stands between it and the text after it."""
    under_note: bool
    """Whether the line right above it begins as a note does, with a number and a capital."""
    twin: bool
    """Whether the line right before it says the same: then that is the head, and this is not."""
    over_twin: bool
    """Whether the lines right below it say the same together, as a heading in larger type does."""

    @property
    def at_page(self) -> bool:
        """Whether it stands where a page begins or ends."""
        return self.at_top or self.at_foot


class PagePlaces:
    """The lines of a text, with the nearest running text before and after each of them."""

    def __init__(
        self, printed: Sequence[PrintedLine], folios: Collection[int], aside: Collection[int]
    ) -> None:
        """Take lines, which of them are page numbers, and which are no running text."""
        self._printed = printed
        self._aside = aside
        # Whether a page ends before each line, and at the end; a page number stands where one does.
        ends = [*(line.page_before for line in printed), False]
        for i in folios:
            ends[i] = ends[i + 1] = True
        ends[-1] = self._has_pages = any(ends)  # a text without pages has no last one
        self._before = self._nearest(range(len(printed)), ends[:-1])
        self._after = self._nearest(range(len(printed) - 1, -1, -1), ends[1:])

    def _nearest(self, order: range, parted: list[bool]) -> list[tuple[PrintedLine | None, bool]]:
        """The last running text before each line in this order; does a page end between them?"""
        found: list[tuple[PrintedLine | None, bool]] = [(None, False)] * len(order)
        last, page = None, False
        for i in order:
            page = page or parted[i]
            found[i] = last, page
            if i not in self._aside:
                last, page = self._printed[i], False
        return found

    def place(self, i: int, repeats: bool) -> PagePlace:
        """How a line stands, once it is known whether it repeats the line right before it."""
        line = self._printed[i]
        (before, at_top), (after, at_foot) = self._before[i], self._after[i]
        blank_after = self._blank_after(i)
        inside = after is not None and goes_on(after.words) and cuts_sentence(before, after)
        is_apart = line.blank_before or blank_after or line.written.startswith("#")
        cuts = inside and is_apart
        within = self._printed[i - 1].key if i and inside and not cuts else None
        twin = repeats and not line.page_before
        alone = line.blank_before and blank_after
        # The first line of all stands at the top of its page, whatever of the page is set aside.
        at_top = (at_top if i else self._has_pages) and not twin
        at_foot = at_foot and not twin and i > 0
        over_twin = self._is_over_twin(i)
        note = self._is_under_note(i)
        return PagePlace(line, cuts, within, alone, at_top, at_foot, note, twin, over_twin)

    def parts_sentence(self, i: int) -> bool:
        """Whether a sentence begins in the text before a line, and goes on after it."""
        return cuts_sentence(self._before[i][0], self._after[i][0])

    def _is_under_note(self, i: int) -> bool:
        """Whether the line right above one begins as a note does."""
        return i > 0 and _NOTE.match(self._printed[i - 1].written) is not None

    def _blank_after(self, i: int) -> bool:
        """Whether an empty line stands under one, or nothing."""
        return i + 1 == len(self._printed) or self._printed[i + 1].blank_before

    def _is_over_twin(self, i: int) -> bool:
        """Whether the lines below a line are its words, broken at another width."""
        key, together = self._printed[i].key, ""
        for below in self._printed[i + 1 : i + 1 + _MOST_LINES]:
            together += below.key
            if below.page_before or not key.startswith(together):
                return False
            if together == key:
                return True
        return False
