"""The words of Word's paragraphs, run by run, with fields, forms, links and what hangs on them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.intake.readers.docx.labels import NoteLabels
from consultations.intake.readers.docx.paragraphs import Piece, WordParagraph
from consultations.intake.readers.docx.signs import (
    FORMULAS,
    checkbox,
    form_value,
    formula,
    is_hint,
    symbol,
)
from consultations.intake.readers.docx.styles import Style, Styles
from consultations.model.transcript import Drop

_SKIPPED = {qn("w:del"), qn("w:moveFrom")}
_ENTERED = {
    qn("w:ins"), qn("w:moveTo"), qn("w:smartTag"), qn("w:fldSimple"), qn("w:sdtContent"),
    qn("w:customXml"), qn("w:dir"), qn("w:bdo"), qn("w:ruby"), qn("w:rubyBase"),
}  # fmt: skip
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_COMPATIBLE}Fallback"
_PICTURES = {qn("w:drawing"), qn("w:pict"), qn("w:object"), f"{_COMPATIBLE}AlternateContent"}
_MOST_DROPPED = 4
"""Code points of a large letter, which may stand with a quotation mark or be a short word."""
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,5}")
_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")
_ADDRESS = re.compile(r"(?:https?|mailto):[^\s()<>]+", re.IGNORECASE)


@dataclass
class _OpenField:
    """A field of which the instruction, or the result, is being read."""

    instruction: str = ""
    shows: bool = False

    @property
    def link(self) -> str:
        found = _LINK.search(self.instruction) if self.shows else None
        return found[1] if found and _ADDRESS.fullmatch(found[1]) else ""


class RunReader:
    """Reads the words of paragraphs, with what stands there and is left out."""

    def __init__(self, styles: Styles, labels: NoteLabels, address: Callable[[str], str]) -> None:
        """Take the document's styles, what gives notes their labels, and links their addresses."""
        self._styles = styles
        self._labels = labels
        self._address = address
        self._fields: list[_OpenField] = []

    def read(self, element: Any) -> WordParagraph:
        """A paragraph by its element."""
        properties = element.find(qn("w:pPr"))
        style = self._styles.of(properties)
        level = self._styles.outline(properties, style)
        paragraph = WordParagraph(
            [], style.name, level, inherited=level is not None and style.based
        )
        paragraph.set_in = self._styles.set_in(properties, style)
        mark = properties.find(qn("w:rPr")) if properties is not None else None
        paragraph.ends = mark is None or all(mark.find(name) is None for name in _SKIPPED)
        self._fields = []
        self._enter(element, paragraph, style)
        if _is_drop_capital(properties) and len(paragraph.text.strip()) <= _MOST_DROPPED:
            paragraph.pieces = [Piece(paragraph.text.strip())]
            paragraph.ends = False
        return paragraph

    def _enter(self, element: Any, paragraph: WordParagraph, style: Style, link: str = "") -> None:
        for child in element:
            if child.tag == qn("w:r"):
                self._run(child, paragraph, style, link)
            elif child.tag in _SKIPPED:
                paragraph.leave_out("deletion", child, "a tracked deletion, taken as accepted")
            elif child.tag == qn("w:hyperlink"):
                address = self._address(child.get(qn("r:id"), ""))
                good = address if _ADDRESS.fullmatch(address) else ""
                self._enter(child, paragraph, style, good)
            elif child.tag == qn("w:rt"):
                paragraph.leave_out("hidden", child, "how a word is said, in small above it")
            elif child.tag in FORMULAS:
                paragraph.pieces.append(Piece(formula(child)))
            elif child.tag == qn("w:sdt"):
                self._control(child, paragraph, style, link)
            elif child.tag in _ENTERED:
                self._enter(child, paragraph, style, link)

    def _control(self, child: Any, paragraph: WordParagraph, style: Style, link: str) -> None:
        if is_hint(child):
            paragraph.leave_out("form", child, "a form's hint, where nothing was filled in")
        elif mark := checkbox(child):
            paragraph.pieces.append(Piece(mark))
        else:
            self._enter(child, paragraph, style, link)

    def _run(self, run: Any, paragraph: WordParagraph, style: Style, link: str) -> None:
        look = self._styles.look(run.find(qn("w:rPr")), style)
        if look.hidden:
            paragraph.leave_out("hidden", run, "hidden text")
            return
        for child in run:
            if child.tag in _ENTERED:
                self._enter(child, paragraph, style, link)
                continue
            text = self._sign(child, paragraph)
            if text:
                leads = next((f.link for f in self._fields if f.link), link)
                paragraph.pieces.append(Piece(text, look, leads))

    def _sign(self, child: Any, paragraph: WordParagraph) -> str:
        """What a part of a run prints; notes and text boxes are hung on the paragraph."""
        tag = child.tag
        if tag == qn("w:fldChar"):
            return self._field_sign(child, paragraph)
        if any(not field.shows for field in self._fields):
            if tag == qn("w:instrText"):
                self._fields[-1].instruction += child.text or ""
            return ""  # The instruction of a field, not what it shows.
        if tag in _NOTES:
            return self._note(child, _NOTES[tag], paragraph)
        if tag == qn("w:commentReference"):
            paragraph.comments.append(child.get(qn("w:id"), ""))
        if tag in _PICTURES:
            return _picture(child, paragraph)
        if tag == qn("w:sym"):
            return _symbol(child, paragraph)
        return _sign_of(child)

    def _note(self, child: Any, kind: str, paragraph: WordParagraph) -> str:
        id_ = child.get(qn("w:id"), "")
        paragraph.notes.append((kind, id_))
        own = ""
        if is_true(child.get(qn("w:customMarkFollows"))):
            own = "".join(t.text or "" for t in child.itersiblings(qn("w:t")))
        label = self._labels.label(kind, id_, own.strip())
        if own:
            # What the run goes on with is the note's own sign, which the label stands for.
            for t in list(child.itersiblings(qn("w:t"))):
                t.text = ""
            reason = "the sign that calls a note, which has a label in its place"
            paragraph.drops.append(Drop("symbol", own, reason, after=f"[^{label}]"))
        return f"[^{label}]"

    def _field_sign(self, child: Any, paragraph: WordParagraph) -> str:
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            self._fields.append(_OpenField())
            return form_value(child)
        if kind == "separate" and self._fields:
            self._fields[-1].shows = True
            paragraph.in_contents |= _lists_contents(self._fields[-1].instruction)
        elif kind == "end" and self._fields:
            self._fields.pop()
        return ""


