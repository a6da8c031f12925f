"""Pages that were saved from an archive of the web: links as their authors wrote them."""

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re

_COPY = re.compile(
    r"""
    (?: https?://[^/\s]{1,100} )?
    / (?: [\w.-]{1,40}/ ){0,3}
    \d{14} (?: [a-z]{2}_ )? /             # when the copy was made: 20110405123456/
    (?P<address> https?:/{1,2} [^\s"'<>]+ )
    """,
    re.VERBOSE,
)
"""The address of an archive's copy, as of `/web/20110405123456/https://example.org/lamps`."""
_HALF = 0.5


def address_of_copy(soup: BeautifulSoup) -> str | None:
    """Where in an archive a page was saved; its links lead to where they led before.

    None where it was not saved there. An author may cite a copy too: a page is one where an
    address of that form needs the archive's own host before it, or half of all links have it.
    """
    links = [link for link in soup.find_all("a", href=True) if "/" in str(link["href"])]
    copies = {id(link): found for link in links if (found := _COPY.fullmatch(str(link["href"])))}
    is_copy = any(str(copy[0]).startswith("/") for copy in copies.values())
    if not is_copy and len(copies) < _HALF * max(2, len(links)):
        return None
    for link in links:
        if copy := copies.get(id(link)):
            link["href"] = copy["address"]
    return _said(soup)


def _said(soup: BeautifulSoup) -> str | None:
    """The address in the archive that a copy says it has, as its own or over the page."""
    canonical = soup.find("link", rel="canonical", href=_COPY)
    if isinstance(canonical, Tag):
        return str(canonical["href"])
    said = (_COPY.search(str(text)) for text in soup.find_all(string=_COPY))
    return next((address[0] for address in said if address and address[0].startswith("http")), None)
