"""The front page in a real browser."""

from playwright.sync_api import Page, expect

WIDE = {"width": 1280, "height": 900}


def test_the_ways_in_are_on_the_first_screen(page: Page, base: str) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/")
    expect(page.locator("main input[name=q]")).to_be_in_viewport()
    for name in ("Check a quotation", "questions", "quotations", "people", "works", "themes"):
        expect(page.get_by_role("main").get_by_role("link", name=name).first).to_be_in_viewport()
    field = page.locator("main input[name=q]").bounding_box()
    other = page.get_by_role("heading", name="Other ways in").bounding_box()
    assert field
    assert other
    assert field["y"] < other["y"]


def test_three_queries_find_something(page: Page, base: str) -> None:
    page.goto(f"{base}/")
    addresses = page.locator(".try a").evaluate_all("links => links.map((link) => link.href)")
    assert len(addresses) == 3
    for address in addresses:
        page.goto("about:blank")
        page.goto(address)
        hits = page.locator("[data-hits][data-state=ready]")
        hits.wait_for()
        assert int(hits.get_attribute("data-total") or 0) > 0


def test_the_timeline_and_its_table_have_the_same_documents(page: Page, base: str) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/")
    marks = page.locator(".timeline a.document").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    rows = page.locator(".chronicle tbody th a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    assert sorted(marks) == sorted(rows)
    page.locator(".timeline a.document").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".edition h1")).to_be_visible()


def test_a_telephone_has_the_table_alone(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{base}/")
    expect(page.locator(".timeline")).to_be_hidden()
    expect(page.locator(".chronicle tbody th a").first).to_be_visible()
