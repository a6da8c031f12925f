"""The words of Word's paragraphs, run by run, with fields, forms, links and what hangs on them."""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.intake.readers.docx.drawings import (
    DRAWINGS,
    boxes_of,
    description_of,
    words_drawn,
)
from consultations.intake.readers.docx.formulas import FORMULAS, formula
from consultations.intake.readers.docx.labels import NoteLabels
from consultations.intake.readers.docx.opening import WordFile
from consultations.intake.readers.docx.paragraphs import Piece, WordParagraph
from consultations.intake.readers.docx.printed import words_in
from consultations.intake.readers.docx.signs import checkbox, form_value
from consultations.intake.readers.docx.styles import Look, Style, Styles
from consultations.intake.readers.sign_fonts import in_font, symbol
from consultations.model.transcript import Drop

_GONE = (qn("w:del"), qn("w:moveFrom"))
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_MOST_DROPPED = 4
"""Code points of a drop capital: one letter, perhaps with a quotation mark, or a short word."""
_LEAVES = DRAWINGS | {qn("w:fldChar"), qn("w:rPr")}
"""Parts of a run whose elements it does not print as its own."""
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,5}")
_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")
_ADDRESS = re.compile(r"(?:https?|mailto):[^\s()<>]+", re.IGNORECASE)


_DRAWN = re.compile(r"\s*(?:EQ|(?:MACRO|GOTO)BUTTON\s+\S+)\s+(?P<words>\S.*)", re.DOTALL)
"""Instructions of fields that have no result: the field shows what the instruction says."""


@dataclass
class _OpenField:
    """A field whose instruction or result is being read."""

    value: str = ""
    """What the field of a form has chosen, for where its result says nothing."""
    instruction: str = ""
    shows: bool = False
    said: bool = False
    """Whether its result has words."""

    @property
    def link(self) -> str:
        return _link_of(self.instruction) if self.shows else ""

    @property
    def lists_contents(self) -> bool:
        return self.shows and _lists_contents(self.instruction)


