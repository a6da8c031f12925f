"""Putting files in place: whole or not at all, one build at a time, nothing made twice."""

import os
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from consultations.errors import OutputError

_PACKAGE = Path(__file__).parent
_CODE = (".py", ".toml", ".json", ".xz")
_PATIENCE = 60
"""Seconds that a build waits for another to be done."""

Thing = TypeVar("Thing")


def put(file: Path, content: bytes) -> None:
    """Put a file in place whole, unless it is there as it should be.

    Raises:
        OutputError: it cannot be written; what was there is there still.
    """
    with writing(file, file.name):
        if file.is_file() and file.read_bytes() == content:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
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
        raise OutputError(
            f"{what} cannot be written: {error.strerror}",
            where=str(error.filename or place),
            remedy="make room or mend the folder's permissions, and build again",
        ) from error


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold a project for one build; a second waits, and gives up after a minute.

    A process that holds it may take it again.

    Args:
        folder: the project's own for what is kept between builds.

    Raises:
        OutputError: the other build goes on for longer, or the folder cannot be written.
    """
    file = folder / "build.lock"
    lock = FileLock(file, timeout=_PATIENCE, is_singleton=True)
    try:
        with writing(folder, "the folder for what is kept between builds"):
            folder.mkdir(exist_ok=True)
            lock.acquire()
    except Timeout:
        raise OutputError(
            "another build of this project is at work",
            where=str(file),
            remedy="wait until it is done, or stop it",
        ) from None
    try:
        yield
    finally:
        lock.release()


class Cache:
    """What one build keeps for the next: a folder of pickled things.

    Pickle runs what it reads, so the folder is never shared, published or fetched.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there yet."""
        self._folder = folder

    def get(self, name: str, kind: type[Thing], made_of: str) -> Thing | None:
        """What was kept under a name, if it was made of the same; else None."""
        try:
            digest, _, pickled = (self._folder / name).read_bytes().partition(b"\n")
            if digest != made_of.encode("ascii"):
                return None
            thing = pickle.loads(pickled)  # noqa: S301 (our own, and the digest fits this code)
        except (OSError, ValueError, EOFError, AttributeError, ImportError, pickle.PickleError):
            return None
        return thing if isinstance(thing, kind) else None

    def keep(self, name: str, thing: object, made_of: str) -> None:
        """Keep a thing under a name, with the digest of all that it was made of.

        Raises:
            OutputError: it cannot be written.
        """
        put(self._folder / name, made_of.encode("ascii") + b"\n" + pickle.dumps(thing, protocol=5))

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Remove what was kept under other names."""
        wanted = set(names)
        if self._folder.is_dir():
            for file in self._folder.iterdir():
                if file.name not in wanted:
                    file.unlink(missing_ok=True)


def digest_of(*parts: object) -> str:
    """A digest of things by their repr, and of this program's own code, in hexadecimal."""
    digest = sha256(_code_digest())
    for part in parts:
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def digest_of_files(*folders: Path) -> str:
    """A digest of the files that stand in folders, their names and what they hold, in hexadecimal.

    A folder that is not there is as one in which nothing is.
    """
    digest = sha256()
    for folder in folders:
        digest.update(b"\0")
        for file in sorted(folder.glob("*")):
            with file.open("rb") as opened:
                digest.update(file_digest(opened, "sha256").digest())
            digest.update(file.name.encode() + b"\0")
    return digest.hexdigest()


@cache
def _code_digest() -> bytes:
    digest = sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in _CODE and file.is_file():
            digest.update(file.relative_to(_PACKAGE).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.digest()
