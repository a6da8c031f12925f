"""What is served while the archive is edited: no file that is none, and the last good site."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.hostile.conftest import whole_project

COMMAND = Path(sys.executable).with_name("consultations")


class Server:
    """`consultations serve`, with a folder of its own for what is temporary."""

    def __init__(self, project: Path, temporary: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        temporary.mkdir()
        self.process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(self.port)],
            cwd=project,
            env=os.environ | {"TMPDIR": str(temporary)},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.wait_for("The site is at")

    def wait_for(self, words: str) -> None:
        assert self.process.stderr
        assert any(words in line for line in self.process.stderr), words

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                connection.connect()
                break
            except ConnectionRefusedError:  # it says where it is right before it listens
                time.sleep(0.1)
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def get_when(self, path: str, has: Callable[[str], bool]) -> str:
        """A page, asked for until it is as it must be."""
        page = ""
        for _ in range(600):
            status, page = self.get(path)
            assert status == 200
            if has(page):
                return page
            time.sleep(0.1)
        raise AssertionError(page[:2000])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole_project(tmp_path_factory.mktemp("served") / "project").root


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Server]:
    made = Server(root, root.parent / "temporary")
    yield made
    made.process.terminate()
    made.process.communicate()
    assert not list((root.parent / "temporary").iterdir())


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/texts/%00", "/index.html%00.png", "/%00/", "/about%00/index.html"),
        *("/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/..\\mkdocs.yml"),
        *("/%ff%fe", "/%ed%a0%80", "/" + "a" * 5_000, "/" + "a/" * 2_000, "/nowhere/"),
        "/livereload/" + "9" * 5_000 + "/1",
        *("http://[", "http://[x/about/"),
    ],
)
def test_what_is_no_page_is_not_found(server: Server, path: str) -> None:
    assert server.get(path)[0] == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *(("example.org", 421), ("localhost.example.org:80", 421), ("example.org/127.0.0.1", 421)),
        *(("localhost:8000", 200), ("LOCALHOST", 200), ("127.0.0.1:1", 200), ("[::1]:8000", 200)),
    ],
)
def test_no_page_of_elsewhere_is_answered_as_if_it_were_from_here(
    server: Server, host: str, status: int
) -> None:
    """Its name may lead to this machine, so that a browser lets it read what it gets."""
    assert server.get("/about/", host)[0] == status


def test_what_is_broken_while_it_is_served_is_told_and_mended(server: Server, root: Path) -> None:
    broken = {
        "archive/a-meeting/record.toml": ("record.toml", b"title = 3\n"),
        "archive/a-meeting/source.md": ("SHA-256", b"other words\n"),
        "docs/about.md": ("about.md", b"---\ntitle: [\n---\n# About\n"),
        "docs/more.md": ("more.md", b"# More\n\n<script>document.title = 1</script>\n"),
        "mkdocs.yml": ("mkdocs.yml", b"site_name: [\n"),
    }
    for name, (said, content) in broken.items():
        file = root / name
        was = file.read_bytes() if file.exists() else None
        file.write_bytes(content)
        page = server.get_when("/about/", lambda page: "last site that could be built" in page)
        assert said in page
        assert "<h1" in page, "the last good page goes on"
        assert server.get("/search/manifest.json")[0] == 200
        assert server.get("/assets/consultations/site.css")[0] == 200
        if was is None:
            file.unlink()
        else:
            file.write_bytes(was)
        server.get_when("/about/", lambda page: "last site that could be built" not in page)


def test_what_is_told_of_a_broken_file_is_text(server: Server, root: Path) -> None:
    (root / "docs" / "<img src=x onerror=alert(1)>.md").write_text("[a](b.md)\n", "utf-8")
    (root / "docs" / "x.svg").write_text("<svg onload=alert(1)>", "utf-8")
    page = server.get_when("/about/", lambda page: "last site that could be built" in page)
    assert "<img src=x" not in page
    assert "<svg onload" not in page
