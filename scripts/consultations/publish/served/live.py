"""The site served on this machine, and built again when something changes.

A change is shown in two steps. First the pages that browsers have are made anew in the site as it
is, with the documents that they are of; that takes about a second. Then a process of its own builds
the whole site aside, as for publishing, and that is what is served from then on. Another change
ends that process, and begins both steps again.
"""

import importlib
import shutil
import socket
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from mkdocs.config import load_config

from consultations.errors import ServeError
from consultations.intake import require_settings
from consultations.placing import scratch
from consultations.publish.served.modules import forget_changed
from consultations.publish.served.serving import ServedSite, server_of
from consultations.publish.served.watching import Changes
from consultations.publish.served.whole import Whole, failure_of
from consultations.publish.site import build_served
from consultations.settings import Project

HOST = "127.0.0.1"
_PROGRAM = Path(__file__).parents[2]
_STEP = 0.1
"""Seconds between two looks at whether the whole site is built."""


def serve_site(project: Project, port: int) -> None:
    """Serve the site on this machine, and build again what changes, until it is stopped.

    Raises:
        ServeError: the port is taken.
        ConsultationsError: what cannot be taken from the archive, or written.
    """
    _require_free(port)
    require_settings(project.root)
    click.echo("Building the site …", err=True)
    with scratch(project.cache) as folder:
        try:
            _Live(project, folder, port).run()
        except KeyboardInterrupt:
            return


class _Live:
    """The site that is served, and the process that builds its next state."""

    def __init__(self, project: Project, folder: Path, port: int) -> None:
        self._root = project.root
        self._configuration = project.configuration
        self._folder = folder
        self._address = f"http://{HOST}:{port}/"
        self._port = port
        self._built = 0
        self._whole: Whole | None = None

    def run(self) -> None:
        """Build the site, serve it, and follow what changes, until an interruption."""
        folder = self._next_folder()
        build_served(self._root, folder, self._address)
        self._site = ServedSite(folder)
        changes = Changes(self._root, _PROGRAM)
        server = server_of(self._site, HOST, self._port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"The site is at {self._address} (Ctrl-C stops it).", err=True)
        example = load_config(str(self._configuration)).extra.get("example_query")
        if example:
            click.echo(f"A query to try there: {example}", err=True)
        try:
            while True:
                self._step(changes.take(_STEP if self._whole else 1.0))
        finally:
            changes.stop()
            server.shutdown()
            server.server_close()
            if self._whole:
                self._whole.stop()

    def _step(self, changed: Sequence[Path]) -> None:
        if changed:
            if self._whole:
                self._whole.stop()
                self._whole = None
            forget_changed(changed)
            self._do(self._show_first)
            self._do(self._begin_whole)
        elif self._whole and self._whole.is_done:
            self._take(self._whole)
            self._whole = None

    def _do(self, step: Callable[[], None]) -> None:
        failure = failure_of(step)
        if failure:
            self._tell(failure)

    # What may have changed is imported where it is needed, and not at the head of this file.

    def _show_first(self) -> None:
        """Make the pages anew that browsers show."""
        site = importlib.import_module("consultations.publish.site")
        with self._site.writing:
            site.build_pages(self._root, self._site.folder, self._address, self._site.looked_at)
            self._site.show(self._site.folder)

    def _begin_whole(self) -> None:
        whole = importlib.import_module("consultations.publish.served.whole")
        self._whole = whole.Whole(self._root, self._next_folder(), self._address)

    def _take(self, whole: Whole) -> None:
        """Serve what was built, or say why there is nothing."""
        failure = whole.failure()
        if failure:
            self._tell(failure)
            whole.stop()
            return
        last = self._site.folder
        self._site.show(whole.folder)
        shutil.rmtree(last, ignore_errors=True)
        click.echo("The whole site is built again.", err=True)

    def _tell(self, failure: str) -> None:
        self._site.fail(failure)
        click.echo(f"{failure}\nThe last site that could be built is served.", err=True)

    def _next_folder(self) -> Path:
        self._built += 1
        return self._folder / str(self._built)


def _require_free(port: int) -> None:
    """Refuse a port that something else uses, before the site is built for nothing.

    Raises:
        ServeError: the port is taken, or needs rights that this user has not.
    """
    with socket.socket() as probe:
        # As the server does it: a port that was left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ServeError(
                f"port {port} cannot be had: {error.strerror}",
                where=f"http://{HOST}:{port}/",
                remedy="stop what uses it, or choose another with --port",
            ) from error
