"""Which numbered headings stand above which, told from their order in the whole document.

No form of number has a depth of its own: `1.` stands under `Part 1` in one report, under nothing in
the next, and beside `Annex A` in most. What comes between two headings of a form stands under it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from consultations.model.draft import Block, Draft
from consultations.model.text import Interval
from consultations.rules.numbering import Number, read_number

_MOST = 40
"""Forms of numbers that are compared with each other. No outline has more."""
_DEEPEST = 6
_UNKNOWN = 2
"""The rank of a number without a word, when it is compared with a part of a book."""


def above(numbers: Sequence[Number]) -> dict[str, list[str]]:
    """The forms of number that stand above each form, in the order in which they begin.

    Args:
        numbers: those of all numbered headings, in their order.
    """
    rows: defaultdict[str, list[tuple[int, Number]]] = defaultdict(list)
    for place, number in enumerate(numbers):
        rows[number.form].append((place, number))
    forms = list(rows)[:_MOST]
    return {
        form: [other for other in forms if other != form and _contains(rows[other], rows[form])]
        for form in forms
    }


def depths(numbers: Sequence[Number]) -> dict[str, int]:
    """How deep each form of number stands under other forms, 0 for those under none."""
    others = above(numbers)
    found = dict.fromkeys((number.form for number in numbers), 0)
    # A form may stand under one that begins after it, so that one pass is not enough.
    for _ in range(_DEEPEST):
        for form, over in others.items():
            found[form] = min(_DEEPEST, max((found[other] + 1 for other in over), default=0))
    return found


def _contains(outer: Sequence[tuple[int, Number]], inner: Sequence[tuple[int, Number]]) -> bool:
    """Whether the headings of one form stand above those of another."""
    (begins, first), (starts, second) = outer[0], inner[0]
    rank, other = first.rank, second.rank
    if _has_daughters(outer, inner) or _has_daughters(inner, outer):
        # 2.1 under 2, though what 1.1 stands under is no heading
        return len(first.path) < len(second.path)
    if begins > starts:
        return _goes_through(inner, outer)
    size = _UNKNOWN if rank is None else rank
    if other is not None and (size >= other or _goes_through(outer, inner)):
        return False
    if second.form.startswith(first.form + ".#"):
        return True
    if _is_counted_by(outer, inner) or (rank is not None and other is not None):
        return True
    return any(place > starts for place, _ in outer)


def _has_daughters(
    outer: Sequence[tuple[int, Number]], inner: Sequence[tuple[int, Number]]
) -> bool:
    """Whether some number is right before its own first part, as 2 is before 2.1."""
    if not inner[0][1].form.startswith(outer[0][1].form + ".#"):
        return False
    at = {place: number.path for place, number in outer}
    return any(at.get(place - 1) == number.path[:-1] for place, number in inner)


def _goes_through(
    numbers: Sequence[tuple[int, Number]], parts: Sequence[tuple[int, Number]]
) -> bool:
    """Whether numbers that begin before the first part go on in the parts, as from a preface.

    A section may as well stand inside a number; then there are no fewer sections than numbers.
    """
    begins, part = parts[0]
    if part.rank is None or part.is_at_end or numbers[0][1].rank is not None:
        return False
    return numbers[-1][0] > begins and (part.rank <= _UNKNOWN or len(parts) < len(numbers))


def _is_counted_by(
    outer: Sequence[tuple[int, Number]], inner: Sequence[tuple[int, Number]]
) -> bool:
    """Whether numbers begin with those of the headings above them: `2.1` under `Chapter 2`."""
    counted = {number.path[:-1] for _, number in inner}
    return outer[0][1].is_worded and counted <= {number.path for _, number in outer}


def numbers(draft: Draft, headings: Sequence[Block]) -> dict[tuple[Interval, ...], Number]:
    """The number of each heading that has one.

    A word that is no name of a part and comes with one number only is no form: `Summer 2`.
    """
    found = {b.spans: n for b in headings if (n := read_number(draft.read(b))) is not None}
    count = Counter(number.form for number in found.values())
    return {
        spans: number
        for spans, number in found.items()
        if not number.is_worded or number.rank is not None or count[number.form] > 1
    }


def with_text_under(draft: Draft) -> set[tuple[Interval, ...]]:
    """The headings that have something other than a heading right below them."""
    body = [b for b in draft.blocks if b.kind != "footnote"]
    return {a.spans for a, b in pairwise(body) if a.kind == "heading" != b.kind}
