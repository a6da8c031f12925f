"""The bookmark: another page's quotations, checked without a byte of them in a request."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, expect

ELSEWHERE = """<!DOCTYPE html><meta charset="utf-8"><title>A column</title>
<script>const herd = "“zebras of a script are not read by any reader”";</script>
<p>She wrote <q>a herd of zebras was gone by then</q> there.</p>
<blockquote>A second herd of zebras <em>was never</em> seen.</blockquote>"""


def test_another_page_is_checked_and_no_request_has_its_words(
    page: Page, site: Path, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    base = serve_folder(site)
    page.goto(f"{base}/quote/")
    link = page.get_by_role("link", name="Check this page’s quotations")
    program = unquote(str(link.get_attribute("href")).removeprefix("javascript:"))
    link.click()
    expect(page.locator(".bookmarklet")).to_contain_text("Drag it to your bookmarks")

    (tmp_path / "column.html").write_text(ELSEWHERE, "utf-8")
    page.goto(f"{serve_folder(tmp_path)}/column.html")
    asked: list[str] = []
    page.context.on(
        "request", lambda request: asked.append(request.url + (request.post_data or ""))
    )
    with page.expect_popup() as opened:
        page.evaluate(program)
    check = opened.value
    expect(check.locator("[data-verdict]")).to_have_count(2)
    expect(check.locator("[data-status]")).to_contain_text("2 quotations: 2 absent.")
    assert asked
    assert not [url for url in asked if re.search("zebra", url)]


def test_words_from_another_window_are_not_taken(
    page: Page, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(f"{serve_folder(site)}/quote/#receive")
    page.evaluate("postMessage({ quotations: 'a herd of zebras was gone by then' }, '*')")
    page.wait_for_timeout(500)
    expect(page.locator("[data-verdict]")).to_have_count(0)
