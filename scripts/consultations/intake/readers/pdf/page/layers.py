"""Text on layers that are switched off (optional content, ISO 32000-1, 8.11).

pdfium finds such words as it finds any, and says nowhere that nobody sees them; but it does not
draw them. So each object that draws text is drawn in a colour of its own, and looked for.
"""

import ctypes
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from consultations import patterns as re
from consultations.intake.readers.pdf.page.geometry import Box

_NAME = b"/OCProperties"
_PACKED = re.compile(rb"/ObjStm\b[^\0]{0,400}?\bstream\r?\n")
"""Where a packed stream of objects begins, in which the catalogue may stand."""
_MOST_UNPACKED = 20_000_000
"""Bytes of one such stream."""
_DEEPEST = 6
"""How deep forms may stand in forms."""
_MOST_OBJECTS = 20_000
"""Objects of a page. On one with more all words are taken as they are."""
_MOST_POINTS = 9_000_000
"""Square points of a page, of which each is a pixel here: about those of two sheets of A1."""
_FIRST_COLOUR = 0x404040
_GREY = 0x808080
"""The paper here. Of no colour that is near to it is any text, and whatever mixes with it shows."""
_MARK = "OC\0".encode("utf-16-le")
"""What pdfium calls the marked content of a layer."""
_NEVER_DRAWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


def may_have_layers(path: Path) -> bool:
    """Whether a PDF speaks of layers, or is locked so that only its pages can tell."""
    data = path.read_bytes()
    if _NAME in data or b"/Encrypt" in data:
        return True
    for begun in _PACKED.finditer(data):
        try:
            unpacked = zlib.decompressobj().decompress(data[begun.end() :], _MOST_UNPACKED)
        except zlib.error:
            continue
        if _NAME in unpacked:
            return True
    return False


class _PageObject(NamedTuple):
    """An object of a page, or of a form on it."""

    item: Any
    kind: int
    may_be_off: bool
    """Whether it draws text that a layer may hold: it is marked as such, or stands in a form."""


def switched_off(
    pdf: pypdfium2.PdfDocument, index: int, page: pypdfium2.PdfPage
) -> frozenset[bytes]:
    """The addresses of those objects of a page that draw text, and that nobody sees.

    Only those are looked at that a layer can hold. Where it is not sure, nothing is told.

    Args:
        pdf: the file.
        index: of the page, counted from 0.
        page: as it was opened.
    """
    objects = list(islice(_objects(page), _MOST_OBJECTS + 1))
    if not any(found.may_be_off for found in objects) or len(objects) > _MOST_OBJECTS:
        return frozenset()
    width, height = page.get_size()
    if width * height > _MOST_POINTS:
        return frozenset()
    again = pdf[index]  # whose colours can be changed
    try:
        return frozenset(bytes(objects[n].item) for n in _undrawn(again, list(_objects(again))))
    finally:
        again.close()


def _undrawn(page: pypdfium2.PdfPage, objects: Sequence[_PageObject]) -> set[int]:
    """The numbers of objects that a layer can hold and that are not drawn."""
    asked = {n for n, found in enumerate(objects) if found.may_be_off}
    for n, found in enumerate(objects):
        if found.kind == raw.FPDF_PAGEOBJ_TEXT:
            for paint in (raw.FPDFPageObj_SetFillColor, raw.FPDFPageObj_SetStrokeColor):
                paint(found.item, *_parts(_FIRST_COLOUR + n), 0xFF)
    _leave(objects, {n for n, x in enumerate(objects) if x.kind == raw.FPDF_PAGEOBJ_TEXT})
    seen = _Picture(page, smooth=False).colours
    # Of small letters no pixel may have the whole colour, and others may stand over them.
    doubtful = {n for n in asked if _FIRST_COLOUR + n not in seen}
    if not doubtful:
        return set()
    _leave(objects, doubtful)
    picture = _Picture(page, smooth=True)
    boxes = _boxes(page, {bytes(objects[n].item): n for n in doubtful})
    return {n for n, box in boxes.items() if picture.is_blank(box)}


