"""Lines of a text, and its white space, the same wherever they are asked for."""

import operator
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from consultations import patterns as re

Interval = tuple[int, int]
"""Code points [start, end) of a text."""
# The space separators of Unicode (Zs). One that stays may be the last byte of a letter in UTF-8
# that was read as Windows-1252: the first byte, as a letter, stands up to three characters before.
_BLANKS = re.compile(
    r"""
    [\u1680\u2000-\u200a\u202f\u205f\u3000]
  | (?<![Â-ô]) (?<![Â-ô][^\x00-\x7f]) (?<![Â-ô][^\x00-\x7f]{2}) \u00a0
    """,
    re.VERBOSE,
)
_LINES = 1 << 16
"""Number of lines whose letters are remembered: as many as a book has."""


class Line(NamedTuple):
    """One line of a text, in code points: [start, end) without its line end."""

    start: int
    end: int


def lines(text: str) -> list[Line]:
    """Every line of a text in order; what follows the last line end is a line too.

    The line ends are those of `str.splitlines`, so that a form feed or U+2028 ends a line. These
    are lines as they stand on a page; a `Source` counts lines as editors do.
    """
    with_ends = text.splitlines(keepends=True)
    starts = list(accumulate(map(len, with_ends), initial=0))
    ends = map(operator.add, starts, map(len, text.splitlines()))
    found = list(map(Line._make, zip(starts, ends, strict=False)))
    if not with_ends or with_ends[-1].splitlines() != with_ends[-1:]:
        found.append(Line(len(text), len(text)))
    return found


def masked(text: str, stretches: Iterable[Interval], sign: str) -> str:
    """The text with a sign for each character of some stretches, so that places stay the same."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(stretches):
        if end > at:
            pieces += text[at:start], sign * (end - max(start, at))
            at = end
    return "".join([*pieces, text[at:]])


def plain_blanks(text: str) -> str:
    """The text with a plain blank for each that is wide, thin or not to be broken: same places.

    Which of them stands between two words is the typesetter's choice, and no passage keeps it: what
    is known by its words and its marks is known with each of them. Tabs and line ends stay.
    """
    return _BLANKS.sub(" ", text)


def skip_blanks(text: str, start: int, end: int) -> int:
    """The first place of text[start:end] that is no white space, or `end`."""
    while start < end and text[start].isspace():
        start += 1
    return start


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same code points in intervals in order and apart: those that overlap or touch are one."""
    apart: list[Interval] = []
    for start, end in sorted(intervals):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart


def clipped(text: str, most: int) -> str:
    """The text, with an ellipsis for what is past so many code points of it."""
    return text if len(text) <= most else f"{text[:most]} …"


def squeeze(text: str) -> str:
    """The text with each run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


@lru_cache(maxsize=_LINES)
def letters(text: str) -> str:
    """The letters and digits of a text, in small letters: to compare how words are printed."""
    # Several rules ask it of every line, one after the other.
    return "".join(filter(str.isalnum, text)).casefold()


def trim(text: str, start: int, end: int) -> Interval:
    """The part of text[start:end] that is left without white space at its ends."""
    start = skip_blanks(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
