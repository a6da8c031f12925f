"""A file put in place, whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

from consultations.placing.failures import writing


def put(file: Path, content: bytes) -> None:
    """Put a file in place whole, unless it is there as it should be.

    Raises:
        OutputError: it cannot be written; what was there is there still.
    """
    with writing(file, file.name):
        # Left alone, so that its date does not say that something changed.
        if file.is_file() and file.read_bytes() == content:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        # In the same folder, since a file can be renamed within one disk only.
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def copy_files(folder: Path, to: Path) -> None:
    """Copy all files of a folder into another, which is there.

    Raises:
        OSError: a file cannot be copied. It is the first one, where shutil would go on through a
            full disk and tell of all.
    """
    for file in sorted(folder.iterdir()):
        shutil.copyfile(file, to / file.name)


def remove_all_but(folder: Path, names: Collection[str]) -> None:
    """Remove the files of a folder that have other names; a folder that is not there has none.

    Raises:
        OSError: a file cannot be removed.
    """
    if folder.is_dir():
        for file in folder.iterdir():
            if file.name not in names:
                file.unlink(missing_ok=True)
