"""The heads of pages, read back by parsers that others wrote."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from pyld import jsonld

ROOT = Path(__file__).parent.parent.parent
ADDRESS = "https://archive.example/debate/"
SCHEMA = "https://schema.org/"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address below the site."""
    return {
        str(file.parent.relative_to(site)): BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for file in sorted(site.rglob("index.html"))
    }


def said(page: BeautifulSoup, name: str) -> list[str]:
    found = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return [str(element["content"]) for element in found]


def linked(page: BeautifulSoup) -> dict[str, Any]:
    (element,) = page.select('script[type="application/ld+json"]')
    data: dict[str, Any] = json.loads(element.get_text())
    return data


def expanded(page: BeautifulSoup, base: str) -> list[dict[str, Any]]:
    """The JSON-LD as a processor understands it; the words of schema.org are all in one place."""
    data = linked(page) | {"@context": {"@vocab": SCHEMA}}
    found: list[dict[str, Any]] = jsonld.expand(data, {"base": base})
    return found


def editions(site: Path) -> Iterator[dict[str, Any]]:
    for file in sorted((site / "data/editions").glob("*.json")):
        yield json.loads(file.read_text("utf-8"))


def test_every_page_has_a_title_and_a_description_of_its_own(
    pages: dict[str, BeautifulSoup],
) -> None:
    kept = {url: p for url, p in pages.items() if not p.select('meta[name="robots"]')}
    titles = Counter(page.title.get_text() for page in kept.values() if page.title)
    descriptions = Counter(said(page, "description")[0] for page in kept.values())
    assert {one: n for one, n in titles.items() if n > 1} == {}
    assert {one: n for one, n in descriptions.items() if n > 1} == {}


def test_every_page_says_what_it_is_to_those_who_link_to_it(
    pages: dict[str, BeautifulSoup],
) -> None:
    for url, page in pages.items():
        (title,) = said(page, "og:title")
        assert page.title
        assert page.title.get_text().startswith(title), url
        assert said(page, "og:description") == said(page, "description"), url
        assert said(page, "og:type") == ["article" if said(page, "DC.type") else "website"], url
        feed = page.select('link[rel="alternate"][type="application/atom+xml"]')
        assert len(feed) == 1, url


