"""The page of the quotation check, as built, in a real browser."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote as quoted

import pytest
from playwright.sync_api import Page, expect

Open = Callable[[str], Page]


@pytest.fixture(scope="module")
def passage(site: Path) -> dict[str, Any]:
    """A passage of one document, of some length, that no other document has."""
    for file in sorted((site / "data" / "editions").glob("*.json")):
        edition = json.loads(file.read_text("utf-8"))
        for found in edition["passages"]:
            plain = re.fullmatch(r"[\w ,.]+", found["text"], re.ASCII)
            if found["kind"] == "paragraph" and plain and len(found["text"].split()) > 30:
                return {"edition": file.stem, **found}
    raise AssertionError("no such passage")


@pytest.fixture
def words(passage: dict[str, Any]) -> list[str]:
    """Words from the middle of it, between commas."""
    found = re.search(r"(?:\w+ ){7}\w+", passage["text"][10:])
    assert found
    return found[0].split(" ")[1:]


@pytest.fixture
def check(page: Page, site: Path, serve_folder: Callable[[Path], str]) -> Iterator[Open]:
    """Opens the page at an address; nothing may be refused by the policy meanwhile."""
    base = serve_folder(site)
    refused: list[str] = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Refused to" in said.text else None
    )

    def open_page(address: str) -> Page:
        page.goto(f"{base}/quote/{address}")
        return page

    yield open_page
    assert refused == []


def test_a_true_quotation_is_verbatim_and_leads_to_its_passage(
    check: Open, passage: dict[str, Any], words: list[str]
) -> None:
    page = check(f"#q={quoted(' '.join(words))}")
    report = page.locator("[data-verdict]")
    expect(report).to_have_attribute("data-verdict", "verbatim")
    match = report.locator(f"[data-edition={passage['edition']}][data-passage={passage['id']}]")
    expect(match.locator(".compared")).to_have_text(" ".join(words))
    expect(match).to_contain_text("The document’s own words")
    expect(page.locator("[data-status]")).to_contain_text(re.compile(r"Searched [\d,]+ passages"))
    match.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/texts/{passage['edition']}/.*#{passage['id']}$"))
    expect(page.locator(f"#{passage['id']} mark")).to_have_text(" ".join(words))


def test_what_has_no_word_gets_a_sentence_and_no_verdict(check: Open) -> None:
    page = check(f"#q={quoted('[sic] …')}")
    expect(page.locator("[data-status]")).to_contain_text("give the words that are quoted")
    expect(page.locator("[data-verdict]")).to_have_count(0)


def test_an_altered_one_is_marked_at_the_word(check: Open, words: list[str]) -> None:
    page = check("")
    expect(page.locator("textarea[name=q]")).to_be_focused()
    page.locator("textarea[name=q]").fill(" ".join([*words[:3], "never", *words[3:]]))
    report = page.locator("[data-verdict]")
    expect(report).to_have_attribute("data-verdict", "altered")
    expect(report.locator("del")).to_have_text("never")
    expect(report.locator("ins")).to_have_count(0)
    expect(report.locator(".warning")).to_contain_text("A negation: quoted “never”")
    expect(page).to_have_url(re.compile(r"/quote/#q="))


def test_each_quotation_of_an_article_gets_its_verdict(check: Open, words: list[str]) -> None:
    page = check("")
    true, false = " ".join(words), " ".join(["zebra", *words[1:]])
    article = (
        f"It says “{true}”, he wrote.\n\nOr was it “{false}”? And “a herd of zebras was gone”."
    )
    page.locator("textarea[name=q]").fill(article + " Nobody knows, and nobody will." * 20)
    page.get_by_role("button", name="Check", exact=True).click()
    reports = page.locator("[data-verdict]")
    expect(reports).to_have_count(3)
    verdicts = [report.get_attribute("data-verdict") for report in reports.all()]
    assert verdicts == ["verbatim", "altered", "absent"]
    expect(page.locator("[data-status]")).to_contain_text(
        "3 quotations: 1 altered, 1 absent, 1 verbatim."
    )
    expect(page.locator(".doubtful a")).to_have_count(2)
    page.locator(".doubtful a").first.click()
    expect(reports.nth(1).get_by_role("heading")).to_be_in_viewport()


def test_who_says_it_is_no_part_of_a_quotation(check: Open, passage: dict[str, Any]) -> None:
    true = re.sub(r"[ ,.]+$", "", " ".join(passage["text"].split()[:25]))
    page = check(f"#q={quoted(f'A body said: “{true}.”')}")
    expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "verbatim")


def test_a_quotation_that_quotes_is_checked_whole(check: Open, passage: dict[str, Any]) -> None:
    words = passage["text"].split()[:25]
    words[4], words[9] = f"“{words[4]}", f"{words[9]}”"
    page = check(f"#q={quoted(' '.join([*words[:15], 'zebra', *words[15:]]))}")
    expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "altered")
    expect(page.locator("del")).to_have_text("zebra")


def test_the_marks_of_a_block_are_no_part_of_it(check: Open, words: list[str]) -> None:
    block = f"> {words[0]} {words[1]}\n> {' '.join(words[2:])}"
    page = check(f"#q={quoted(block)}")
    expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "typographic")


def test_nothing_that_is_pasted_is_markup(check: Open, words: list[str]) -> None:
    text = f"{' '.join(words)} <img src=x onerror=alert()>"
    page = check(f"#q={quoted(text)}")
    report = page.locator("[data-verdict]")
    expect(report).to_have_attribute("data-verdict", "altered")
    assert report.locator("img").count() == 0
    expect(report.locator("del", has_text="onerror")).to_have_count(1)


def test_a_text_that_is_overtaken_is_not_answered(check: Open, words: list[str]) -> None:
    page = check(f"#q={quoted('one two three four five six')}")
    page.locator("textarea[name=q]").fill(" ".join(words))
    expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "verbatim")
    page.locator("textarea[name=q]").fill("")
    expect(page.locator("[data-answer]")).to_have_attribute("data-state", "idle")
    expect(page.locator("[data-verdict]")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/quote/$"))


def test_a_damaged_index_is_told_and_never_answered_from(check: Open, page: Page) -> None:
    page.route("**/text-*.bin", lambda route: route.fulfill(body=b"\x03\x00"))
    check(f"#q={quoted('the of and to in a is that for')}")
    expect(page.locator("[data-answer]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("damaged")
    expect(page.locator("[data-verdict]")).to_have_count(0)


def test_what_it_does_is_told_when_nothing_is_fetched_any_longer(check: Open, page: Page) -> None:
    script = """
    const tell = (id, files) => postMessage({ type: "progress", id, files, bytes: 2048 });
    onmessage = ({ data }) => { tell(data.id, 1); setTimeout(tell, 500, data.id, 0); };
    """
    page.route(
        "**/worker.js", lambda route: route.fulfill(content_type="text/javascript", body=script)
    )
    check("#q=words")
    status = page.locator("[data-status]")
    expect(status).to_have_text("Fetching 1 file of the index, 2 KB so far …")
    expect(status).to_have_text("Looking for these words …")


def test_on_a_narrow_screen_nothing_is_wider_than_it(check: Open, words: list[str]) -> None:
    page = check("")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator("textarea[name=q]").fill(" ".join([*words, "z" * 300, *words]))
    expect(page.locator("[data-verdict]")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_short_ones_of_an_article_are_folded_away_with_their_places(
    check: Open, words: list[str]
) -> None:
    page = check("")
    article = f"A “{words[0]}” and a “zebra”, he said, “{' '.join(words)}”, and nothing else."
    page.locator("textarea[name=q]").fill(article)
    expect(page.locator("[data-verdict]")).to_have_count(1)
    short = page.locator("details.short")
    short.get_by_text("2 of under four words").click()
    expect(short.get_by_text("“zebra”: in 0 places")).to_be_visible()


def test_a_text_too_long_for_the_address_is_told_and_kept(check: Open, words: list[str]) -> None:
    page = check("")
    article = f"He said “{' '.join(words)}”." + " Nobody knows, and nobody will." * 300
    page.locator("textarea[name=q]").fill(article)
    expect(page.locator("[data-status]")).to_contain_text("too long for a link")
    expect(page).to_have_url(re.compile(r"/quote/$"))
    page.reload()
    expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "verbatim")
    expect(page.locator("textarea[name=q]")).to_have_value(article)


def test_the_report_on_an_article_can_be_saved_whole(check: Open, words: list[str]) -> None:
    page = check("")
    article = f"It says “{' '.join(words)}”. Or: “{' '.join([*words[:3], 'not', *words[3:]])}”."
    page.locator("textarea[name=q]").fill(article)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the report").click()
    text = saved.value.path().read_text("utf-8")
    assert text.startswith("2 quotations: 1 altered, 1 verbatim. Searched ")
    assert f"1. verbatim: “{' '.join(words)}”" in text
    assert "A negation: quoted “not”, not in the text (added)" in text


def test_a_passage_is_cited_from_its_report(check: Open, words: list[str]) -> None:
    page = check(f"#q={quoted(' '.join(words))}")
    page.get_by_role("button", name="Cite").click()
    expect(page.get_by_role("dialog")).to_contain_text("Passage")
