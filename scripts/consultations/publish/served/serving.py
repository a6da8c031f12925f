"""What is served while the archive is being edited: a site that is made anew behind its pages.

Each page has a script that asks whether the page has changed, and loads it again where it has.
"""

import posixpath
import threading
from contextlib import suppress
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from consultations import patterns as re
from consultations.pages.writing.html import closing, opening, text_element

_LONGEST = 2_000
"""Characters of a path that may be asked for."""
_PATIENCE = 25.0
"""Seconds after which a waiting page is told that nothing has changed, and asks again."""
_SLOWEST = 60.0
"""Seconds to wait for the rest of a request, or for a client to take a file."""
_HERE = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?", re.IGNORECASE)
"""Names by which this machine may be asked. Another site could give its own name this address."""
_LOOKED_AT = 3
"""How many of the pages asked for last count as being looked at."""
_SCRIPT = Path(__file__).with_name("served.js")
_MISSING = "/404.html"
_ASK, _SCRIPT_AT = "/served/changed", "/served/served.js"


class ServedSite:
    """The site that is served, and what the last build failed by. Threads may share it."""

    def __init__(self, folder: Path) -> None:
        """Serve what stands in a folder."""
        self._folder = folder
        self._broken = ""
        self._changed = threading.Condition()
        self._looked_at: list[str] = []

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The paths of the pages that browsers show, such as `texts/a-paper/`, the newest first."""
        return tuple(self._looked_at)

    @property
    def folder(self) -> Path:
        """Where the site stands."""
        return self._folder

    @property
    def writing(self) -> threading.Condition:
        """Held while pages are written into the folder, so that none is read half-written."""
        return self._changed

    def show(self, folder: Path) -> None:
        """Serve what stands in a folder from now on."""
        with self._changed:
            self._folder, self._broken = folder, ""
            self._changed.notify_all()

    def fail(self, why: str) -> None:
        """Go on with the site as it is, and say on every page why there is no newer one."""
        with self._changed:
            self._broken = why
            self._changed.notify_all()

    def page(self, path: str) -> bytes | None:
        """The HTML of a page with what serving adds to it; None where there is no page.

        Args:
            path: as a browser asks for it, below the site, such as `/texts/a-paper/`.
        """
        with self._changed:
            page = self._file(path)
            return None if page is None else self._with_script(page)

    def look_at(self, path: str) -> None:
        """Count a page as being looked at."""
        name = path.strip("/") + "/" if path.strip("/") else ""
        self._looked_at = [name, *(other for other in self._looked_at if other != name)]
        del self._looked_at[_LOOKED_AT:]

    def state_when_changed(self, path: str, state: str) -> str:
        """Wait some time for a page to leave a state, and return its state.

        Args:
            path: as a browser asks for it.
            state: a digest of the page as the browser has it.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._state(path) != state, timeout=_PATIENCE)
            return self._state(path)

    def _state(self, path: str) -> str:
        return self._digest(self._file(path) or self._file(_MISSING) or b"")

    def _digest(self, page: bytes) -> str:
        return sha256(b"\0".join((page, self._broken.encode()))).hexdigest()

    def _file(self, path: str) -> bytes | None:
        # Without the dots at its beginning no path leads out of the folder.
        name = posixpath.normpath(unquote(path)).lstrip("/.")
        file = self._folder / name
        file = file / "index.html" if path.endswith("/") else file
        return file.read_bytes() if file.suffix == ".html" and file.is_file() else None

    def _with_script(self, page: bytes) -> bytes:
        told = self._failure() if self._broken else b""
        start = page.find(b">", max(page.find(b"<body"), 0)) + 1
        end = page.rfind(b"</body>")
        end = len(page) if end < 0 else end
        script = f'<script src="{_SCRIPT_AT}" data-state="{self._digest(page)}"></script>'
        return page[:start] + told + page[start:end] + script.encode() + page[end:]

    def _failure(self) -> bytes:
        head = text_element("strong", "This is the last site that could be built.")
        lines = (text_element("p", line) for line in self._broken.split("\n"))
        start_tag = opening("div", {"class": "broken", "role": "alert"})
        return "".join(map(str, (start_tag, head, *lines, closing("div")))).encode()


def server_of(site: ServedSite, host: str, port: int) -> ThreadingHTTPServer:
    """A server of a site; `serve_forever` begins it.

    Raises:
        OSError: the port is taken.
    """
    return ThreadingHTTPServer((host, port), partial(_Handler, site))


class _Handler(SimpleHTTPRequestHandler):
    """Answers requests from the site as it is at the moment."""

    timeout = _SLOWEST

    def __init__(self, site: ServedSite, *args: Any, **kwargs: Any) -> None:
        self._site = site
        super().__init__(*args, directory=str(site.folder), **kwargs)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a page as serving has it, or with a file as it is."""
        if not _HERE.fullmatch(self.headers.get("Host", "localhost")):
            return self._send(b"421 Misdirected Request", HTTPStatus.MISDIRECTED_REQUEST)
        try:
            asked = urlsplit(self.path)
        except ValueError:  # half of an address of IPv6
            return self._send(b"404 Not Found", HTTPStatus.NOT_FOUND)
        if not _may_be_a_name(asked.path):
            return self._send(b"404 Not Found", HTTPStatus.NOT_FOUND)
        if asked.path == _ASK:
            query = {name: values[-1] for name, values in parse_qs(asked.query).items()}
            state = self._site.state_when_changed(query.get("page", "/"), query.get("state", ""))
            return self._send(state.encode(), kind="text/plain")
        if asked.path == _SCRIPT_AT:
            return self._send(_SCRIPT.read_bytes(), kind="text/javascript")
        page = self._site.page(asked.path)
        if page is not None:
            self._site.look_at(asked.path)
            return self._send(page)
        self.directory = str(self._site.folder)
        if not Path(self.translate_path(asked.path)).exists():
            missing = self._site.page(_MISSING)
            return self._send(missing or b"404 Not Found", HTTPStatus.NOT_FOUND)
        return super().send_head()

    def list_directory(self, path: str | Any) -> BytesIO | None:
        """List nothing: a folder without a page is no page of the site."""
        del path
        return self._send(b"404 Not Found", HTTPStatus.NOT_FOUND)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send what was opened, to whoever is still there: a page that is left waits no longer."""
        with suppress(ConnectionError, TimeoutError):
            super().copyfile(source, outputfile)

    def end_headers(self) -> None:
        """Have a browser ask again each time: a file may have been made anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (as its parent calls it)
        """Say nothing of each request."""

    def _send(
        self, body: bytes, status: HTTPStatus = HTTPStatus.OK, kind: str = "text/html"
    ) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


def _may_be_a_name(path: str) -> bool:
    """Whether a path, as a request has it, can be that of a file at all."""
    name = unquote(path, errors="surrogateescape")
    return "\0" not in name and len(path) <= _LONGEST and name.isprintable()
