"""Lists of words, as the files beside this one hold them, and one pattern for many words.

Each file is a TOML table of lists. Its key `source` says where the words are from.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table in the file of this name, without its ending."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, *lists: str) -> frozenset[str]:
    """The words of some lists of a file, or of all of them."""
    found = table(name)
    chosen = lists or tuple(key for key in found if key != "source")
    return frozenset(word for key in chosen for word in found[key])


def alternatives(wordings: Iterable[str]) -> str:
    """A regular expression, without a group of its own, for any of these wordings.

    Wordings that begin alike share their beginning, as in a tree of letters. The time of a search
    so depends on the letters of the text and not on how many wordings there are, and of two
    wordings of which one begins with the other, the longer is found.
    """
    listed = sorted(set(wordings))
    return _pattern(listed, 0, len(listed), 0) if listed else ""


def _pattern(wordings: Sequence[str], start: int, end: int, at: int) -> str:
    """The pattern of what follows in some of the wordings, whose first letters are the same.

    Args:
        wordings: sorted.
        start: the first of them.
        end: the one behind the last.
        at: how many letters they share.
    """
    if end - start == 1:
        return re.escape(wordings[start][at:])
    ends = len(wordings[start]) == at
    ways = []
    first = start + ends
    while first < end:
        letter, last = wordings[first][at], first + 1
        while last < end and wordings[last][at] == letter:
            last += 1
        ways.append(re.escape(letter) + _pattern(wordings, first, last, at + 1))
        first = last
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"
