"""Putting a folder in place of another, so that at no moment there is neither or a mixture."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(made: Path, target: Path) -> None:
    """Make the folder `made` stand at `target`, and remove what stood there.

    On Linux the two are exchanged in one step. Where the system cannot, there are two renames, and
    `recover` puts back what a stop between them has left aside.

    Raises:
        OSError: the folders cannot be moved; what stood at `target` stands there still.
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


def recover(target: Path) -> None:
    """Put back what a stop in the middle of `put_in_place` has left aside."""
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
