"""What a reader types or pastes never leaves the browser: in no address, in no referrer."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

TYPED = "stigma"
PASTED = "we lose the poverty of zanzibar"
WORDS = re.compile(f"{TYPED}|zanzibar")


@pytest.fixture
def sent(page: Page) -> Iterator[list[str]]:
    """Everything of the requests that page makes in which the words of a reader could stand."""
    seen: list[str] = []

    def keep(request: Request) -> None:
        seen.extend([request.url, request.post_data or "", *request.all_headers().values()])

    page.on("request", keep)
    yield seen
    assert len(seen) > 10


def test_of_a_search_and_the_way_to_its_passage(page: Page, base: str, sent: list[str]) -> None:
    page.goto(f"{base}/about/")
    page.locator("input[name=q]").fill(TYPED)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}/search/#q={TYPED}")
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    hits.locator("[data-passage] a").first.click()
    expect(page.locator(":target mark").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Concordance").click()
    expect(page.locator("[data-lines] a").first).to_be_visible()
    page.locator("[data-lines] a").first.click()
    expect(page.locator(":target mark").first).to_be_visible()
    page.get_by_role("link", name="About").first.click()
    page.wait_for_load_state()
    assert [one for one in sent if WORDS.search(one)] == []


def test_of_a_quotation_that_is_checked(page: Page, base: str, sent: list[str]) -> None:
    page.goto(f"{base}/quote/")
    page.locator("textarea[name=q]").fill(PASTED)
    page.get_by_role("button", name=re.compile("Check")).click()
    expect(page.locator("[data-answer]")).to_have_attribute("data-state", "ready")
    expect(page).to_have_url(re.compile("zanzibar$"))
    page.get_by_role("link", name="About").first.click()
    page.wait_for_load_state()
    assert [one for one in sent if WORDS.search(one)] == []


def test_of_a_field_whose_script_has_not_come(page: Page, base: str, sent: list[str]) -> None:
    page.route(re.compile(r"/page/start"), lambda route: route.abort())
    page.goto(f"{base}/about/")
    page.locator("input[name=q]").fill(TYPED)
    page.keyboard.press("Enter")
    page.goto(f"{base}/")
    assert [one for one in sent if WORDS.search(one)] == []


@pytest.mark.parametrize("place", ["search", "quote"])
def test_an_old_address_is_read_and_written_anew(page: Page, base: str, place: str) -> None:
    page.goto(f"{base}/{place}/?q=one+two+three+four")
    expect(page.locator("[name=q]").last).to_have_value("one two three four")
    expect(page).to_have_url(f"{base}/{place}/#q=one+two+three+four")


def test_a_link_to_a_part_of_the_page_leaves_the_search_as_it_is(page: Page, base: str) -> None:
    page.goto(f"{base}/search/#q={TYPED}")
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    page.evaluate("location.hash = 'told'")
    expect(page).to_have_url(f"{base}/search/#q={TYPED}")
    expect(page.locator("input[name=q]")).to_have_value(TYPED)
    expect(hits).to_have_attribute("data-state", "ready")


def test_an_address_that_a_reader_changes_is_followed(page: Page, base: str) -> None:
    page.goto(f"{base}/search/#q={TYPED}")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")
    page.goto(f'{base}/search/#q="the recovery" OR housing')
    expect(page.locator("input[name=q]")).to_have_value('"the recovery" OR housing')
