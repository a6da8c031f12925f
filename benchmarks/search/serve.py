"""A folder served as a host in the next town would: after a round trip, compressed, kept."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from time import perf_counter, sleep

ROUND_TRIP = 0.050  # seconds
COMPRESSED = (".css", ".html", ".js", ".json", ".svg")
"""What GitHub's pages compress, of what is asked for here."""
QUIET = 0.3
"""Seconds without a request after which no more are expected."""


@dataclass(frozen=True)
class Request:
    """A file that a page asked for."""

    path: str
    size: int
    """Bytes of the body as it was sent; 0 where there is no such file."""
    start: float
    end: float


class Server(ThreadingHTTPServer):
    """Remembers what it was asked for."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory="/"))
        self._folders = [folder.resolve() for folder in folders]
        self._lock = Lock()
        self._requests: list[Request] = []
        self._open = 0

    @property
    def address(self) -> str:
        """Of its root, with the last slash."""
        return f"http://127.0.0.1:{self.server_port}/"

    def find(self, path: str) -> Path | None:
        """The file at a path: of the first folder that has it."""
        inner = path.partition("?")[0].lstrip("/")
        name = f"{inner}index.html" if inner.endswith("/") or not inner else inner
        found = ((folder / name).resolve() for folder in self._folders)
        inside = (file for file in found if any(map(file.is_relative_to, self._folders)))
        return next((file for file in inside if file.is_file()), None)

    @contextmanager
    def noting(self, path: str) -> Iterator[Callable[[int], None]]:
        """Notes one request; it is told the size of what it was sent."""
        start, sizes = perf_counter(), [0]
        with self._lock:
            self._open += 1
        try:
            yield sizes.append
        finally:
            with self._lock:
                self._open -= 1
                self._requests.append(Request(path, sizes[-1], start, perf_counter()))

    def take(self) -> list[Request]:
        """The requests since this was asked last, when no more are to be expected."""
        while True:
            sleep(QUIET / 5)
            with self._lock:
                last = max((request.end for request in self._requests), default=0.0)
                if not self._open and perf_counter() - last > QUIET:
                    taken, self._requests = self._requests, []
                    return taken


class Handler(SimpleHTTPRequestHandler):
    """Answers one request after another of a connection."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:  # noqa: D102 (the base class's)
        with self.server.noting(self.path) as sent:
            sleep(ROUND_TRIP)
            file = self.server.find(self.path)
            if file is None:
                self.send_error(404)
                return
            compress = file.suffix in COMPRESSED
            body = _body(file, compress=compress)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(file)))
            if compress:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body)
            sent(len(body))

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@cache
def _body(file: Path, *, compress: bool) -> bytes:
    """What is sent of a file. A host compresses it once and keeps that."""
    body = file.read_bytes()
    return gzip.compress(body, mtime=0) if compress else body


@contextmanager
def served(*folders: Path) -> Iterator[Server]:
    """Folders on loopback, the first before the second."""
    server = Server(folders)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def round_trips(requests: Sequence[Request]) -> int:
    """How many requests had to wait for each other at the most."""
    waited: list[tuple[float, int]] = []  # when a request ended, and how many stood in its line
    for request in sorted(requests, key=lambda request: request.start):
        before = max((n for end, n in waited if end <= request.start), default=0)
        waited.append((request.end, before + 1))
    return max((n for _, n in waited), default=0)
