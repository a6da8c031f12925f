"""Everything that a file holds, for tests that look for words that must be nowhere."""

import io
import zipfile
from pathlib import Path


def every_byte(file: Path) -> bytes:
    """The bytes of a file, and those of all that is packed in it as in a book."""
    return _with_packed(file.read_bytes())


def _with_packed(held: bytes) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(held)):
        return held
    with zipfile.ZipFile(io.BytesIO(held)) as packed:
        return b"\n".join([held, *(_with_packed(packed.read(name)) for name in packed.namelist())])
