"""What a reader without JavaScript has: everything but search, the check and copying."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 390, "height": 844}


@pytest.fixture(params=[390, 1280])
def bare(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    size = {"width": request.param, "height": 844}
    with browser.new_context(java_script_enabled=False, viewport=size) as context:  # type: ignore[arg-type] # of Playwright
        yield context.new_page()


def test_every_passage_has_its_address_and_it_is_seen(bare: Page, base: str) -> None:
    bare.goto(f"{base}/texts/wardle-2008/")
    links = bare.locator(".edition a.permalink")
    passages = bare.locator(".edition :is(h1, h2, h3, p, li)[id]:not([id*=':'])")
    assert links.count() >= passages.count() > 50
    for link in links.all()[:20]:
        expect(link).to_have_css("opacity", "1")
    first = passages.nth(3)
    link = first.locator("> a.permalink")
    expect(link).to_have_attribute("href", f"#{first.get_attribute('id')}")
    link.click()
    assert bare.url.endswith(f"#{first.get_attribute('id')}")


def test_the_header_does_not_follow_a_reader_on_a_phone(browser: Browser, base: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:  # type: ignore[arg-type] # of Playwright
        page = context.new_page()
        page.goto(f"{base}/texts/wardle-2008/#edition:notes")
        expect(page.locator(".md-header")).not_to_be_in_viewport()


@pytest.mark.parametrize("address", ["search/", "quote/", ""])
def test_what_needs_scripts_says_so_where_it_begins(bare: Page, base: str, address: str) -> None:
    bare.goto(f"{base}/{address}")
    told = bare.locator("main noscript").first
    expect(told).to_be_visible()
    assert "needs JavaScript" in told.inner_text()
    expect(bare.locator(".md-header .field")).to_be_hidden()
    for control in bare.locator(":is(.field__order, .tabs)").all():
        expect(control).to_be_hidden()
