"""The whole site, built by a process of its own, which can be ended when it is no longer wanted."""

import os
import shutil
import signal
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from consultations.errors import ConsultationsError
from consultations.publish.site import build_served

_COURTESY = 5
"""How much it gives way to the server, which a person waits for; a step of nice(2)."""
_MOST = 10_000
"""Characters of a failure that are passed on; a process that writes more would have to wait."""


class Whole:
    """A build of the whole site, by a process of its own."""

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        """Begin it.

        Args:
            root: the project's folder.
            folder: where the site is to be built; it is not there yet.
            address: at which it is served.
        """
        self.folder = folder
        context = get_context("spawn")
        self._told, telling = context.Pipe(duplex=False)
        arguments = (root, folder, address, telling)
        self._process = context.Process(target=_build_whole, args=arguments)
        self._process.start()
        # As long as this end is open here too the pipe has no end, and whoever asks a process that
        # died would wait for ever.
        telling.close()

    @property
    def is_done(self) -> bool:
        """Whether it has come to its end, whatever that is."""
        return not self._process.is_alive()

    def failure(self) -> str:
        """Why there is no site, once it is done; nothing where there is one."""
        try:
            return str(self._told.recv())
        except EOFError:
            return f"a build of the site ended with {self._process.exitcode}; above stands why"

    def stop(self) -> None:
        """End it, if it is not done, and leave nothing of it."""
        self._process.terminate()
        self._process.join()
        shutil.rmtree(self.folder, ignore_errors=True)


def _build_whole(root: Path, folder: Path, address: str, telling: Connection) -> None:
    """Build the whole site, and tell why not where it fails."""
    # Ctrl-C goes to every process of a terminal. The one that began this one sees to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(os, "nice"):
        os.nice(_COURTESY)
    telling.send(failure_of(lambda: build_served(root, folder, address)))


def failure_of(build: Callable[[], None]) -> str:
    """Do what may fail, and give what a person is told of its failure; nothing if there is none."""
    try:
        build()
    except (Exception, SystemExit) as error:
        if not isinstance(error, MkDocsException | ConsultationsError):
            traceback.print_exc()
        return (str(error) or type(error).__name__)[:_MOST]
    return ""
