"""Which files a person has changed while the site is served."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from queue import Empty, Queue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from consultations import patterns as re
from consultations.pipeline import GENERATED

_QUIET = 0.05
"""Seconds without another change after which a file counts as written."""
_WRITTEN = frozenset({"created", "modified", "moved", "deleted"})
_PASSED_OVER = re.compile(
    rf"""
      (?:.*/)?\.[^/]*                         # hidden, or a part of a file that is being written
    | (?:.*/)?__pycache__/.*                  # what Python keeps of a module
    | (?:.*/)?[^/]*~                          # the copy that an editor keeps of a file
    | docs/(?:{"|".join(GENERATED)})/.*       # a build writes these itself, as it does the next two
    | archive/[^/]*/permalinks\.tsv
    | archive/ids\.toml
    """,
    re.VERBOSE,
)
"""Paths below the project's folder, or below the program's."""


class Changes(FileSystemEventHandler):
    """Gathers what changes below some folders."""

    def __init__(self, root: Path, program: Path) -> None:
        """Begin to watch.

        Args:
            root: the project's folder, of which archive/, docs/ and mkdocs.yml are watched.
            program: the folder of this program's code.
        """
        self._bases = (root, program)
        self._queue: Queue[Path] = Queue()
        places = [(root / "archive", True), (root / "docs", True), (root, False), (program, True)]
        self._observer = Observer()
        try:
            self._begin(places)
        except OSError:  # the system watches so many folders for a user, and no more
            self._observer = PollingObserver()
            self._begin(places)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a file that was written, moved or removed."""
        if event.event_type not in _WRITTEN or event.is_directory:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            if self._is_a_persons(path := Path(str(name))):
                self._queue.put(path)

    def take(self, patience: float) -> Sequence[Path]:
        """The files that have changed since the last time.

        Args:
            patience: how many seconds to wait for a first one.

        Returns:
            Their paths, sorted; none where nothing has changed.
        """
        found: set[Path] = set()
        wait = patience
        while True:
            try:
                found.add(self._queue.get(timeout=wait))
            except Empty:
                return sorted(found)
            # An editor that saves, or a checkout, writes several files one after the other.
            wait = _QUIET

    def stop(self) -> None:
        """Watch no longer."""
        self._observer.stop()
        self._observer.join()

    def _begin(self, places: Iterable[tuple[Path, bool]]) -> None:
        for folder, below in places:
            self._observer.schedule(self, str(folder), recursive=below)
        self._observer.start()

    def _is_a_persons(self, path: Path) -> bool:
        root, program = self._bases
        base = program if path.is_relative_to(program) else root
        inside = path.relative_to(base).as_posix()
        if base == root and "/" not in inside and inside != "mkdocs.yml":
            return False
        return not _PASSED_OVER.fullmatch(inside)
