"""What one build keeps for the next, so that nothing is made twice.

A thing is kept with a digest of all that it was made of, and the code is a part of that, with the
packages that are installed: another stemmer makes other terms of the same words. So nobody has to
say when it is out of date, and a build from nothing gives the same bytes. Dates of files play no
part: a fresh clone has new ones.
"""

import pickle
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TypeVar

from consultations.placing import put, remove_all_but

_PACKAGE = Path(__file__).parent
_CODE = (".csl", ".json", ".py", ".toml", ".xz")
"""Endings of those files of this package that decide what is made."""

Thing = TypeVar("Thing")


class Cache:
    """What one build keeps for the next: a folder of pickled things.

    Pickle runs what it reads, so the folder is never shared, published or fetched.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there yet."""
        self._folder = folder

    def get(self, name: str, kind: type[Thing], made_of: str) -> Thing | None:
        """What was kept under a name, if it was made of the same and is as it was; else None."""
        return self._kept(name, kind, made_of)

    def last(self, name: str, kind: type[Thing]) -> Thing | None:
        """What was last kept under a name, whatever it was made of, if it is as it was; else None.

        It may be of an older state of the archive or of the code: to be shown for a moment, never
        to be published.
        """
        return self._kept(name, kind, None)

    def _kept(self, name: str, kind: type[Thing], made_of: str | None) -> Thing | None:
        try:
            # The digests come first: what was made of something else, or has changed on the disk
            # by so much as a bit, is never unpickled.
            digests, _, pickled = (self._folder / name).read_bytes().partition(b"\n")
            if made_of is None:
                made_of = digests.decode("ascii").partition(" ")[0]
            if digests != _head(made_of, pickled):
                return None
            thing = pickle.loads(pickled)  # noqa: S301 (our own, and the digest fits this code)
        except (OSError, ValueError, EOFError, AttributeError, ImportError, pickle.PickleError):
            return None
        return thing if isinstance(thing, kind) else None

    def keep(self, name: str, thing: object, made_of: str) -> None:
        """Keep a thing under a name, with the digests of all it was made of and of what it holds.

        Raises:
            OutputError: it cannot be written.
        """
        pickled = pickle.dumps(thing, protocol=5)
        put(self._folder / name, _head(made_of, pickled) + b"\n" + pickled)

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Remove what was kept under other names."""
        remove_all_but(self._folder, set(names))


def _head(made_of: str, pickled: bytes) -> bytes:
    """The first line of a kept file."""
    return f"{made_of} {sha256(pickled).hexdigest()}".encode("ascii")


def digest_of(*parts: object) -> str:
    """A digest of things by their repr, and of this program's own code, in hexadecimal.

    Args:
        parts: whose repr says all that matters of them, as that of a dataclass does; in this order.
    """
    digest = sha256(_code_digest())
    for part in parts:
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def digest_of_files(*folders: Path) -> str:
    """A digest of the files in folders and below, their paths and what they hold, in hexadecimal.

    A folder that is not there is as one in which nothing is.
    """
    digest = sha256()
    for folder in folders:
        digest.update(b"\0")
        for file in sorted(path for path in folder.rglob("*") if not path.is_dir()):
            with file.open("rb") as opened:
                digest.update(file_digest(opened, "sha256").digest())
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
    return digest.hexdigest()


@cache
def _code_digest() -> bytes:
    """A digest of this package's code and data, and of the versions of all that is installed.

    A change of any of it makes everything anew.
    """
    digest = sha256(repr((sys.version, _installed(sys.path))).encode("utf-8", "surrogatepass"))
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in _CODE and file.is_file():
            digest.update(file.relative_to(_PACKAGE).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.digest()


def _installed(folders: Iterable[str]) -> list[str]:
    """The packages in these folders, each as the name of the folder that says its version.

    That is `name-version.dist-info` for whatever installs it (PyPA's "Recording installed
    projects"). To read what stands in these folders would take a tenth of a second.
    """
    return sorted({path.name for folder in folders for path in Path(folder).glob("*.dist-info")})
