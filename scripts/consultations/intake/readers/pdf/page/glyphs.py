"""The characters of a PDF with their places and styles, as pdfium finds them.

Lengths are PDF points (1/72 inch); the origin is the lower left corner of the page, so that a
greater `base` stands higher.
"""

import ctypes
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pypdfium2 import raw

from consultations.intake.readers.pdf.page.bidi import is_right_to_left
from consultations.intake.readers.pdf.page.drawn_text import Drawn, DrawnText, Style
from consultations.intake.readers.pdf.page.geometry import Box, Turn

_RAISED_FORM = 0.22
"""The ink of a figure that a font draws raised begins so high above its base line, in sizes."""
BLANK_GAP = 0.2
"""In type sizes: characters further apart have a blank between them, drawn or not. TeX leaves no
less between words."""
_TAKEN_BACK = 0.25
"""Share of a blank's width: a glyph that begins so near to where the blank begins replaces it."""
_TEX_SIGNS = dict(zip(range(0x0B, 0x20), "ﬀﬁﬂﬃﬄ“”„«»–—\u200b\ufffdıȷﬀﬁﬂﬃﬄ", strict=True))
"""What fonts of TeX's draw below the first letters (its encodings OT1 and T1), without saying so:
the ligatures and signs of English, and of codes that both have the one that English has."""
_TEX_SIGNS[0x88] = "•"
_LINE_HYPHENS = ("\x02", "\ufffe")
"""How pdfium marks a hyphen with which a line ends."""


class Glyph(NamedTuple):
    """One character at its place; a blank may be pdfium's own, made where words stand apart."""

    char: str
    left: float
    right: float
    base: float
    style: Style
    mark: int
    """Id of the marked content that it belongs to on its page; -1 where it belongs to none."""


@dataclass(frozen=True)
class DrawnRun:
    """Characters that pdfium takes to stand on one line, drawn in one way."""

    glyphs: tuple[Glyph, ...]
    """Turned so that they read from left to right."""
    how: Drawn
    outside: bool
    """Whether it stands outside of what is shown of the page."""


def drawn_runs(text: object, shown: Box, off: Container[bytes]) -> Iterator[DrawnRun]:
    """The characters of a page, parted where a line ends or where they are drawn in another way.

    Args:
        text: pdfium's text page.
        shown: what is shown of the page.
        off: addresses of objects on layers that are switched off.
    """
    places = _Places(text, shown)
    drawn = DrawnText(text, off)
    run = _GlyphRun(places)
    last: Drawn | None = None
    was_outside = False
    for index, char in _characters(text):
        if char == "\n":
            yield from run.drawn(last, outside=was_outside)
            run = _GlyphRun(places)
        elif char == " ":
            run.add_blank(index)
        else:
            how = drawn.of(index)
            # What one object draws stands on one base line.
            known = run.level if run.glyphs and how is last and how.is_level else None
            left, right, level, outside = places.of(index, how.quarter or 0, known)
            raised = places.rise_of_figure(char, level, how)
            base, style = level + raised, drawn.smaller(how.style) if raised else how.style
            if outside != was_outside or (how is not last and not _alike(how, last or how)):
                yield from run.drawn(last, outside=was_outside)
                run = _GlyphRun(places)
            last, was_outside = how, outside
            run.level = level
            run.add(index, Glyph(char, left, right, base, style, how.mark), how.quarter)
    yield from run.drawn(last, outside=was_outside)


