"""An error in a passage is reported with everything that finds the passage again."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

import consultations
from consultations.publish.addresses import with_addresses

CLIENT = Path(consultations.__file__).parent / "client"
ROOT = CLIENT.parent.parent.parent
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "error-in-a-passage.yml"
NAME = "Report an error in this passage"
WORDS = "Ponds & ferries cost £4 + a fee; “never” more #2."
PAGE = with_addresses("""<!doctype html><meta charset="utf-8"><title>A page</title>
<meta name="citation_title" content="A Title &amp; More"><meta name="citation_author" content="Jo">
<meta name="citation_publication_date" content="2011">
<div class="edition" data-repository="{repository}" data-contact="{contact}">
<p id="p1">One.</p><p id="p2">{words}</p></div>
<script type="module" src="client/page/edition/arrival.js"></script>""")


@pytest.fixture
def opened(page: Page, tmp_path: Path, serve_folder: Callable[[Path], str]) -> Callable[..., str]:
    def opened(repository: str = "", contact: str = "", words: str = WORDS) -> str:
        if not (tmp_path / "client").exists():
            (tmp_path / "client").symlink_to(CLIENT)
        filled = PAGE.format(repository=repository, contact=contact, words=escape(words))
        (tmp_path / "page.html").write_text(filled, "utf-8")
        base = f"{serve_folder(tmp_path)}/page.html"
        page.goto(f"{base}#p2")
        page.get_by_role("button", name=NAME).press("Enter")
        return f"{base}#p2"

    return opened


def href(page: Page) -> str:
    return page.get_by_role("dialog").get_by_role("link").get_attribute("href") or ""


@pytest.mark.parametrize("end", ["", "/", ".git"])
def test_a_repository_has_a_form_that_is_filled_in(
    page: Page, opened: Callable[..., str], end: str
) -> None:
    address = opened(repository=f"https://github.com/a-body/a.debate{end}", contact="x@example.org")
    parts = urlsplit(href(page))
    assert parts._replace(query="").geturl() == "https://github.com/a-body/a.debate/issues/new"
    filled = {name: value for name, (value,) in parse_qs(parts.query).items()}
    assert filled == {
        "template": FORM.name,
        "title": "A Title & More: Passage 2 of 2",
        "document": "A Title & More",
        "passage": "Passage 2 of 2",
        "address": address,
        "found": WORDS,
    }
    fields = {one["id"] for one in yaml.safe_load(FORM.read_text("utf-8"))["body"]}
    assert filled.keys() - {"template", "title"} <= fields, "the form has a place for each"


def test_a_contact_gets_a_letter(page: Page, opened: Callable[..., str]) -> None:
    address = opened(contact="editors+errors@example.org")
    parts = urlsplit(href(page))
    assert (parts.scheme, parts.path) == ("mailto", "editors+errors@example.org")
    assert "+" not in parts.query, "a program for mail would print it"
    body = unquote(parts.query.partition("&body=")[2])
    for said in ("A Title & More", "Passage 2 of 2", address, WORDS):
        assert said in body


@pytest.mark.parametrize(
    ("repository", "contact", "leads"),
    [
        ("", "https://example.org/write", "https://example.org/write"),
        ("https://git.example.org/a/b", "", "https://git.example.org/a/b"),
        ("https://git.example.org/a/b", "https://example.org/", "https://example.org/"),
        ("https://github.com.example.org/a/b", "", "https://github.com.example.org/a/b"),
    ],
)
def test_another_place_is_named_beside_the_text(
    page: Page, opened: Callable[..., str], repository: str, contact: str, leads: str
) -> None:
    opened(repository=repository, contact=contact)
    assert href(page) == leads
    expect(page.get_by_role("dialog").locator("pre")).to_contain_text(WORDS)


@pytest.mark.parametrize("contact", ["", "javascript:alert(1)", "x@y@z/"])
def test_without_an_address_there_is_the_text_to_send(
    page: Page, opened: Callable[..., str], contact: str
) -> None:
    address = opened(contact=contact)
    panel = page.get_by_role("dialog", name=NAME)
    expect(panel.get_by_role("link")).to_have_count(0)
    for said in ("A Title & More", "Passage 2 of 2", address, WORDS):
        expect(panel.locator("pre")).to_contain_text(said)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=NAME)).to_be_focused()


def test_selected_words_are_reported_and_long_ones_are_cut_whole(
    page: Page, opened: Callable[..., str]
) -> None:
    opened(repository="https://github.com/a/b", words="𝔄" * 2_000)
    found = parse_qs(urlsplit(href(page)).query)["found"][0]
    assert found == "𝔄" * 600 + " …"
    expect(page.get_by_role("dialog").locator("pre")).to_contain_text("𝔄" * 2_000)
    page.keyboard.press("Escape")
    page.locator("#p1").evaluate("one => getSelection().selectAllChildren(one)")
    page.get_by_role("button", name=NAME).click()
    assert parse_qs(urlsplit(href(page)).query)["found"] == ["One."]
