"""A folder of this machine, or of one whose disk is mounted here, that a server publishes."""

from collections.abc import Iterable
from pathlib import Path

from consultations.errors import PublishError
from consultations.hosting.target import Headers
from consultations.placing import put, tidy, writing


class FolderTarget:
    """A folder; it need not be there yet. Types and times are its server's to say."""

    at_once = 1

    def __init__(self, place: str) -> None:
        """Take its path.

        Raises:
            PublishError: there is something else at the place.
        """
        self.place = place
        self._root = Path(place).absolute()
        if self._root.is_symlink() or (self._root.exists() and not self._root.is_dir()):
            raise PublishError(
                "there is a file or a link where the folder is to be",
                where=place,
                remedy="name the folder itself, or another one",
            )

    def is_empty(self) -> bool:
        """Whether nothing is there."""
        return not self._root.is_dir() or not any(self._root.iterdir())

    def read(self, name: str) -> bytes | None:
        """What a name holds; None where there is no such name."""
        file = self._root / name
        return file.read_bytes() if file.is_file() else None

    def write(self, name: str, content: bytes | Path, headers: Headers) -> None:
        """Put something under a name, in the place of what it held.

        Raises:
            OutputError: it cannot be written; what was there is there still.
        """
        del headers
        put(self._root / name, content.read_bytes() if isinstance(content, Path) else content)

    def remove(self, names: Iterable[str]) -> None:
        """Take names away, and the folders that are empty then.

        Raises:
            OutputError: one cannot be removed.
        """
        with writing(self._root, "the folder that is published"):
            tidy(self._root)  # what a copy that was stopped has left would be published
            for name in names:
                file = self._root / name
                file.unlink(missing_ok=True)
                for folder in file.relative_to(self._root).parents:
                    inner = self._root / folder
                    if inner == self._root or not inner.is_dir() or any(inner.iterdir()):
                        break
                    inner.rmdir()
