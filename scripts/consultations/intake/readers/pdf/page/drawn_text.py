"""How the text of a page is drawn: its size, weight and font, and the direction it reads in."""

import ctypes
import math
from collections.abc import Container
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pypdfium2 import raw

from consultations import patterns as re

_BOLD = re.compile(r"bold|black|heavy|demi(?!ta)", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|kursiv", re.IGNORECASE)
_WEIGHT_NAMED = re.compile(r"regular|roman|book|light|medium|thin", re.IGNORECASE)
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6
"""Bit 7 of a font's flags in its descriptor (ISO 32000-1, table 123)."""
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
_UPRIGHT = 12.0
"""Degrees by which text may lean and still count as upright, as in scans."""
_RAISED_SIZE = 0.6
"""Size of a figure that its font draws raised, as a share of its type size."""


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
class Drawn:
    """How some text is put on its page."""

    style: Style
    mark: int
    quarter: int | None
    """Quarter turns to the left in which it reads; None where it stands aslant."""
    unseen: bool
    """Whether it is drawn invisible (text rendering mode 3), as the words under a scan are."""
    switched_off: bool
    """Whether it stands on a layer that is switched off."""
    is_level: bool
    """Whether its base line runs straight along the page."""
    unmapped: bool
    """Whether the font fails to say which characters its glyphs are."""


class DrawnText:
    """How a page's text is drawn, looked up once for each object that draws text."""

    def __init__(self, text: object, off: Container[bytes]) -> None:
        """Look into pdfium's text page.

        Args:
            text: the text page.
            off: addresses of objects on layers that are switched off.
        """
        self._text = text
        self._off = off
        self._known: dict[bytes, Drawn] = {}
        self._same: dict[Style, Style] = {}
        self._fonts: dict[bytes, tuple[str, bool, bool]] = {}
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self._rgba = [ctypes.c_uint() for _ in range(4)]

    def of(self, index: int) -> Drawn:
        """How a character is drawn."""
        item = raw.FPDFText_GetTextObject(self._text, index)
        if not item:
            return self._read(index, None)
        key = bytes(item)  # Its address: `cast`, which gives the number, takes thrice as long.
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(index, item)
        return known

    def smaller(self, style: Style) -> Style:
        """The style of a figure that its font draws small and raised."""
        small = replace(style, size=round(style.size * _RAISED_SIZE, 1))
        return self._same.setdefault(small, small)

    def _read(self, index: int, item: Any) -> Drawn:
        raw.FPDFText_GetMatrix(self._text, index, self._matrix)
        return Drawn(
            self._style(index, item),
            raw.FPDFPageObj_GetMarkedContentID(item) if item else -1,
            _quarter(self._matrix.a, self._matrix.b),
            bool(item) and raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE,
            bool(item) and bytes(item) in self._off,
            self._matrix.b == 0 and bool(item),
            raw.FPDFText_HasUnicodeMapError(self._text, index) == 1,
        )

    def _style(self, index: int, item: Any) -> Style:
        scale = math.hypot(self._matrix.b, self._matrix.d) or 1.0
        size = round(raw.FPDFText_GetFontSize(self._text, index) * scale, 1)
        font, bold, italic = self._font_of(index, item)
        red, green, blue, _ = parts = self._rgba
        raw.FPDFText_GetFillColor(self._text, index, *parts)
        colour = (red.value & 0xFF) << 16 | (green.value & 0xFF) << 8 | blue.value & 0xFF
        style = Style(size, bold, italic, font, colour)
        return self._same.setdefault(style, style)

    def _font_of(self, index: int, item: Any) -> tuple[str, bool, bool]:
        """The font of a character, which is looked up once: some files draw each by itself."""
        handle = raw.FPDFTextObj_GetFont(item) if item else None
        if not handle:
            return self._read_font(index)
        key = bytes(handle)
        known = self._fonts.get(key)
        if known is None:
            known = self._fonts[key] = self._read_font(index)
        return known

    def _read_font(self, index: int) -> tuple[str, bool, bool]:
        length = raw.FPDFText_GetFontInfo(self._text, index, self._name, 256, self._flags)
        name = self._name.raw[: max(0, min(length, 256) - 1)]
        heavy = raw.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT
        return _font(name, heavy=heavy, leaning=bool(self._flags.value & _ITALIC_FLAG))


@cache
def _font(name: bytes, *, heavy: bool, leaning: bool) -> tuple[str, bool, bool]:
    """What a font is called without the prefix of a subset, and whether it is bold, and italic."""
    font = name.decode("utf-8", "replace")
    font = font.partition("+")[2] or font
    bold = bool(_BOLD.search(font)) or (heavy and not _WEIGHT_NAMED.search(font))
    return font, bold, leaning or bool(_ITALIC.search(font))


def _quarter(a: float, b: float) -> int | None:
    """The quarter turn in which text with such a matrix reads; None for other angles."""
    turns = math.degrees(math.atan2(b, a)) / 90
    quarter = round(turns)
    return quarter % 4 if abs(turns - quarter) * 90 <= _UPRIGHT else None
