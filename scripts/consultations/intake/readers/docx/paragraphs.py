"""Word's paragraphs: their words as Markdown, and how they are set."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from consultations.intake.readers.docx.numbering import roman
from consultations.intake.readers.docx.signs import checkbox, form_value, sign_of
from consultations.intake.readers.docx.styles import Style, Styles, is_on
from consultations.intake.readers.markup import emphasised
from consultations.model.transcript import Drop, DropKind

_SKIPPED = {qn("w:del"), qn("w:moveFrom")}
_ENTERED = {
    qn("w:ins"), qn("w:moveTo"), qn("w:hyperlink"), qn("w:smartTag"), qn("w:fldSimple"),
    qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:dir"), qn("w:bdo"),
}  # fmt: skip
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph that are set alike."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    size: float | None = None
    """In points, where it is said."""


@dataclass
class WordParagraph:
    """A paragraph with what is needed to tell what it is."""

    pieces: list[Piece]
    style: str
    """Name of its style."""
    outline: int | None
    """Level in the outline, from 0, where it or its style says one."""
    inherited: bool = False
    """Whether that level is the one of another style, on which its own is based."""
    label: str = ""
    bullet: bool = False
    depth: int = 1
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes that it calls: `footnote` or `endnote`, and the id there."""
    boxes: list[Any] = field(default_factory=list)
    """Text boxes that hang on it, as elements."""
    in_table: bool = False
    drops: list[Drop] = field(default_factory=list)
    """What it holds and does not print."""
    comments: list[str] = field(default_factory=list)
    """Comments that hang on it, by their ids."""

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def markdown(self) -> str:
        """Its words with emphasis marked, where not all of it is set alike."""
        shown = [p for p in self.pieces if p.text.strip()]
        alike = len({(p.bold, p.italic) for p in shown}) <= 1 and not any(p.italic for p in shown)
        if alike and not any(p.bold for p in shown):
            return self.text.strip()
        merged: list[Piece] = []
        for piece in self.pieces:
            last = merged[-1] if merged else None
            same = last and (
                (last.bold, last.italic) == (piece.bold, piece.italic) or not piece.text.strip()
            )
            if last and same:
                merged[-1] = Piece(last.text + piece.text, last.bold, last.italic)
            else:
                merged.append(piece)
        return "".join(emphasised(p.text, bold=p.bold, italic=p.italic) for p in merged).strip()


class RunReader:
    """Reads the words of paragraphs, with what stands there and is left out."""

    def __init__(self, styles: Styles, labels: "NoteLabels") -> None:
        """Take the document's styles, and what gives notes their labels."""
        self._styles = styles
        self._labels = labels

    def read(self, element: Any) -> WordParagraph:
        """A paragraph by its element."""
        properties = element.find(qn("w:pPr"))
        style = self._styles.of(properties)
        level = self._styles.outline(properties, style)
        paragraph = WordParagraph(
            [], style.name, level, inherited=level is not None and style.based
        )
        self._field: list[str] = []
        self._enter(element, paragraph, style)
        return paragraph

    def _enter(self, element: Any, paragraph: WordParagraph, style: Style) -> None:
        """Read the runs of an element and of those inside it that only hold runs, such as links."""
        for child in element:
            if child.tag == qn("w:r"):
                self._run(child, paragraph, style)
            elif child.tag in _SKIPPED:
                _leave_out(paragraph, "deletion", child, "a tracked deletion, taken as accepted")
            elif child.tag in _ENTERED:
                if child.tag == qn("w:sdt") and (mark := checkbox(child)):
                    paragraph.pieces.append(Piece(mark))
                else:
                    self._enter(child, paragraph, style)

    def _run(self, run: Any, paragraph: WordParagraph, style: Style) -> None:
        """Add what a run prints, in its own look; one that is hidden prints nothing."""
        properties = run.find(qn("w:rPr"))
        if is_on(properties, "w:vanish"):
            _leave_out(paragraph, "hidden", run, "hidden text")
            return
        look = self._styles.look(properties, style)
        for child in run:
            text = self._sign(child, paragraph)
            if text:
                paragraph.pieces.append(Piece(text, *look))

    def _sign(self, child: Any, paragraph: WordParagraph) -> str:
        """What a part of a run prints; notes and text boxes are hung on the paragraph."""
        tag = child.tag
        if tag == qn("w:fldChar"):
            return self._field_sign(child)
        if self._field and self._field[-1] == "begin":
            return ""  # The instruction of a field, not what it shows.
        if tag in _NOTES:
            id_ = child.get(qn("w:id"), "")
            paragraph.notes.append((_NOTES[tag], id_))
            return f"[^{self._labels.label(_NOTES[tag], id_)}]"
        if tag == qn("w:commentReference"):
            paragraph.comments.append(child.get(qn("w:id"), ""))
        if tag in (qn("w:drawing"), qn("w:pict"), qn("w:object"), _CHOICE):
            return self._picture(child, paragraph)
        return sign_of(child)

    def _field_sign(self, child: Any) -> str:
        """Keep count of the fields that are open. Each has an instruction, and then its result."""
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            self._field.append("begin")
            return form_value(child)
        if kind == "separate" and self._field:
            self._field[-1] = "separate"
        elif kind == "end" and self._field:
            self._field.pop()
        return ""

    def _picture(self, element: Any, paragraph: WordParagraph) -> str:
        boxes = [box for box in element.iter(qn("w:txbxContent")) if not _in_fallback(box, element)]
        paragraph.boxes += boxes
        if boxes:
            return ""
        described = next((d for d in element.iter() if d.tag.endswith("}docPr")), None)
        words = described.get("descr") or described.get("title") if described is not None else ""
        return f"![{' '.join(words.split())}](picture)" if words else ""


def _leave_out(paragraph: WordParagraph, kind: DropKind, element: Any, reason: str) -> None:
    texts = (t.text or "" for t in element.iter(qn("w:delText"), qn("w:t")))
    if text := "".join(texts):
        paragraph.drops.append(Drop(kind, text, reason))


def _in_fallback(box: Any, top: Any) -> bool:
    at = box.getparent()
    while at is not None and at is not top:
        if at.tag == _FALLBACK:
            return True
        at = at.getparent()
    return False


class NoteLabels:
    """The labels of notes, as they print: footnotes in figures, endnotes in Roman figures."""

    def __init__(self) -> None:
        """Begin with no note called."""
        self._labels: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}

    def label(self, kind: str, id_: str) -> str:
        """The label of a note; a new one the first time that it is called."""
        key = (kind, id_)
        if key not in self._labels:
            self._counts[kind] += 1
            number = self._counts[kind]
            self._labels[key] = str(number) if kind == "footnote" else roman(number)
        return self._labels[key]


def blocks_of(container: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body, a cell or a text box, those of controls among them."""
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
            yield from blocks_of(child)
