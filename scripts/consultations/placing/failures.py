"""What a person is told of a disk that does not take what is written to it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from consultations.errors import OutputError

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
