"""The characters of a PDF with their places and styles, as pdfium finds them.

Lengths are PDF points (1/72 inch); the origin is the lower left corner of the page, so that a
greater `base` stands higher.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdfium2 import raw

from consultations.intake.readers.pdf.page.geometry import Box, Turn

_BOLD = re.compile(r"bold|black|heavy|demi(?!ta)", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|kursiv", re.IGNORECASE)
_WEIGHT_NAMED = re.compile(r"regular|roman|book|light|medium|thin", re.IGNORECASE)
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6
"""Bit 7 of a font's flags in its descriptor (ISO 32000-1, table 123)."""
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
_UPRIGHT = 12.0
"""Degrees by which text may lean and still be read as standing straight: scans do."""
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


class Glyph(NamedTuple):
    """One character at its place; a blank may be pdfium's own, made where words stand apart."""

    char: str
    left: float
    right: float
    base: float
    style: Style
    mark: int
    """Id of the marked content that it belongs to on its page; -1 where it belongs to none."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How some text is put on its page."""

    style: Style
    mark: int
    quarter: int | None
    """Quarters of a turn to the left in which it reads; None where it stands aslant."""
    unseen: bool
    """Whether it is drawn invisible (text rendering mode 3), as the words under a scan are."""
    is_level: bool
    """Whether its base line runs right along the page."""
    unmapped: bool
    """Whether the font does not say which characters its glyphs are."""


@dataclass(frozen=True)
class DrawnRun:
    """Characters that pdfium takes to stand on one line, drawn in one way."""

    glyphs: tuple[Glyph, ...]
    """Turned so that they read from left to right."""
    how: Drawn
    outside: bool
    """Whether it stands outside of what is shown of the page."""


def drawn_runs(text: object, shown: Box) -> Iterator[DrawnRun]:
    """The characters of a page, parted where a line ends or where they are drawn in another way.

    Args:
        text: pdfium's text page.
        shown: what is shown of the page.
    """
    places = _Places(text, shown)
    drawn = _DrawnText(text)
    run: list[Glyph] = []
    last: Drawn | None = None
    was_outside = False
    for index, char in _characters(text):
        if char == "\n":
            if run and last:
                yield DrawnRun(tuple(run), last, was_outside)
            run = []
        elif char == " ":
            if run and run[-1].char != " ":
                end = run[-1]
                run.append(Glyph(" ", end.right, end.right, end.base, end.style, end.mark))
        else:
            how = drawn.of(index)
            # What one object draws stands on one base line.
            known = run[-1].base if run and how is last and how.is_level else None
            left, right, base, outside = places.of(index, how.quarter or 0, known)
            if run and last and (outside != was_outside or not _alike(how, last)):
                yield DrawnRun(tuple(run), last, was_outside)
                run = []
            last, was_outside = how, outside
            run.append(Glyph(char, left, right, base, how.style, how.mark))
    if run and last:
        yield DrawnRun(tuple(run), last, was_outside)


def _alike(one: Drawn, other: Drawn) -> bool:
    """Whether text stands in one direction, and is seen and known or not."""
    return one is other or (one.quarter, one.unseen, one.unmapped) == (
        other.quarter,
        other.unseen,
        other.unmapped,
    )


def _characters(text: object) -> Iterator[tuple[int, str]]:
    """The characters with their numbers; any blank is a space, any line end a line feed."""
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
        if char in "\r\n":
            yield index, "\n"
        elif char in _LINE_HYPHENS:
            yield index, "-"
        elif char.isalnum():
            yield index, char
        elif char.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
            yield index, " "
        elif code:
            yield index, char


class _Places:
    """Where the characters of a page stand."""

    def __init__(self, text: object, shown: Box) -> None:
        self._text = text
        self._shown = shown
        self._turns = [Turn(quarter, shown) for quarter in range(4)]
        self._box = [ctypes.c_double() for _ in range(4)]
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def of(self, index: int, quarter: int, known: float | None) -> tuple[float, float, float, bool]:
        """Left, right and base of a character that reads so, and whether it cannot be seen.

        Args:
            index: its number.
            quarter: quarters of a turn to the left in which it reads.
            known: its base, where that is known.
        """
        raw.FPDFText_GetCharBox(self._text, index, *self._box)
        shown = self._shown
        left, right, bottom, top = [part.value for part in self._box]
        outside = not shown.left <= (left + right) / 2 <= shown.right or not (
            shown.bottom <= (bottom + top) / 2 <= shown.top
        )
        if known is not None and quarter == 0:
            return left - shown.left, right - shown.left, known, outside
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        if quarter == 0:
            return left - shown.left, right - shown.left, y - shown.bottom, outside
        turn = self._turns[quarter]
        box = turn.box(Box(left, bottom, right, top))
        return box.left, box.right, turn.point(x, y)[1], outside


class _DrawnText:
    """How a page's text is drawn, looked up once for each object that draws text."""

    def __init__(self, text: object) -> None:
        self._text = text
        self._known: dict[int, Drawn] = {}
        self._same: dict[Style, Style] = {}
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self._rgba = [ctypes.c_uint() for _ in range(4)]

    def of(self, index: int) -> Drawn:
        """How a character is drawn."""
        item = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(item, ctypes.c_void_p).value if item else None
        if key is None:
            return self._read(index, None)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(index, item)
        return known

    def _read(self, index: int, item: Any) -> Drawn:
        raw.FPDFText_GetMatrix(self._text, index, self._matrix)
        return Drawn(
            self._style(index),
            raw.FPDFPageObj_GetMarkedContentID(item) if item else -1,
            _quarter(self._matrix.a, self._matrix.b),
            bool(item) and raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE,
            self._matrix.b == 0 and bool(item),
            raw.FPDFText_HasUnicodeMapError(self._text, index) == 1,
        )

    def _style(self, index: int) -> Style:
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


def _quarter(a: float, b: float) -> int | None:
    """Into which quarter of a turn text of such a matrix reads; None where into none."""
    turns = math.degrees(math.atan2(b, a)) / 90
    quarter = round(turns)
    return quarter % 4 if abs(turns - quarter) * 90 <= _UPRIGHT else None