def test_an_edition_is_saved_as_its_record_has_it(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    bodies = {
        e["id"]: e for e in json.loads((site / "data/catalogue.json").read_text())["editions"]
    }
    for edition in editions(site):
        page, about = pages[f"texts/{edition['id']}"], edition["metadata"]
        assert said(page, "citation_title") == [about["title"]]
        authors = said(page, "citation_author")
        assert authors == said(page, "DC.creator")
        assert authors == about["authors"] or [bodies[edition["id"]]["by"]] == authors
        assert said(page, "citation_publication_date") == [about["date"].replace("-", "/")]
        assert said(page, "DC.date") == [about["date"]]


def test_a_body_is_one_author_to_a_reference_manager(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    of_bodies = 0
    for edition in editions(site):
        found = pages[f"texts/{edition['id']}"].select("span.Z3988[title]")
        if edition["metadata"]["authors"]:
            assert not found
            continue
        of_bodies += 1
        (span,) = found
        told = parse_qs(str(span["title"]), strict_parsing=True)
        assert told["rft.aucorp"] == said(pages[f"texts/{edition['id']}"], "citation_author")
        assert told["rft.btitle"] == [edition["metadata"]["title"]]
        assert told["rft.date"] == [edition["metadata"]["date"]]
    assert of_bodies


def test_a_work_has_nothing_of_the_page_about_it(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    # Without an OpenURL, Zotero gives a work the address and the description of our page.
    titles = {"article": "rft.atitle", "bookitem": "rft.atitle", "report": "rft.btitle"}
    keys = set()
    for work in json.loads((site / "data/works.json").read_text("utf-8")):
        page = pages.get(f"works/{work['id']}")
        if page is None:
            continue
        (span,) = page.select("span.Z3988[title]")
        told = parse_qs(str(span["title"]), strict_parsing=True)
        kind = told.get("rft.genre", [""])[0]
        key = titles.get(kind) or next(k for k in told if k.endswith("title"))
        keys.add(key)
        assert told[key] == [work["title"]], work["id"]
        authors = [*told.get("rft.aucorp", []), *told.get("rft.au", [])]
        assert len(authors) == len(work.get("author", [])), work["id"]
        own = [work["URL"]] if "URL" in work else []
        assert [id_ for id_ in told.get("rft_id", []) if not id_.startswith("info:")] == own
    assert {"rft.atitle", "rft.btitle", "rft.title"} <= keys


def test_a_reference_manager_takes_each_page_for_what_it_is(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    # Zotero believes `z:itemType` before all else. Without it, a page whose Open Graph says that it
    # is of a website is a web page to it, and what has a title and no journal an article of one.
    kinds = {"report": "report", "article": "webpage", "book": "book", "thesis": "thesis"}
    for edition in editions(site):
        kind = kinds.get(edition["metadata"]["type"], "report")
        assert said(pages[f"texts/{edition['id']}"], "z:itemType") == [kind]
    works = json.loads((site / "data/works.json").read_text("utf-8"))
    zotero = {
        "article-journal": "journalArticle",
        "article-newspaper": "newspaperArticle",
        "book": "book",
        "chapter": "bookSection",
        "legislation": "statute",
        "report": "report",
        "speech": "presentation",
        "webpage": "webpage",
    }
    checked = set()
    for work in works:
        page = pages.get(f"works/{work['id']}")
        if page is not None and work["type"] in zotero:
            checked.add(work["type"])
            assert said(page, "z:itemType") == [zotero[work["type"]]], work["id"]
            assert bool(said(page, "citation_journal_title")) == (
                "container-title" in work and work["type"] != "chapter"
            )
    assert {"report", "article-journal"} <= checked


def test_a_json_ld_processor_reads_every_page(pages: dict[str, BeautifulSoup]) -> None:
    kinds: Counter[str] = Counter()
    for url, page in pages.items():
        for node in expanded(page, f"{ADDRESS}{url}/"):
            kinds.update(node["@type"])
            assert node[f"{SCHEMA}name"], url
    wanted = {"Report", "Article", "Question", "Person", "Organization", "DefinedTermSet"}
    assert {f"{SCHEMA}{kind}" for kind in (*wanted, "WebSite", "WebPage")} <= kinds.keys()


def test_addresses_in_json_ld_lead_somewhere(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    for url, page in pages.items():
        for node in expanded(page, f"{ADDRESS}{url}/"):
            for address in _addresses(node):
                below, _, passage = address.removeprefix(ADDRESS).partition("#")
                place = site / below
                assert place.is_file() or (place / "index.html").is_file(), (url, address)
                if passage:
                    there = pages[below.rstrip("/")]
                    assert there.find(id=passage), (url, address)


def _addresses(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _addresses(one)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == "@id":
                yield value
            elif name in (f"{SCHEMA}url", f"{SCHEMA}contentUrl"):
                # @vocab alone does not know that these are addresses, as schema.org's context does
                yield from (one["@value"] for one in value if one["@value"].startswith(ADDRESS))
            else:
                yield from _addresses(value)


def test_an_answer_has_the_respondent_as_author(pages: dict[str, BeautifulSoup]) -> None:
    seen = 0
    for page in pages.values():
        data = linked(page)
        if data["@type"] != "Question":
            continue
        assert data["answerCount"] == len(data["suggestedAnswer"])
        for answer in data["suggestedAnswer"]:
            seen += 1
            assert {one["@type"] for one in answer["author"]} <= {"Person", "Organization"}
            assert answer["author"]
            assert answer["url"].partition("#")[2]
    assert seen > 5


def test_a_speaker_is_named_only_where_it_is_certain(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    for edition in editions(site):
        quoted = [q for q in edition["quotations"] if q["kind"] != "term"]
        if not quoted:
            continue
        parts = linked(pages[f"quotations/{edition['id']}"])["hasPart"]
        assert [part["text"] for part in parts] == [q["text"] for q in quoted]
        for part, quotation in zip(parts, quoted, strict=True):
            who = quotation["attributed_to"]
            assert part["creditText"].startswith(f"{who}, quoted in " if who else "Quoted in ")
            assert who or "creator" not in part


def test_no_text_ends_the_element_that_holds_it(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["texts/hostile"]
    assert linked(page)["name"] == '"><script>document.title = "taken"</script>'
    assert said(page, "og:title") == ['"><script>document.title = "taken"</script>']


@pytest.fixture(scope="module")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    """Some pages of the same archive, at an address."""
    root = tmp_path_factory.mktemp("published")
    for folder in ("archive", "docs", ".cache"):
        shutil.copytree(site.parent / folder, root / folder)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"site_url: {ADDRESS}\n{settings}", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    made = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return {
        url: BeautifulSoup((root / "site" / url / "index.html").read_text("utf-8"), "html.parser")
        for url in ("", "search", "texts/hostile", "works", "about")
    }


def test_with_an_address_every_page_names_its_own(published: dict[str, BeautifulSoup]) -> None:
    for url, page in published.items():
        whole = f"{ADDRESS}{url}/".replace("debate//", "debate/")
        (canonical,) = page.select('link[rel="canonical"]')
        assert canonical["href"] == whole
        assert said(page, "og:url") == [whole]
        (picture,) = said(page, "og:image")
        assert re.fullmatch(rf"{re.escape(ADDRESS)}[\w/]+\.png", picture)
    assert said(published["texts/hostile"], "citation_public_url") == [f"{ADDRESS}texts/hostile/"]
    assert linked(published["texts/hostile"])["@id"] == f"{ADDRESS}texts/hostile/"
