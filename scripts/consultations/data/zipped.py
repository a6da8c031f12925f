"""Zip files that are the same bytes each time: no clock, no owner, one order."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows."""
_BLOCK = 1 << 20


def write_zip(
    target: Path | IO[bytes], files: Iterable[tuple[str, bytes | Path]], stored: str | None = None
) -> None:
    """Write a zip file.

    Args:
        target: where.
        files: names with what they hold, in the order in which they are to stand.
        stored: the name of one that is not to be compressed.
    """
    with ZipFile(target, "w") as made:
        for name, content in files:
            about = ZipInfo(name, _BEGINNING)
            about.create_system = 3  # Unix, whatever system this is
            about.external_attr = 0o644 << 16  # where Unix has a file's permissions
            about.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            if isinstance(content, bytes):
                made.writestr(about, content)
                continue
            about.file_size = content.stat().st_size  # by it zipfile knows whether it needs ZIP64
            with content.open("rb") as read, made.open(about, "w") as written:
                while block := read.read(_BLOCK):
                    written.write(block)
