"""Files of the archive: where they are, as a person is told, and their bytes within limits."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from consultations.errors import ConsultationsError

TEXTS_LIMIT = 50_000_000
"""Bytes of a file that is looked into for the words in it."""


def where(archive: Path, path: Path, line: int | None = None) -> str:
    """A place as a person is told it: relative to the archive's parent, on one line.

    Args:
        archive: the archive's folder.
        path: a file or folder in it.
        line: counted from 1.
    """
    told = path.relative_to(archive.parent).as_posix()
    if not told.isprintable():  # a name from outside may hold what moves a terminal's cursor
        told = ascii(told)[1:-1]
    return told if line is None else f"{told}:{line}"


def entries(archive: Path, folder: Path, error: type[ConsultationsError]) -> list[Path]:
    """What a folder holds, in order; what begins with a dot is not the archive's.

    Raises:
        ConsultationsError: of the class `error`.
    """
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as reason:
        raise _unreadable(archive, folder, reason, error) from reason


def require_file(archive: Path, path: Path, error: type[ConsultationsError]) -> None:
    """Make sure that a path is a plain file, and no link.

    Raises:
        ConsultationsError: of the class `error`.
    """
    if path.is_symlink():
        raise error(
            "a symbolic link is not followed: it could publish what is not in the archive",
            where=where(archive, path),
            remedy="put the file itself in its place",
        )
    if not path.is_file():
        raise error(
            "no such file" if not path.exists() else "not a plain file",
            where=where(archive, path),
            remedy="put the file in its place",
        )


def read_bytes(archive: Path, path: Path, limit: int, error: type[ConsultationsError]) -> bytes:
    """The bytes of a plain file.

    Args:
        archive: the archive's folder.
        path: a file in it.
        limit: in bytes; a file that holds more is refused unread.
        error: the class of what is raised.

    Raises:
        ConsultationsError: of the class `error`.
    """
    require_file(archive, path, error)
    try:
        with _opened(path) as file:
            data = file.read(limit + 1)
    except OSError as reason:
        raise _unreadable(archive, path, reason, error) from reason
    if len(data) > limit:
        raise error(
            f"larger than {limit / 1_000_000:g} MB, the limit for such a file",
            where=where(archive, path),
            remedy="split it into several",
        )
    return data


def texts_below(folder: Path, *, deep: bool = True) -> Iterator[tuple[Path, str]]:
    """Every plain file in a folder with what of it is text, in order; no link is followed.

    Args:
        folder: the archive, docs/, or the project's own folder.
        deep: whether to look into the folders in it.
    """
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_symlink():
            continue
        if path.is_dir() and deep:
            yield from texts_below(path)
        elif path.is_file() and path.stat().st_size <= TEXTS_LIMIT:
            yield path, path.read_text(encoding="utf-8", errors="replace")


def digest(archive: Path, path: Path, error: type[ConsultationsError]) -> str:
    """The SHA-256 of a plain file of any size, in hexadecimal.

    Raises:
        ConsultationsError: of the class `error`.
    """
    require_file(archive, path, error)
    try:
        with _opened(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as reason:
        raise _unreadable(archive, path, reason, error) from reason


def _opened(path: Path) -> BufferedReader:
    """A file to be read that was a plain one a moment ago.

    Raises:
        OSError: a link or a device has taken its place meanwhile, or it cannot be opened.
    """
    # Without the second, a pipe that nobody writes to would be waited for. Windows knows neither.
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | flags)
    file = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "not a plain file")
    return file


def _unreadable(
    archive: Path, path: Path, reason: OSError, error: type[ConsultationsError]
) -> ConsultationsError:
    return error(
        f"it cannot be read: {reason.strerror}",
        where=where(archive, path),
        remedy="see to it that it can be read by whoever runs this",
    )
