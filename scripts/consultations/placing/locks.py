"""One process at a time: in a project for its builds, at a folder for the one that makes it."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from consultations.errors import OutputError
from consultations.placing.failures import writing

_PATIENCE = 60
"""Seconds that a build waits for another build to be done."""


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold a project for one build; a second waits, and gives up after a minute.

    A process that holds it may take it again.

    Args:
        folder: the project's own for what is kept between builds.

    Raises:
        OutputError: the other build goes on for longer, or the folder cannot be written.
    """
    if folder.is_symlink():  # what an old build has left there is removed
        raise OutputError(
            "a link where the folder for what is kept between builds is to be",
            where=str(folder),
            remedy="remove the link",
        )
    with writing(folder, "the folder for what is kept between builds"):
        folder.mkdir(exist_ok=True)
    with held(folder / "build.lock", "another build of this project is at work"):
        yield


@contextmanager
def founding(target: Path) -> Iterator[None]:
    """Hold the place of a folder that is not there yet; a second command waits for the first.

    The lock stands beside the folder, since nothing stands in it, and nothing is left of it.

    Raises:
        OutputError: the other command goes on for more than a minute, or nothing can be written
            there.
    """
    file = target.with_name(f".{target.name}.lock")
    with writing(target.parent, "the folder in which it is to be"):
        target.parent.mkdir(parents=True, exist_ok=True)
    with held(file, "another command makes this folder"):
        try:
            yield
        finally:
            # Before it is released: whoever waits has opened it already, and finds the folder made.
            with contextlib.suppress(OSError):  # of Windows, where a file in use stays
                file.unlink()


@contextmanager
def held(file: Path, busy: str) -> Iterator[None]:
    """Hold a lock, which waits for another process and gives up after a minute.

    Args:
        file: of the lock; its folder is there.
        busy: what is told of the other process.

    Raises:
        OutputError: the other process goes on for longer, or the file cannot be written.
    """
    lock = FileLock(file, timeout=_PATIENCE, is_singleton=True)
    with writing(file.parent, "the lock"):
        try:
            lock.acquire()
        except Timeout:  # inside, since it is an OSError too, and no fault of the disk
            raise OutputError(
                busy, where=str(file), remedy="wait until it is done, or stop it"
            ) from None
    try:
        yield
    finally:
        lock.release()
