"""An archive as plain text, in which everything is found by looking at all of it.

It vouches for quotations of known truth, and knows nothing of indexes, positions or alignment.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from consultations.passages import SearchPassage

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NEAR = 200
"""Words that an ellipsis may leave out."""

NUMERAL = (
    r"(?:\d[\d.,:/]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety)\b)"
)
_TENS = r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)\b"
_SCALE = r"(?:hundred|thousand|[mb]illions?|dozen|m|bn|k)\b"
UNIT = re.compile(
    rf"""
    \d+ (?:[.,:/]\w+)+                                              # 1,250.5
    | \b[A-Z]{{1,3}} [$€£] \d[\d.,]*\w*                              # US$40
    | \b\d{{1,3}} (?:\s\d{{3}}\b)+                                   # 12 000
    | {NUMERAL} (?:\s{_SCALE})+ (?:\sand\s{NUMERAL})?             # two hundred and five
    | {_TENS} \s {_ONES} (?:\s(?:per\scent|percent)\b)?           # fifty seven per cent
    | {NUMERAL} \s (?:per\scent|percent|am|pm|GBP|EUR|USD)\b       # 5 per cent
    | \b(?!\d{{4}}[-–]\d{{4}}\b) \w+ (?:[-‐\u2011]\w+)+             # long-term
    | \b(?!\d{{4}}–\d{{4}}\b) \d+–\d+                               # 18–24
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number, an amount or a compound, as one can see it without knowing words or their places."""


def is_inside_unit(text: str, at: int) -> bool:
    """Whether a place of a text lies inside a number, an amount or a compound."""
    # A unit may begin where another one that overlaps it has begun before.
    starts = {match.start() for match in re.finditer(r"\w+", text[max(at - 60, 0) : at])}
    spans = (UNIT.match(text, max(at - 60, 0) + start) for start in starts)
    return any(match and match.start() < at < match.end() for match in spans)


class Piece(NamedTuple):
    """True words: those at [first, last) of an edition, as printed."""

    edition: int
    first: int
    last: int
    text: str


@dataclass(frozen=True)
class Text:
    """An edition as one text, a blank between its passages, with the spans of its words."""

    text: str
    words: Sequence[tuple[int, int]]
    bounds: Sequence[int]
    """The numbers of the words at which passages begin."""


class Scan:
    """An archive as plain text, in which everything is found by looking at all of it."""

    def __init__(self, archive: Sequence[SearchPassage]) -> None:
        """Join the passages of each edition."""
        self.texts: list[Text] = []
        self._loose: list[str] = []
        self._words: list[str] = []
        for _, group in groupby(archive, key=lambda passage: passage.edition.id):
            passages = [passage.text for passage in group if passage.text]
            text = " ".join(passages)
            words = [match.span() for match in WORD.finditer(text)]
            bounds, at = [], 0
            for passage in passages:
                bounds.append(at)
                at += len(WORD.findall(passage))
            self.texts.append(Text(text, words, bounds))
            self._loose.append(loose(text))
            self._words.append(" ".join(["", *folded(text), ""]))

    def holds(self, text: str) -> bool:
        """Whether a text stands anywhere, whatever its quote marks, dashes, blanks and case."""
        return any(loose(text) in whole for whole in self._loose)

    def prints(self, text: str) -> bool:
        """Whether a text stands anywhere exactly like this."""
        return any(text in whole.text for whole in self.texts)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words of a text stand: the edition, and the number of the first word in it."""
        wanted = " ".join(["", *folded(text), ""])
        for edition, whole in enumerate(self._words):
            at = whole.find(wanted)
            while at >= 0:
                yield edition, whole.count(" ", 0, at)
                at = whole.find(wanted, at + 1)

    def are_apart(self, one: Piece, other: Piece) -> bool:
        """Whether two pieces stand nowhere near each other, and neither goes on in the other."""
        here = list(self.places(one.text))
        there = list(self.places(other.text))
        reach = NEAR + len(folded(one.text)) + len(folded(other.text))
        if any(a[0] == b[0] and abs(a[1] - b[1]) <= reach for a in here for b in there):
            return False
        first, last = folded(other.text)[0], folded(one.text)[-1]
        size = len(folded(one.text))
        return all(self._word(e, at + size) != first for e, at in here) and all(
            self._word(e, at - 1) != last for e, at in there
        )

    def _word(self, edition: int, at: int) -> str:
        words = self.texts[edition].words
        return self.texts[edition].text[slice(*words[at])].lower() if 0 <= at < len(words) else ""


def folded(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def loose(text: str) -> str:
    """A text without all that a typographic quotation may differ in, and more."""
    text = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[\s'\"‘’‚‛“”„‟«»‹›`´\-‐-―−*†‡\u00ad\u200b-\u200d\ufeff]", "", text)