def _is_drop_capital(properties: Any | None) -> bool:
    """Whether a paragraph is the large letter with which the next one begins (17.3.1.11)."""
    frame = properties.find(qn("w:framePr")) if properties is not None else None
    return frame is not None and frame.get(qn("w:dropCap")) in ("drop", "margin")


def is_true(value: str | None) -> bool:
    """Whether an attribute that is a switch is on."""
    return value in ("1", "true", "on")


def _lists_contents(instruction: str) -> bool:
    return instruction.split()[:1] in (["TOC"], ["TOA"], ["INDEX"])


def _symbol(child: Any, paragraph: WordParagraph) -> str:
    font, said = child.get(qn("w:font"), ""), child.get(qn("w:char"), "")
    code = int(said, 16) if _HEXADECIMAL.fullmatch(said) else 0
    meant = symbol(font, code)
    if meant is None or code >= 0xE000:
        reason = f"a sign of the font {font}" + ("" if meant else ", which is not known")
        told = f"U+{code:04X}" if code else said
        paragraph.drops.append(Drop("symbol", told, reason, after=meant or ""))
    return meant or ""


def _picture(element: Any, paragraph: WordParagraph) -> str:
    boxes = [box for box in element.iter(qn("w:txbxContent")) if not _in_fallback(box, element)]
    paragraph.boxes += boxes
    if boxes:
        return ""
    described = next((d for d in element.iter() if str(d.tag).endswith("}docPr")), None)
    words = described.get("descr") or described.get("title") if described is not None else ""
    return f"![{' '.join(words.split())}](picture)" if words else ""


def _sign_of(child: Any) -> str:
    """What a part of a run prints by itself."""
    tag = child.tag
    if tag == qn("w:t"):
        return child.text or ""
    if tag in (qn("w:tab"), qn("w:ptab")):
        return "\t"
    if tag in (qn("w:br"), qn("w:cr")):
        return "" if child.get(qn("w:type")) in ("page", "column") else "\n"
    if tag == qn("w:noBreakHyphen"):
        return "\N{NON-BREAKING HYPHEN}"
    return ""


def _in_fallback(box: Any, top: Any) -> bool:
    at = box.getparent()
    while at is not None and at is not top:
        if at.tag == _FALLBACK:
            return True
        at = at.getparent()
    return False
