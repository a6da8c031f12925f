"""The site as somebody has it who copied it: opened from a disk, without a server."""

import json
import re
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

QUERIES = [
    '"poverty of ambition"',
    "recover* treatment",
    "zanzibar",
    "voice:quoted recovery",
    "zzz",
]


@pytest.fixture
def disk(site: Path) -> str:
    """The site's address, without a last slash."""
    return site.as_uri()


def hits(page: Page, address: str) -> list[list[str]]:
    page.goto(address)
    found = page.locator("[data-hits]")
    expect(found).to_have_attribute("data-state", "ready")
    all_hits: list[list[str]] = found.locator("[data-passage]").evaluate_all(
        "hits => hits.map(hit => [hit.dataset.edition, hit.dataset.passage, hit.innerText])"
    )
    return [[found.get_attribute("data-total") or ""], *all_hits]


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_found_is_what_a_server_finds(page: Page, disk: str, base: str, query: str) -> None:
    asked = f"#q={quote_plus(query)}"
    from_disk = hits(page, f"{disk}/search/index.html{asked}")
    assert from_disk == hits(page, f"{base}/search/{asked}")


def test_from_the_front_page_to_the_passage_and_back(page: Page, disk: str) -> None:
    page.goto(f"{disk}/index.html")
    page.locator("input[type=search][name=q]").fill("zanzibar")
    page.keyboard.press("Enter")
    hit = page.locator("[data-hits] [data-edition=hostile]")
    hit.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/texts/hostile/index\.html#p[\w-]+$"))
    expect(page.locator(":target mark")).to_have_text("zanzibar")
    page.locator(".masthead").click()
    expect(page).to_have_url(f"{disk}/index.html")


def test_a_link_is_led_to_its_page_by_the_keyboard_too(page: Page, disk: str) -> None:
    page.goto(f"{disk}/index.html")
    link = page.locator("table.chronicle th a").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/texts/[\w-]+/index\.html$"))


def test_a_quotation_is_checked(page: Page, disk: str, site: Path) -> None:
    edition = next(iter(sorted((site / "data" / "editions").glob("*.json"))))
    passages = json.loads(edition.read_text("utf-8"))["passages"]
    passage = next(p for p in passages if len(p["text"].split()) > 20)
    page.goto(f"{disk}/quote/index.html")
    page.locator("textarea[name=q]").fill(" ".join(passage["text"].split()[:12]))
    answer = page.locator("[data-verdict]")
    expect(answer).to_have_attribute("data-verdict", "verbatim")
    expect(answer.locator("[data-passage]").first).to_have_attribute("data-edition", edition.stem)


def test_the_concordance_is_drawn(page: Page, disk: str) -> None:
    page.goto(f"{disk}/search/index.html#q=recovery&view=concordance")
    expect(page.locator("[data-lines]")).to_have_attribute("data-state", "ready")
    assert page.locator("[data-lines] mark, [data-lines] .node").count() > 0


def test_a_damaged_file_is_told(page: Page, site: Path, tmp_path: Path) -> None:
    copied = tmp_path / "site"
    for file in site.rglob("*"):
        at = copied / file.relative_to(site)
        if file.is_file() and ("search" in at.parts or "assets" in at.parts):
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_bytes(file.read_bytes())
    (root,) = (copied / "search" / "disk").glob("root-*.js")
    root.write_text(re.sub(r'= "(....)', '= "AAAA', root.read_text("ascii")), "ascii")
    page.goto(f"{(copied / 'search' / 'index.html').as_uri()}#q=recovery")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("is damaged")
    root.unlink()
    page.reload()
    expect(page.locator("[data-status]")).to_contain_text("did not come")


@pytest.mark.parametrize("published", ["https://debate.example/archive/", None])
def test_a_passage_is_cited_in_styles_with_the_published_address(
    page: Page, disk: str, published: str | None
) -> None:
    page.goto(f"{disk}/texts/wardle-2008/index.html")
    if published:
        page.evaluate(
            """(href) => {
              const link = document.createElement("link");
              Object.assign(link, { rel: "canonical", href });
              document.head.append(link);
            }""",
            f"{published}texts/wardle-2008/",
        )
    page.get_by_role("button", name="Cite this document").click()
    panel = page.locator("dialog.cite")
    expect(panel.get_by_role("heading", name="OSCOLA")).to_be_visible()
    words = panel.inner_text()
    assert f"{published or ''}texts/wardle-2008/" in words
    assert "file:" not in words
    assert "index.html" not in words
    assert words.count("texts/wardle-2008/") >= 10, "in every form"


def test_a_hit_is_cited_with_the_address_within_the_site(page: Page, disk: str) -> None:
    page.goto(f"{disk}/search/index.html#q=zanzibar")
    page.locator("[data-hits] [data-passage]").first.get_by_role("button", name="Cite").click()
    panel = page.locator("dialog.cite")
    expect(panel.get_by_role("heading", name="APA")).to_be_visible()
    words = panel.inner_text()
    assert "texts/hostile/#p" in words
    assert "file:" not in words
