"""Meta elements that reference managers read: Highwire Press and Dublin Core.

Highwire: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
Dublin Core: https://www.dublincore.org/specifications/dublin-core/dcq-html/

What sort of thing it is, Zotero guesses from several of these, from Open Graph first: so every work
would be a web page. `z:itemType` says it, and is believed. See its translators "Embedded Metadata"
and "RDF": https://github.com/zotero/translators.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity, family_first
from consultations.model.source import Record
from consultations.pages.facts import name_of


class Tag(NamedTuple):
    """A meta element: its name and what it says."""

    name: str
    content: str


_HIGHWIRE = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "publisher": "citation_publisher",
    "DOI": "citation_doi",
    "ISSN": "citation_issn",
    "ISBN": "citation_isbn",
    "language": "citation_language",
}
"""The element that says what a variable of CSL-JSON says."""

_ITEM_TYPE = "z:itemType"
_ITEM_TYPES = {
    "article": "journalArticle",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "broadcast": "tvBroadcast",
    "chapter": "bookSection",
    "dataset": "dataset",
    "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "regulation": "statute",
    "report": "report",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""Zotero's types by those of CSL; of any other, `document`."""
_DOCUMENT_TYPES = {"article": "webpage", "book": "book", "thesis": "thesis"}
"""Likewise by the type of a record, as a document is cited; of any other, `report`."""
_WITHIN = {
    "chapter": "citation_book_title",
    "paper-conference": "citation_conference_title",
}
"""What a work of a type stands in; of any other, a journal."""
_MADE_BY = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}
"""The body behind a work of a type, beside its publisher."""


def item_type(kind: str) -> str:
    """What Zotero calls a work of this type of CSL."""
    return _ITEM_TYPES.get(kind, "document")


def record_item_type(record: Record) -> str:
    """What Zotero calls a document, as it is cited."""
    return _DOCUMENT_TYPES.get(record.type.casefold(), "report")


def edition_tags(edition: Edition, authority: Authority) -> Iterator[Tag]:
    """A document, as it is to be cited: its authors, or the body that speaks for itself."""
    record = edition.source.record
    body = name_of(record.organisation, authority) if record.organisation else ""
    authors = record.authors or ((body,) if body else ())
    yield Tag(_ITEM_TYPE, record_item_type(record))
    yield Tag("citation_title", record.title)
    yield from (Tag("citation_author", author) for author in authors)
    if body:
        yield Tag("citation_publisher", body)
        yield Tag("citation_technical_report_institution", body)
    yield Tag("citation_publication_date", record.date.replace("-", "/"))
    yield Tag("citation_language", record.language)
    yield Tag("DC.title", record.title)
    yield from (Tag("DC.creator", author) for author in authors)
    if body:
        yield Tag("DC.publisher", body)
    yield Tag("DC.date", record.date)
    yield Tag("DC.type", record.type)
    yield Tag("DC.language", record.language)
    yield Tag("DC.rights", " ".join(record.rights.split()))


def work_tags(work: Entity) -> Iterator[Tag]:
    """A work that documents cite, so that it is the work that a reader saves from its page."""
    names = list(map(family_first, work.csl.get("author") or ()))
    kind = str(work.csl.get("type", "document"))
    yield Tag(_ITEM_TYPE, item_type(kind))
    yield Tag("citation_title", work.title)
    yield from (Tag("citation_author", name) for name in names)
    # Highwire has no word for an estimate, a season or a range, and a bare year would say more.
    if work.issued.exact:
        yield Tag("citation_publication_date", work.issued.exact.replace("-", "/"))
    yield from _imprint_tags(work.csl, kind)
    yield Tag("DC.title", work.title)
    yield from (Tag("DC.creator", name) for name in names)
    if work.issued.edtf:
        yield Tag("DC.date", work.issued.edtf)


def _imprint_tags(csl: Mapping[str, Any], kind: str) -> Iterator[Tag]:
    """What a work of this type stands in, who is behind it, its numbers and its pages."""
    if csl.get("container-title"):
        yield Tag(_WITHIN.get(kind, "citation_journal_title"), str(csl["container-title"]))
    if csl.get("publisher") and kind in _MADE_BY:
        yield Tag(_MADE_BY[kind], str(csl["publisher"]))
    yield from (Tag(tag, str(csl[key])) for key, tag in _HIGHWIRE.items() if csl.get(key))
    # Highwire has a tag for each end of a range of pages, and CSL one text for both.
    first, _, last = str(csl.get("page", "")).replace("–", "-").partition("-")
    yield from (
        Tag(name, page.strip())
        for name, page in (("citation_firstpage", first), ("citation_lastpage", last))
        if page
    )
