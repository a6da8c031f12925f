"""How deep the items of a list stand, by the indent of their marks and by the marks themselves.

A converter may lose the indents of a list and keep its marks. A mark that comes between items with
another one is then of a list inside theirs.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from consultations.rules.numbering import roman

_KEYBOARD = "-*+"
"""Marks of Markdown, which do not tell one level of a list from another."""
_USUAL = ("•●·∙", "o○◦–—\N{MINUS SIGN}▫", "▪■§")
"""Marks that word processors use for the items of a list, of a list inside it, and so on."""
_NESTS = 2
"""Columns by which an item stands further in than the one that it belongs to."""
_FIRST = ("1", "a", "i", "A", "I")


class ItemMark(NamedTuple):
    """The mark of an item, as it stands in the text."""

    column: int
    sign: str
    """The bullet, or the number or letter without its point or brackets."""
    is_number: bool
    leads_on: bool
    """Whether the item announces what stands under it."""

    def form(self, before: "ItemMark | None") -> str:
        """What it shares with items of its list; the letter `i` after `h` is no Roman number."""
        if not self.is_number:
            return "-" if self.sign in _KEYBOARD else self.sign
        if self.sign.isdigit() or "." in self.sign:
            return "1"
        in_row = before is not None and before.is_number and _is_next(before.sign, self.sign)
        is_roman = set(self.sign.lower()) <= set("ivxl") and not in_row
        return ("i" if is_roman else "a") + ("" if self.sign.islower() else "+")


def counts_on(mark: ItemMark, other: ItemMark) -> bool:
    """Whether an item has the next number or letter after another with the same indent.

    Items at the margin do not count: only those of a list inside another.
    """
    if not (mark.is_number and other.is_number) or abs(mark.column - other.column) >= _NESTS:
        return False
    form = mark.form(None)
    if not other.column or form != other.form(mark):
        return False
    *above, own = _parts(mark, form)
    return _parts(other, form) == (*above, own + 1)


def _is_next(letter: str, other: str) -> bool:
    return len(letter) == len(other) == 1 and ord(other) - ord(letter) == 1


def item_depths(marks: Sequence[ItemMark]) -> list[int]:
    """The depth of each item of a list, 1 for the outermost."""
    before = [None, *marks[:-1]]
    forms = [mark.form(other) for mark, other in zip(marks, before, strict=True)]
    last = {
        (form, _parts(mark, form)): n
        for n, (mark, form) in enumerate(zip(marks, forms, strict=True))
    }
    found: list[int] = []
    open_lists: list[tuple[int, str]] = []  # column and form of each list that is open
    due: dict[str, tuple[int, ...]] = {}  # of each form, the number that comes next in its list
    within: set[tuple[str, str]] = set()  # forms of lists, each with that of one it stood in
    leads_on = False
    for n, (mark, form) in enumerate(zip(marks, forms, strict=True)):
        while open_lists and mark.column < open_lists[-1][0]:
            open_lists.pop()
        if not open_lists or mark.column >= open_lists[-1][0] + (1 if leads_on else _NESTS):
            open_lists.append((mark.column, form))
        elif form != open_lists[-1][1]:
            # Under the last number of a list stands what stood under those before it.
            going_on = {
                f for _, f in open_lists if last.get((f, due[f]), -1) > n or (form, f) in within
            }
            outer = _lists_over(mark, form, open_lists, going_on)
            open_lists[outer:] = [(open_lists[min(outer, len(open_lists) - 1)][0], form)]
        within.update(pairwise(f for _, f in reversed(open_lists[-2:])))
        *above, own = _parts(mark, form)
        due[form] = (*above, own + 1) if mark.is_number else (own,)
        found.append(len(open_lists))
        leads_on = mark.leads_on
    return found


def _lists_over(
    mark: ItemMark, form: str, open_lists: Sequence[tuple[int, str]], going_on: AbstractSet[str]
) -> int:
    """The number of open lists around the list of an item whose mark differs from the last.

    Args:
        mark: of the item.
        form: of its mark.
        open_lists: column and form of each list that is open, the outermost first.
        going_on: the forms of those that go on after the item, or had its like inside them before.
    """
    beside = [k for k, (column, _) in enumerate(open_lists) if mark.column - column < _NESTS]
    for k in reversed(beside):
        if open_lists[k][1] == form:
            return k
    if _is_inner(mark, form, open_lists[-1][1]):
        return len(open_lists)
    inside = [k + 1 for k in beside if open_lists[k][1] in going_on]
    return inside[-1] if inside else beside[0]


def _parts(mark: ItemMark, form: str) -> tuple[int, ...]:
    """The parts of a number, each in a form that can be counted; (0,) for a bullet."""
    if not mark.is_number:
        return (0,)
    if form == "1":
        return tuple(map(int, mark.sign.split(".")))
    return (ord(mark.sign[0]) if form[0] == "a" else roman(mark.sign),)


def _is_inner(mark: ItemMark, form: str, outer: str) -> bool:
    """Whether an item begins a list inside one of another form."""
    if mark.is_number:
        return mark.sign in _FIRST and outer[0] in "1ai"
    return any(outer in a and form in b for a, b in pairwise(_USUAL))
