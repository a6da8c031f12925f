"""Two documents side by side, as a reader comes to them and goes on from them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

BOTH = "compare/#a=smart-2010&b=drugscope-2011"


def ready(page: Page) -> None:
    page.locator("[data-compared][data-state=ready]").wait_for()


def test_both_sides_of_a_theme_stand_in_step_with_their_questions(page: Page, base: str) -> None:
    page.goto(f"{base}/{BOTH}&on=families")
    ready(page)
    left, right = page.locator(".row .side").all()
    assert "SMART Recovery UK" in (left.locator("h3").text_content() or "")
    assert "DrugScope" in (right.locator("h3").text_content() or "")
    assert left.locator("a[href*='/questions/drug-strategy-consultation-2010/e9/']").count() == 1
    one, other = left.bounding_box(), right.bounding_box()
    assert one
    assert other
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"]


def test_on_a_narrow_screen_one_stands_after_the_other(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{base}/{BOTH}&on=families")
    ready(page)
    one, other = (side.bounding_box() for side in page.locator(".row .side").all())
    assert one
    assert other
    assert one["y"] + one["height"] <= other["y"]


def test_the_words_are_those_of_the_editions(page: Page, base: str) -> None:
    page.goto(f"{base}/{BOTH}&on=families")
    ready(page)
    place = page.locator(".row .side p:not(.of):has(> .place)").first
    words = re.sub(r"\s*¶$", "", (place.text_content() or "").strip())
    place.get_by_role("link", name="This passage in its document").click()
    expect(page.locator(":target")).to_contain_text(words)


def test_documents_are_chosen_and_change_sides_as_steps_of_history(page: Page, base: str) -> None:
    page.goto(f"{base}/compare/")
    expect(page.locator("[role=status]")).to_have_text("Choose two documents.")
    page.get_by_label("This document").select_option("smart-2010")
    page.get_by_label("beside this one").select_option("wardle-2008")
    ready(page)
    expect(page).to_have_url(re.compile("#a=smart-2010&b=wardle-2008$"))
    page.get_by_role("button", name="Change sides").click()
    expect(page).to_have_url(re.compile("#a=wardle-2008&b=smart-2010$"))
    expect(page.locator(".heads cite").first).to_contain_text("Strategic Isolation")
    page.go_back()
    expect(page.locator(".heads cite").first).to_contain_text("SMART Recovery UK")


def test_from_one_row_to_the_next(page: Page, base: str) -> None:
    page.goto(f"{base}/{BOTH}&on=families")
    ready(page)
    step = page.locator(".step a").last
    title = step.text_content() or ""
    step.click()
    expect(page.locator(".row h2")).to_have_text(title)
    page.get_by_role("link", name="All that they have in common").click()
    expect(page.locator(".row h2").nth(1)).to_be_attached()


@pytest.mark.parametrize(
    "state", ["a=smart-2010&b=nobody", "a=<b>&b=smart-2010", "a=smart-2010&b=wardle-2008&on=none"]
)
def test_an_address_that_names_nothing_is_told(page: Page, base: str, state: str) -> None:
    page.goto(f"{base}/compare/#{state}")
    status = page.locator("[role=status]")
    expect(status).to_have_text(re.compile("not in the archive|nothing in common"))
    expect(page.locator(".row")).to_have_count(0)


def test_it_works_from_a_disk(page: Page, site: Path) -> None:
    page.goto((site / "compare" / "index.html").as_uri() + "#a=smart-2010&b=drugscope-2011")
    ready(page)
    expect(page.locator(".row").first).to_be_visible()
    page.locator(".row .place").first.click()
    expect(page.locator(":target")).to_be_visible()
