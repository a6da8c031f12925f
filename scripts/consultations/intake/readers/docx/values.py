"""What the attributes of Word's elements say, which anybody may have written."""

from typing import overload

from consultations import patterns as re

_NUMBER = re.compile(r"[0-9]{1,10}")


@overload
def number(said: str | None, otherwise: int) -> int: ...
@overload
def number(said: str | None, otherwise: None = None) -> int | None: ...
def number(said: str | None, otherwise: int | None = None) -> int | None:
    """A number that counts something; `otherwise` where none is said, or what is said is none."""
    return int(said) if said is not None and _NUMBER.fullmatch(said) else otherwise
