"""A quotation as words: as it stands, or with its editor's marks understood.

client/reading.js mirrors it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from consultations.analysis import tokens
from consultations.model.text import Interval

QUOTES = "\"'“”„‟«»‹›‘’‚‛`´ʼ＂＇"
DOUBLE = '"“”„‟«»＂'
# Letters of Cyrillic and Greek that look like Latin ones, and those.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜοανικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwABEKMHOPCTYXIJSQWoavikptuxABEZHIKMNOPTYX",
)
# What an editor puts where words of the original are left out or replaced. Bounded, so that the
# time is linear.
_MARK = re.compile(r"\[[^\[\]]{0,200}\]|\(\s?(?:…|\.\s?\.\s?\.)\s?\)|…|\.(?:\s?\.){2,}")
_NOTE = re.compile(r"(?<=\S)\[\d{1,3}\]|(?<=[^\W\d])[⁰¹²³⁴-⁹]{1,3}|(?<=[^\w\s])[⁰¹²³⁴-⁹]{1,3}")
_LETTERS_BEFORE = re.compile(r"\w*$")
_LETTERS_AFTER = re.compile(r"\w*")


class Word(NamedTuple):
    """A word of a quotation: text[start:end] of it."""

    term: str
    start: int
    end: int


class Mark(NamedTuple):
    """An ellipsis or square brackets, with the letters that touch them: of `[t]he`, `he`."""

    before: str
    after: str


@dataclass(frozen=True)
class Reading:
    """A quotation as a row of words, with what stands between them."""

    text: str
    words: tuple[Word, ...]
    gaps: tuple[str, ...]
    """Before each word, and after the last."""
    marks: tuple[Mark | None, ...]
    """The mark that stands in each gap."""
    noted: bool = False
    """Whether note markers were taken out of it."""


def trimmed(text: str) -> str:
    """A quotation without blanks and the quotation marks around it."""
    text = text.strip()
    if len(text) > 1 and text[0] in QUOTES and text[-1] in QUOTES:
        return text[1:-1].strip()
    return text.strip(DOUBLE).strip()


def plain(text: str) -> Reading:
    """A quotation as it stands, each character of it the original's."""
    words = list(_words(text))
    return Reading(text, tuple(words), _gaps(text, words), (None,) * (len(words) + 1))


def edited(text: str) -> Reading | None:
    """A quotation with its note markers and its editor's marks understood; None if it has none."""
    notes = [match.span() for match in _NOTE.finditer(text)]
    bare = _blanked(text, notes)
    spans = [match.span() for match in _MARK.finditer(bare)]
    if not notes and not spans:
        return None
    touched = [_touched(bare, span) for span in spans]
    words = list(_words(_blanked(bare, touched)))
    gaps, marks = list(_gaps(bare, words)), []
    at = 0
    for i in range(len(gaps)):
        end = words[i].start if i < len(words) else len(text)
        mark = None
        while at < len(spans) and touched[at][0] < end:
            before, after = bare[touched[at][0] : spans[at][0]], bare[spans[at][1] : touched[at][1]]
            mark = Mark(before, after) if mark is None or before or after else mark
            at += 1
        marks.append(mark)
    return Reading(text, tuple(words), tuple(gaps), tuple(marks), bool(notes))


def _touched(text: str, span: Interval) -> Interval:
    """A mark with the letters that touch it; an ellipsis touches none."""
    start, end = span
    if text[start] != "[" or end - start < 3 or not text[start + 1 : end - 1].isalpha():
        return span
    before = _LETTERS_BEFORE.search(text[max(start - 40, 0) : start])
    after = _LETTERS_AFTER.match(text, end)
    return start - len(before[0] if before else ""), after.end() if after else end


def _blanked(text: str, spans: Sequence[Interval]) -> str:
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], " " * (end - max(start, last))]
        last = max(end, last)
    return "".join(parts) + text[last:]


def _words(shown: str) -> Iterator[Word]:
    """The words of a text; letters that look like Latin ones are taken for those."""
    latin = list(tokens(shown.translate(_LOOKALIKES)))
    for token, like in zip(tokens(shown), latin, strict=True):
        mixed = like.term.isascii() and not token.term.isascii()
        yield Word(like.term if mixed else token.term, token.start, token.end)


def _gaps(text: str, words: Sequence[Word]) -> tuple[str, ...]:
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    return tuple(text[end:start] for end, start in zip(ends, starts, strict=True))


def lookalikes(text: str) -> list[str]:
    """The words of a text with letters of another script than the one they look like."""
    latin = tokens(text.translate(_LOOKALIKES))
    return [
        text[token.start : token.end]
        for token, like in zip(tokens(text), latin, strict=True)
        if like.term.isascii() and token.term != like.term
    ]
