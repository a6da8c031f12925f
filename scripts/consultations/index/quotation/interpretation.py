"""A quotation as words: as it stands, or with its editor's marks understood.

client/check/interpretation.js mirrors it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from consultations import patterns as re
from consultations.analysis import contract, tokens
from consultations.analysis.characters import (
    DIGIT,
    DOUBLE,
    LETTER,
    PART,
    QUOTES,
    RAISED,
    SPACE,
    SPACES,
)
from consultations.model.text import Interval

_LOOKALIKES = str.maketrans(contract.text("characters.foreign"), contract.text("characters.latin"))
# What an editor puts where words of the original are left out or replaced. Bounded, so that the
# time is linear.
_BLANK = f"[{SPACE}]?"
_MARK = re.compile(
    rf"""
    \[ [^\[\]]{{0,200}} \]                                              # they [the keepers] left
    | \( {_BLANK} (?: … | \.{_BLANK}\.{_BLANK}\. ) {_BLANK} \)         # they (…) left
    | …                                                                # they … left
    | \. (?: {_BLANK}\. ){{2,}}                                         # they . . . left
    """,
    re.VERBOSE,
)
_NOTE = re.compile(
    rf"""
    (?<=[^{SPACE}]) \[ [{DIGIT}]{{1,3}} \]                              # the keepers[12]
    | (?<=[{PART}]) (?<![{DIGIT}]) [{RAISED}]{{1,3}}                    # the keepers¹²
    | (?<=[^{PART}{SPACE}]) [{RAISED}]{{1,3}}                           # the keepers.¹²
    """,
    re.VERBOSE,
)
LINE_END = re.compile(rf"(?<={LETTER})[-‐\N{{SOFT HYPHEN}}][ \t\r]*\n[ \t]*(?={LETTER})")
"""What breaks a word where a line ends."""
# What a list sets before its items. A number is a word, and stays.
_BULLETS = re.escape(contract.text("characters.bullets"))
_BULLET = re.compile(rf"[{_BULLETS}][{SPACE}]+(?=[^{SPACE}])")
# A letter or a number: a mark that has none of them only says that words are left out.
_SPOKEN = re.compile(rf"(?!_)[{PART}]")
_LETTERS_IN_BRACKETS = re.compile(rf"\[{LETTER}+\]")
_LETTERS_BEFORE = re.compile(rf"(?:[{PART}]+['’])?[{PART}]*\Z")
_LETTERS_AFTER = re.compile(f"[{PART}]*(?:['’][{PART}]+)?")
_LONGEST_HEAD = 40
"""Code points of letters that may touch a mark before it: more than a word has."""


class Word(NamedTuple):
    """A word of a quotation: text[start:end] of it."""

    term: str
    start: int
    end: int


class EditorialMark(NamedTuple):
    """An ellipsis or square brackets in a gap: lead, shown and trail are the whole gap."""

    lead: str
    shown: str
    trail: str
    before: str
    """The letters that touch it before, as of `work[s]`, `work`."""
    after: str
    is_ellipsis: bool
    """Whether it says that something is left out; brackets may only put in."""
    points: str
    """What stands between it and others in the same gap."""


@dataclass(frozen=True)
class Interpretation:
    """A quotation as a row of words, with what stands between them."""

    text: str
    words: tuple[Word, ...]
    gaps: tuple[str, ...]
    """Before each word, and after the last."""
    marks: tuple[EditorialMark | None, ...]
    """The mark that stands in each gap."""
    noted: bool = False
    """Whether note markers were taken out of it."""


def unlisted(text: str) -> str:
    """A quotation without blanks around it and the bullet of a list that it was copied from."""
    text = text.strip(SPACES)
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def trimmed(text: str) -> str:
    """A quotation without blanks and the quotation marks around it."""
    text = text.strip(SPACES)
    # Any mark at both ends is taken for a pair: people mix them. A single mark at one end may be an
    # apostrophe, and only a double one is taken off there.
    if len(text) > 1 and text[0] in QUOTES and text[-1] in QUOTES:
        return text[1:-1].strip(SPACES)
    return text.strip(DOUBLE).strip(SPACES)


def plain(text: str) -> Interpretation:
    """A quotation as it stands, each character of it the original's."""
    words = list(_words(text))
    return Interpretation(text, tuple(words), _gaps(text, words), (None,) * (len(words) + 1))


