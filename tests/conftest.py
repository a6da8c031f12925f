"""What tests are run in: a real browser, a folder served on loopback, hypothesis' profile."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Error, Page, sync_playwright
from tests.hostile_document import add_hostile

from consultations import pipeline
from consultations.passages import SearchPassage, search_passages
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent
NO_BROWSER = "no browser can be driven"

# A deadline is an assertion about the clock of a machine that does other things as well.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")

pytest_plugins = ["tests.editions"]


@pytest.hookimpl(tryfirst=True)  # before -m selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    untested = [
        report
        for report in terminalreporter.getreports("skipped")
        if "browser" in report.keywords and NO_BROWSER in str(report.longrepr)
    ]
    if untested:
        terminalreporter.section("NOT TESTED IN A BROWSER", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(untested)} tests were skipped: {NO_BROWSER}.")
        terminalreporter.line("Get one with tools/browser get, or say CHROMIUM=/path/to/one.")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of larger material that is kept beside the repository, not in it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not there")
    return folder


@pytest.fixture(scope="session")
def archive() -> list[SearchPassage]:
    """The passages of this archive."""
    made = pipeline.read(find_project(ROOT))
    return list(search_passages(made.editions, made.authority))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a copy of this project, in which one document more means harm.

    MkDocs alone builds it, once a run, however many workers there are.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    root = base / "project"
    with FileLock(base / "project.lock"):
        if not (root / "site").is_dir():
            shutil.rmtree(root, ignore_errors=True)  # of a worker whose build failed
            for folder in ("archive", "docs"):
                shutil.copytree(ROOT / folder, root / folder)
            shutil.copy(ROOT / "mkdocs.yml", root)
            add_hostile(root / "archive")
            made = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
                cwd=root,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert made.returncode == 0, made.stderr
            assert not made.stderr
    return root / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that keeps to itself; where there is none, a skip, in CI a failure."""
    found = subprocess.run([ROOT / "tools/browser"], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        missing = pytest.fail if "CI" in os.environ else pytest.skip
        missing(f"{NO_BROWSER}: {found.stderr.strip()}")
    arguments = [
        "--no-sandbox",  # which cannot be had as root in a container
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=found.stdout.strip(), args=arguments) as browser,
    ):
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a store of its own; an error that its scripts did not catch fails the test."""
    uncaught: list[Error] = []
    # Files that a test changes on the way are to come from the way, and not from what is kept.
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        # Playwright leaves a mark on the function it is given, which a builtin method cannot bear.
        page.on("pageerror", lambda error: uncaught.append(error))  # noqa: PLW0108
        yield page
    assert not uncaught


class _Handler(SimpleHTTPRequestHandler):
    # What the machine's own table of types says does not matter.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css",
        ".html": "text/html",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on loopback until all tests end; gives its address, without a last slash."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def serve(folder: Path) -> str:
        if folder not in servers:
            handler = partial(_Handler, directory=folder)
            servers[folder] = server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}"

    yield serve
    # All at once: each looks only twice a second whether it is to stop.
    stops = [Thread(target=server.shutdown) for server in servers.values()]
    for stop in stops:
        stop.start()
    for server, stop in zip(servers.values(), stops, strict=True):
        stop.join()
        server.server_close()
