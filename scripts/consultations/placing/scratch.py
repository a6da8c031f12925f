"""Folders in which a command works for a while, and of which nothing stays, however it ends."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from consultations.placing.failures import writing
from consultations.placing.locks import held

_SUFFIX = ".scratch"
_LOCK = "lock"
"""A file in such a folder, which the command that works there holds until it ends."""
_WHAT = "a copy to work on"


@contextmanager
def scratch(kept: Path) -> Iterator[Path]:
    """Give an empty folder that only this user can read, and remove it at the end.

    A command that is killed removes nothing, and what it leaves may be the very words that it was
    to take out of a document. So the folder stands in the project, where the next command removes
    it. Many commands may have one at a time.

    Args:
        kept: the project's folder for what is kept between builds.

    Raises:
        OutputError: the folder cannot be made.
    """
    with writing(kept, _WHAT):
        kept.mkdir(exist_ok=True)
    with _alone(kept), writing(kept, _WHAT):
        _remove_left(kept)
        made = Path(tempfile.mkdtemp(dir=kept, prefix=".", suffix=_SUFFIX))
        lock = FileLock(made / _LOCK)
        try:
            lock.acquire()
            folder = made / "work"
            folder.mkdir()
        except OSError:
            lock.release()
            shutil.rmtree(made, ignore_errors=True)
            raise
    try:
        yield folder
    finally:
        with _alone(kept), writing(made, _WHAT):
            lock.release()
            shutil.rmtree(made)


def remove_scratch(kept: Path) -> None:
    """Remove the folders of commands that were killed, and none in which a command works.

    Args:
        kept: as for `scratch`; it need not be there.

    Raises:
        OutputError: one of them cannot be removed.
    """
    if any(kept.glob(f".*{_SUFFIX}")):
        with _alone(kept), writing(kept, "what a command has left"):
            _remove_left(kept)


def _remove_left(kept: Path) -> None:
    for left in kept.glob(f".*{_SUFFIX}"):
        lock = FileLock(left / _LOCK, blocking=False)
        try:
            lock.acquire()
        except Timeout:
            continue  # somebody works there
        lock.release()
        shutil.rmtree(left)


def _alone(kept: Path) -> AbstractContextManager[None]:
    """Hold the folders themselves, for the moment in which one is made or removed.

    Between a folder and its lock another command would take it for one that was left.
    """
    return held(kept / "scratch.lock", "another command makes or removes a copy to work on")
