"""The head of a TEI file: what the document is, who owns it, what has been done to it."""

from collections.abc import Mapping
from functools import partial

from lxml import etree

from consultations.data.addresses import SiteAddress
from consultations.data.references.items import Transcription
from consultations.data.xml import XML, Element, legal
from consultations.model.edition import Edition
from consultations.model.entity import FOLDERS, Authority
from consultations.model.text import squeeze

TEI = "{http://www.tei-c.org/ns/1.0}"

Speakers = Mapping[tuple[str | None, str], str]
"""The `xml:id` of everybody who is quoted, by entity and name."""

_EDITED = (
    "The text was made from a converted copy by rules, each change of which stands here: “sic” is "
    "what the source reads, “corr” what the edition has. What the original held and the source has "
    "lost is a “gap”. Quotations, names and references were found by rule."
)


def speakers(edition: Edition) -> Speakers:
    """Everybody who is quoted by name or description, in the order in which they speak."""
    found: dict[tuple[str | None, str], str] = {}
    for quotation in edition.quotations:
        if quotation.kind != "term" and quotation.attributed_to:
            key = quotation.speaker, quotation.attributed_to
            found.setdefault(key, f"speaker-{len(found) + 1}")
    return found


def header(
    edition: Edition,
    authority: Authority,
    address: SiteAddress,
    who: Speakers,
    transcription: Transcription,
    contact: str | None,
) -> Element:
    """The `teiHeader`; the last two as `tei` has them."""
    head = etree.Element(f"{TEI}teiHeader")
    described = _add(head, "fileDesc")
    titles = _add(described, "titleStmt")
    _add(titles, "title", edition.source.record.title)
    _authors(titles, edition, authority, address)
    if transcription.version:
        _add(_add(described, "editionStmt"), "edition", transcription.version)
    extent = _add(described, "extent")
    _add(extent, "measure", f"{edition.words} words", unit="word", quantity=str(edition.words))
    published = _add(described, "publicationStmt")
    _add(published, "distributor", transcription.archive)
    _add(published, "idno", edition.id, type="edition")
    _add(published, "idno", address(f"texts/{edition.id}/"), type="URI")
    rights = squeeze(edition.source.record.rights)
    available = _add(published, "availability", status="restricted")
    _add(available, "p", rights)
    if contact is not None:
        _add(_add(available, "p"), "ref", "Contact of the archive", target=contact)
    _source(_add(described, "sourceDesc"), edition, authority, address)
    _add(_add(_add(head, "encodingDesc"), "editorialDecl"), "p", _EDITED)
    profile = _add(head, "profileDesc")
    language = edition.source.record.language
    _add(_add(profile, "langUsage"), "language", language, ident=language)
    if who:
        _people(_add(profile, "particDesc"), who, authority, address)
    return head


def _add(parent: Element, name: str, words: str | None = None, **attributes: str) -> Element:
    """One element more."""
    said = {key: legal(value) for key, value in attributes.items()}
    element = etree.SubElement(parent, f"{TEI}{name}", said)
    if words is not None:
        element.text = legal(words)
    return element


def _authors(parent: Element, edition: Edition, authority: Authority, address: SiteAddress) -> None:
    """Whoever wrote it; a body that nobody speaks for is the author itself."""
    for name in edition.source.record.authors:
        _add(_add(parent, "author"), "persName", name)
    body = authority.by_id.get(edition.source.record.organisation or "")
    if body and not edition.source.record.authors:
        ref = address(f"{FOLDERS[body.kind]}/{body.id}/")
        _add(_add(parent, "author"), "orgName", body.name, ref=ref)


def _source(parent: Element, edition: Edition, authority: Authority, address: SiteAddress) -> None:
    """The document as it was first published, and the file that was received."""
    record = edition.source.record
    cited = _add(parent, "bibl")
    _authors(cited, edition, authority, address)
    _add(cited, "title", record.title)
    body = authority.by_id.get(record.organisation or "")
    if body:
        _add(cited, "publisher", body.name)
    _add(cited, "date", record.date, when=record.date)
    _add(cited, "note", edition.source.digest, type="sha256")


def _people(parent: Element, who: Speakers, authority: Authority, address: SiteAddress) -> None:
    """Those who are quoted, each with the page of the archive that knows them."""
    listed = _add(parent, "listPerson")
    for (entity, name), id_ in who.items():
        known = authority.by_id.get(entity or "")
        is_body = known is not None and known.kind == "organisation"
        person = _add(listed, "org" if is_body else "person")
        person.set(f"{XML}id", id_)
        named = partial(_add, person, "orgName" if is_body else "persName", name)
        if known is None:
            named()
        else:
            named(ref=address(f"{FOLDERS[known.kind]}/{known.id}/"))
