"""Digests of an index's files, by which it is known that they are as they were written."""

from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path

from consultations.index.schema import ABOUT

_LOCK = "LOCK"
"""How the name of Whoosh's lock ends, which holds nothing and comes and goes."""


def digests(folder: Path) -> Mapping[str, str]:
    """The SHA-256 of each file of an index's segments, in hexadecimal, by its path in the folder.

    Raises:
        OSError: a file cannot be read.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.name != ABOUT and not path.name.endswith(_LOCK) and not path.is_dir():
            with path.open("rb") as file:
                name = path.relative_to(folder).as_posix()
                found[name] = file_digest(file, "sha256").hexdigest()
    return found
