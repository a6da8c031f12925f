"""A folder put in the place of another, whole or not at all."""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Of renameat2(2), which exchanges two folders in one step. Python has no function for it.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


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
                Path(place, name).unlink(missing_ok=True)


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
