"""Zip files that are the same bytes each time: no clock, no owner, one order."""

from collections.abc import Container, Iterable
from contextlib import ExitStack
from os import SEEK_CUR
from pathlib import Path
from struct import unpack
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows."""
_BLOCK = 1 << 20
_HEAD = 30
"""Bytes that stand before the name of a file in a zip file, by which the name's length is told."""


def write_zip(
    target: Path | IO[bytes],
    files: Iterable[tuple[str, bytes | Path]],
    stored: str | None = None,
    last: tuple[Path, Container[str]] | None = None,
) -> None:
    """Write a zip file.

    To compress what is in it takes most of the time. So what a zip file of the last time holds of
    it already is taken over as it stands there.

    Args:
        target: where.
        files: names with what they hold, in the order in which they are to stand.
        stored: the name of one that is not to be compressed.
        last: a zip file that this has written, and the names of what in it is as it must be now.
    """
    with ZipFile(target, "w") as made, ExitStack() as opened:
        there = opened.enter_context(ZipFile(last[0])) if last else None
        for name, content in files:
            if last and there and name in last[1]:
                _take_over(made, there, there.getinfo(name))
                continue
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


def _take_over(made: ZipFile, there: ZipFile, about: ZipInfo) -> None:
    """Write a file of one zip file into another as it is compressed; zipfile itself cannot."""
    read, written = cast("IO[bytes]", there.fp), cast("IO[bytes]", made.fp)
    read.seek(about.header_offset)
    head = read.read(_HEAD)
    read.seek(sum(unpack("<HH", head[-4:])), SEEK_CUR)
    left = about.compress_size
    about.header_offset = made.start_dir
    written.seek(made.start_dir)
    written.write(about.FileHeader())
    while block := read.read(min(left, _BLOCK)):
        left -= len(block)
        written.write(block)
    made.start_dir = written.tell()
    made.filelist.append(about)
    made.NameToInfo[about.filename] = about
