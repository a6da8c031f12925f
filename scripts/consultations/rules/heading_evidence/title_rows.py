"""Rows of numbered lines, and which of them are rows of headings."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations.rules.numbering import Number

_FEWEST = 3
"""Headings in a row that does not begin with its first number."""


class NumberedTitle(NamedTuple):
    """The beginning of a block, as a numbered heading that it may be."""

    place: int
    number: Number
    end: int
    """Where its words end in the draft's text: with the block, or with a line of it."""
    is_title: bool
    """Whether its words, and where they stand, are those of a heading."""
    leads_on: bool
    """Whether nothing but its last word, a preposition, speaks against that."""
    is_short: bool
    """Whether they are as few as those of a heading usually are."""
    is_apart: bool
    """Whether it needs few sisters or none: its number has a mark behind it, as no date and no
    address has, or a numbered paragraph under it; and no item stands right above it."""
    column: int
    """How far in it stands."""
    is_mother: bool
    """Whether the first of its parts stands right under it: `2.1.1 The lamps` under `2.1 Lamps`."""


def rows(titles: Sequence[NumberedTitle]) -> Iterator[list[NumberedTitle]]:
    """The rows of numbers that are headings."""
    families: defaultdict[str, list[NumberedTitle]] = defaultdict(list)
    for title in titles:
        families[title.number.family].append(title)
    for lines in families.values():
        family = _with_sisters(lines)
        titled, groups = _titled_forms(family), _titled_groups(family)
        row: list[NumberedTitle] = []
        for title in family:
            is_among = title.number.form in titled or _group(title) in groups or title.is_mother
            if not (title.is_title and is_among):
                continue
            if row and title.number.follows(row[-1].number):
                row.append(title)
            else:
                if _is_row(row, family):
                    yield row
                row = [title]
        if _is_row(row, family):
            yield row


def _with_sisters(family: Sequence[NumberedTitle]) -> Sequence[NumberedTitle]:
    """A family in which one line that leads on is a title, where all of its sisters are.

    They have its form, and stand as far in as it does.
    """
    groups: defaultdict[object, list[NumberedTitle]] = defaultdict(list)
    for title in family:
        groups[_group(title), title.column].append(title)
    told = {title.place for group in groups.values() for title in _told_by_sisters(group)}
    return [title._replace(is_title=title.is_title or title.place in told) for title in family]


def _told_by_sisters(group: Sequence[NumberedTitle]) -> Sequence[NumberedTitle]:
    """The one line that leads on among titles; else nothing."""
    others = [title for title in group if not title.is_title]
    return others if len(others) == 1 < len(group) and others[0].leads_on else ()


def _is_single(title: NumberedTitle, family: Sequence[NumberedTitle]) -> bool:
    """Whether a number has no sister: none as far in goes before it, and none comes after it."""
    depth = len(title.number.path)  # its parts, `1.1` under `1`, are no sisters
    sisters = [x for x in family if x.column == title.column and len(x.number.path) == depth]
    n = sisters.index(title)
    near = sisters[max(0, n - 1) : n + 2]
    return not any(b.number.follows(a.number) for a, b in pairwise(near))


def _titled_forms(family: Sequence[NumberedTitle]) -> set[str]:
    """The forms of which as many lines are headings, by their words, as are paragraphs.

    Numbers in two parts mostly stand before paragraphs, and a short one among those is no heading.
    A single number is as common before items, which say nothing of headings.
    """
    count = Counter(title.number.form for title in family)
    titled = Counter(title.number.form for title in family if title.is_title)
    return {form for form in count if ".#" not in form or 2 * titled[form] >= count[form]}


def _group(title: NumberedTitle) -> tuple[str, tuple[int, ...]]:
    """What a number shares with the other parts of the same one: 1.1 with 1.2, not with 2.1."""
    return title.number.form, title.number.path[:-1]


def _titled_groups(family: Sequence[NumberedTitle]) -> set[tuple[str, tuple[int, ...]]]:
    """The parts of one number that are all headings by their words, if there are two at least.

    One chapter may have sections, and the next one numbered paragraphs.
    """
    groups: defaultdict[tuple[str, tuple[int, ...]], list[NumberedTitle]] = defaultdict(list)
    for title in family:
        groups[_group(title)].append(title)
    return {
        group for group, titles in groups.items() if titles[1:] and all(t.is_title for t in titles)
    }


def _is_row(row: Sequence[NumberedTitle], family: Sequence[NumberedTitle]) -> bool:
    """Whether numbers that follow each other are enough to make headings of their lines.

    A row from its middle on, as in a chapter by itself, may be the rest of a list.
    """
    if not any(title.is_short for title in row):
        return False
    if len(row) == 1 and not _is_single(row[0], family):
        return False
    first = row[0].number
    says = first.path[-1] == 1 or first.is_worded or first.is_stuck
    is_whole = len(row) > 1 and (says or len(row) >= _FEWEST)
    may_be_alone = first.form in ("#", "#)") or first.rank is not None
    return is_whole or (may_be_alone and all(title.is_apart for title in row))