def _objects(page: pypdfium2.PdfPage) -> Iterator[_PageObject]:
    count = raw.FPDFPage_CountObjects(page)
    yield from _objects_in(count, lambda n: raw.FPDFPage_GetObject(page, n), 0)


def _objects_in(count: int, at: Callable[[int], Any], depth: int) -> Iterator[_PageObject]:
    """Objects in the order in which they are drawn, each form before what is in it.

    Args:
        count: how many there are.
        at: gives one by its number.
        depth: in how many forms they stand.
    """
    for n in range(count):
        item = at(n)
        kind = raw.FPDFPageObj_GetType(item)
        may_be_off = (
            kind == raw.FPDF_PAGEOBJ_TEXT
            and raw.FPDFTextObj_GetTextRenderMode(item) not in _NEVER_DRAWN
            and (depth > 0 or _is_of_layer(item))
        )
        yield _PageObject(item, kind, may_be_off)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = raw.FPDFFormObj_CountObjects(item)
            yield from _objects_in(inner, partial(raw.FPDFFormObj_GetObject, item), depth + 1)


def _is_of_layer(item: Any) -> bool:
    """Whether an object is marked as a part of a layer."""
    name, needed = (ctypes.c_ushort * (len(_MARK) // 2))(), ctypes.c_ulong()
    for n in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, n)
        raw.FPDFPageObjMark_GetName(mark, name, len(_MARK), needed)
        if needed.value == len(_MARK) and bytes(name) == _MARK:
            return True
    return False


def _leave(objects: Sequence[_PageObject], drawn: Collection[int]) -> None:
    """Have only some objects drawn, by their numbers, and the forms."""
    for n, found in enumerate(objects):
        if n not in drawn and found.kind != raw.FPDF_PAGEOBJ_FORM:
            raw.FPDFPageObj_SetIsActive(found.item, False)


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 0xFF, colour & 0xFF


class _Picture:
    """A page as it is drawn on grey, a pixel to a point."""

    def __init__(self, page: pypdfium2.PdfPage, *, smooth: bool) -> None:
        bitmap = page.render(
            may_draw_forms=False,
            draw_annots=False,
            prefer_bgrx=True,
            no_smoothtext=not smooth,
            fill_color=(*_parts(_GREY), 0xFF),
        )
        self._at = bitmap.get_posconv(page).to_bitmap
        self._width, self._height = bitmap.width, bitmap.height
        self._pixels = memoryview(bytes(bitmap.buffer)).cast("I")
        self._row = bitmap.stride // 4

    @property
    def colours(self) -> set[int]:
        """The colours of its pixels."""
        return {pixel & 0xFFFFFF for pixel in set(self._pixels)}

    def is_blank(self, box: Box) -> bool:
        """Whether nothing is drawn in a part of the page, nor at its edge."""
        ends = [self._at(box.left, box.bottom), self._at(box.right, box.top)]
        left, right = (f(x for x, _ in ends) for f in (min, max))
        top, bottom = (f(y for _, y in ends) for f in (min, max))
        for y in range(max(0, top - 1), min(self._height, bottom + 2)):
            row = y * self._row
            part = self._pixels[row + max(0, left - 1) : row + min(self._width, right + 2)]
            if any(pixel & 0xFFFFFF != _GREY for pixel in part):
                return False
        return True


def _boxes(page: pypdfium2.PdfPage, numbers: Mapping[bytes, int]) -> dict[int, Box]:
    """Where the letters stand that objects draw.

    Args:
        page: whose objects they are.
        numbers: those of the objects, by their addresses.
    """
    text = page.get_textpage()
    boxes: dict[int, Box] = {}
    try:
        for index in range(text.count_chars()):
            item = raw.FPDFText_GetTextObject(text, index)
            n = numbers.get(bytes(item)) if item else None
            if n is not None:
                one = Box(*text.get_charbox(index))
                boxes[n] = _around(boxes[n], one) if n in boxes else one
    finally:
        text.close()
    return boxes


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )
