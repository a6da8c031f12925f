"""Files of groff's, in which pdfium would lose blanks.

groff ends a piece of text before a change of type with the width of a blank and an empty string:
`[(the inspector's) -250 ()] TJ`. pdfium leaves out the empty string and the width before it, so
that words run together there, and apart where the file next says a place. The empty string is
taken out here, at the same length in bytes, so that no place in the file changes.
"""

import zlib
from pathlib import Path

from consultations import patterns as re

_MAKER = b"groff version"
_STREAM = re.compile(rb"\bstream\r?\n")
_EMPTY = re.compile(rb"(?<=[\d\s])\(\)(?=\s*\]\s*TJ)")
_MOST = 20_000_000
"""Bytes of one stream's content; a page of text has some thousands."""


def without_empty_strings(path: Path) -> bytes | None:
    """The bytes of a file that groff made, for pdfium to read; None of any other file."""
    data = path.read_bytes()
    if _MAKER not in data:
        return None
    made = bytearray(data)
    at = 0
    while begun := _STREAM.search(data, at):
        start, at = begun.end(), data.find(b"endstream", begun.end())
        if at < 0:
            break
        if mended := _mended(data[start:at]):
            made[start:at] = mended
        at += len(b"endstream")
    return bytes(made)


def _mended(packed: bytes) -> bytes | None:
    """A packed stream without empty strings; None where it has none, or would become longer."""
    opener = zlib.decompressobj()
    try:
        content = opener.decompress(packed, _MOST)
    except zlib.error:
        return None
    if not opener.eof or not _EMPTY.search(content):
        return None
    again = zlib.compress(_EMPTY.sub(b"  ", content), 9)
    return again.ljust(len(packed), b"\n") if len(again) <= len(packed) else None
