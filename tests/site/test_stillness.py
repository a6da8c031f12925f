"""What comes in has its room from the start: nothing that a reader looks at moves for it.

Layout shift is measured as the browser tells it (Layout Instability, W3C), from the first paint
until nothing is awaited any more. What follows a reader's own press is not counted.
"""

import pytest
from playwright.sync_api import Page

PAGES = {
    "front page": ("", "h1"),
    "search": ("search/", "[data-hits][data-state=idle]"),
    "passages": ("search/#q=recovery", "[data-hits][data-state=ready]"),
    "filters": ("search/#q=recovery+year:2010", "[data-chips] a"),
    "concordance": ("search/#q=recovery&view=concordance", "[data-lines][data-state=ready]"),
    "nothing found": ("search/#q=recovery+nosuchthing", "[data-status] li"),
    "check": ("quote/#q=a+poverty+of+ambition+now", "[data-answer][data-state=ready]"),
    "edition": ("texts/smart-2010/", ".head-buttons"),
    "arrival": ("texts/wardle-2008/#p3", ".head-buttons"),
}
MOST = 0.02
OBSERVE = """
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) globalThis.shifted = (globalThis.shifted ?? 0) + entry.value;
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("address", "awaited"), PAGES.values(), ids=PAGES)
def test_nothing_jumps(page: Page, base: str, address: str, awaited: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(OBSERVE)
    page.goto(f"{base}/{address}", wait_until="networkidle")
    page.locator(awaited).first.wait_for(state="attached")
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    assert page.evaluate("globalThis.shifted ?? 0") < MOST
