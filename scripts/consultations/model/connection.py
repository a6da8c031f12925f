"""What editions of an archive have to do with each other, and on what ground."""

from dataclasses import dataclass
from typing import Literal

ConnectionGround = Literal[
    "names", "same-consultation", "same-question", "same-work", "same-passage"
]


@dataclass(frozen=True)
class Connection:
    """What this edition has to do with another one of the archive, and on what ground."""

    ground: ConnectionGround
    passage: str
    """Id of the first passage here for which it holds."""
    edition: str
    """The other edition's id."""
    target: str
    """Id of the first passage there; the same as `edition` where all of it is meant."""
    about: str
    """Id of the work, consultation or question (`<consultation>/<question>`), or shared words."""
    others: int = 1
    """How many other editions have that in common with this one; not each of them is connected."""
