"""Lists of words, as the files beside this one hold them, and one pattern for many words.

Each file is a TOML table of lists. Its key `source` says where the words are from.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
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
    tree: dict[str, Any] = {}
    for wording in sorted(set(wordings)):
        node = tree
        for letter in wording:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    """The pattern of what may follow at one node of the tree; the key "" ends a wording."""
    ways = [re.escape(letter) + _pattern(below) for letter, below in tree.items() if letter]
    if not ways:
        return ""
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if '' in tree else ''}"
