"""Back and Forward: what is submitted is a step, and a reader finds the page where it was left."""

import re

import pytest
from playwright.sync_api import Page, expect

FIELD = "input[name=q]"
CHECKED = "[data-check] textarea"


def show(page: Page, words: str, *, submit: bool = True) -> None:
    page.locator(FIELD).fill(words)
    if submit:
        page.keyboard.press("Enter")
    expect_shown(page, words)


def expect_shown(page: Page, words: str) -> None:
    expect(page).to_have_url(re.compile(rf"[#&]q={words}(&|$)"))
    expect(page.locator(FIELD)).to_have_value(words)
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")


def scroll(page: Page, top: int) -> None:
    """To a place on the page, as long as it takes to be kept."""
    page.evaluate("top => scrollTo(0, top)", top)
    page.wait_for_function("top => history.state?.top === top", arg=top)


def expect_at(page: Page, top: int) -> None:
    page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)


@pytest.fixture
def at(page: Page, base: str) -> Page:
    page.goto(f"{base}/search/")
    return page


def test_each_search_that_is_submitted_is_a_step(at: Page) -> None:
    show(at, "recovery")
    show(at, "treatment")
    at.go_back()
    expect_shown(at, "recovery")
    at.go_forward()
    expect_shown(at, "treatment")


def test_what_is_typed_after_a_search_does_not_take_its_place(at: Page) -> None:
    show(at, "recovery")
    for words in ("trea", "treatment"):
        show(at, words, submit=False)
    at.go_back()  # one step, of however many letters
    expect_shown(at, "recovery")


def test_what_nobody_submitted_is_no_step(at: Page) -> None:
    at.goto(f"{at.url}#q=recovery")
    expect_shown(at, "recovery")
    for words in ("drug", "drugs", "drug"):
        show(at, words, submit=False)
    show(at, "treatment")
    at.go_back()
    expect_shown(at, "recovery")


def test_after_a_look_at_a_hit_what_was_typed_is_a_step(at: Page) -> None:
    show(at, "recovery", submit=False)
    at.locator("[data-passage] a").first.click()
    expect(at).to_have_url(re.compile(r"/texts/"))
    at.go_back()
    expect_shown(at, "recovery")
    show(at, "treatment", submit=False)
    at.go_back()
    expect_shown(at, "recovery")


def test_another_order_is_no_step(at: Page) -> None:
    show(at, "recovery")
    show(at, "treatment")
    at.locator("select[name=sort]").select_option("date")
    expect(at).to_have_url(re.compile("sort=date"))
    at.go_back()
    expect_shown(at, "recovery")


def test_back_from_a_hit_leads_to_where_it_stood(at: Page) -> None:
    show(at, "recovery")
    scroll(at, 900)
    at.locator("[data-passage] a").nth(8).evaluate("link => link.click()")
    expect(at).to_have_url(re.compile(r"/texts/"))
    at.go_back()
    expect_shown(at, "recovery")
    expect_at(at, 900)


def test_back_to_a_search_leads_to_where_its_reader_was(at: Page) -> None:
    show(at, "recovery")
    scroll(at, 700)
    at.locator("a", has_text="Next page").evaluate("link => link.click()")
    expect(at).to_have_url(re.compile("page=2"))
    expect(at.locator("[data-hits]")).to_have_attribute("data-state", "ready")
    at.go_back()
    expect_shown(at, "recovery")
    expect_at(at, 700)


def test_each_quotation_that_is_checked_is_a_step(page: Page, base: str) -> None:
    page.goto(f"{base}/quote/")
    for words in ("one two three four", "five six seven eight"):
        page.locator(CHECKED).fill(words)
        page.get_by_role("button", name=re.compile("Check")).click()
        expect(page.locator("[data-answer]")).to_have_attribute("data-state", "ready")
    page.go_back()
    expect(page.locator(CHECKED)).to_have_value("one two three four")
    expect(page.locator("[data-answer]")).to_have_attribute("data-state", "ready")


def test_a_quotation_too_long_for_the_address_is_a_step_as_well(page: Page, base: str) -> None:
    page.goto(f"{base}/quote/")
    long = "word after word " * 600
    for words in ("one two three four", long, "five six seven eight"):
        page.locator(CHECKED).fill(words)
        page.get_by_role("button", name=re.compile("Check")).click()
        expect(page.locator("[data-answer]")).to_have_attribute("data-state", "ready")
    page.go_back()
    expect(page.locator(CHECKED)).to_have_value(long)
    page.go_back()
    expect(page.locator(CHECKED)).to_have_value("one two three four")


def test_a_link_within_a_long_report_keeps_the_report(page: Page, base: str) -> None:
    page.goto(f"{base}/quote/")
    article = (
        "He said “a herd of zebras was gone” and “two herds of zebras went”. " + "Words " * 1500
    )
    page.locator(CHECKED).fill(article)
    page.get_by_role("button", name=re.compile("Check")).click()
    page.locator(".doubtful a").last.click()
    expect(page.locator("#quotation-2")).to_be_in_viewport()
    expect(page.locator(CHECKED)).to_have_value(article)
    page.reload()
    expect(page.locator(CHECKED)).to_have_value(article)
