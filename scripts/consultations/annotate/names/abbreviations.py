"""Abbreviations that a document expands: "Full Name (FN)", "FN (Full Name)", "FN stands for …".

The words that an abbreviation in brackets stands for are found as Schwartz and Hearst do (Pacific
Symposium on Biocomputing, 2003): its letters are looked for from the right in the words before the
brackets, and the first of them must begin a word.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from consultations.model.edition import Abbreviation, Edition, Passage
from consultations.model.text import Interval

_SHORT = r"[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,5}"
_AFTER = re.compile(rf",? \(({_SHORT})\)")
_BEFORE = re.compile(rf"\b({_SHORT}) \((?:[Tt]he )?([A-Z][^()]{{4,120}})\)")
_STANDS_FOR = re.compile(
    rf"\b({_SHORT}) (?:stands for|is an acronym (?:for|of)|is short for|means) (?:the )?"
    r"((?:[A-Z][\w’'-]*(?: (?:and|of|for|the|in|on|to|&) )? ?){2,10})"
)
_SMALL_WORDS = {"a", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"}
"""Words with which no name begins."""
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.?!;:]\s")


def with_abbreviations(edition: Edition) -> Edition:
    """The edition with each abbreviation where it is expanded."""
    found = [abbreviation for p in edition.passages for abbreviation in _expanded(p)]
    return replace(edition, abbreviations=tuple(found))


def _expanded(passage: Passage) -> Iterator[Abbreviation]:
    text = passage.text
    for match in _AFTER.finditer(text):
        span = _full_before(text, match.start(), match[1])
        if span:
            yield _made(passage, match.span(1), text[slice(*span)])
    for match in _BEFORE.finditer(text):
        if _spells(match[1], match[2].strip()):
            yield _made(passage, match.span(1), match[2].strip())
    for match in _STANDS_FOR.finditer(text):
        # The author says so, however freely the letters were chosen.
        if match[1][0] == match[2][0]:
            yield _made(passage, match.span(1), match[2].strip())


def _made(passage: Passage, span: Interval, expansion: str) -> Abbreviation:
    short = passage.text[slice(*span)]
    return Abbreviation(passage.id, *span, short, expansion, rule="abbreviations")


def _full_before(text: str, end: int, short: str) -> Interval | None:
    """Where the words before `end` begin and end that the abbreviation stands for."""
    letters = len(short.removesuffix("s"))
    most = min(letters + 5, letters * 2)
    window = text[max(0, end - 40 * most) : end]
    breaks = [match.end() for match in _SENTENCE_END.finditer(window)]
    start = end - len(window) + (breaks[-1] if breaks else 0)
    words = list(_WORD.finditer(text, start, end))[-most:]
    for first in reversed(words):
        if first[0] in _SMALL_WORDS:
            continue
        begin = first.start() + len(first[0]) - len(first[0].lstrip("(‘’'\"“[<"))
        if _spells(short, text[begin:end]):
            return begin, end
    return None


def _spells(short: str, full: str) -> bool:
    """Whether the letters of an abbreviation stand in the words in this order, the first first.

    A capital letter begins a word, or stands within one as a capital.
    """
    letters = short.removesuffix("s") if short[-2:-1].isupper() else short
    if full[:1].casefold() != letters[:1].casefold():
        return False
    at = 0
    for letter in letters:
        at = _next(full, letter, at) + 1
        if not at:
            return False
    return True


def _next(full: str, letter: str, at: int) -> int:
    """The next place from `at` on that a letter of an abbreviation can come from, or -1."""
    for i in range(at, len(full)):
        begins = i == 0 or not full[i - 1].isalnum()
        if full[i] == letter and (begins or letter.isupper()):
            return i
        if full[i].casefold() == letter.casefold() and (begins or letter.islower()):
            return i
    return -1
