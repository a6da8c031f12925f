"""Word's paragraphs: what is in them, and their words as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.intake.readers import markup
from consultations.intake.readers.docx.formulas import FORMULAS
from consultations.intake.readers.docx.styles import INSET, Indents, Look
from consultations.model.transcript import Drop

_PLAIN = Look()
_FLUSH = Indents()
_LISTED = re.compile(r"(?:table of )?contents|list of (?:tables|figures)", re.IGNORECASE)
_MOST_SET_IN = 0.3
"""Where more of a document's words are set in, they are no quotations."""
_FURTHEST = 2000
"""In twentieths of a point: what stands further in is an address, or set about a middle."""
_LABEL = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}")


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph that are set alike."""

    text: str
    look: Look = _PLAIN
    link: str = ""
    """Where a link leads whose words these are."""

    @property
    def raised_label(self) -> str:
        """The label, where it is a raised figure or sign such as calls a note; else nothing."""
        if not self.look.raised:
            return ""
        label = self.text.strip()
        return label if _LABEL.fullmatch(label) else ""


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
    note: str = ""
    """The label of the note that it is the body of, where its author typed the note by hand."""
    label: str = ""
    bullet: bool = False
    depth: int = 1
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes that it calls: `footnote` or `endnote`, and the id there."""
    boxes: list[Any] = field(default_factory=list)
    """Text boxes that hang on it, as elements."""
    indents: Indents = _FLUSH
    set_in: Literal["", "both", "left"] = ""
    """Whether it stands in from both edges of the text, or further in than the text above it."""
    in_table: bool = False
    in_contents: bool = False
    """Whether it is an entry of a list of contents that Word makes."""
    ends: bool = True
    """Whether it ends where its element does: a tracked change may have joined it to the next."""
    drops: list[Drop] = field(default_factory=list)
    """What it holds and does not print."""
    comments: list[str] = field(default_factory=list)
    """Comments that hang on it, by their ids."""

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_item(self) -> bool:
        """Whether Word numbers it, or sets a bullet before it."""
        return self.bullet or bool(self.label)

    def follow(self, held: "WordParagraph") -> None:
        """Go on from a paragraph that a tracked change has joined to this one."""
        for mine, before in (
            (self.pieces, held.pieces),
            (self.drops, held.drops),
            (self.notes, held.notes),
            (self.comments, held.comments),
        ):
            mine[:0] = before  # type: ignore[assignment] # each list with its like

    @property
    def markdown(self) -> str:
        """Its words with links, and with emphasis marked."""
        alike: list[list[Piece]] = []
        for piece in self.pieces:
            first = alike[-1][0] if alike else None
            if first and first.link == piece.link and _is_set_alike(first, piece):
                alike[-1].append(piece)
            else:
                alike.append([piece])
        words = (markup.escaped("".join(piece.text for piece in run)) for run in alike)
        merged = (replace(run[0], text=said) for run, said in zip(alike, words, strict=True))
        return "".join(map(_written, merged)).strip()

    @property
    def on_one_line(self) -> str:
        """Its words as a heading has them in Markdown."""
        return markup.escaped(" ".join(self.text.split()))


def tell_set_in(paragraphs: Sequence[WordParagraph]) -> None:
    """Tell which paragraphs stand further in than the text around them.

    Items and what stands in a table are set in for other reasons, and so is what goes on with an
    item. Where much of a document is set in from both edges, that is its way.
    """
    texts = [p for p in paragraphs if p.text.strip() and not (p.in_table or p.in_contents)]
    both = [p for p in texts if p.indents.set_in and not p.is_item]
    most = _MOST_SET_IN * sum(len(p.text) for p in paragraphs)
    if sum(len(p.text) for p in both) <= most:
        for p in both:
            p.set_in = "both"
    for p in _further_in(texts):
        p.set_in = "left"


def _further_in(texts: Sequence[WordParagraph]) -> Iterator[WordParagraph]:
    """The paragraphs that stand further in on the left than the text above, which is no item."""
    outer: int | None = None
    for p in texts:
        if p.is_item or p.indents.hanging:
            outer = None
        elif p.indents.set_in:
            continue
        elif outer is not None and INSET <= p.indents.left - outer <= _FURTHEST:
            yield p
        else:
            outer = p.indents.left


def _is_set_alike(first: Piece, second: Piece) -> bool:
    one, other = first.look, second.look
    if first.raised_label or second.raised_label:
        return False
    return (one.bold, one.italic) == (other.bold, other.italic) or not second.text.strip()


def _written(piece: Piece) -> str:
    words = piece.text.strip()
    if piece.raised_label:
        return piece.text.replace(words, f"<sup>{words}</sup>")
    if piece.link and words and words != piece.link and not set("[]\n") & set(words):
        before, after = piece.text.split(words, 1)
        return f"{before}[{words}]({piece.link}){after}"
    return markup.emphasised(piece.text, bold=piece.look.bold, italic=piece.look.italic)


def blocks_of(container: Any, *, in_contents: bool = False) -> Iterator[tuple[Any, bool]]:
    """The paragraphs and tables of a body, a cell or a text box, those of controls among them.

    With each goes whether it stands in a list of contents.
    """
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")) or child.tag in FORMULAS:
            yield child, in_contents
        else:
            yield from blocks_of(child, in_contents=in_contents or _is_contents(child))


def _is_contents(control: Any) -> bool:
    gallery = control.find("/".join(map(qn, ("w:sdtPr", "w:docPartObj", "w:docPartGallery"))))
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


def is_over_contents(paragraph: WordParagraph, following: Sequence[object]) -> bool:
    """Whether a paragraph is the heading of a list of contents, with which what follows begins."""
    listed = [part for part in following if isinstance(part, WordParagraph) and part.in_contents]
    return bool(listed) and bool(_LISTED.fullmatch(paragraph.text.strip()))
