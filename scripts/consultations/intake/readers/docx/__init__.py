"""A Word document (.docx) to a transcript: what it prints, with what it knows of structure."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from consultations.intake.readers import markup
from consultations.intake.readers.docx.headings import levels_of
from consultations.intake.readers.docx.numbering import Numbering
from consultations.intake.readers.docx.paragraphs import (
    NoteLabels,
    RunReader,
    WordParagraph,
    blocks_of,
)
from consultations.intake.readers.docx.styles import Styles
from consultations.intake.readers.docx.tables import cells_of, lays_out
from consultations.model.transcript import Drop, Facts, Transcript

_PARTS = {
    "footnote": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnote": RELATIONSHIP_TYPE.ENDNOTES,
}


def read(path: Path) -> Transcript:
    """The transcript of a Word document.

    Tracked changes are taken as accepted; deletions, hidden text and comments are left out and
    recorded. Numbers that Word makes are written as it prints them.
    """
    document = docx.Document(str(path))
    reader = _WordReader(document)
    text, drops = markup.assembled(reader.written(document.element.body), reader.drops)
    core = document.core_properties
    facts = Facts(
        title=core.title or None,
        authors=tuple(filter(None, [core.author])),
        date=None,
        language=core.language or None,
    )
    return Transcript(
        text,
        f"python-docx {docx.__version__}",
        drops=drops,
        facts=facts,
    )


class _Data(NamedTuple):
    """A table of data: its cells in Markdown, and the paragraphs in them, which may call notes."""

    rows: list[list[str]]
    called: list[WordParagraph]


class _WordReader:
    """Reads one document from first to last; its numbers and notes count up on the way."""

    def __init__(self, document: Any) -> None:
        part = document.part
        self._styles = Styles(_root(part, RELATIONSHIP_TYPE.STYLES))
        self._numbering = Numbering(_root(part, RELATIONSHIP_TYPE.NUMBERING))
        self._labels = NoteLabels()
        self._words = RunReader(self._styles, self._labels)
        self._bodies = {
            (kind, note.get(qn("w:id"), "")): note
            for kind, type_ in _PARTS.items()
            if (root := _root(part, type_)) is not None
            for note in root
        }
        comments = _root(part, RELATIONSHIP_TYPE.COMMENTS)
        self._comments = {
            comment.get(qn("w:id"), ""): " ".join(t.text or "" for t in comment.iter(qn("w:t")))
            for comment in (comments if comments is not None else ())
        }
        self.drops: list[Drop] = []
        """What was left out, as far as the blocks have been written."""

    def written(self, body: Any) -> Iterator[str]:
        """The blocks of the document, each in Markdown."""
        yield from self._blocks(list(self._flow(body, in_table=False)))
        for id_ in list(self._comments):
            self._drop_comment(id_)

    def _drop_comment(self, id_: str) -> None:
        if text := self._comments.pop(id_, "").strip():
            self.drops.append(Drop("comment", text, "a comment in the margin"))

    def _leave_out(self, paragraph: WordParagraph) -> None:
        """Keep what a paragraph holds and does not print."""
        self.drops += paragraph.drops
        for id_ in paragraph.comments:
            self._drop_comment(id_)

    def _blocks(self, flow: Sequence["WordParagraph | _Data"]) -> Iterator[str]:
        """The blocks in Markdown, each note behind the paragraph that calls it."""
        levels = iter(levels_of([part for part in flow if isinstance(part, WordParagraph)]))
        title: list[str] = []
        for part in flow:
            level = next(levels) if isinstance(part, WordParagraph) else None
            for paragraph in [part] if isinstance(part, WordParagraph) else part.called:
                self._leave_out(paragraph)
            if isinstance(part, WordParagraph) and level == 1 and part.text.strip():
                # A title may be printed as several paragraphs.
                title.append(" ".join(part.text.split()))
                continue
            if title and (not isinstance(part, WordParagraph) or part.text.strip()):
                yield f"# {' '.join(title)}"
                title = []
            if isinstance(part, WordParagraph):
                yield self._block(part, level)
                yield from self._called(part)
            else:
                yield from self._table(part)
        if title:
            yield f"# {' '.join(title)}"

    def _flow(self, container: Any, *, in_table: bool) -> Iterator[WordParagraph | _Data]:
        """The paragraphs and the tables of data, in reading order.

        A table that only lays out a page, and a text box, are the paragraphs that they hold.
        """
        for element in blocks_of(container):
            if element.tag == qn("w:p"):
                paragraph = self._paragraph(element)
                paragraph.in_table = in_table
                yield paragraph
                for box in paragraph.boxes:
                    yield from self._flow(box, in_table=in_table)
            elif lays_out(rows := cells_of(element)):
                for row in rows:
                    for cell in row:
                        if cell is not None:
                            yield from self._flow(cell, in_table=True)
            else:
                yield self._data(element)

    def _paragraph(self, element: Any) -> WordParagraph:
        """A paragraph with its number, which Word counts and does not write down."""
        paragraph = self._words.read(element)
        numbered = self._styles.numbered(element.find(qn("w:pPr")))
        if numbered and paragraph.text.strip():
            label = self._numbering.label(*numbered)
            if label:
                paragraph.label, paragraph.bullet = label.text, label.bullet
                paragraph.depth = label.depth
        return paragraph

    def _block(self, paragraph: WordParagraph, level: int | None) -> str:
        """A paragraph in Markdown: a heading of a level, an item, a quotation, or running text."""
        # Two blanks: the number is Word's, and no part of the words.
        apart = "  " if level is None and "." in paragraph.label.rstrip(".") else " "
        label = f"{paragraph.label}{apart}" if paragraph.label else ""
        if level is not None:
            return f"{'#' * level} {label}{' '.join(paragraph.text.split())}"
        words = paragraph.markdown.replace("\t", " ")
        if paragraph.bullet:
            indent = "    " * (paragraph.depth - 1)
            return f"{indent}- {words}".replace("\n", f"\n{indent}  ")
        if "quote" in paragraph.style.casefold():
            return "\n".join(f"> {line}" for line in f"{label}{words}".split("\n"))
        return f"{label}{words}"

    def _called(self, paragraph: WordParagraph) -> Iterator[str]:
        """The notes that a paragraph calls."""
        for kind, id_ in paragraph.notes:
            body = self._bodies.get((kind, id_))
            if body is not None:
                told = [self._words.read(p) for p in body.iter(qn("w:p"))]
                for inside in told:
                    self._leave_out(inside)
                words = [p.markdown.replace("\t", " ").strip() for p in told]
                yield markup.note(self._labels.label(kind, id_), [w for w in words if w])

    def _data(self, element: Any) -> _Data:
        """A table of data, read in its place: notes are numbered as they are called."""
        called: list[WordParagraph] = []
        rows = [[self._cell(cell, called) for cell in row] for row in cells_of(element)]
        return _Data(rows, called)

    def _table(self, data: _Data) -> Iterator[str]:
        yield markup.table(data.rows)
        for paragraph in data.called:
            yield from self._called(paragraph)

    def _cell(self, cell: Any | None, called: list[WordParagraph]) -> str:
        """A cell on one line. Its paragraphs are added to `called`, since they may call notes."""
        if cell is None:
            return ""
        words = []
        for element in cell.iter(qn("w:p")):
            paragraph = self._paragraph(element)
            called.append(paragraph)
            mark = f"{paragraph.label} " if paragraph.label else "• " if paragraph.bullet else ""
            words.append(mark + paragraph.markdown)
        return " ".join(word for word in words if word.strip())


def _root(part: Any, type_: str) -> Any | None:
    """The root element of a part of the package; None where the document has no such part."""
    try:
        related = part.part_related_by(type_)
    except KeyError:
        return None
    return (
        getattr(related, "element", None)
        if hasattr(related, "element")
        else parse_xml(related.blob)
    )
