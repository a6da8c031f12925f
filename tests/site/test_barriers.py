"""Barriers to readers: what axe-core finds on each kind of page, and where the keyboard leads."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

KINDS = {
    "front": "",
    "documents": "texts/",
    "edition": "texts/smmgp-2012/",
    "edition with answers": "texts/drugscope-2011/",
    "edition with notes": "texts/wardle-2008/",
    "hostile edition": "texts/hostile/",
    "apparatus": "texts/smmgp-2012/apparatus/",
    "questions": "questions/",
    "table of answers": "questions/drug-strategy-consultation-2010/",
    "question": "questions/drug-strategy-consultation-2010/d1/",
    "quotations": "quotations/smmgp-2012/",
    "works": "works/",
    "work": "works/white-2009/",
    "people": "people/",
    "person": "people/white-william-l/",
    "body": "organisations/addaction/",
    "themes": "themes/",
    "theme": "themes/families/",
    "comparison": "compare/#a=smart-2010&b=drugscope-2011&on=families",
    "notes": "footnotes/",
    "hits": "search/#q=%22learned+helplessness%22",
    "concordance": "search/#q=%22learned+helplessness%22&view=concordance",
    "quotation check": "quote/#q=a+poverty+of+ambition+now+rightly+being+challenged",
    "about": "about/",
    "missing": "404.html",
}
WIDTHS = (320, 390, 768, 1000, 1220, 1280)
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BY_WIDTH = ["scrollable-region-focusable", "target-size"]
BY_THEME = ["color-contrast"]
"""The rules that a width, and that a theme, can break: the others need not run at each again."""
READY = "[data-state=ready], [data-verdict], .md-content:not(:has([data-state]))"
FOCUSED = """() => {
  const { activeElement: at } = document;
  const box = at.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
    && box.bottom > 0 && box.top < innerHeight;
  return [at === document.body ? "" : at.outerHTML.slice(0, 120), seen];
}"""


def barriers(page: Page, rules: list[str]) -> list[tuple[str, list[str]]]:
    if not page.evaluate("'axe' in window"):  # half a megabyte, once for each page
        page.evaluate(Axe().axe_script)
    options = {"resultTypes": ["violations"], "runOnly": rules}
    found: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [
        (violation["id"], [node["html"][:120] for node in violation["nodes"][:3]])
        for violation in found["violations"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_no_barrier_is_found(page: Page, base: str, kind: str) -> None:
    page.goto(f"{base}/{KINDS[kind]}")
    page.locator(READY).first.wait_for()
    # Of what is laid out later the sizes are guessed until then.
    expect(page.locator("[data-from-top]")).to_have_count(0, timeout=30_000)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert barriers(page, ALL if width in (320, 1280) else BY_WIDTH) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="dark")
    assert barriers(page, BY_THEME) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["", "texts/smmgp-2012/", "search/", "about/"])
def test_the_keyboard_comes_to_nothing_that_cannot_be_seen(
    page: Page, base: str, width: int, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/{address}")
    page.keyboard.press("Tab")
    page.keyboard.press(
        "Tab"
    )  # past the link that skips to the content, which shows when it slides in
    for _ in range(30):
        what, seen = page.evaluate(FOCUSED)
        assert seen or not what, what
        page.keyboard.press("Tab")


@pytest.mark.parametrize("width", [320, 768, 1000])
def test_the_menu_is_reached_opened_and_closed_by_keyboard(
    page: Page, base: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/texts/smmgp-2012/")
    menu = page.get_by_role("button", name="Menu")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu).to_be_focused()
    questions = page.locator(".pages").get_by_role("link", name="Questions")
    expect(questions).to_be_hidden()
    page.keyboard.press("Enter")
    expect(questions).to_be_visible()
    page.keyboard.press("Escape")
    expect(questions).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("input[name=q]")).to_be_focused()


@pytest.mark.parametrize("width", [720, 768, 860, 1008, 1219, 1220, 1280, 1400])
def test_the_header_is_whole_and_one_row(page: Page, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/texts/smmgp-2012/")
    for part in (".masthead", ".md-header .field", "[data-switch]"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    assert page.locator(".md-header").evaluate("header => header.offsetHeight") < 72
    tops = page.locator(".pages a:visible").evaluate_all("links => links.map(a => a.offsetTop)")
    assert len(set(tops)) <= 1, "its pages stand in one row"


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_name_stands_in_one_line_beside_the_buttons(
    page: Page, base: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{base}/texts/smmgp-2012/")
    name = page.locator(".masthead")
    lines = name.evaluate("""async (name) => {
      await document.fonts.ready; // until then its letters may be wider ones
      const words = document.createRange();
      words.selectNodeContents(name);
      return words.getClientRects().length;
    }""")
    assert lines == 1
    expect(page.locator(".outline summary")).to_be_in_viewport(ratio=1)


def test_what_the_field_asks_for_is_read_whole(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{base}/about/")
    room, told = page.locator(".md-header .field__query").evaluate("""field => {
      const style = getComputedStyle(field);
      const drawn = document.createElement("canvas").getContext("2d");
      drawn.font = style.font;
      const edges = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
      return [field.clientWidth - edges, drawn.measureText(field.placeholder).width];
    }""")
    assert told <= room


def test_without_scripts_the_pages_stand_open_on_a_phone(page: Page, base: str) -> None:
    browser = page.context.browser
    assert browser
    with browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    ) as context:
        bare = context.new_page()
        bare.goto(f"{base}/texts/smmgp-2012/")
        expect(bare.locator(".pages").get_by_role("link", name="Questions")).to_be_visible()
        expect(bare.get_by_role("button", name="Menu")).to_be_hidden()
