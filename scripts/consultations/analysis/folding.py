"""Folding: which characters make words, and what makes no difference between them."""

import tomllib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple, cast

from consultations import patterns as re
from consultations.analysis.characters import code_points, in_class

TABLE: Mapping[str, object] = tomllib.loads(
    resources.files("consultations.analysis").joinpath("folding.toml").read_text("utf-8")
)
"""The table of folding rules, as the file beside this one explains it."""

_LETTERS = cast(Mapping[str, str], TABLE["letters"])
_APOSTROPHES = frozenset(cast(str, TABLE["apostrophes"]))


class Token(NamedTuple):
    """A word of a text: text[start:end], in code points, and the term that it is folded to."""

    term: str
    start: int
    end: int


_HIDDEN = cast(list[str], TABLE["invisible"])
_INVISIBLE = frozenset(code_points(_HIDDEN))
_DIACRITICS = frozenset(code_points(cast(list[str], TABLE["diacritics"])))

INVISIBLE = re.compile(f"[{in_class(_HIDDEN)}]")
"""One character that shows nothing."""


class _Classes(dict[int, str]):
    """For `str.translate`: each character as the one letter of its class, so that offsets stay.

    w: part of a word; i: invisible; ': an apostrophe; a blank: anything else.
    """

    def __missing__(self, code_point: int) -> str:
        char = chr(code_point)
        if char in _INVISIBLE:
            found = "i"
        elif char in _APOSTROPHES:
            found = "'"
        else:
            found = "w" if unicodedata.category(char)[0] in "LMN" else " "
        self[code_point] = found
        return found


class _Folds(dict[int, str]):
    """For `str.translate`: each character of a word as it is folded."""

    def __missing__(self, code_point: int) -> str:
        char = chr(code_point)
        if char in _INVISIBLE:
            found = ""
        elif char in _APOSTROPHES:
            found = "'"
        else:
            # One character at a time: `lower` looks at a sigma's neighbours otherwise.
            lower = "".join(c.lower() for c in unicodedata.normalize("NFKD", char))
            # Again, since a small letter may have parts that its capital has not: of the Turkish
            # capital I with a dot, the small one is an i and a dot that stands by itself.
            apart = unicodedata.normalize("NFKD", lower)
            found = "".join(_LETTERS.get(c, c) for c in apart if c not in _DIACRITICS)
        self[code_point] = found
        return found


class _Terms(dict[int, str]):
    """For `str.translate`: makes a text into its terms, with blanks between them.

    NUL stands for a character that cannot be folded without looking at where its word begins and
    ends.
    """

    def __missing__(self, code_point: int) -> str:
        kind = _CLASSES[code_point]
        found = {"i": "", "'": "'", " ": " "}.get(kind)
        if found is None:
            folded = _FOLDS[code_point]
            # An accent that stands alone folds to nothing, and a few characters fold to several
            # words. What that does to the word around it, only `tokens` can tell.
            found = "\0" if not folded or _NO_TERM.search(folded) else folded
        self[code_point] = found
        return found


_CLASSES = _Classes()
_FOLDS = _Folds()
_TERMS = _Terms()
# Classes, not characters. No two parts can take the same letter, so the time is linear.
_WORD = re.compile("w(?:i*(?:'i*)?w)*")
_TERM = re.compile("[^ ']+(?:'[^ ']+)*")
_NO_TERM = re.compile("[ '\0]")


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return word.translate(_FOLDS)


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order; the place of a token in this order is its position.

    A run that folds to nothing, such as an accent that stands alone, is no word.
    """
    for match in _WORD.finditer(text.translate(_CLASSES)):
        start, end = match.span()
        if term := _folded(text[start:end]):
            yield Token(term, start, end)


def placed(text: str, terms: Sequence[str]) -> list[Token]:
    """The tokens of a text whose terms are known already, as `fold` gives them."""
    spans = [match.span() for match in _WORD.finditer(text.translate(_CLASSES))]
    if len(spans) != len(terms):
        return list(tokens(text))  # a run that folds to nothing has no term
    return [Token(term, *span) for term, span in zip(terms, spans, strict=True)]


def fold(text: str) -> list[str]:
    """The terms of a text in order, without their places.

    Those of `tokens`, without an object for each: of a hundred texts hardly one has a character
    that needs it, and a whole archive is folded when its index is built.
    """
    folded = text.translate(_TERMS)
    return [token.term for token in tokens(text)] if "\0" in folded else _TERM.findall(folded)


def within(found: Sequence[Token], intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The positions [first, last + 1) of the tokens that lie wholly inside each interval.

    Args:
        found: the tokens of a text, in order.
        intervals: code points of that text, in order and apart.

    Returns:
        One pair for each interval that holds a token.
    """
    starts, ends = [token.start for token in found], [token.end for token in found]
    pairs = ((bisect_left(starts, start), bisect_right(ends, end)) for start, end in intervals)
    return [(first, last) for first, last in pairs if first < last]
