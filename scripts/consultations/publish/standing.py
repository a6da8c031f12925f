"""Whether a site, and all that it was made of, is unchanged since its build: then none is needed.

A build looks into every edition and every page to tell what has changed. Where nothing has, the
file system shows it at less cost: with every change of a file, its size, one of its dates or its
number changes. Git's index relies on the same. Where a file was only touched, or the clone is
fresh, the site is built for nothing; what it says never depends on a date.
"""

import os
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from consultations.placing import put
from consultations.settings import Project

_PACKAGE = Path(__file__).parent.parent
_TICK = 0.05
"""Seconds after which the clock of a disk shows a later time."""

_State = tuple[int, ...]


class Standing:
    """The files that a build is made of, and the site that it makes."""

    def __init__(self, project: Project, site: Path) -> None:
        """Look at the files of the site before any of them is read."""
        self._stamp = project.cache / "standing"
        self._made_of = (project.configuration, project.archive, project.releases, project.docs)
        self._site = site
        self._before = dict(_states(self._made_of))

    def holds(self) -> bool:
        """Whether the last build was made of the same files, and its site is as it was made."""
        if not self._stamp.is_file():
            return False
        return self._stamp.read_bytes() == self._as_stamp(self._before)

    def keep(self, own: Mapping[Path, bytes | None]) -> None:
        """Remember that the site was made, unless somebody has changed something in the meantime.

        Args:
            own: what the build itself has written among the things that the site is made of, and
                None for what it has taken away.

        Raises:
            OutputError: it cannot be written.
        """
        # What is written from now on has a date that differs from every one that is looked at here.
        time.sleep(_TICK)
        after = dict(_states(self._made_of))
        changed = {
            path
            for path in self._before.keys() | after.keys()
            if self._before.get(path) != after.get(path)
        }
        folders = {folder for file in own for folder in file.parents}
        if all(_is_own(Path(path), own, folders) for path in changed):
            put(self._stamp, self._as_stamp(after))

    def _as_stamp(self, made_of: Mapping[str, _State]) -> bytes:
        packages = [Path(path) for path in sys.path if path]
        said: list[object] = [str(self._site), sys.version]
        said += sorted(made_of.items())
        said += sorted(_states([self._site, _PACKAGE]))
        # A folder of packages has another date once one of them is another version.
        said += [(str(path), path.stat().st_mtime_ns) for path in packages if path.is_dir()]
        return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest().encode("ascii")


def _is_own(path: Path, own: Mapping[Path, bytes | None], folders: Collection[Path]) -> bool:
    """Whether a file is there, or is gone, because of what the build has done.

    Args:
        path: of a file or a folder that has changed.
        own: what the build has written, and None for what it has taken away.
        folders: all in which something of that stands, or stood.
    """
    if path.is_dir():
        return path in folders
    return path in own and own[path] == (path.read_bytes() if path.is_file() else None)


def _states(places: Iterable[Path]) -> Iterator[tuple[str, _State]]:
    """The path and the state of every file, there or below, but for compiled code."""
    for place in places:
        if place.is_file():
            yield str(place), _state(place.stat())
        for folder, inner, files in os.walk(place):
            inner[:] = [name for name in inner if name != "__pycache__"]
            yield folder, ()  # an empty folder is one too many as well
            for name in files:
                path = os.path.join(folder, name)  # noqa: PTH118 (a path of pathlib takes as long as the system's answer)
                yield path, _state(os.lstat(path))  # a link may lead nowhere, or round


def _state(found: os.stat_result) -> _State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
