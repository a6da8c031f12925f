"""On a telephone an edition is painted when its first screens are laid out: no place is lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

PHONE = {"width": 390, "height": 844}
LONGEST = "drugscope-2011"
PASSAGES = ":is(.edition, .answer) > p[id]:not(.gap)"
FAR = "all => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length"
TOP = "one => one.getBoundingClientRect().top"
AT_REST = """(one, before) => new Promise((resolve) => {
  let [last, frames] = [before, 0];
  const look = () => {
    const { top } = one.getBoundingClientRect();
    frames = top === last && top !== before ? frames + 1 : 0;
    last = top;
    if (frames === 20) resolve(top);
    else requestAnimationFrame(look);
  };
  look();
})"""
"""Where a passage is once it has moved and moves no more."""
FRAMES_AFTER_LINK = """one => new Promise((resolve) => {
  const tops = [];
  const look = () => {
    tops.push(one.getBoundingClientRect().top);
    if (tops.length < 30) requestAnimationFrame(look);
    else resolve(tops);
  };
  one.querySelector("a.permalink").click();
  requestAnimationFrame(look);
})"""
"""Where a passage stands in each frame once its link has been followed."""
NEVER_IDLE = "globalThis.requestIdleCallback = () => 0"
"""A browser that has always something better to do: the rest is never laid out."""


def open_at(page: Page, base: str, fragment: str = "") -> Locator:
    """Open the longest edition on a telephone; the passages."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{LONGEST}/{fragment}")
    return page.locator(PASSAGES)


def test_what_is_far_from_the_screen_is_laid_out_later(page: Page, base: str) -> None:
    page.add_init_script(NEVER_IDLE)
    passages = open_at(page, base)
    assert passages.locator("a").evaluate_all(FAR) > 100
    assert passages.first.locator("a").evaluate_all(FAR) == 0


def test_all_is_laid_out_while_nobody_does_anything(page: Page, base: str) -> None:
    passages = open_at(page, base)
    expect(page.locator("[data-from-top]")).to_have_count(0, timeout=30_000)
    assert passages.locator("a").evaluate_all(FAR) == 0
    expect(page.locator("[data-laid-out]")).to_have_count(0)


@pytest.mark.parametrize("is_idle", [True, False])
def test_a_link_of_the_page_leads_to_its_place_and_stays_there(
    page: Page, base: str, is_idle: bool
) -> None:
    if not is_idle:
        page.add_init_script(NEVER_IDLE)
    last = open_at(page, base).last
    seen = last.evaluate(FRAMES_AFTER_LINK)
    assert seen == pytest.approx([seen[-1]] * len(seen), abs=3)
    holds_its_place(page, last)


def test_an_address_leads_to_its_place_and_stays_there(page: Page, base: str) -> None:
    page.add_init_script(NEVER_IDLE)
    last = open_at(page, base).last
    id_ = last.get_attribute("id")
    page.goto("about:blank")
    holds_its_place(page, open_at(page, base, f"#{id_}").last)


def holds_its_place(page: Page, passage: Locator) -> None:
    """Going up from a passage, a reader goes as far as the finger or the wheel does."""
    expect(passage).to_be_in_viewport()
    before = passage.evaluate(TOP)
    page.mouse.wheel(0, -600)
    assert passage.evaluate(AT_REST, before) == pytest.approx(before + 600, abs=3)


def test_a_page_that_is_loaded_again_is_where_it_was(page: Page, base: str) -> None:
    passages = open_at(page, base)
    expect(page.locator("[data-from-top]")).to_have_count(0, timeout=30_000)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    read = passages.nth(passages.count() // 2)
    before = read.evaluate(TOP)
    page.add_init_script(NEVER_IDLE)
    page.reload()
    page.wait_for_function("scrollY > 0")
    assert read.evaluate(TOP) == pytest.approx(before, abs=3)


def test_beside_a_margin_nothing_is_left_for_later(page: Page, base: str) -> None:
    page.add_init_script(NEVER_IDLE)
    passages = open_at(page, base)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert passages.locator("a").evaluate_all(FAR) == 0
