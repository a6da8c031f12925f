"""What a saved page says of itself: its title, who made it, when, in which language and where."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations.model.transcript import Facts

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")


def facts_of(soup: BeautifulSoup) -> Facts:
    """What a page says of itself: in its heading, in Dublin Core and Open Graph, in its links."""

    def meta(*names: str) -> str | None:
        for name in names:
            found = soup.find("meta", attrs={"name": name}) or soup.find(
                "meta", attrs={"property": name}
            )
            if isinstance(found, Tag) and (content := str(found.get("content") or "").strip()):
                return content
        return None

    heading = soup.find("h1")
    title = heading.get_text(" ") if isinstance(heading, Tag) else ""
    title = title or meta("dc.title", "DC.title", "og:title") or ""
    title = title or (soup.title.get_text() if soup.title else "")
    date = _DATE.match(
        meta("dc.date", "DC.date", "dcterms.issued", "article:published_time", "date") or ""
    )
    canonical = soup.find("link", rel="canonical")
    address = str(canonical.get("href") or "") if isinstance(canonical, Tag) else ""
    saved = _SAVED_FROM.search(str(soup)[:2000])
    language = soup.html.get("lang") if soup.html else None
    author = meta("author", "dc.creator", "DC.creator")
    return Facts(
        title=" ".join(title.split()) or None,
        authors=(author,) if author else (),
        date=date[0] if date else None,
        address=address or (saved[1] if saved else None) or meta("og:url"),
        language=str(language) if language else None,
    )
