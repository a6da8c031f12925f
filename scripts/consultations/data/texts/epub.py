"""An edition as an EPUB 3 book: https://www.w3.org/TR/epub-33/."""

import io
from collections.abc import Iterator, Mapping

from lxml import etree

from consultations.data.references.items import Transcription
from consultations.data.texts.epub_text import EPUB, XHTML, page, parts_list, text_page
from consultations.data.xml import Element, as_file, legal, moment
from consultations.data.zipped import write_zip
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.text import squeeze

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"

_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_STYLE = b""".kind, .by, .rights, .gap { color: #555; }
.gap { font-style: italic; }
blockquote { margin: 1em 2em; }
table { border-collapse: collapse; }
td { border: 1px solid #999; padding: .2em .4em; vertical-align: top; }
li { list-style: none; }
"""
_FILES = (
    ("nav", "nav.xhtml", "application/xhtml+xml", "nav"),
    ("text", "text.xhtml", "application/xhtml+xml", None),
    ("style", "style.css", "text/css", None),
)
"""Id, name, type and properties of each file of the book."""


def epub(
    edition: Edition, authority: Authority, address: str, changed: str, transcription: Transcription
) -> bytes:
    """The file data/epub/<id>.epub.

    Args:
        edition: the edition.
        authority: names of bodies.
        address: of the edition's page.
        changed: the day on which the edition was last changed, in ISO 8601; where no day is known,
            the date of the document.
        transcription: the archive that gives the book out, and what a reference calls the edition.
    """
    made = io.BytesIO()
    # The type comes first and is not compressed, so that a program tells the format by the bytes at
    # a fixed place: https://www.w3.org/TR/epub-33/#sec-zip-container-mime.
    files = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER),
        ("book/package.opf", _package(edition, authority, address, changed, transcription)),
        ("book/nav.xhtml", _navigation(edition)),
        ("book/text.xhtml", text_page(edition, authority, address, transcription)),
        ("book/style.css", _STYLE),
    ]
    write_zip(made, files, stored="mimetype")
    return made.getvalue()


def _package(
    edition: Edition, authority: Authority, address: str, changed: str, transcription: Transcription
) -> bytes:
    """The package document: what the book is, and which files it has."""
    root = etree.Element(
        f"{OPF}package",
        {"version": "3.0", "unique-identifier": "id"},
        nsmap={None: OPF[1:-1], "dc": DC[1:-1]},
    )
    about = etree.SubElement(root, f"{OPF}metadata")
    for name, words in _said(edition, authority, address):
        element = etree.SubElement(about, f"{DC}{name}")
        element.text = legal(words)
        if name == "identifier":
            element.set("id", "id")
    given_out = etree.SubElement(about, f"{DC}contributor", {"id": "archive"})
    given_out.text = legal(transcription.archive)
    _refined(about, "role", "dst", {"refines": "#archive", "scheme": "marc:relators"})
    if transcription.version:
        _refined(about, "schema:bookEdition", transcription.version, {})
    modified = etree.SubElement(about, f"{OPF}meta", {"property": "dcterms:modified"})
    modified.text = moment(changed)
    manifest = etree.SubElement(root, f"{OPF}manifest")
    for id_, href, kind, properties in _FILES:
        item = {"id": id_, "href": href, "media-type": kind}
        etree.SubElement(
            manifest, f"{OPF}item", item | ({"properties": properties} if properties else {})
        )
    etree.SubElement(etree.SubElement(root, f"{OPF}spine"), f"{OPF}itemref", {"idref": "text"})
    return as_file(root)


def _refined(about: Element, name: str, words: str, attributes: Mapping[str, str]) -> None:
    """What Dublin Core has no element for: `dst` is a distributor in the relators of MARC."""
    etree.SubElement(about, f"{OPF}meta", {"property": name, **attributes}).text = legal(words)


def _said(edition: Edition, authority: Authority, address: str) -> Iterator[tuple[str, str]]:
    """The elements of Dublin Core that are known."""
    record = edition.source.record
    body = authority.by_id.get(record.organisation or "")
    yield "identifier", f"urn:sha256:{edition.source.digest}:{edition.id}"
    yield "title", record.title
    yield "language", record.language
    yield from (("creator", name) for name in record.authors or ((body.name,) if body else ()))
    if body:
        yield "publisher", body.name
    yield "date", record.date
    yield "rights", squeeze(record.rights)
    yield "source", address


def _navigation(edition: Edition) -> bytes:
    """The table of contents: every heading, each within the one that it stands under."""
    title = edition.source.record.title
    root, body = page(title, edition.source.record.language)
    nav = etree.SubElement(body, f"{XHTML}nav", {f"{EPUB}type": "toc"})
    etree.SubElement(nav, f"{XHTML}h1").text = legal(title)
    parts_list(edition, nav)
    return as_file(root)
