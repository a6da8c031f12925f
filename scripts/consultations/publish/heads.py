"""What stands in the head of a page for programs: Open Graph, Highwire, Dublin Core, JSON-LD.

`pages/head/` knows what to say of each page made from editions. Here it is written, with addresses
that are whole where mkdocs.yml gives a `site_url`, and that lead there from the page where not.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from consultations.data import TABLES
from consultations.forms import SiteName
from consultations.model.text import squeeze
from consultations.pages.head import Head, OnSite
from consultations.pages.writing.html import (
    Html,
    lines,
    link_element,
    linked_data_element,
    meta_element,
    openurl_element,
)

FEED = "feed.xml"
"""Address of the feed of documents, which every page names."""
PICTURE = "assets/consultations/card.png"
"""The picture that other sites show beside a link to a page."""
_SHORTEST, _LONGEST = 30, 200
"""Code points of a description that is taken from a page's own words."""


class PageFacts(NamedTuple):
    """What the head of any page says."""

    url: str
    """Below the site: `texts/some-id/`; empty for the first page."""
    title: str
    description: str
    language: str
    """BCP 47 tag."""


def head_elements(page: PageFacts, head: Head, site: SiteName) -> Html:
    """The elements, one on each line."""
    return lines(_elements(page, head, site), indent=4)


def openurl(page: PageFacts, head: Head, site: SiteName) -> Html | None:
    """The element with a work, or with what a body has written and where; None on other pages."""
    if not head.openurl:
        return None
    where = (("rft_id", site.address + page.url),) if site.address and head.is_document else ()
    return openurl_element((*head.openurl, *where))


def first_words(content: str) -> str:
    """The first paragraph of some length as a page's description, cut at a word."""
    paragraphs = BeautifulSoup(content, "html.parser").find_all("p")
    texts = [squeeze(paragraph.get_text()) for paragraph in paragraphs]
    # A short first paragraph is a line such as "Updated in May", and describes nothing.
    words = next((text for text in texts if len(text) >= _SHORTEST), "".join(texts[:1]))
    if len(words) <= _LONGEST:
        return words
    return re.sub(r"\W*\w*\Z", "", words[:_LONGEST]) + " …"


def _elements(page: PageFacts, head: Head, site: SiteName) -> Iterator[Html]:
    yield link_element(
        "alternate", _address(FEED, page, site), "application/atom+xml", "New documents"
    )
    yield from _open_graph(page, head, site)
    yield from (meta_element("name", *tag) for tag in head.tags)
    if head.is_document:
        yield from _forms(page, site)
    linked = head.linked or _page_linked(page, site)
    yield linked_data_element({"@context": "https://schema.org", **_whole(linked, page, site)})


def _open_graph(page: PageFacts, head: Head, site: SiteName) -> Iterator[Html]:
    """https://ogp.me/; addresses have to be whole there, so without a site's they are left out."""
    said = {
        "og:type": "article" if head.is_document else "website",
        "og:site_name": site.name,
        "og:title": page.title,
        "og:description": page.description,
        "og:locale": page.language.replace("-", "_"),
    }
    if site.address:
        said |= {"og:url": site.address + page.url, "og:image": site.address + PICTURE}
    yield from (meta_element("property", name, value) for name, value in said.items() if value)
    yield meta_element("name", "twitter:card", "summary_large_image" if site.address else "summary")


def _forms(page: PageFacts, site: SiteName) -> Iterator[Html]:
    """Where a document stands, and the other forms in which it can be had."""
    edition = page.url.rstrip("/").rpartition("/")[2]
    if site.address:
        whole = site.address + page.url
        yield meta_element("name", "citation_public_url", whole)
        yield meta_element("name", "citation_fulltext_html_url", whole)
        yield meta_element("name", "DC.identifier", whole)
    for address, kind, title in (
        (f"data/editions/{edition}.json", "application/json", "Data"),
        (f"data/tei/{edition}.xml", "application/tei+xml", "TEI"),
        (f"data/text/{edition}.txt", "text/plain", "Plain text"),
        (f"data/epub/{edition}.epub", "application/epub+zip", "EPUB"),
    ):
        yield link_element("alternate", _address(address, page, site), kind, title)


def _page_linked(page: PageFacts, site: SiteName) -> Mapping[str, Any]:
    """A page about which only its title is known; and the site, on its first page."""
    if page.url == "data/":
        return _dataset(page, site)
    if page.url:
        return {
            "@type": "WebPage",
            "name": page.title,
            "url": OnSite(page.url),
            "isPartOf": {"@type": "WebSite", "@id": OnSite(""), "name": site.name},
        }
    return {
        "@type": "WebSite",
        "@id": OnSite(""),
        "name": site.name,
        "description": site.description,
        "url": OnSite(""),
        **_publisher(site),
    }


def _publisher(site: SiteName) -> Mapping[str, Any]:
    """Who keeps the archive, with the address at which rights and errors are told."""
    if site.contact is None:
        return {}
    mail = site.contact.startswith("mailto:")
    way = {"email": site.contact.removeprefix("mailto:")} if mail else {"url": site.contact}
    point = {"@type": "ContactPoint", "contactType": "rights and corrections", **way}
    return {"publisher": {"@type": "Organization", "name": site.name, "contactPoint": point}}


def _dataset(page: PageFacts, site: SiteName) -> Mapping[str, Any]:
    """The data as search engines for data have it."""
    files = (
        ("data/archive.zip", "application/zip"),
        ("data/datapackage.json", "application/json"),
        *((f"data/{table.name}.csv", "text/csv") for table in TABLES),
    )
    return {
        "@type": "Dataset",
        "@id": OnSite("data/"),
        "name": f"{site.name}: {page.title}",
        "description": page.description,
        "url": OnSite("data/"),
        "license": "https://opensource.org/license/mit",
        "isAccessibleForFree": True,
        **_publisher(site),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": OnSite(address)}
            for address, kind in files
        ],
    }


def _whole(value: Any, page: PageFacts, site: SiteName) -> Any:
    """The same with addresses that lead there from anywhere, or at least from the page."""
    if isinstance(value, OnSite):
        return _address(value, page, site)
    if isinstance(value, Mapping):
        return {name: _whole(part, page, site) for name, part in value.items()}
    if isinstance(value, list):
        return [_whole(part, page, site) for part in value]
    return value


def _address(below: str, page: PageFacts, site: SiteName) -> str:
    """The address of something on the site."""
    if site.address is not None:
        return site.address + below
    path, sign, fragment = below.partition("#")
    return f"{get_relative_url(path or '.', page.url)}{sign}{fragment}"


def contact_in(config: MkDocsConfig) -> str | None:
    """A link to where rights and errors are told: `extra.contact`, else the repository's issues."""
    contact: str | None = config.extra.get("contact")
    if contact is not None:
        return contact if "://" in contact else f"mailto:{contact}"
    return f"{config.repo_url.rstrip('/')}/issues" if config.repo_url else None


def site_in(config: MkDocsConfig) -> SiteName:
    """What the settings say of the site, as text."""
    address = config.site_url.rstrip("/") + "/" if config.site_url else None
    description = said_in(config.site_description)
    return SiteName(said_in(config.site_name), address, description, contact_in(config))


def said_in(value: object) -> str:
    """A text of a page's front matter or of the settings, which are HTML already, as it reads."""
    return html.unescape(str(value or ""))
