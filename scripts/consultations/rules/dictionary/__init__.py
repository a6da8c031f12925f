"""What is a word: lists of English words, British spelling first, as rules need them.

A list can say that a word exists, never that one does not. `tools/dictionary` makes the lists.
"""

import lzma
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


@cache
def _words(name: str) -> Sequence[str]:
    """The words of a list, sorted.

    They are looked up by halves: to make a set of them takes longer than a document looks.
    """
    packed = files(__name__).joinpath(f"{name}.xz").read_bytes()
    return lzma.decompress(packed).decode().split("\n")


def _is_in_list(name: str, word: str) -> bool:
    words = _words(name)
    place = bisect_left(words, word)
    return place < len(words) and words[place] == word


def is_common(word: str) -> bool:
    """Whether a word, in lower case and without hyphens, stands in a large dictionary."""
    return _is_in_list("common", word)


def is_word(word: str) -> bool:
    """Whether a word, in lower case, is spelt solid by anyone: it stands in a huge dictionary."""
    return is_common(word) or _is_in_list("rare", word)


def is_hyphenated(word: str) -> bool:
    """Whether a dictionary spells a word, in lower case, with the hyphens that it has here."""
    return _is_in_list("hyphenated", word)
