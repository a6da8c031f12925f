"""Meta elements that reference managers read: Highwire Press and Dublin Core.

Highwire: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
Dublin Core: https://www.dublincore.org/specifications/dublin-core/dcq-html/
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity
from consultations.pages.facts import name_of


class Tag(NamedTuple):
    """A meta element: its name and what it says."""

    name: str
    content: str


_HIGHWIRE = {
    "container-title": "citation_journal_title",
    "volume": "citation_volume",
    "issue": "citation_issue",
    "publisher": "citation_publisher",
    "DOI": "citation_doi",
    "ISSN": "citation_issn",
    "ISBN": "citation_isbn",
    "language": "citation_language",
}
"""The element that says what a variable of CSL-JSON says."""


def edition_tags(edition: Edition, authority: Authority) -> Iterator[Tag]:
    """A document, as it is to be cited: its authors, or the body that speaks for itself."""
    record = edition.source.record
    body = name_of(record.organisation, authority) if record.organisation else ""
    authors = record.authors or ((body,) if body else ())
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
    csl = cast("Mapping[str, Any]", work.csl or {})
    title = str(csl.get("title") or work.name)
    names = list(map(_name, cast("Sequence[Mapping[str, str]]", csl.get("author") or ())))
    date = [str(part).zfill(2) for part in ((csl.get("issued") or {}).get("date-parts") or [[]])[0]]
    yield Tag("citation_title", title)
    yield from (Tag("citation_author", name) for name in names)
    if date:
        yield Tag("citation_publication_date", "/".join(date))
    yield from (Tag(tag, str(csl[key])) for key, tag in _HIGHWIRE.items() if csl.get(key))
    first, _, last = str(csl.get("page", "")).replace("–", "-").partition("-")
    yield from (
        Tag(name, page.strip())
        for name, page in (("citation_firstpage", first), ("citation_lastpage", last))
        if page
    )
    yield Tag("DC.title", title)
    yield from (Tag("DC.creator", name) for name in names)
    if date:
        yield Tag("DC.date", "-".join(date))


def _name(author: Mapping[str, str]) -> str:
    """A person with the family name first, a body as it is."""
    parts = (author.get("family"), author.get("given"))
    return ", ".join(filter(None, parts)) or author.get("literal", "")