class RunReader:
    """Reads the words of paragraphs; notes what is attached to them, and what is left out."""

    def __init__(self, file: WordFile, styles: Styles, labels: NoteLabels) -> None:
        """Take the file, its styles, and what gives notes their labels."""
        self._file = file
        self._styles = styles
        self._labels = labels
        self._fields: list[_OpenField] = []
        """Fields that are open at the place reached; they may extend over paragraphs."""
        self.struck: list[str] = []
        """Words struck through: they are printed, and their author may not mean them."""

    def read(self, element: Any) -> WordParagraph:
        """A paragraph by its element."""
        properties = element.find(qn("w:pPr"))
        style = self._styles.of(properties)
        level = self._styles.outline(properties, style)
        paragraph = WordParagraph(
            [], style.name, level, inherited=level is not None and style.based
        )
        paragraph.indents = self._styles.indents(properties, style)
        mark = properties.find(qn("w:rPr")) if properties is not None else None
        paragraph.ends = mark is None or all(mark.find(name) is None for name in _GONE)
        paragraph.in_contents = any(field.lists_contents for field in self._fields)
        self._enter(element, paragraph, style)
        if _is_drop_capital(properties) and len(paragraph.text.strip()) <= _MOST_DROPPED:
            paragraph.pieces = [Piece(paragraph.text.strip())]
            paragraph.ends = False
        return paragraph

    def _enter(self, element: Any, paragraph: WordParagraph, style: Style, link: str = "") -> None:
        """Read the parts of a line; of unknown elements, what is inside them."""
        for child in element:
            if child in self._file.left_out:
                paragraph.drops.append(self._file.left_out.pop(child))
            elif child.tag == qn("w:r"):
                self._run(child, paragraph, style, link)
            elif child.tag in FORMULAS:
                paragraph.pieces.append(Piece(formula(child)))
            elif child.tag == qn("w:t"):
                paragraph.pieces.append(Piece(child.text or "", style.look, link))
            elif child.tag == qn("w:hyperlink"):
                address = self._file.address(child.get(qn("r:id"), ""))
                self._enter(child, paragraph, style, _good(address))
            elif child.tag == qn("w:fldSimple"):
                instruction = child.get(qn("w:instr"), "")
                paragraph.in_contents |= _lists_contents(instruction)
                self._enter(child, paragraph, style, _link_of(instruction) or link)
            elif mark := checkbox(child):
                paragraph.pieces.append(Piece(mark))
            else:
                self._enter(child, paragraph, style, link)

    def _run(self, run: Any, paragraph: WordParagraph, style: Style, link: str) -> None:
        look = self._styles.look(run.find(qn("w:rPr")), style)
        if look.hidden and (text := words_in(run)):
            paragraph.drops.append(Drop("hidden", text, "hidden text"))
        elif look.struck:
            self.struck.append(words_in(run))
        for child in run:
            if look.hidden and child.tag != qn("w:fldChar"):
                continue
            if len(child) and child.tag not in _LEAVES:
                self._enter(child, paragraph, style, link)
            elif text := self._sign(child, paragraph, look):
                leads = next((f.link for f in self._fields if f.link), link)
                paragraph.pieces.append(Piece(text, look, leads))
                for field in self._fields:
                    field.said |= bool(text.strip())

    def _sign(self, child: Any, paragraph: WordParagraph, look: Look) -> str:
        """What a part of a run prints; notes and text boxes are hung on the paragraph."""
        tag = child.tag
        if tag == qn("w:fldChar"):
            return self._field_sign(child, paragraph)
        if any(not field.shows for field in self._fields):
            if tag == qn("w:instrText"):
                self._fields[-1].instruction += child.text or ""
            elif text := words_in(child):
                paragraph.drops.append(Drop("hidden", text, "stands in the instruction of a field"))
            return ""
        if tag in _NOTES:
            return self._note(child, _NOTES[tag], paragraph)
        if tag == qn("w:commentReference"):
            paragraph.comments.append(child.get(qn("w:id"), ""))
        if tag in DRAWINGS:
            return self._drawing(child, paragraph)
        if tag == qn("w:sym"):
            return _symbol(child, paragraph)
        if tag == qn("w:t") and (meant := in_font(look.font, child.text or "")):
            reason = f"signs of the font {look.font}"
            paragraph.drops.append(Drop("symbol", child.text, reason, after=meant))
            return meant
        return _sign_of(child)

    def _drawing(self, drawing: Any, paragraph: WordParagraph) -> str:
        """The description of a picture; its text boxes are hung on the paragraph."""
        boxes = list(boxes_of(drawing))
        paragraph.boxes += boxes
        if drawn := words_drawn(drawing, self._file):
            paragraph.drops.append(Drop("picture", drawn, "words of a picture or a chart"))
        described = "" if boxes else description_of(drawing)
        return f"![{described}](picture)" if described else ""

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
            self._fields.append(_OpenField(form_value(child)))
        if kind == "separate" and self._fields:
            self._fields[-1].shows = True
            paragraph.in_contents |= self._fields[-1].lists_contents
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if drawn := _DRAWN.match(field.instruction) if not field.shows else None:
                paragraph.drops.append(Drop("hidden", drawn["words"], "what a field draws"))
            return "" if field.said else field.value
        return ""


def _is_drop_capital(properties: Any | None) -> bool:
    """Whether a paragraph is the large letter with which the next one begins (17.3.1.11)."""
    frame = properties.find(qn("w:framePr")) if properties is not None else None
    return frame is not None and frame.get(qn("w:dropCap")) in ("drop", "margin")


def is_true(value: str | None) -> bool:
    """Whether an attribute that is a switch is turned on."""
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


def _good(address: str) -> str:
    return address if _ADDRESS.fullmatch(address) else ""


def _link_of(instruction: str) -> str:
    """Where a field leads, by its instruction."""
    found = _LINK.search(instruction)
    return _good(found[1]) if found else ""


def _sign_of(child: Any) -> str:
    """What a part of a run prints by itself."""
    tag = child.tag
    if tag == qn("w:t"):
        return child.text or ""
    if tag in (qn("w:tab"), qn("w:ptab")):
        return "\t"
    if tag in (qn("w:br"), qn("w:cr")):
        return "\n"
    if tag == qn("w:noBreakHyphen"):
        return "\N{NON-BREAKING HYPHEN}"
    if tag == qn("w:softHyphen"):
        return "\N{SOFT HYPHEN}"
    return ""
