"""What makes no difference between a quotation and the text.

client/check/comparison.js mirrors it.
"""

import unicodedata
from collections.abc import Callable
from typing import cast

from consultations import patterns as re
from consultations.analysis import INVISIBLE, TABLE
from consultations.analysis.characters import (
    CURRENCY,
    DASHES,
    DIGIT,
    DIVIDING,
    DOUBLE,
    JOINING,
    PART,
    QUOTES,
    SPACE,
    SPACES,
)
from consultations.analysis.contract import table, text
from consultations.index.quotation.difference import Op
from consultations.index.quotation.interpretation import LINE_END

_LIGATURES = str.maketrans(dict(table("characters.ligatures")))
_APOSTROPHE = re.compile(f"[{cast(str, TABLE['apostrophes'])}]")
_QUOTE = re.compile(f"[{QUOTES}]")
_SINGLE_FIRST = re.compile(f"^(?![{DOUBLE}])[{QUOTES}]")
_DASH = re.compile(f"[{DASHES}]+")  # a typewriter has two hyphens for one dash
# A dash with blanks on both sides divides like a comma, and so does a long one. Others join.
_DIVIDING = re.compile(rf"(?:(?<=[{SPACE}])[{JOINING}](?=[{SPACE}])|[{DIVIDING}])")
_SIGN = re.compile(rf"[{JOINING}]\Z")
# What touches a number and is part of it: without it the number is another. A dash right after a
# word joins, as in a range of years.
_MINUS = rf"(?<=[{SPACE}({QUOTES}])[{JOINING}]"
_SIGN_BEFORE = re.compile(
    rf"""
    (?:{_MINUS})? [{CURRENCY}][{SPACE}]?\Z          # £40, −£40, € 40
    | {_MINUS}\Z                                   # −40
    | (?<=[{SPACE}({QUOTES}]) \.\Z                # .05
    """,
    re.VERBOSE,
)
_SIGN_AFTER = re.compile(
    rf"""
    [%‰°{CURRENCY}]                                # 40%, 40€
    | [{SPACE}][%‰]                                # 40 %
    | [{SPACE}][{CURRENCY}](?=[{SPACE}.,;:!?)])    # 40 €, but not 40 £50
    """,
    re.VERBOSE,
)
_BLANKS = re.compile(f"[{SPACE}]+")
_MARKERS = re.compile(f"[{re.escape(text('characters.note_signs'))}]")
_DIGIT = re.compile(f"[{DIGIT}]")
_WORDS = re.compile(f"[{PART}]+")
_SENTENCE_END = re.compile(rf"[.?!][{QUOTES})\]]*(?:[{SPACE}]|\Z)")


def compare_words(given: str, found: str, *, first: bool) -> Op:
    """How a word of a quotation differs from the one of the text, both as printed.

    Args:
        given: the quotation's.
        found: the text's; both fold to one term.
        first: whether it begins the quotation, or a piece of it: its case may differ.
    """
    # Composed, since one may have its accents apart. An accent that is gone is still a change.
    given, found = (unicodedata.normalize("NFC", word) for word in (given, found))
    if given == found:
        return "same"
    given, found = _bare(given), _bare(found)
    if given == found:
        return "typography"
    case = given[:1] != found[:1] and given[:1].lower() == found[:1].lower()
    return "typography" if first and case and given[1:] == found[1:] else "changed"


def compare_gaps(given: str, found: str, *, after: str, before: str) -> Op:
    """How what stands between two words differs from what the text has there.

    Args:
        given: the quotation's.
        found: the text's.
        after: the word before it, as the text has it.
        before: the word after it, as the text has it.
    """
    if given == found:
        return "same"
    # Two views of a gap. One keeps quote marks and dashes, in one shape; the other leaves out those
    # that say nothing. A difference that one of them does not see is one of type.
    loose = [_loose(gap) for gap in (given, found)]
    if loose[0] == loose[1]:
        return "typography"
    strict = [_strict(gap, after, before) for gap in (given, found)]
    return "typography" if strict[0] == strict[1] else "punctuation"


def compare_start(given: str, found: str, *, before: str) -> Op:
    """How what a quotation has before its first word differs from the end of what the text has."""
    sign = _SIGN_BEFORE.search(found) if _DIGIT.match(before) else None
    if sign and not _loose(given).endswith(_loose(sign[0])):
        return "punctuation"
    return _compare_edge(str.endswith, given, found, before=before)


def compare_end(given: str, found: str, *, after: str) -> Op:
    """How what a quotation has after its last word differs from the start of what the text has."""
    sign = _SIGN_AFTER.match(found) if _DIGIT.match(after[-1:]) else None
    if sign and not _loose(given).startswith(_loose(sign[0])):
        return "punctuation"
    return _compare_edge(str.startswith, given, found, after=after)


def ends_sentence(point: str, left_out: str) -> bool:
    """Whether a point is a full stop, and a sentence ends in what is left out."""
    return _loose(point) == "." and _SENTENCE_END.search(left_out) is not None


def compare_points(given: str, left_out: str) -> Op:
    """How points differ from what is left out, which must have them, in one place."""
    return "same" if _points(given) in _points(left_out) else "punctuation"


def _compare_edge(
    holds: Callable[[str, str], bool], given: str, found: str, *, after: str = "", before: str = ""
) -> Op:
    if holds(found, given):
        return "same"
    if holds(_loose(found), _loose(given)):
        return "typography"
    strict = [_strict(gap, after, before) for gap in (found, given)]
    return "typography" if holds(strict[0], strict[1]) else "punctuation"


def words_apart(gap: str) -> list[str]:
    """What stands in a gap between white space."""
    return [part for part in _BLANKS.split(gap) if part]


def _points(text: str) -> str:
    """The points of a text, without its words and what may differ."""
    return _WORDS.sub(" ", _QUOTE.sub("", _loose(text))).strip(SPACES)


def hidden(text: str) -> int:
    """How many characters of a text show nothing."""
    return len(INVISIBLE.findall(text))


def _bare(word: str) -> str:
    word = INVISIBLE.sub("", LINE_END.sub("", word))
    word = _APOSTROPHE.sub("'", word).translate(_LIGATURES)
    return unicodedata.normalize("NFC", word)


def _loose(gap: str) -> str:
    """A gap without what may differ in shape: every quote mark one, every dash, no blanks."""
    gap = _DASH.sub("-", _QUOTE.sub("'", INVISIBLE.sub("", gap)))
    return _MARKERS.sub("", _BLANKS.sub("", gap.replace("…", "...")))


def _strict(gap: str, after: str, before: str) -> str:
    """A gap without quote marks, and without dashes that join.

    An apostrophe after an s may be a possessive's, and a dash before a digit a sign: those stay.
    """
    gap = INVISIBLE.sub("", gap)
    # No letters but these four: a pattern that ignores case would take a long s as well.
    possessive = "'" if after[-1:] in "sSzZ" and _SINGLE_FIRST.match(gap) and after else ""
    sign = "-" if _DIGIT.match(before) and _SIGN.search(gap) else ""
    dividing = _DIVIDING.sub("\0", gap)
    kept = _QUOTE.sub("", _DASH.sub("", dividing)).replace("…", "...")
    return possessive + _MARKERS.sub("", _BLANKS.sub("", kept)) + sign
