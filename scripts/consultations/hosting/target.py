"""A place that a site is copied to, and what it must be able to do."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol


class Target(Protocol):
    """Files by names with slashes. A file that is written is there whole, or not at all."""

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
"""What a server tells a browser about a file: its type, and how long it may be kept."""
