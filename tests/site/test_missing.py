"""Where there is no page: a way to search, and the nearest addresses, wherever the site lies."""

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect


class Host(SimpleHTTPRequestHandler):
    """Serves a site as hosts of static sites do: 404.html for whatever is not there."""

    site = Path()
    status = 200

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(self.status if code == 200 else code, message)

    def do_GET(self) -> None:
        self.status = 200
        if not Path(self.translate_path(self.path)).exists():
            self.path = f"/{self.site}/404.html".replace("/./", "/")
            self.status = 404
        super().do_GET()


@pytest.fixture(params=[".", "archive/debate"], ids=["host", "folder"])
def home(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[str]:
    """The site's address on a host, which serves its 404.html for what is not there."""
    root = tmp_path / "host"
    shutil.copytree(site, root / request.param, dirs_exist_ok=True)
    handler = type("Here", (Host,), {"site": Path(request.param)})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        folder = "" if request.param == "." else f"/{request.param}"
        yield f"http://127.0.0.1:{server.server_port}{folder}"
        server.shutdown()


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("texts/smart-2011/", "texts/smart-2010/"),
        ("texts/wardle-208/apparatus/#p1", "texts/wardle-2008/#p1"),
        ("organisation/", "organisations/"),
        ("texts/SMMGP-2012", "texts/smmgp-2012/"),
    ],
)
def test_the_nearest_addresses_are_offered(page: Page, home: str, asked: str, nearest: str) -> None:
    page.goto(f"{home}/{asked}")
    expect(page).to_have_title("No page here - The Recovery Debate")
    offered = page.locator("[data-nearest] a")
    offered.first.wait_for()
    assert f"{home}/{nearest}" in offered.evaluate_all("links => links.map((link) => link.href)")
    page.locator(".missing input[name=q]").fill("zanzibar")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}/search/#q=zanzibar")
    expect(page.locator("[data-hits] [data-passage]")).to_have_count(1)


def test_what_is_like_nothing_has_no_nearest_but_the_page_above(page: Page, home: str) -> None:
    page.goto(f"{home}/texts/%3Cb%3Exyz%3C/?q=1")
    offered = page.locator("[data-nearest] a")
    expect(offered).to_have_text(["Documents (the page above)"])
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) != "rgba(0, 0, 0, 0)", "its style has come"
