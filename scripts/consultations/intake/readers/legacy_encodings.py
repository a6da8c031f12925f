"""In which encoding a text is that is in none of Unicode's: the one in which its signs fit.

A library finds the likeliest by how often letters come in a language. A text in English has so few
letters beyond ASCII that this says little; where they stand says more. In the wrong encoding a
large letter stands within a word of small ones, a sign within a word, or a letter before a number.
"""

from collections.abc import Iterator
from itertools import islice
from unicodedata import category

import charset_normalizer
from charset_normalizer import CharsetMatch

from consultations import patterns as re

_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850", "cp437")
"""Encodings of western Europe and America, the most common first."""
_ELSEWHERE = frozenset({
    "Bulgarian", "Croatian", "Czech", "Estonian", "Greek", "Hungarian", "Latvian", "Lithuanian",
    "Polish", "Romanian", "Russian", "Serbian", "Slovak", "Slovene", "Turkish", "Ukrainian",
})  # fmt: skip
"""Languages that are not written in any of them."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 20_000
"""Characters, and words, that are looked at."""
_STRAY = 0.05
"""This part of the characters may be out of place in any text."""
_TELLING = 0.1
"""Share of the words with letters beyond ASCII from which on the language that was recognised
counts."""
_ALL = 0.7
"""Share of all words with letters beyond ASCII: with so many, whatever language is recognised, the
text is in another script."""
_WORDS = frozenset("àáåéèíóòöÀÁÅÉÈÓÖ")
"""Letters that are words by themselves."""
_OPEN = frozenset("‘“«‹„‚¡¿")
"""Signs with which words begin; the first is an apostrophe too."""
_WITHIN = frozenset("’·\xad…–—")
"""Signs that stand between letters too."""
_ELIDED = re.compile(r"(?:[dmst]|ll|re|ve)\b")
"""What stands behind an apostrophe."""
_BEGIN_NO_WORD = frozenset("ªº¹²³°")


def decoded(data: bytes) -> tuple[str, str] | None:
    """The text of bytes, and their encoding; None where none is found in which they are text."""
    best = charset_normalizer.from_bytes(data).best()
    readings = dict(_western(data))
    if best is not None:
        readings.setdefault(best.encoding, str(best))
    if not readings:
        return None
    misfits = {name: max(_STRAY, _misfits(text)) for name, text in readings.items()}
    fitting = [name for name in readings if misfits[name] == min(misfits.values())]
    name = fitting[0]
    if best is not None and best.encoding in fitting and _is_from_elsewhere(best):
        name = best.encoding
    return readings[name], name


def _western(data: bytes) -> Iterator[tuple[str, str]]:
    for name in _WESTERN:
        try:
            yield name, data.decode(name)
        except UnicodeDecodeError:
            continue


def _is_from_elsewhere(match: CharsetMatch) -> bool:
    """Whether a text is in a language, or in letters, that western encodings do not write."""
    words = [word[0] for word in islice(_WORD.finditer(str(match)), _MOST)]
    beyond = sum(not word.isascii() for word in words) / (len(words) or 1)
    return beyond >= _ALL or (beyond >= _TELLING and match.language in _ELSEWHERE)


def _misfits(text: str) -> float:
    """Which part of the characters beyond ASCII stands where none of its kind does."""
    found = [m.start() for m in islice(_BEYOND_ASCII.finditer(text), _MOST)]
    return sum(_is_misfit(text, at) for at in found) / (len(found) or 1)


def _is_misfit(text: str, at: int) -> bool:
    """Whether a character stands where none of its kind does."""
    char, before, after = text[at], text[at - 1 : at] or "\n", text[at + 1 : at + 2] or "\n"
    if char.isalpha() and char not in _BEGIN_NO_WORD:
        return _is_misfit_of_letter(char, before, after)
    if char in _OPEN:
        is_apostrophe = char == "‘" and _ELIDED.match(text, at + 1) is not None
        return before.isalnum() and not is_apostrophe
    return _is_misfit_of_sign(char, before, after)


def _is_misfit_of_letter(char: str, before: str, after: str) -> bool:
    """Whether a letter is alone, before a number, large after a small one, or drawn as a line."""
    is_alone = not before.isalpha() and not after.isalpha() and char not in _WORDS
    is_drawn = before == char == after
    return is_alone or is_drawn or after.isdigit() or (char.isupper() and before.islower())


def _is_misfit_of_sign(char: str, before: str, after: str) -> bool:
    match category(char):
        case "Cc" | "Cn" | "Co":
            return not char.isspace()
        case "Mn":  # The accent of the letter before it.
            return not before.isalpha()
        case "Pf":
            return char != "’" and after.isalnum() and not before.isalnum()
        case "Sc":  # The sign of a currency stands beside a number, or in brackets.
            return not (before.isdigit() or after.isdigit() or before == "(")
    within = _is_cased(before) and _is_cased(after) and char not in _WITHIN
    return within or (char in _BEGIN_NO_WORD and after.isalpha())


def _is_cased(char: str) -> bool:
    """Whether a character is a letter, of those that are large or small."""
    return char.lower() != char.upper()
