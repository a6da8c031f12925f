"""An edition as TEI P5: https://tei-c.org/release/doc/tei-p5-doc/en/html/.

What the source reads and the edition does not stands in `sic`, beside `corr`; what the original had
and the source has lost is a `gap`. The words without any `sic` are the edition's.
"""

from collections.abc import Iterable, Sequence

from lxml import etree

from consultations.data.addresses import SiteAddress
from consultations.data.references.items import Transcription
from consultations.data.texts.outline import OutlinePart, gaps_after, note_texts, outline, runs
from consultations.data.texts.tei_header import TEI, header, speakers
from consultations.data.texts.tei_marks import TeiMarks
from consultations.data.xml import XML, Element, as_file, legal, put_items, put_text, put_woven
from consultations.model.edition import Edition, Gap, Passage
from consultations.model.entity import Authority
from consultations.model.table_cells import cells, column_heads


def tei(
    edition: Edition,
    authority: Authority,
    address: SiteAddress,
    transcription: Transcription,
    contact: str | None,
) -> bytes:
    """The file data/tei/<id>.xml, in UTF-8.

    Args:
        edition: the edition.
        authority: what it was annotated with.
        address: gives what an address below the site is, seen from that file.
        transcription: the archive that gives the file out, and what a reference calls the edition.
        contact: where rights and errors are told, if that is known.
    """
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI.strip("{}")})
    who = speakers(edition)
    root.append(header(edition, authority, address, who, transcription, contact))
    text = etree.SubElement(root, f"{TEI}text", {f"{XML}lang": edition.source.record.language})
    drawn = _TeiBody(edition, TeiMarks(edition, authority, address, who))
    drawn.body(etree.SubElement(text, f"{TEI}body"))
    drawn.notes(text)
    return as_file(root)


class _TeiBody:
    """The text of an edition, as elements."""

    def __init__(self, edition: Edition, marks: TeiMarks) -> None:
        self._edition = edition
        self._marks = marks
        self._gaps = gaps_after(edition)
        self._heads = column_heads(edition.passages)

    def body(self, body: Element) -> None:
        """All parts of the body; a document without any passage has an empty paragraph."""
        self._lost(body, self._gaps.get(None, ()))
        self._part(outline(self._edition), body)
        # The schema wants text in a body. A gap is none.
        if not any(child.tag != f"{TEI}gap" for child in body):
            etree.SubElement(body, f"{TEI}p")

    def notes(self, text: Element) -> None:
        """The notes, in a part at the end; the place that calls one leads to it."""
        texts = list(note_texts(self._edition))
        if not texts:
            return
        back = etree.SubElement(text, f"{TEI}back")
        part = etree.SubElement(back, f"{TEI}div", {"type": "notes"})
        for note in texts:
            attributes = {"n": legal(note.label)} if note.label else {}
            element = etree.SubElement(part, f"{TEI}note", attributes)
            self._blocks(note.passages, element)

    def _part(self, part: OutlinePart, parent: Element) -> None:
        if part.heading is not None:
            head = etree.SubElement(parent, f"{TEI}head", {f"{XML}id": part.heading.id})
            self._words(part.heading, head)
            self._lost(parent, self._gaps.get(part.heading.id, ()))
        self._blocks(part.blocks, parent)
        for within in part.parts:
            self._part(within, etree.SubElement(parent, f"{TEI}div"))
        if part.heading is not None and not part.blocks and not part.parts:
            # A part needs more than its heading.
            etree.SubElement(parent, f"{TEI}p")

    def _blocks(self, blocks: Sequence[Passage], parent: Element) -> None:
        for kind, run in runs(blocks):
            if head := self._heads.get(run[0].id):
                put_text(etree.SubElement(parent, f"{TEI}label"), head)
            if kind == "list_item":
                self._list(run, parent)
                continue
            for passage in run:
                if kind == "table":
                    self._table(passage, parent)
                else:
                    self._paragraph(passage, parent)
                self._lost(parent, self._gaps.get(passage.id, ()))

    def _paragraph(self, passage: Passage, parent: Element) -> None:
        """A paragraph; a block quotation is one within `quote`."""
        around = parent
        if passage.kind == "blockquote":
            around = etree.SubElement(parent, f"{TEI}quote")
        rend = {"rend": "reference"} if passage.kind == "reference" else {}
        element = etree.SubElement(around, f"{TEI}p", {f"{XML}id": passage.id, **rend})
        self._words(passage, element)

    def _list(self, items: Iterable[Passage], parent: Element) -> None:
        def attributes(item: Passage) -> dict[str, str]:
            number = {"n": legal(item.marker)} if item.marker else {}
            return {f"{XML}id": item.id, **number}

        tags = (f"{TEI}list", f"{TEI}item")
        for item, element in put_items(items, parent, tags, attributes):
            self._words(item, element)
            self._lost(element, self._gaps.get(item.id, ()))

    def _table(self, passage: Passage, parent: Element) -> None:
        table = etree.SubElement(parent, f"{TEI}table", {f"{XML}id": passage.id})
        is_headless = passage.cell is not None and passage.cell.row > 0
        for number, places in enumerate(cells(passage), is_headless):
            row = etree.SubElement(table, f"{TEI}row", {"role": "data" if number else "label"})
            for start, end in places:
                self._words(passage, etree.SubElement(row, f"{TEI}cell"), start, end)
        if not len(table):  # a table has one row at least
            etree.SubElement(etree.SubElement(table, f"{TEI}row"), f"{TEI}cell")

    def _words(
        self, passage: Passage, parent: Element, start: int = 0, end: int | None = None
    ) -> None:
        """The words of a passage with everything that is known of them."""
        spans, points = self._marks.spans(passage), self._marks.points(passage)
        put_woven(parent, passage.text[start:end], spans, points, start)

    def _lost(self, parent: Element, gaps: Iterable[Gap]) -> None:
        for gap in gaps:
            element = etree.SubElement(parent, f"{TEI}gap", {"reason": "lost"})
            put_text(etree.SubElement(element, f"{TEI}desc"), gap.what)
