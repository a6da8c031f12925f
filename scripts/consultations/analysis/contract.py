"""What both languages must hold alike, as contract.toml beside this file has it.

Each function gives one entry by its path, such as `query.most_edits`, and refuses one of another
type, so that a mistake in the file is told when the program starts.
"""

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import cast

CONTRACT: Mapping[str, Mapping[str, object]] = tomllib.loads(
    resources.files("consultations.analysis").joinpath("contract.toml").read_text("utf-8")
)


def number(path: str) -> int:
    """A whole number.

    Raises:
        TypeError: the entry is none.
    """
    found = _entry(path)
    # TOML has no other type that Python takes for a whole number but true and false.
    if not isinstance(found, int):
        raise TypeError(path)
    return found


def numbers(path: str) -> tuple[int, ...]:
    """A list of whole numbers, in its order.

    Raises:
        TypeError: the entry is none.
    """
    found = _entry(path)
    if not (isinstance(found, list) and all(isinstance(one, int) for one in found)):
        raise TypeError(path)
    return tuple(found)


def text(path: str) -> str:
    """A string.

    Raises:
        TypeError: the entry is none.
    """
    found = _entry(path)
    if not isinstance(found, str):
        raise TypeError(path)
    return found


def words(path: str) -> tuple[str, ...]:
    """A list of strings, in its order.

    Raises:
        TypeError: the entry is none.
    """
    found = _entry(path)
    if not (isinstance(found, list) and all(isinstance(word, str) for word in found)):
        raise TypeError(path)
    return tuple(found)


def table(path: str) -> Mapping[str, str]:
    """A table of strings, in its order.

    Raises:
        TypeError: the entry is none.
    """
    found = _entry(path)
    if not (isinstance(found, dict) and all(isinstance(value, str) for value in found.values())):
        raise TypeError(path)
    return found


def _entry(path: str) -> object:
    found: object = CONTRACT
    for name in path.split("."):
        found = cast(Mapping[str, object], found)[name]
    return found
