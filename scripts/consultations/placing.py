"""Putting a file or a folder in place: whole or not at all, and by one build at a time."""

import contextlib
import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from consultations.errors import OutputError

_PATIENCE = 60
"""Seconds that a build waits for another build to be done."""

# Of renameat2(2), which exchanges two folders in one step. Python has no function for it.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

_REMEDIES = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room in what this user may take of the disk",
    errno.EFBIG: "raise the limit on how large a file may be (ulimit -f)",
    errno.EROFS: "use a folder on a disk that can be written",
    errno.EACCES: "mend the permissions of the file or of its folder",
    errno.EPERM: "mend the permissions of the file or of its folder",
    errno.EMFILE: "raise the limit on open files (ulimit -n)",
    errno.ENFILE: "close other programs: the system has no more files to open",
    errno.ENAMETOOLONG: "give a shorter name",
    errno.ELOOP: "remove the link that leads round",
    errno.EISDIR: "move away the folder that stands where a file is due",
    errno.ENOTDIR: "move away the file or the link that stands where a folder is due",
    errno.EEXIST: "move away what stands there",
    errno.ENOTEMPTY: "move away what stands there",
}
"""What to do about a failure of the system, by its number."""


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


@contextmanager
def writing(place: Path, what: str) -> Iterator[None]:
    """Tell of a disk that does not take what is written to it.

    Args:
        place: where, as far as the system does not say it more closely.
        what: what is written, as a person is told it.

    Raises:
        OutputError: in the place of an OSError.
    """
    try:
        yield
    except OSError as error:
        raise unwritten(error, place, what) from error


def unwritten(error: OSError, place: Path, what: str) -> OutputError:
    """What a person is told of a failure to write.

    Args:
        error: of the system.
        place: where, as far as the system does not say it more closely.
        what: what is written, as a person is told it.
    """
    remedy = _REMEDIES.get(error.errno or 0, "mend the disk or the folder")
    return OutputError(
        f"{what} cannot be written: {error.strerror or error}",
        # The second name is the place that a file was to be moved to; the first one is ours.
        where=str(error.filename2 or error.filename or place),
        remedy=f"{remedy}, and try again",
    )


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
    with _held(folder / "build.lock", "another build of this project is at work"):
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
    with _held(file, "another command makes this folder"):
        try:
            yield
        finally:
            # Before it is released: whoever waits has opened it already, and finds the folder made.
            with contextlib.suppress(OSError):  # of Windows, where a file in use stays
                file.unlink()


@contextmanager
def _held(file: Path, busy: str) -> Iterator[None]:
    """Hold a lock, which waits for another process and gives up after a minute.

    Args:
        file: of the lock; its folder is there.
        busy: what is told of the other process.

    Raises:
        OutputError: the other process goes on for longer, or the file cannot be written.
    """
    lock = FileLock(file, timeout=_PATIENCE, is_singleton=True)
    try:
        with writing(file.parent, "the lock"):
            lock.acquire()
    except Timeout:
        raise OutputError(
            busy, where=str(file), remedy="wait until it is done, or stop it"
        ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty folder to fill, and put it in the place of another when it is filled.

    The folder stands beside `target` under a fixed name, so that the next build removes what a
    build that was killed has left. If the block raises, `target` is as it was.

    Args:
        target: the folder to be replaced; it need not be there yet.

    Raises:
        OSError: the folders cannot be made or moved, or `target` is a file or a link; what stood
            at `target` stands there still.
    """
    made = target.with_name(f".{target.name}.building")
    # A link would be moved as it is, and the folder that it leads to is not ours to remove.
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
    _recover(target)
    if made.is_symlink() or made.is_file():
        made.unlink()
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        yield made
        _replace(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def tidy(folder: Path) -> None:
    """Finish or undo what was stopped while files and folders in a folder were put in place.

    What is left of it may be the very words that were taken out of a document.

    Raises:
        OSError: something cannot be moved or removed.
    """
    for left in folder.glob(".*.last"):
        _recover(folder / left.name[1:].removesuffix(".last"))
    for left in folder.glob(".*.building"):
        shutil.rmtree(left)
    for place, _, names in os.walk(folder):  # which goes behind no link, and so into no loop
        for name in names:
            if name.startswith(".") and name.endswith(".part"):
                Path(place, name).unlink()


def remove_all_but(folder: Path, names: Collection[str]) -> None:
    """Remove the files of a folder that have other names; a folder that is not there has none.

    Raises:
        OSError: a file cannot be removed.
    """
    if folder.is_dir():
        for file in folder.iterdir():
            if file.name not in names:
                file.unlink(missing_ok=True)


def _replace(made: Path, target: Path) -> None:
    """Make the folder `made` stand at `target`, and remove what stood there.

    On Linux the two are exchanged in one step. Where the system cannot do that, there are two
    renames, and `_recover` mends what a stop between them has left.
    """
    if not target.exists():
        made.rename(target)
        return
    if _exchange(made, target):
        shutil.rmtree(made)
        return
    aside = _aside(target)
    target.rename(aside)
    made.rename(target)
    shutil.rmtree(aside)


def _recover(target: Path) -> None:
    """Put back the folder that a stop in the middle of `_replace` has left aside."""
    aside = _aside(target)
    if aside.exists():
        if target.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(target)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.last")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or its disk cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
