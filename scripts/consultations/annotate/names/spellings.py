"""Spellings of one name: what they have in common, and slips of one letter."""

from consultations import patterns as re
from consultations.english.small_words import IN_NAMES

_MARKS = str.maketrans({"’": "'", "‘": "'", "-": " ", "‑": " ", "–": " ", "&": " and "})
_PLURAL = re.compile(r"(?<=[^s\W])s\Z")
_LEAST = 5
"""Letters of the shortest word in which one wrong letter is a slip, and not another word."""


def key_of(name: str) -> str:
    """A key that is equal for the same words, with or without `the`, with `&` or `and`."""
    words = name.translate(_MARKS).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def loose_key_of(name: str) -> str:
    """A key that is equal for wordings of one body or work: the words that count, in any order.

    "Office for Oil and Lamps" and "Office of Lamps and Oil" have one key.
    """
    words = [word for word in key_of(name).split() if word not in IN_NAMES]
    return " ".join(sorted(_PLURAL.sub("", word) for word in words))


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is added, replaced, or exchanged with the next.

    That is a Damerau-Levenshtein distance of one (Damerau, Communications of the ACM 7, 1964).
    """
    one, other = sorted((one.casefold(), other.casefold()), key=len)
    if len(one) < _LEAST or len(other) - len(one) > 1 or one == other:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    turned = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return turned or one[at + 1 :] == other[at + 1 :]
