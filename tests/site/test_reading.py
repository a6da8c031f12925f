"""Reading in a real browser: editions, their notes and addresses, the frame around them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

KINDS = {
    "front": "",
    "documents": "texts/",
    "edition": "texts/wardle-2008/",
    "edition with tables": "texts/smart-pilot-2010/",
    "hostile edition": "texts/hostile/",
    "apparatus": "texts/smart-pilot-2010/apparatus/",
    "hostile apparatus": "texts/hostile/apparatus/",
    "search": "search/?q=%3Cscript%3E",
    "about": "about/",
    "missing": "404.html",
}
WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture
def base(site: Path, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(site)


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_the_policy_is_kept_and_nothing_comes_from_elsewhere(
    page: Page, base: str, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(f"{base}/{address}")
    page.locator("label[for^=__palette]:visible").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("violations") == []
    assert not [url for url in asked if not url.startswith((base, "data:"))]
    assert page.title() != "taken"


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_a_telephone_need_not_scroll_sideways(page: Page, base: str, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}/{address}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("input[type=search][name=q]")).to_be_visible()


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_every_page_has_one_search_field_and_a_key_for_it(
    page: Page, base: str, address: str
) -> None:
    page.goto(f"{base}/{address}")
    field = page.locator("input[type=search][name=q]")
    expect(field).to_have_count(1)
    field.evaluate("field => field.blur()")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.insert_text('"a phrase" & more')
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=%22a(\+|%20)phrase%22"))
    expect(page.locator("input[type=search][name=q]")).to_have_value('"a phrase" & more')


def test_a_note_leads_to_its_text_and_back(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    called = page.locator("[role=doc-noteref]").first
    label = called.inner_text()
    called.click()
    note = page.locator(".note:has(:target)")
    expect(note).to_be_in_viewport()
    back = note.locator("[role=doc-backlink]")
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
    passage = page.locator(".edition > p[id]:has(em):has(sup)").first
    id_ = passage.get_attribute("id")
    text = passage.locator("em").first.inner_text()
    page.goto(f"{base}/texts/wardle-2008/?h={text.replace(' ', '+')}#{id_}")
    expect(passage).to_be_in_viewport()
    assert "".join(passage.locator("mark").all_inner_texts()) == text
    assert page.locator("mark").count() == passage.locator("mark").count()


def test_an_edition_has_an_outline(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/")
    expect(page.locator("h1")).to_have_count(1)
    link = page.locator("[data-md-component=toc] a").nth(1)
    link.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_an_emendation_leads_to_its_place_in_the_text(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/wardle-2008/apparatus/")
    page.locator(".entries a").first.click()
    expect(page.locator(".edition :target")).to_be_in_viewport()
    page.locator(".making a").first.click()
    expect(page).to_have_url(re.compile("/apparatus/$"))


def test_mended_places_are_marked_when_asked_for(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/smart-pilot-2010/")
    place = page.locator(".edition ins[id]").first
    expect(place).not_to_have_role("button")
    page.get_by_role("button", name="Show the mended places").click()
    expect(place).to_have_role("button")
    place.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="What the source has here")
    expect(note.locator(".reading :is(ins, del)").first).to_be_visible()
    expect(note.locator(".why code")).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(place).to_be_focused()
    page.get_by_role("button", name="Hide the mended places").click()
    expect(place).not_to_have_role("button")


def test_a_mended_place_and_its_entry_lead_to_each_other(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/smart-pilot-2010/")
    id_ = page.locator(".edition ins[id]").first.get_attribute("id")
    page.goto(f"{base}/texts/smart-pilot-2010/apparatus/#{id_}")
    page.locator(":target a").click()
    expect(page.locator(".edition ins:target")).to_be_in_viewport()
    page.locator("ins:target").click()
    page.get_by_role("link", name="In the apparatus").click()
    expect(page.locator(".entries li:target")).to_be_in_viewport()
