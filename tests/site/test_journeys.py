"""The two ways through the site that matter most: by keyboard alone, and by touch."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WORDS = '"poverty of ambition"'
_MOST_STOPS = 120


def go_to(page: Page, name: str) -> None:
    """Press Tab until the link or the button of this name has the focus."""
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
        )
        if focused and re.match(name, focused.strip()):
            return
    pytest.fail(f"the keyboard does not come to {name}")


def test_from_home_over_search_to_a_citation_by_keyboard(page: Page, base: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(base)
    page.keyboard.press("/")
    page.keyboard.type(WORDS)
    page.keyboard.press("Enter")
    page.locator(".hits[data-state=ready]").wait_for()
    go_to(page, "Cite")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    go_to(page, "Copy")
    page.keyboard.press("Enter")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "/texts/" in copied


def follow(page: Page, name: str) -> None:
    """Go to a link and press Enter, until the page that it leads to is there."""
    go_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_home_over_a_question_to_two_answers_by_keyboard(page: Page, base: str) -> None:
    page.goto(base)
    follow(page, "Questions")
    follow(page, "All its questions")
    follow(page, "How can local systems and services better involve families")
    follow(page, "Families")
    follow(page, "Compare two documents on it")
    expect(page.locator(".row .side")).to_have_count(2)


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        service_workers="block",
    ) as context:
        yield context.new_page()


def test_from_home_over_search_to_a_citation_by_touch(telephone: Page, base: str) -> None:
    telephone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    telephone.goto(base)
    field = telephone.locator("input[name=q]").first
    field.tap()
    field.fill(WORDS)
    field.press("Enter")
    telephone.locator(".hits[data-state=ready]").wait_for()
    telephone.get_by_role("button", name=re.compile("^Cite")).first.tap()
    dialog = telephone.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("^Copy")).first.tap()
    assert "/texts/" in telephone.evaluate("navigator.clipboard.readText()")


def test_from_home_over_a_question_to_two_answers_by_touch(telephone: Page, base: str) -> None:
    telephone.goto(base)
    telephone.get_by_role("button", name="Menu").tap()
    telephone.get_by_role("link", name="Questions", exact=True).first.tap()
    telephone.get_by_role("link", name="All its questions").first.tap()
    telephone.locator("td a", has_text="better involve families").first.tap()
    telephone.get_by_role("link", name="Families, partners and friends").tap()
    telephone.get_by_role("link", name="Compare two documents on it").tap()
    expect(telephone.locator(".row .side")).to_have_count(2)
