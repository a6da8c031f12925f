"""A page's document or work as an OpenURL that reference managers find in it (COinS).

Highwire's elements (`tags.py`) are not enough for two sorts of pages. They have one element for
every author, and Zotero takes a name there apart at its last blank: the author of a page was
"Health", with "Department of" for a forename. And what the elements lack, Zotero takes from the
page: a work got the address of our page about it, and the description of that page for an abstract.
An OpenURL says of an author that it is a body (`rft.aucorp`), is believed before the elements, and
takes nothing from the page. So every work has one, and so has every document that a body has
written.

Keys: ANSI/NISO Z39.88-2004, its formats for journals, books and dissertations, and that of Dublin
Core. How Zotero reads them: its translator "COinS" and `parseContextObject` in
https://github.com/zotero/utilities.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity, family_first
from consultations.pages.facts import name_of
from consultations.pages.head.tags import item_type, record_item_type

Pairs = tuple[tuple[str, str], ...]
"""Keys of an OpenURL with their values, as they are, not escaped."""

_FORMATS = {
    "journalArticle": ("journal", "article"),
    "report": ("book", "report"),
    "book": ("book", "book"),
    "bookSection": ("book", "bookitem"),
    "conferencePaper": ("book", "proceeding"),
    "thesis": ("dissertation", ""),
}
"""The format of an OpenURL and the genre in it, by Zotero's type; of any other, Dublin Core."""
_TITLES = {
    "article": ("rft.atitle", "rft.jtitle"),
    "bookitem": ("rft.atitle", "rft.btitle"),
    "proceeding": ("rft.atitle", "rft.btitle"),
    "report": ("rft.btitle", ""),
    "book": ("rft.btitle", ""),
}
"""By genre: the keys of the title, and of the title of what it stands in."""
_OF_ANY = ("rft.title", "rft.source")
_IMPRINT = {
    "publisher": "rft.pub",
    "publisher-place": "rft.place",
    "edition": "rft.edition",
    "collection-title": "rft.series",
    "volume": "rft.volume",
    "issue": "rft.issue",
    "ISBN": "rft.isbn",
    "ISSN": "rft.issn",
}
"""The key of each variable of CSL that an OpenURL has as well."""


def edition_openurl(edition: Edition, authority: Authority) -> Pairs:
    """A document whose author is a body; empty for any other."""
    record = edition.source.record
    if record.authors or not record.organisation:
        return ()
    csl = {"author": [{"literal": name_of(record.organisation, authority)}]}
    return tuple(_pairs(record_item_type(record), record.title, record.date, csl))


def work_openurl(work: Entity) -> Pairs:
    """A work that documents cite, with its own address where it has one, never the page's."""
    kind = item_type(str(work.csl.get("type", "")))
    return tuple(_pairs(kind, work.title, work.issued.words, work.csl))


def _pairs(kind: str, title: str, date: str, csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    format_, genre = _FORMATS.get(kind, ("dc", ""))
    of_title, of_container = _TITLES.get(genre, _OF_ANY)
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}"
    if genre:
        yield "rft.genre", genre
    yield of_title, title
    if of_container and csl.get("container-title"):
        yield of_container, str(csl["container-title"])
    if format_ == "dc":
        yield "rft.type", kind
    for author in cast("Sequence[Mapping[str, str]]", csl.get("author") or ()):
        if "family" in author:
            yield "rft.au", family_first(author)
        else:
            yield "rft.aucorp", author.get("literal", "")
    if date:
        yield "rft.date", date
    yield from ((key, str(csl[name])) for name, key in _IMPRINT.items() if csl.get(name))
    if csl.get("page"):
        yield "rft.pages", str(csl["page"]).replace("–", "-")
    if csl.get("DOI"):
        yield "rft_id", f"info:doi/{csl['DOI']}"
    if csl.get("URL"):
        yield "rft_id", str(csl["URL"])