class _GlyphRun:
    """Characters of a line, while they are gathered."""

    def __init__(self, places: "_Places") -> None:
        self._places = places
        self._blank = (0.0, 0.0)
        self._last = -1
        self.glyphs: list[Glyph] = []
        self._goes_left = False
        """Whether letters are among them that are read from right to left."""
        self.level = 0.0

    def drawn(self, how: Drawn | None, *, outside: bool) -> Iterator[DrawnRun]:
        """What has been gathered, if it is anything; `outside` as in `DrawnRun`."""
        if self.glyphs and how:
            yield DrawnRun(tuple(self.glyphs), how, outside)

    def add_blank(self, index: int) -> None:
        """Take in a blank, of which one is enough; before the first word it says nothing."""
        if self.glyphs and self.glyphs[-1].char != " ":
            self._blank = start, end = self._places.of(index, 0, self.level)[:2]
            last = self.glyphs[-1]
            if not self._goes_left:
                self._append_blank()
            elif end > start:  # One of pdfium's own stands on the wrong side of the letter.
                self.glyphs.append(Glyph(" ", start, end, last.base, last.style, last.mark))

    def add(self, index: int, glyph: Glyph, quarter: int | None) -> None:
        """Take in a character; blanks that were drawn and are not seen go, and the other way."""
        self._goes_left = self._goes_left or is_right_to_left(glyph.char)
        if self.glyphs and quarter == 0 and not self._goes_left:
            if self.glyphs[-1].char == " ":
                if self._is_taken_back(index, glyph.left):
                    self.glyphs.pop()
            elif self._is_apart(index, glyph):
                self._append_blank()
        self._last = index
        self.glyphs.append(glyph)

    def _is_taken_back(self, index: int, left: float) -> bool:
        """Whether a character is drawn over the blank before it: some programs kern letters so.

        A blank that pdfium has made has no width, and is none that was drawn. The ink of a slanted
        letter may reach back over a blank, too.
        """
        start, end = self._blank
        width = end - start
        if width <= 0 or left - start > 0.5 * width:
            return False
        return abs(self._places.origin(index) - start) < _TAKEN_BACK * width

    def _is_apart(self, index: int, glyph: Glyph) -> bool:
        """Whether room for a blank is left before a character; dots that lead on have none."""
        before, room = self.glyphs[-1], BLANK_GAP * glyph.style.size
        if not (glyph.char.isalnum() or before.char.isalnum()) or glyph.left - before.right <= room:
            return False
        # Their ink is so far apart; how far their widths are takes longer to find out.
        return self._places.room(self._last, index) > room

    def _append_blank(self) -> None:
        end = self.glyphs[-1]
        self.glyphs.append(Glyph(" ", end.right, end.right, end.base, end.style, end.mark))


def _alike(one: Drawn, other: Drawn) -> bool:
    """Whether text stands in one direction, and is seen and known or not."""
    return (one.quarter, one.unseen, one.switched_off, one.unmapped) == (
        other.quarter,
        other.unseen,
        other.switched_off,
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
        if code in _TEX_SIGNS and raw.FPDFText_HasUnicodeMapError(text, index) == 1:
            yield index, _TEX_SIGNS[code]
        elif char.isalnum():
            yield index, char
        elif char in "\r\n":
            yield index, "\n"
        elif char in _LINE_HYPHENS:
            yield index, "-"
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
        self._loose = raw.FS_RECTF()
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
        box = self._box
        left, right, bottom, top = box[0].value, box[1].value, box[2].value, box[3].value
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
        turned = turn.box(Box(left, bottom, right, top))
        return turned.left, turned.right, turn.point(x, y)[1], outside

    def origin(self, index: int) -> float:
        """Where the pen stood that drew a character which reads from left to right."""
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return float(self._x.value) - self._shown.left

    def room(self, one: int, other: int) -> float:
        """From where a character ends, its own width counted, to where another one begins."""
        raw.FPDFText_GetLooseCharBox(self._text, one, self._loose)
        return self.origin(other) + self._shown.left - float(self._loose.right)

    def rise_of_figure(self, char: str, base: float, how: Drawn) -> float:
        """How high above its base the last character is drawn, where it is a raised figure; else 0.

        A font may draw small figures that are raised (OpenType's `sups`) at the place and in the
        size of plain ones: their ink begins high above the base.
        """
        if how.quarter != 0 or not char.isdecimal():
            return 0.0
        rise = self._box[2].value - self._shown.bottom - base
        return rise if rise > _RAISED_FORM * how.style.size else 0.0
