"""What somebody entered on a page: in the fields of its form, or written over it by hand.

Programs keep it beside the page, and some show only the beginning of what was typed. Here it is put
into the page, whole, so that it is read at its place as all other words are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from textwrap import wrap
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.strings import string_of

COMMENT = "a comment in the margin"
_BUTTON = "the name of a button"
_NOT_SHOWN = "stands in a field that is not shown"
_TICKS = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_OF_THE_PAGE = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
"""What says nothing of its own beside the page."""
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_TYPED = (
    raw.FPDF_FORMFIELD_TEXTFIELD,
    raw.FPDF_FORMFIELD_COMBOBOX,
    raw.FPDF_FORMFIELD_LISTBOX,
)
_PASSWORD = 1 << 13
_PLAIN = Style(10, bold=False, italic=False, font="", colour=0)
"""How words are set where nothing else stands on the page."""
_LEADING = 1.2
"""In type sizes."""
_NARROWEST = 40
"""Code points: a line of a field with several is at least so long, if the words are."""
MIDDLE = 0.3
"""In type sizes: how high above its base the middle of a letter is."""


class TickField(NamedTuple):
    """A box of a form that may be ticked."""

    box: Box
    is_ticked: bool


@dataclass
class Entries:
    """What was entered on a page."""

    ticks: list[TickField] = field(default_factory=list)
    texts: list[tuple[Box, str]] = field(default_factory=list)
    """What was typed or chosen in fields, and where these are."""
    unread: list[tuple[str, str]] = field(default_factory=list)
    """What is left out of the page's text: words and the reason."""
    to_draw: bool = False
    """Whether anything beside the page is to be drawn into it."""


def draw_entries(page: pypdfium2.PdfPage) -> Entries:
    """Draw into a page what was entered on it; where that was done, it has to be opened again.

    Boxes to tick are not drawn: their state says more than their look. Comments and buttons are
    left out.
    """
    entries = Entries()
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        with _annotation(page, index) as note:
            if note and not _take(note, page, entries):
                raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_HIDDEN)
    if entries.to_draw:
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    return entries


def _take(note: object, page: pypdfium2.PdfPage, entries: Entries) -> bool:
    """Take in what stands beside a page; whether it is to be drawn into the page."""
    kind = raw.FPDFAnnot_GetSubtype(note)
    box = _box(note)
    is_seen = not raw.FPDFAnnot_GetFlags(note) & _UNSEEN and min(box.width, box.height) > 0
    if kind == raw.FPDF_ANNOT_WIDGET:
        is_drawn = page.formenv is None or not _take_field(note, page.formenv.raw, is_seen, entries)
    else:
        is_drawn = kind == raw.FPDF_ANNOT_FREETEXT
        words = "" if is_drawn or kind in _OF_THE_PAGE else _text(note, b"Contents").strip()
        entries.unread += [(words, COMMENT)] if words else []
    entries.to_draw = entries.to_draw or (is_drawn and is_seen)
    return is_drawn and is_seen


def _take_field(note: object, form: object, is_seen: bool, entries: Entries) -> bool:
    """Take in a field of a form by what it holds; whether that is all that there is to it."""
    kind = raw.FPDFAnnot_GetFormFieldType(form, note)
    if kind in _TICKS:
        tick = TickField(_box(note), bool(raw.FPDFAnnot_IsChecked(form, note)))
        entries.ticks += [tick] if is_seen else []
    elif kind == raw.FPDF_FORMFIELD_PUSHBUTTON:
        name = (_text(note, b"TU") or _text(note, b"T")).strip()
        entries.unread += [(name, _BUTTON)] if name else []
    elif kind in _TYPED:
        is_secret = raw.FPDFAnnot_GetFormFieldFlags(form, note) & _PASSWORD
        words = "" if is_secret else (_chosen(form, note) or _text(note, b"V"))
        if words.strip() and is_seen:
            entries.texts.append((_box(note), words))
        elif words.strip():
            entries.unread.append((words, _NOT_SHOWN))
    return kind in (*_TICKS, *_TYPED, raw.FPDF_FORMFIELD_PUSHBUTTON)


def typed_runs(
    texts: Sequence[tuple[Box, str]], runs: Sequence[Sequence[Glyph]]
) -> Iterator[tuple[Glyph, ...]]:
    """Runs of what was typed into fields, as the page's text is set, each whole in its field.

    Args:
        texts: where the fields are on the page, and what was typed.
        runs: of the page.
    """
    styles = Counter(glyph.style for run in runs for glyph in run)
    usual = styles.most_common(1)[0][0] if styles else _PLAIN
    style = replace(usual, bold=False, italic=False)
    for box, words in texts:
        inside = box.height - style.size
        most = max(1, int(inside / (_LEADING * style.size)))
        lines = _broken(words, most)
        leading = max(inside, 0) / max(most, len(lines))
        base = (box.top + box.bottom + leading * (most - 1)) / 2 - MIDDLE * style.size
        if most == 1:
            base = next((run[0].base for run in runs if _is_on(run[0], box)), base)
        wide = min(0.5 * style.size, box.width / max(map(len, lines)))
        for n, line in enumerate(lines):
            yield tuple(
                Glyph(char, left := box.left + k * wide, left + wide, base - n * leading, style, -1)
                for k, char in enumerate(line)
            )


def _broken(words: str, most: int) -> list[str]:
    """Words in about so many lines at most; the ends that its own lines have stay if they fit."""
    own = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    if len(own) > most or most == 1:
        own = [" ".join(own)]
    if most == 1:
        return own
    width = max(_NARROWEST, sum(map(len, own)) // max(1, most - len(own)))
    return [
        part
        for line in own
        for part in wrap(line, width, break_long_words=False, break_on_hyphens=False)
    ]


def _is_on(glyph: Glyph, box: Box) -> bool:
    """Whether a letter stands on the line of a field."""
    return abs(glyph.base + MIDDLE * glyph.style.size - (box.bottom + box.top) / 2) < box.height / 2


def _chosen(form: object, note: object) -> str:
    """The options of a field that are chosen, as they are shown."""
    options = range(raw.FPDFAnnot_GetOptionCount(form, note))
    return "; ".join(
        string_of(lambda *to, n=n: raw.FPDFAnnot_GetOptionLabel(form, note, n, *to))
        for n in options
        if raw.FPDFAnnot_IsOptionSelected(form, note, n)
    )


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[object]:
    note = raw.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield note
    finally:
        raw.FPDFPage_CloseAnnot(note)


def _box(note: object) -> Box:
    place = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, place)
    left, right = sorted((place.left, place.right))
    bottom, top = sorted((place.bottom, place.top))
    return Box(left, bottom, right, top)


def _text(note: object, key: bytes) -> str:
    """Words that an entry beside the page holds under a name of PDF's."""
    return string_of(lambda *to: raw.FPDFAnnot_GetStringValue(note, key, *to))
