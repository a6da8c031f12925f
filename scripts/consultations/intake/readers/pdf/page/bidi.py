"""Text that is read from right to left, alone or among words that are read the other way.

The reading order of a line is found from how it stands. This undoes rule L2 of the Unicode
bidirectional algorithm (UAX #9): what is read from right to left was turned round whole, and in it
numbers and words of the other direction were turned back.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from consultations import patterns as re

_OPENERS, _CLOSERS = "([{«‹“", ")]}»›”"
_OPENED, _CLOSED = str.maketrans(_CLOSERS, _OPENERS), str.maketrans(_OPENERS, _CLOSERS)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_MOSTLY = 2
"""A line reads from right to left if it has this many times as many letters of that direction."""
_NUMBER = re.compile(r"\d(?:[\d.,:/]*\d)?%?")


def is_right_to_left(text: str) -> bool:
    """Whether letters of a text are read from right to left."""
    if text.isascii():  # It is asked of each character of a page, and most are.
        return False
    return any(c > "\u0590" and unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def as_read(text: str) -> list[tuple[int, str]]:
    """The characters of a line in the order in which they are read, each with its place in it.

    Args:
        text: as it stands, from left to right.
    """
    kinds = [_kind(char) for char in text]
    if kinds.count("R") >= _MOSTLY * kinds.count("L"):
        turned = _turned(text, 0, len(text), _stretches(kinds, "L", other="R"))
        return _with_brackets_set(turned)
    made: list[tuple[int, str]] = []
    at = 0
    for start, end in _stretches(kinds, "R", other="L"):
        made += [(n, text[n]) for n in range(at, start)]
        made += _turned(text, start, end, ())
        at = end
    return _with_brackets_set(made + [(n, text[n]) for n in range(at, len(text))])


def _with_brackets_set(read: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Characters as they are read, each bracket as a blank before or after it tells.

    Whether a file gives a bracket as it is drawn or as it is meant differs from maker to maker, and
    pdfium mirrors some.
    """
    made: list[tuple[int, str]] = []
    for n, (place, char) in enumerate(read):
        before = made[-1][1] if made else " "
        after = read[n + 1][1] if n + 1 < len(read) else " "
        made.append((place, _set(char, before, after)))
    return made


def _set(char: str, before: str, after: str) -> str:
    """A bracket, or another sign as it is, between two others."""
    begins = before.isspace() or before in _OPENERS
    opens, closes = begins and not after.isspace(), not begins and not after.isalnum()
    if opens == closes:
        return char
    return char.translate(_OPENED if opens else _CLOSED)


def _kind(char: str) -> str:
    kind = unicodedata.bidirectional(char)
    return "R" if kind in _RIGHT_TO_LEFT else "L" if kind == "L" else ""


def _stretches(kinds: Sequence[str], wanted: str, other: str) -> list[tuple[int, int]]:
    """From the first to behind the last letter of one direction, with none of the other between."""
    found: list[tuple[int, int]] = []
    start = last = -1
    for n, kind in enumerate([*kinds, other]):
        if kind == wanted:
            start, last = (n if start < 0 else start), n
        elif kind == other and start >= 0:
            found.append((start, last + 1))
            start = -1
    return found


def _turned(
    text: str, start: int, end: int, kept: Iterable[tuple[int, int]]
) -> list[tuple[int, str]]:
    """A stretch turned round, but for parts of it and for numbers, which stay as they are."""
    whole = dict(kept)
    whole |= {n.start(): n.end() for n in _NUMBER.finditer(text, start, end)}
    units: list[list[tuple[int, str]]] = []
    at = start
    while at < end:
        to = whole.get(at, 0)
        if to:
            units.append([(n, text[n]) for n in range(at, to)])
        else:
            to = at + 1
            while to < end and unicodedata.combining(text[to]):
                to += 1
            units.append([(n, text[n]) for n in range(at, to)])
        at = to
    return [char for unit in reversed(units) for char in unit]
