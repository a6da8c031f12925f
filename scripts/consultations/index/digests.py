"""Digests of an index's files, by which it is known that they are as they were written."""

from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path

from consultations.index.schema import ABOUT

_LOCK = "LOCK"
"""How the name of Whoosh's lock ends, which holds nothing and comes and goes."""


def digests(folder: Path) -> Mapping[str, str]:
    """The SHA-256 of each file that Whoosh has put into a folder, in hexadecimal, by its name.

    Raises:
        OSError: a file cannot be read.
    """
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name != ABOUT and not path.name.endswith(_LOCK):
            with path.open("rb") as file:
                found[path.name] = file_digest(file, "sha256").hexdigest()
    return found
