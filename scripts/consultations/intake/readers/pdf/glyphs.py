"""The characters of a PDF with their places and styles, as pdfium finds them.

Only this module talks to pdfium. Lengths are PDF points (1/72 inch); the origin is the lower left
corner of the page, so that a greater `base` stands higher.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_BOLD = re.compile(r"bold|black|heavy|demi(?!ta)", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|kursiv", re.IGNORECASE)
_WEIGHT_NAMED = re.compile(r"regular|roman|book|light|medium|thin", re.IGNORECASE)
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6
"""Bit 7 of a font's flags in its descriptor (ISO 32000-1, table 123)."""
_LINE_HYPHENS = ("\x02", "\ufffe")
"""How pdfium marks a hyphen with which a line ends."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is set."""

    size: float
    """In points, to a tenth."""
    bold: bool
    italic: bool
    font: str
    """Name of the font without the prefix of a subset."""
    colour: int
    """Red, green and blue as 0xRRGGBB."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character at its place; a blank may be pdfium's own, made where words stand apart."""

    char: str
    left: float
    right: float
    base: float
    style: Style
    mark: int
    """Id of the marked content that it belongs to on its page; -1 where it belongs to none."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: a ruling line where it is thin."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top, in points."""
        return self.top - self.bottom


@dataclass(frozen=True)
class PdfPage:
    """A page: its glyphs in the order in which they were drawn, its lines and boxes."""

    number: int
    """From 1."""
    label: str
    width: float
    height: float
    runs: tuple[tuple[Glyph, ...], ...]
    """Glyphs that pdfium takes to stand on one line, a run each."""
    boxes: tuple[Box, ...]
    pictures: tuple[Box, ...]


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the file's outline ("bookmarks")."""

    title: str
    depth: int
    """1 for the outermost."""


def outline_of(pdf: pypdfium2.PdfDocument) -> tuple[OutlineEntry, ...]:
    """The outline that the file carries; empty where it has none."""
    return tuple(
        OutlineEntry(" ".join(entry.get_title().split()), entry.level + 1)
        for entry in pdf.get_toc(max_depth=8)
    )


def page_of(pdf: pypdfium2.PdfDocument, index: int) -> PdfPage:
    """A page by its index, counted from 0."""
    page = pdf[index]
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        runs = tuple(_runs(text.raw))
    finally:
        text.close()
    boxes, pictures = [], []
    for item in page.get_objects(max_depth=3):
        left, bottom, right, top = item.get_bounds()
        box = Box(left, bottom, right, top)
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            boxes.append(box)
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
    page.close()
    return PdfPage(
        number=index + 1,
        label=pdf.get_page_label(index) or str(index + 1),
        width=width,
        height=height,
        runs=runs,
        boxes=tuple(boxes),
        pictures=tuple(pictures),
    )


class _Styles:
    """The styles of a page's text, looked up once for each object that draws text."""

    def __init__(self, text: object) -> None:
        self._text = text
        self._known: dict[int, tuple[Style, int]] = {}
        self._same: dict[Style, Style] = {}
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self._rgba = [ctypes.c_uint() for _ in range(4)]

    def of(self, index: int) -> tuple[Style, int]:
        """The style of a character, and the id of the marked content that it belongs to."""
        item = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(item, ctypes.c_void_p).value if item else None
        if key is None:
            return self._read(index), -1
        known = self._known.get(key)
        if known is None:
            mark = raw.FPDFPageObj_GetMarkedContentID(item)
            known = self._known[key] = (self._read(index), mark)
        return known

    def _read(self, index: int) -> Style:
        raw.FPDFText_GetMatrix(self._text, index, self._matrix)
        scale = math.hypot(self._matrix.b, self._matrix.d) or 1.0
        size = round(raw.FPDFText_GetFontSize(self._text, index) * scale, 1)
        length = raw.FPDFText_GetFontInfo(self._text, index, self._name, 256, self._flags)
        font = self._name.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
        font = font.partition("+")[2] or font
        weight = raw.FPDFText_GetFontWeight(self._text, index)
        bold = bool(_BOLD.search(font)) or (
            weight >= _BOLD_WEIGHT and not _WEIGHT_NAMED.search(font)
        )
        italic = bool(_ITALIC.search(font) or self._flags.value & _ITALIC_FLAG)
        raw.FPDFText_GetFillColor(self._text, index, *self._rgba)
        red, green, blue, _ = (part.value & 0xFF for part in self._rgba)
        style = Style(size, bold, italic, font, red << 16 | green << 8 | blue)
        return self._same.setdefault(style, style)


def _runs(text: object) -> Iterator[tuple[Glyph, ...]]:
    """The glyphs of a page, parted where pdfium sees a line end."""
    styles = _Styles(text)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    run: list[Glyph] = []
    high = 0
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        # pdfium gives a character beyond the basic plane as two halves.
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
        char = chr(code)
        generated = raw.FPDFText_IsGenerated(text, index) == 1
        if char in "\r\n":
            if run:
                yield tuple(run)
            run = []
        elif char.isspace() or (generated and char not in _LINE_HYPHENS):
            if run and run[-1].char != " ":
                last = run[-1]
                run.append(Glyph(" ", last.right, last.right, last.base, last.style, last.mark))
        elif code:
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            char = "-" if char in _LINE_HYPHENS else char
            run.append(Glyph(char, left.value, right.value, y.value, *styles.of(index)))
    if run:
        yield tuple(run)
