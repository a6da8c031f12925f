"""The text of an edition as XHTML, for an EPUB book."""

from collections.abc import Iterable, Sequence

from lxml import etree

from consultations import patterns as re
from consultations.data.addresses import web_address
from consultations.data.references.items import Transcription
from consultations.data.texts.outline import (
    NoteText,
    OutlinePart,
    gaps_after,
    note_texts,
    outline,
    runs,
)
from consultations.data.xml import (
    XML,
    Element,
    XmlPoint,
    XmlSpan,
    as_file,
    legal,
    put_items,
    put_text,
    put_woven,
)
from consultations.model.edition import Edition, Gap, Passage
from consultations.model.entity import Authority
from consultations.model.table_cells import cells, column_heads
from consultations.model.text import squeeze

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"

_FOLLOWED = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)


def page(title: str, language: str) -> tuple[Element, Element]:
    """An empty page of a book, and its body."""
    root = etree.Element(
        f"{XHTML}html",
        {"lang": language, f"{XML}lang": language},
        nsmap={None: XHTML[1:-1], "epub": EPUB[1:-1]},
    )
    head = etree.SubElement(root, f"{XHTML}head")
    etree.SubElement(head, f"{XHTML}title").text = legal(title)
    link = {"rel": "stylesheet", "type": "text/css", "href": "style.css"}
    etree.SubElement(head, f"{XHTML}link", link)
    return root, etree.SubElement(root, f"{XHTML}body")


def text_page(
    edition: Edition, authority: Authority, address: str, transcription: Transcription
) -> bytes:
    """All of a document: what it is and whose, which edition of it, its text, its notes."""
    record = edition.source.record
    root, body = page(record.title, record.language)
    for name, words in (
        ("kind", f"{record.type.capitalize()}, {record.date}"),
        ("by", authority.byline(record)),
        ("rights", squeeze(record.rights)),
    ):
        if words:
            put_text(etree.SubElement(body, f"{XHTML}p", {"class": name}), words)
    for words in (f"{transcription.words}.", address):
        put_text(etree.SubElement(body, f"{XHTML}p", {"class": "by"}), words)
    _BookText(edition).draw(body)
    return as_file(root)


def parts_list(edition: Edition, parent: Element) -> None:
    """The headings as nested lists of links; of a document without any, one to its text."""
    whole = outline(edition)
    if any(part.heading for part in whole.parts):
        _listed(whole, parent)
        return
    item = etree.SubElement(etree.SubElement(parent, f"{XHTML}ol"), f"{XHTML}li")
    link = etree.SubElement(item, f"{XHTML}a", {"href": "text.xhtml"})
    link.text = legal(edition.source.record.title)


def _listed(part: OutlinePart, parent: Element) -> None:
    headed = [within for within in part.parts if within.heading]
    if not headed:
        return
    around = etree.SubElement(parent, f"{XHTML}ol")
    for within in headed:
        if within.heading is not None:
            item = etree.SubElement(around, f"{XHTML}li")
            link = {"href": f"text.xhtml#{within.heading.id}"}
            words = within.heading.text.strip() or within.heading.id
            etree.SubElement(item, f"{XHTML}a", link).text = legal(words)
            _listed(within, item)


