"""Where two texts begin to differ, as an editor counts lines."""

from collections.abc import Iterable
from itertools import takewhile, zip_longest

_LONGEST = 240
"""Code points of a line that is shown whole; a paragraph is one line, and may have thousands."""
_AROUND = 60
"""Code points that are shown on either side of what differs in a longer one."""


def first_difference(found: str, expected: str) -> tuple[int, str, str]:
    """The number of the first line that differs, as it was found and as it should be.

    Only a line feed ends a line: what else Python takes for an end, an editor shows inside of one.
    Of long lines what differs is given, with some of the line on either side.
    """
    pairs = zip_longest(found.split("\n"), expected.split("\n"))
    for number, (one, other) in enumerate(pairs, 1):
        if one != other:
            return number, *_around(one or "", other or "")
    return 1, "", ""


def _around(one: str, other: str) -> tuple[str, str]:
    if max(len(one), len(other)) <= _LONGEST:
        return one, other
    start = alike(one, other)
    same = alike(reversed(one[start:]), reversed(other[start:]))
    return _part(one, start, len(one) - same), _part(other, start, len(other) - same)


def alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many code points two texts have in common at their beginning."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def _part(line: str, start: int, end: int) -> str:
    """What stands in [start, end) of a line, as far as it can be shown, between what is around."""
    first, last = max(0, start - _AROUND), min(end + _AROUND, start + _LONGEST, len(line))
    # In ASCII, since the code points of what is found are told where it has others.
    before, after = "... " if first else "", " ..." if last < len(line) else ""
    return f"{before}{line[first:last]}{after}"
