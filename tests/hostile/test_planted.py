"""A payload in every field of every file, and every kind of page looked at in a real browser."""

import re
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.hostile.conftest import whole_project
from tests.hostile.planted import MARK, plant

from consultations.publish.site import build_site
from consultations.settings import find_project

PLANTED = {
    *("annotations", "authority", "errata", "ids", "page", "quality", "record", "redactions"),
    *("release", "settings", "stet"),
}

WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
FOREIGN = f"""
[...document.querySelectorAll("*")].filter((element) =>
  element.localName === "{MARK}"
  || [...element.attributes].some((a) => /^on|^srcdoc$/.test(a.name))
  || ["href", "src", "action"].some((name) => /^\\s*(javascript|data|vbscript):/i.test(
       element.getAttribute(name) ?? "")
     && !element.matches(".bookmarklet > a, head > link[rel=icon]"))
  || element.localName === "script" && element.src === ""
     && element.type !== "application/ld+json"
     && !element.text.startsWith('try{{const kept=localStorage.getItem("consultations:theme")')
     && !element.text.startsWith('document.documentElement.toggleAttribute("data-from-top"')
     && !element.text.startsWith("(async()=>{{const way=location.pathname")
  || element.matches("article img, article svg, article iframe, article object")
     && !element.closest(".md-icon, .twemoji, .strip, .timeline, .drawing, form")
).map((element) => element.outerHTML.slice(0, 200))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = whole_project(tmp_path_factory.mktemp("planted") / "project")
    plant(project)
    made = project.root / "site"
    build_site(find_project(project.root), made)
    return made


@pytest.fixture(scope="module")
def base(site: Path, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(site)


def test_every_schema_is_planted() -> None:
    folder = resources.files("consultations.intake") / "schemas"
    names = {Path(file.name).stem for file in folder.iterdir()}
    assert names == PLANTED, "a new file: plant a payload in it"


def pages(site: Path) -> Iterator[str]:
    """One page of each kind, by the shape of its address."""
    seen: set[str] = set()
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        kind = re.sub(r"planted-(one|two|person|work|organisation|gone|consultation)", "x", address)
        if kind not in seen:
            seen.add(kind)
            yield address


def test_the_payload_is_on_the_pages_as_text(site: Path) -> None:
    page = (site / "texts/planted-one/index.html").read_text("utf-8")
    assert page.count(f"&lt;{MARK}") > 20
    assert f"<{MARK}" not in page


def test_nothing_fires_on_any_kind_of_page(site: Path, base: str, browser: Browser) -> None:
    told: list[str] = []
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        asked: list[str] = []
        page.on("pageerror", lambda error: told.append(f"error {error}"))
        page.on("request", lambda request: asked.append(request.url))
        addresses = list(pages(site))
        assert len(addresses) > 20
        searches = ["search/index.html#q=words", "search/index.html#q=words&view=concordance"]
        quotes = ["quote/index.html#q=Words%20to%20begin%20with%20it"]
        for address in [*addresses, *searches, *quotes]:
            page.goto(f"{base}/{address}")
            page.wait_for_load_state("networkidle")
            told += [f"{address}: {seen}" for seen in page.evaluate("violations")]
            told += [f"{address}: {seen}" for seen in page.evaluate(FOREIGN)]
            if page.evaluate("window.fired"):
                told.append(f"{address}: fired")
    told += [url for url in asked if not url.startswith((base, "data:"))]
    assert not told, "\n".join(dict.fromkeys(told))