def edited(text: str) -> Interpretation | None:
    """A quotation with note markers, line ends in words and editor's marks understood, if any."""
    notes = [match.span() for match in _NOTE.finditer(text)]
    line_ends = [match.span() for match in LINE_END.finditer(text)]
    # As long as before, so that every place stays. Soft hyphens show nothing to analysis, so that
    # the two halves of a word are one.
    bare = _blanked(_blanked(text, notes), line_ends, "\N{SOFT HYPHEN}")
    spans = [match.span() for match in _MARK.finditer(bare)]
    if not notes and not line_ends and not spans:
        return None
    touched = [_touched(bare, span) for span in spans]
    words = tuple(_words(_blanked(bare, touched)))
    gaps, start, at = _gaps(bare, words), 0, 0
    marks: list[EditorialMark | None] = []
    for i, gap in enumerate(gaps):
        end, first = start + len(gap), at
        while at < len(spans) and touched[at][0] < end:
            at += 1
        own = list(zip(spans[first:at], touched[first:at], strict=True))
        marks.append(_mark(bare, (start, end), own) if own else None)
        start = words[i].end if i < len(words) else end
    return Interpretation(text, words, gaps, tuple(marks), bool(notes))


def _mark(text: str, gap: Interval, found: Sequence[tuple[Interval, Interval]]) -> EditorialMark:
    """The mark in a gap: there may be several, each with and without what touches it."""
    letters = [(text[t[0] : s[0]], text[s[1] : t[1]]) for s, t in found]
    before, after = next((pair for pair in reversed(letters) if any(pair)), ("", ""))
    first, last = found[0][1][0], found[-1][1][1]
    return EditorialMark(
        text[gap[0] : first],
        text[first:last],
        text[last : gap[1]],
        before,
        after,
        is_ellipsis=any(_SPOKEN.search(text, *span) is None for span, _ in found),
        points="".join(text[one[1] : other[0]] for (_, one), (_, other) in pairwise(found)),
    )


def _touched(text: str, span: Interval) -> Interval:
    """A mark with the letters that touch it; an ellipsis touches none."""
    start, end = span
    if _LETTERS_IN_BRACKETS.fullmatch(text, start, end) is None:
        return span
    # In a few characters only: from the beginning of the text, each mark would cost its length.
    before = _LETTERS_BEFORE.search(text[max(start - _LONGEST_HEAD, 0) : start])
    after = _LETTERS_AFTER.match(text, end)
    return start - len(before[0] if before else ""), after.end() if after else end


def _blanked(text: str, spans: Sequence[Interval], blank: str = " ") -> str:
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], blank * (end - max(start, last))]
        last = max(end, last)
    return "".join(parts) + text[last:]


def _words(shown: str) -> Iterator[Word]:
    """The words of a text; letters that look like Latin ones are taken for those."""
    # Each letter for one letter, so that the words stand at the same places.
    latin = list(tokens(latinised(shown)))
    for token, like in zip(tokens(shown), latin, strict=True):
        mixed = like.term.isascii() and not token.term.isascii()
        yield Word(like.term if mixed else token.term, token.start, token.end)


def _gaps(text: str, words: Sequence[Word]) -> tuple[str, ...]:
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    return tuple(text[end:start] for end, start in zip(ends, starts, strict=True))


def latinised(text: str) -> str:
    """The text with Latin letters in place of those that look like them; its length is the same."""
    return text.translate(_LOOKALIKES)


def lookalikes(text: str) -> list[str]:
    """The words of a text with letters of another script than the one they look like."""
    latin = tokens(latinised(text))
    return [
        text[token.start : token.end]
        for token, like in zip(tokens(text), latin, strict=True)
        if like.term.isascii() and token.term != like.term
    ]
