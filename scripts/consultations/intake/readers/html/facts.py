"""What a page says of itself: title, authors, date, address, language."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.model.transcript import Facts

_DATE = re.compile(r"(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?!\d)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_TITLES = ("citation_title", "dcterms.title", "dc.title", "og:title", "twitter:title")
_DATES = (
    "citation_publication_date", "citation_date", "dcterms.issued", "dcterms.date", "dc.date",
    "dc.date.issued", "govuk:first-published-at", "article:published_time", "date", "pubdate",
)  # fmt: skip
_AUTHORS = ("citation_author", "dcterms.creator", "dc.creator", "author", "article:author")
_MOST_TITLES = 20
"""Number of headings of the first level that are looked at."""
_MOST = 1_000_000
"""Code points of a page's own description that are looked at."""


def facts_of(soup: BeautifulSoup, address: str | None) -> Facts:
    """The facts of a page.

    Args:
        soup: the page, whole.
        address: from which it was saved, where the file says so around the page.
    """
    metas = _metas(soup)
    described = dict(_described(soup))
    stated = [*_first(metas, _TITLES), described.get("headline", "")]
    stated.append(soup.title.get_text() if soup.title else "")
    titles = [_heading(soup, stated), *stated]
    times = [str(t["datetime"]) for t in soup.select("time[pubdate], article time[datetime]")][:1]
    dates = [*_first(metas, _DATES), described.get("datePublished", ""), *times]
    authors = next((metas[name] for name in _AUTHORS if name in metas), [])
    languages = (e.get("lang") for e in (soup.html, soup.body) if e)
    language = next(filter(None, languages), None)
    return Facts(
        title=next((" ".join(t.split()) for t in titles if t.strip()), None),
        authors=tuple(authors) or tuple(filter(None, [described.get("author")])),
        date=next(filter(None, map(_date, dates)), None),
        address=_canonical(soup) or address or _saved_from(soup) or _first_value(metas, "og:url"),
        language=str(language) if language else None,
    )


def _heading(soup: BeautifulSoup, stated: Sequence[str]) -> str:
    """The words of the highest heading; where there are several, of the one that is the title.

    That is the one that the page states as its title itself, or the longest that stands in it. A
    site may set its own name as a heading of the same level.
    """
    headings = [" ".join(_words_of(h1).split()) for h1 in soup.find_all("h1", limit=_MOST_TITLES)]
    headings = [words for words in headings if words]
    titles = [" ".join(title.split()) for title in stated]
    same = [words for words in headings if words in titles]
    within = [words for words in headings if any(words in title for title in titles)]
    longest = max(within, key=len, default="")
    return next(iter([*same, *filter(None, [longest]), *headings]), "")


def _metas(soup: BeautifulSoup) -> dict[str, list[str]]:
    """What the elements `meta` of a page say, by their names in small letters."""
    metas: dict[str, list[str]] = {}
    for meta in soup.find_all("meta"):
        name = str(meta.get("name") or meta.get("property") or "").casefold()
        if content := " ".join(str(meta.get("content") or "").split()):
            metas.setdefault(name, []).append(content)
    return metas


def _words_of(element: object) -> str:
    return element.get_text(" ") if isinstance(element, Tag) else ""


def _canonical(soup: BeautifulSoup) -> str:
    """The address that a page calls its own, as it stands there; empty where it calls none so."""
    link = soup.find("link", rel="canonical")
    return str(link.get("href") or "") if isinstance(link, Tag) else ""


def _saved_from(soup: BeautifulSoup) -> str | None:
    """The address that a browser has written at the head of the file which it saved."""
    saved = _SAVED_FROM.search(str(soup)[:2000])
    return saved[1] if saved else None


def absolute(address: str, base: str) -> str:
    """An address as a page at `base` means it; empty where it is none, as `http://[` is."""
    try:
        joined = urljoin(base, address)
        urlsplit(joined)
    except ValueError:
        return ""
    return joined


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [metas[name][0] for name in names if name in metas]


def _first_value(metas: dict[str, list[str]], name: str) -> str | None:
    return metas[name][0] if name in metas else None


def _date(written: str) -> str | None:
    found = _DATE.match(written.strip())
    return "-".join(part for part in found.groups() if part) if found else None


def _described(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """What a page's JSON-LD says (schema.org): headline, datePublished, and its author's name."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data: Any = json.loads(script.get_text()[:_MOST])
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            for key in ("headline", "datePublished"):
                if isinstance(item, dict) and isinstance(item.get(key), str):
                    yield key, item[key]
            author = item.get("author") if isinstance(item, dict) else None
            if isinstance(author, dict) and isinstance(author.get("name"), str):
                yield "author", author["name"]
