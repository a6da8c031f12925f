"""What stands in the site's files: links that lead somewhere, and nothing from elsewhere."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from consultations.publish.bundle.assets import icon


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if id_ := values.get("id"):
            self.ids.append(id_)
        if tag == "a" and (href := values.get("href")):
            self.links.append(href)
        for name in ("src", "href"):
            if tag != "a" and (address := values.get(name)):
                self.loaded.append(address)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, _Page]:
    return {file: _Page(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}


def _target(site: Path, page: Path, address: str) -> Path:
    path = unquote(urlsplit(address).path)
    target = page if not path else (site / path[1:] if path[0] == "/" else page.parent / path)
    target = target.resolve()
    return target / "index.html" if target.is_dir() else target


def test_every_link_leads_somewhere(site: Path, pages: dict[Path, _Page]) -> None:
    dead = []
    for page, content in pages.items():
        for link in content.links:
            if urlsplit(link).scheme:
                assert urlsplit(link).scheme in ("http", "https", "mailto")
                continue
            target, fragment = _target(site, page, link), unquote(urlsplit(link).fragment)
            # On the pages of search and of the check a fragment may be what is asked: `q=…`.
            is_place = fragment != "" and "=" not in fragment
            if not target.is_file() or (is_place and fragment not in pages[target].ids):
                dead.append((str(page.relative_to(site)), link))
    assert not dead


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, _Page]) -> None:
    for page, content in pages.items():
        for address in content.loaded:
            if address == icon():  # which stands in the page
                continue
            assert not urlsplit(address).netloc, page
            assert _target(site, page, address).is_file(), (page, address)


def test_no_id_stands_twice_on_a_page(pages: dict[Path, _Page]) -> None:
    for page, content in pages.items():
        assert len(content.ids) == len(set(content.ids)), page


def test_every_passage_is_an_element_of_its_page(site: Path, pages: dict[Path, _Page]) -> None:
    for file in (site / "data" / "editions").glob("*.json"):
        edition = json.loads(file.read_text("utf-8"))
        ids = pages[site / "texts" / edition["id"] / "index.html"].ids
        passages = [p["id"] for p in edition["passages"]]
        assert [id_ for id_ in ids if id_ in set(passages)] == passages


def test_the_catalogue_lists_every_edition(site: Path) -> None:
    catalogue = json.loads((site / "data" / "catalogue.json").read_text("utf-8"))["editions"]
    published = {file.stem for file in (site / "data" / "editions").glob("*.json")}
    assert {entry["id"] for entry in catalogue} == published
    assert [entry["date"] for entry in catalogue] == sorted(entry["date"] for entry in catalogue)
    for entry in catalogue:
        assert (site / entry["url"] / "index.html").is_file()


def test_markup_of_a_document_is_none_of_the_page(site: Path, pages: dict[Path, _Page]) -> None:
    harmless = pages[site / "texts" / "smart-2010" / "index.html"].tags
    harmful = pages[site / "texts" / "hostile" / "index.html"].tags
    assert harmful.count("script") == harmless.count("script")
    assert not {"img", "style", "base", "iframe"} & set(harmful)


def test_nothing_of_materials_search_scripts_and_style_is_there(site: Path) -> None:
    assert not (site / "search" / "search_index.json").exists()
    assert not (site / "assets" / "javascripts").exists()
    assert not (site / "assets" / "stylesheets").exists()


def test_no_markdown_is_left_in_what_people_wrote(site: Path) -> None:
    """A fence inside a list, for one, is no code to Python-Markdown."""
    left = []
    for page in [site / "about" / "index.html", *sorted(site.glob("project/**/index.html"))]:
        article = BeautifulSoup(page.read_text("utf-8"), "lxml").find("article")
        assert article is not None
        for code in article.find_all(["pre", "code"]):
            code.extract()
        found = re.findall(r"```|\*\*|\]\(|\{:", article.get_text())
        left += [(page.parent.name, mark) for mark in found]
    assert left == []
