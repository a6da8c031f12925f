"""What was read, and the search, without a connection; and never two builds in one page.

The server is stopped, and another begun at its port: the browser's own switch for being offline
does not reach a service worker.
"""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect

from consultations.publish.bundle.offline import offline_script

KEPT = "[data-kept]"
FIRST_SCRIPT = "assets/consultations/page/edition/arrival.js"


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        self.send_header(
            "Cache-Control", "no-store"
        )  # so that nothing but the worker keeps a thing
        super().end_headers()


class Host:
    """A host of static files that can be out of reach."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._port = 0
        self.begin()

    def begin(self) -> None:
        handler = partial(Silent, directory=str(self.folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._server.server_port
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def __truediv__(self, path: str) -> str:
        return f"http://127.0.0.1:{self._port}/{path}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser that may keep what it reads."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    host = Host(folder)
    yield host
    host.stop()


def read(page: Page, host: Host, path: str, pages: int) -> None:
    """Open a page, and wait until so many are kept, with the index."""
    page.goto(host / path)
    expect(page.locator(KEPT)).to_contain_text(f"{pages} page", timeout=20_000)


def test_what_was_read_and_the_search_are_there_without_a_connection(
    page: Page, host: Host
) -> None:
    read(page, host, "texts/smart-2010/", 1)
    read(page, host, "search/", 2)
    host.stop()
    page.goto(host / "texts/smart-2010/?from=elsewhere")
    expect(page.locator("h1")).to_contain_text("Response to the Drug Strategy")
    expect(page.locator(KEPT)).to_contain_text("shown as this browser has kept it")
    page.goto(host / "search/#q=zanzibar")
    expect(page.locator("[data-hits] [data-passage]")).to_have_count(1)
    page.goto(host / "search/#q=recovery&view=concordance")
    expect(page.locator("[data-lines] [data-passage]")).to_have_count(50)
    with pytest.raises(Error):
        page.goto(host / "texts/wardle-2008/")
    host.begin()


def test_nothing_is_kept_while_an_answer_is_awaited(page: Page, host: Host) -> None:
    """On a slow line the files of the build would come before those of the answer."""
    held: list[Route] = []
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/search/terms-*", hold)
    page.goto(host / "search/#q=zanzibar")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "loading")
    page.wait_for_timeout(1_500)
    assert held
    assert not [url for url in asked if url.endswith("/offline.js")]
    page.context.unroute("**/search/terms-*")  # which lets those go on that are held
    expect(page.locator("[data-hits] [data-passage]")).to_have_count(1)
    expect(page.locator(KEPT)).to_contain_text("1 page", timeout=20_000)


def publish_another(folder: Path) -> None:
    """Another build: another first script, in pages that say so."""
    script = folder / FIRST_SCRIPT
    script.write_bytes(script.read_bytes() + b'document.documentElement.dataset.script="2";\n')
    worker = (folder / "offline.js").read_bytes().partition(b"\n")[2]
    assets = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in (folder / "assets" / "consultations").rglob("*")
        if path.is_file()
    }
    index = {f"search/{path.name}": path for path in (folder / "search").glob("*.*")}
    build, made = offline_script(worker, assets, index)
    (folder / "offline.js").write_bytes(made)
    for path in folder.rglob("*.html"):
        html = path.read_text("utf-8")
        path.write_text(re.sub('data-build="[^"]*"', f'data-build="{build}" data-page="2"', html))


BUILDS = "() => [document.documentElement.dataset.page, document.documentElement.dataset.script]"


def test_no_page_meets_a_file_of_another_build(page: Page, host: Host) -> None:
    read(page, host, "texts/smart-2010/", 1)
    publish_another(host.folder)
    page.goto(host / "texts/smart-2010/")
    assert page.evaluate(BUILDS) == ["2", "2"]  # and not the script that was kept
    # What was read before is kept on in its new state.
    page.wait_for_function(
        "async () => (await caches.keys()).length === 1 && !!(await caches.match(location.href))"
    )
    expect(page.locator(KEPT)).to_contain_text("1 page")
    host.stop()
    page.goto("about:blank")
    page.goto(host / "texts/smart-2010/")
    assert page.evaluate(BUILDS) == ["2", "2"]
    host.begin()


def test_a_reader_can_have_all_of_it_forgotten(page: Page, host: Host) -> None:
    read(page, host, "about/", 1)
    page.get_by_role("button", name="Forget them").click()
    expect(page.locator(KEPT)).to_contain_text("Nothing is kept in this browser")
    assert page.evaluate("async () => (await caches.keys()).length") == 0
    page.reload()
    expect(page.locator(KEPT)).to_contain_text("Nothing is kept in this browser")
    page.get_by_role("button", name="Keep what I read").click()
    expect(page.locator(KEPT)).to_contain_text("1 page", timeout=20_000)


def test_the_same_files_make_the_same_build_and_others_another() -> None:
    index = {"search/manifest.json": b"{}", "search/terms-00ff.bin": b"1"}
    one = offline_script(b"x", {"a.js": b"1", "LICENSE.txt": b"1"}, index)
    assert one == offline_script(b"x", {"LICENSE.txt": b"2", "a.js": b"1"}, index)
    assert b"LICENSE" not in one[1]
    for other in (
        offline_script(b"x", {"a.js": b"2"}, index),
        offline_script(b"y", {"a.js": b"1"}, index),
        offline_script(b"x", {"a.js": b"1"}, index | {"search/manifest.json": b"[]"}),
    ):
        assert other[0] != one[0]
