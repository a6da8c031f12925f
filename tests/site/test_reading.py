"""Reading in a real browser: editions, their notes and addresses, the frame around them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

KINDS = {
    "front": "",
    "documents": "texts/",
    "edition": "texts/wardle-2008/",
    "edition with tables": "texts/smart-pilot-2010/",
    "hostile edition": "texts/hostile/",
    "apparatus": "texts/smart-pilot-2010/apparatus/",
    "hostile apparatus": "texts/hostile/apparatus/",
    "indexes": "indexes/",
    "table of answers": "questions/drug-strategy-consultation-2010/",
    "quotations": "quotations/",
    "hostile quotations": "quotations/hostile/",
    "works": "works/",
    "notes": "footnotes/",
    "abbreviations": "glossary/",
    "search": "search/#q=%3Cscript%3E",
    "hits": "search/#q=recovery",
    "concordance": "search/#q=recovery&view=concordance&order=L1",
    "quotation check": "quote/",
    "about": "about/",
    "missing": "404.html",
}
VISITED = tomllib.loads((Path(__file__).parents[1] / "hostile/visited.toml").read_text("utf-8"))[
    "case"
]
KINDS |= {case["label"]: case["address"] for case in VISITED}
WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


@dataclass(frozen=True)
class Visit:
    """What was seen of a page, at the width of a telephone."""

    title: str
    violations: list[str]
    asked: list[str]
    width: int
    fields: int
    focused: str


@pytest.fixture(scope="module", params=list(KINDS.values()), ids=list(KINDS))
def visit(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Visit]:
    # What keeps pages has tests of its own. In each new context it would fetch the whole index.
    with browser.new_context(
        viewport={"width": 390, "height": 844}, service_workers="block"
    ) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(WATCH)
        page.goto(f"{base}/{request.param}", wait_until="networkidle")
        page.locator("[data-switch]").click()
        fields = page.locator("input[type=search][name=q]")
        fields.first.evaluate("field => field.blur()")
        page.keyboard.press("/")
        yield Visit(
            title=page.title(),
            violations=page.evaluate("violations"),
            asked=[url for url in asked if not url.startswith((base, "data:"))],
            width=page.evaluate("document.documentElement.scrollWidth"),
            fields=fields.count(),
            focused=page.evaluate("document.activeElement.name"),
        )


def test_the_policy_is_kept(visit: Visit) -> None:
    assert visit.violations == []
    assert visit.title != "taken"


def test_nothing_is_asked_of_anybody_else(visit: Visit) -> None:
    assert visit.asked == []


def test_a_telephone_need_not_scroll_sideways(visit: Visit) -> None:
    assert visit.width <= 390


def test_every_page_has_one_search_field_and_a_key_for_it(visit: Visit) -> None:
    assert visit.fields == 1
    assert visit.focused == "q"


@pytest.mark.parametrize("address", ["", "texts/wardle-2008/", "404.html"])
def test_the_field_leads_to_the_search(page: Page, base: str, address: str) -> None:
    page.goto(f"{base}/{address}")
    page.locator("input[name=q]").fill('"a phrase" & more')
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/#q=%22a(\+|%20)phrase%22"))
    expect(page.locator("input[name=q]")).to_have_value('"a phrase" & more')


def test_a_note_leads_to_its_text_and_back(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    called = page.locator("[role=doc-noteref]").first
    label = called.inner_text()
    called.click()
    note = page.locator(":target")
    expect(note).to_be_in_viewport()
    back = page.locator("dt:has(+ dd :target) [role=doc-backlink], dt:has(+ dd:target) a")
    assert back.inner_text() == label
    back.click()
    expect(called).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').textContent") == label


def test_a_passage_offers_its_address_to_keyboard_and_pointer(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    passage = page.locator(".edition > p[id]").nth(7)
    link = passage.get_by_role("link", name="Link to this passage")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"#{passage.get_attribute('id')}$"))


def test_the_words_looked_for_are_marked_on_arrival(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    passage = page.locator(".edition > p[id]:has(em):has(.note-reference)").first
    id_ = passage.get_attribute("id")
    text = passage.locator("em").first.inner_text()
    words = text.replace(" ", "+")
    for address in (
        f"#{id_}&h={words}",
        f"?h={words}#{id_}",
    ):  # the second: an old one
        page.goto("about:blank")
        page.goto(f"{base}/texts/wardle-2008/{address}")
        for _ in range(2):
            expect(page).to_have_url(f"{base}/texts/wardle-2008/#{id_}")
            expect(page.locator(":target")).to_be_in_viewport()
            assert "".join(passage.locator("mark").all_inner_texts()) == text
            assert page.locator("mark").count() == passage.locator("mark").count()
            page.reload()


def test_the_words_looked_for_are_on_the_screen_of_a_phone(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{base}/texts/wardle-2008/")
    # What is not laid out yet has no height of its own, and no words that can be read.
    longest = page.locator(".edition > p[id]").evaluate_all(
        "all => all.sort((a, b) => b.textContent.length - a.textContent.length)[0].id"
    )
    passage = page.locator(f"[id={longest}]")
    passage.scroll_into_view_if_needed()
    # It is laid out in the next frame at the soonest, and later where the machine is busy.
    page.wait_for_function("id => document.getElementById(id).innerText.trim()", arg=longest)
    words = re.findall(r"\w+", passage.inner_text())
    last = next(word for word in reversed(words) if words.count(word) == 1)
    page.goto("about:blank")
    page.goto(f"{base}/texts/wardle-2008/#{longest}&h={last}")
    page.wait_for_load_state("load")
    expect(page.locator(":target mark").last).to_be_in_viewport()


def test_an_address_that_cannot_be_decoded_breaks_nothing(page: Page, base: str) -> None:
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(f"{base}/texts/smart-pilot-2010/#%")
    expect(page.get_by_role("button", name="Show the mended places")).to_be_visible()
    assert broken == []


def test_an_edition_has_an_outline(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    expect(page.locator("h1")).to_have_count(1)
    link = page.locator("[data-toc] a").nth(1)
    link.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_an_emendation_leads_to_its_place_in_the_text(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/apparatus/")
    page.locator(".apparatus li[id^='e:'] a:visible").first.click()
    expect(page.locator(".edition :target")).to_be_in_viewport()
    page.locator(".making a").first.click()
    expect(page).to_have_url(re.compile("/apparatus/$"))


def test_an_apparatus_folds_what_changes_no_words(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/smart-2010/apparatus/")
    folded = page.locator(".apparatus details:has(> ul > li[id^='e:'])")
    expect(folded.first.locator("li").first).to_be_hidden()
    entry = folded.first.locator("li").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{base}/texts/smart-2010/apparatus/#{entry}")
    expect(page.locator(f"[id='{entry}']")).to_be_in_viewport()
    kinds = page.locator(".apparatus h2[id^='kind:']")
    order = kinds.evaluate_all("all => all.map((one) => one.id)")
    routine = [kind in ("kind:markup", "kind:numbering", "kind:list-glyph") for kind in order]
    assert routine == sorted(routine), "words come first"


def test_a_telephone_has_the_outline_folded_in_its_header(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}/texts/wardle-2008/")
    page.locator(".outline summary").click()
    page.locator(".outline a").last.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(".outline ul").first).to_be_hidden()
    page.locator(".outline summary").click()
    page.keyboard.press("Escape")
    expect(page.locator(".outline summary")).to_be_focused()


def test_on_a_phone_the_header_goes_on_the_way_down_and_comes_back(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}/texts/drugscope-2011/")
    header = page.locator(".md-header")
    page.mouse.wheel(0, 3000)
    expect(header).not_to_be_in_viewport()
    page.mouse.wheel(0, -200)
    expect(header).to_be_in_viewport(ratio=1)
    page.mouse.wheel(0, 3000)
    expect(header).not_to_be_in_viewport()
    page.keyboard.press("/")
    expect(page.locator("input[name=q]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("wish", ["light", "dark"])
def test_colours_are_the_systems_until_a_reader_chooses(
    page: Page, base: str, wish: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=wish)
    page.goto(f"{base}/about/")
    lit = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0] > 128"
    switch = page.locator("[data-switch]")
    assert page.evaluate(lit) is (wish == "light")
    for chosen, light in (("light", True), ("dark", False)):
        switch.click()
        expect(switch).to_have_accessible_name(f"Colours: {chosen}")
        assert page.evaluate(lit) is light
        page.reload()
        assert page.evaluate(lit) is light
    switch.click()
    assert page.evaluate(lit) is (wish == "light")


def test_paper_has_the_text_and_no_furniture(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    for furniture in ("header.md-header", "button", ".md-footer", ".md-sidebar"):
        for piece in page.locator(furniture).all()[:3]:
            expect(piece).to_be_hidden()
    number = page.locator(".edition p[id] > a.permalink").first
    expect(number).to_be_visible()
    signs = "one => ['::before', '::after'].map((sign) => getComputedStyle(one, sign).content)"
    assert number.evaluate(signs) == ["counter(passage)", '""']
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".printed")).to_have_text(f"{base}/texts/wardle-2008/")


def test_paper_has_the_text_though_a_panel_is_open(page: Page, base: str) -> None:
    """Above the page, it would stand on every sheet, and the text on none."""
    page.goto(f"{base}/texts/wardle-2008/")
    page.get_by_role("button", name="Cite this document").click()
    panel = page.locator("dialog.cite")
    expect(panel).to_be_visible()
    page.emulate_media(media="print")
    expect(panel).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "heading"), [("search/", "Search"), ("quote/", "Check a quotation")]
)
def test_who_skips_to_the_content_comes_to_its_heading(
    page: Page, base: str, address: str, heading: str
) -> None:
    page.goto(f"{base}/{address}")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1:target")).to_have_text(heading)
    expect(page.locator("h1")).to_have_count(1)
