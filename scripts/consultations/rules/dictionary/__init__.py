"""What is a word: lists of English words, British spelling first, as rules need them.

A list can say that a word exists, never that one does not. `tools/dictionary` makes the lists.
"""

import lzma
from functools import cache
from importlib.resources import files


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a list, each stored without what it shares with the word before it."""
    packed = files(__name__).joinpath(f"{name}.xz").read_bytes()
    words, before = [], ""
    for line in lzma.decompress(packed).decode().split("\n"):
        before = before[: ord(line[0]) - ord("a")] + line[1:]
        words.append(before)
    return frozenset(words)


def is_common(word: str) -> bool:
    """Whether a word, in lower case and without hyphens, stands in a large dictionary."""
    return word in _words("common")


def is_word(word: str) -> bool:
    """Whether a word, in lower case, is spelt solid by anyone: it stands in a huge dictionary."""
    return is_common(word) or word in _words("rare")


def is_hyphenated(word: str) -> bool:
    """Whether a dictionary spells a word, in lower case, with the hyphens that it has here."""
    return word in _words("hyphenated")
