"""What is served while the archive is being edited: the last site that could be built.

MkDocs builds anew over the site that it serves, and lets every request wait until a build succeeds.
Here a site is served from a copy, which stays where a build fails; its pages say what was wrong.
"""

import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import click
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from consultations.intake import require_settings
from consultations.pages.html import closing, opening, text_element

_LONGEST = 2_000
"""Bytes of a path that may be asked for."""
_COPIES = 2
_PREFIX = "consultations-serve-"


class ServedSite:
    """The last good site of a server, and what the last build failed by."""

    def __init__(self, server: LiveReloadServer, root: Path, build: Callable[[], object]) -> None:
        """Take over a server.

        Args:
            server: of MkDocs, whose first site is built.
            root: the project's folder.
            build: builds the site anew where the server had it at first.
        """
        self._server = server
        self._root = root
        self._build = build
        self._made = Path(server.root)
        self._broken = ""
        self._copies: list[str] = []
        self._keep()
        server.builder = self.rebuild
        server.set_app(self.answer)

    def rebuild(self) -> None:
        """Build anew; where that fails, the last good site stays, and it is said why."""
        try:
            require_settings(self._root)
            self._build()
        except (Exception, SystemExit) as error:
            if not isinstance(error, MkDocsException):
                traceback.print_exc()
            self._broken = str(error) or type(error).__name__
            click.echo(f"{self._broken}\nThe last site that could be built is served.", err=True)
            return
        self._broken = ""
        self._keep()

    def answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: from the last good site, and 404 for what can be no file's name."""
        if not _may_be_a_name(environ["PATH_INFO"]):
            start_response("404 Not Found", [("Content-Type", "text/html")])
            return [self._server.error_handler(404) or b"404 Not Found"]
        if not self._broken:
            return self._served(environ, start_response)
        status, headers = "", [("", "")]

        def begin(
            answered: str, named: list[tuple[str, str]], _error: object = None, /
        ) -> Callable[[bytes], object]:
            nonlocal status, headers
            status, headers = answered, named
            return lambda _data: None  # a way to write that WSGI keeps for old programs

        body = b"".join(self._served(environ, begin))
        if ("Content-Type", "text/html") in headers:
            body = self._with_failure(body)
            headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body)))]
        start_response(status, headers)
        return [body]

    def remove(self) -> None:
        """Remove the copy from which the site was served."""
        for copy in self._copies:
            shutil.rmtree(copy, ignore_errors=True)

    def _served(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        found: Iterable[bytes] = self._server.serve_request(environ, start_response)
        return found

    def _keep(self) -> None:
        """Serve from a copy of what was built."""
        kept = tempfile.mkdtemp(prefix=_PREFIX)
        self._copies.append(kept)
        # MkDocs removes a file before it writes it anew, so two names of one file may be had.
        shutil.copytree(self._made, kept, copy_function=os.link, dirs_exist_ok=True)
        self._server.root = kept
        # A request that has begun may still read from the one before.
        while len(self._copies) > _COPIES:
            shutil.rmtree(self._copies.pop(0), ignore_errors=True)

    def _with_failure(self, page: bytes) -> bytes:
        """A page that says first what is wrong with the newest state of the archive."""
        head = text_element("strong", "This is the last site that could be built.")
        lines = (text_element("p", line) for line in self._broken.split("\n"))
        start_tag = opening("div", {"class": "broken", "role": "alert"})
        told = "".join(map(str, (start_tag, head, *lines, closing("div")))).encode()
        start = page.find(b">", max(page.find(b"<body"), 0)) + 1
        return page[:start] + told + page[start:]


def _may_be_a_name(path: str) -> bool:
    """Whether a path, as WSGI hands it over, can be that of a file at all."""
    try:
        name = path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return "\0" not in name and len(path) <= _LONGEST