class _BookText:
    """The passages of an edition, as elements."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._gaps = gaps_after(edition)
        self._heads = column_heads(edition.passages)
        self._notes = tuple(note_texts(edition))
        self._called: set[str] = set()
        """First passages of the notes that the text drawn so far calls: those lead back."""

    def draw(self, body: Element) -> None:
        """Draw the text, then the notes; each note leads back to where it is called."""
        self._lost(body, self._gaps.get(None, ()))
        self._part(outline(self._edition), body)
        if self._notes:
            around = etree.SubElement(body, f"{XHTML}section", {f"{EPUB}type": "endnotes"})
            etree.SubElement(around, f"{XHTML}h2").text = "Notes"
            for note in self._notes:
                self._note(note, around)

    def _part(self, part: OutlinePart, parent: Element) -> None:
        if part.heading is not None:
            name = f"h{min(part.heading.level or 1, 6)}"
            self._words(part.heading, self._with_id(parent, name, part.heading))
            self._lost(parent, self._gaps.get(part.heading.id, ()))
        self._blocks(part.blocks, parent)
        for within in part.parts:
            self._part(within, etree.SubElement(parent, f"{XHTML}section"))

    def _blocks(self, blocks: Sequence[Passage], parent: Element) -> None:
        for kind, run in runs(blocks):
            if head := self._heads.get(run[0].id):
                around = etree.SubElement(parent, f"{XHTML}p")
                put_text(etree.SubElement(around, f"{XHTML}strong"), head)
            if kind == "list_item":
                self._list(run, parent)
                continue
            for passage in run:
                if kind == "table":
                    self._table(passage, parent)
                else:
                    quoted = kind == "blockquote"
                    around = etree.SubElement(parent, f"{XHTML}blockquote") if quoted else parent
                    self._words(passage, self._with_id(around, "p", passage))
                self._lost(parent, self._gaps.get(passage.id, ()))

    def _with_id(self, parent: Element, name: str, passage: Passage) -> Element:
        return etree.SubElement(parent, f"{XHTML}{name}", {"id": passage.id})

    def _list(self, items: Iterable[Passage], parent: Element) -> None:
        tags = (f"{XHTML}ul", f"{XHTML}li")
        for item, element in put_items(items, parent, tags, lambda item: {"id": item.id}):
            put_text(element, f"{item.marker}. " if item.marker else "• ")
            self._words(item, element)
            self._lost(element, self._gaps.get(item.id, ()), "span")

    def _table(self, passage: Passage, parent: Element) -> None:
        table = self._with_id(parent, "table", passage)
        for places in cells(passage):
            row = etree.SubElement(table, f"{XHTML}tr")
            for start, end in places:
                self._words(passage, etree.SubElement(row, f"{XHTML}td"), start, end)

    def _note(self, note: NoteText, parent: Element) -> None:
        about = {f"{EPUB}type": "footnote", "id": f"note-{note.passages[0].id}"}
        aside = etree.SubElement(parent, f"{XHTML}aside", about)
        label = etree.SubElement(aside, f"{XHTML}p")
        first = note.passages[0].id
        # A note that nothing calls leads back to no place. The text is drawn before the notes.
        if first in self._called:
            label = etree.SubElement(label, f"{XHTML}a", {"href": f"#call-{first}"})
        put_text(label, note.label or "*")
        self._blocks(note.passages, aside)

    def _words(
        self, passage: Passage, parent: Element, start: int = 0, end: int | None = None
    ) -> None:
        """The words of a passage with its emphasis, its links and its calls of notes."""
        spans = [XmlSpan(e.start, e.end, 1, f"{XHTML}{e.kind}", {}) for e in passage.emphasis]
        spans += [
            XmlSpan(x.start, x.end, 0, f"{XHTML}a", {"href": web_address(x.url)})
            for x in self._edition.links_of[passage.id]
            if _FOLLOWED.fullmatch(x.url)
        ]
        words = passage.text[start:end]
        points = [p for p in self._calls(passage) if start <= p.at <= start + len(words)]
        put_woven(parent, words, spans, points, start)

    def _calls(self, passage: Passage) -> Iterable[XmlPoint]:
        """The calls of notes in a passage, in the order of their places."""
        found = [
            (reference.offset, note)
            for note in self._edition.notes_called_in[passage.id]
            # Each passage is asked for the notes whose first call stands in it, so that one call of
            # a note is drawn, and has the id to which the note leads back.
            for reference in note.references[:1]
        ]
        for offset, note in sorted(found, key=lambda call: call[0]):
            link = {f"{EPUB}type": "noteref", "href": f"#note-{note.passage}"}
            if note.passage not in self._called:
                link["id"] = f"call-{note.passage}"
                self._called.add(note.passage)
            element = etree.Element(f"{XHTML}a", link)
            etree.SubElement(element, f"{XHTML}sup").text = legal(note.label)
            yield XmlPoint(offset, element)

    def _lost(self, parent: Element, gaps: Iterable[Gap], name: str = "p") -> None:
        for gap in gaps:
            element = etree.SubElement(parent, f"{XHTML}{name}", {"class": "gap"})
            put_text(element, f"[Missing here: {gap.what}]")
