"""What a place must be able to do to which a site is copied."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol


class Target(Protocol):
    """Files under names with slashes; a name that is written is there whole, or not at all."""

    place: str
    """What a person calls it."""
    at_once: int
    """How many names may be written at the same time."""

    def is_empty(self) -> bool:
        """Whether nothing is there."""
        ...

    def read(self, name: str) -> bytes | None:
        """What a name holds; None where there is no such name."""
        ...

    def write(self, name: str, content: bytes | Path, headers: "Headers") -> None:
        """Put something under a name, in the place of what it held."""
        ...

    def remove(self, names: Iterable[str]) -> None:
        """Take names away; one that is not there is no fault."""
        ...


Headers = tuple[str, str]
"""What a server says of a file: its type, and for how long a reader's browser may keep it."""
