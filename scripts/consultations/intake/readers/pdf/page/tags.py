"""The structure that a tagged PDF states: headings, paragraphs, list items, notes, table cells.

Marked-content ids are counted anew on each page (ISO 32000-1, 14.7.4). An element that goes on over
a page's end is met on both pages, each time with the ids that are there.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pypdfium2
from pypdfium2 import raw

from consultations.intake.readers.pdf.strings import string_of
from consultations.intake.readers.quotation_styles import QUOTATION

_INLINE = frozenset({
    "Annot", "BibEntry", "Code", "Em", "Link", "NonStruct", "Private", "Quote", "Reference",
    "Ruby", "Span", "Strong", "Sub", "Warichu",
})  # fmt: skip
_LABELLED = frozenset({"LI", "Note", "FENote"})
"""Elements that may have a label; in others a label is part of the words, as a call of a note
is."""
_NOTES = frozenset({"Note", "FENote"})
_DEEPEST = 60
_MOST_SPANNED = 60
"""The most rows or columns that one cell may span."""


@dataclass
class TagElement:
    """A block of the structure tree, as far as it stands on one page."""

    kind: str
    """Its standard type, such as `P` or `H2`."""
    within: tuple[str, ...]
    """The types of the elements around it, the outermost first."""
    ids: list[int] = field(default_factory=list)
    """Marked-content ids on this page, in reading order."""
    begun_before: bool = False
    """Whether it began on an earlier page."""
    goes_on: bool = False
    """Whether it goes on over the end of the page."""
    alternative: str = ""
    """What stands for a picture, for those who do not see it."""
    table: int | None = None
    """Number of the table on this page that it is a cell of."""
    row: int | None = None
    item: int | None = None
    """Number of the list item on this page that it is a part of."""
    cell: int | None = None
    column: int | None = None
    """How many columns are left of the cell that it is a part of."""


def elements_of(page: pypdfium2.PdfPage) -> list[TagElement]:
    """The blocks of a page that are tagged, in the order that the tree gives."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    try:
        walk = _Walk()
        for n in range(max(0, raw.FPDF_StructTree_CountChildren(tree))):
            walk.enter(raw.FPDF_StructTree_GetChildAtIndex(tree, n), ())
        return walk.resolved()
    finally:
        raw.FPDF_StructTree_Close(tree)


class _Grid:
    """The columns of a table, of which cells may take several, and in rows further down too."""

    def __init__(self) -> None:
        self._covered: dict[int, int] = {}
        self._next: dict[int, int] = {}
        self._more = 0

    def begin_row(self) -> None:
        """Go on to the next row."""
        self._covered = {column: rows - 1 for column, rows in self._next.items() if rows > 1}
        self._next = dict(self._covered)
        self._more = 0

    def column(self, place: int, rows: int, columns: int) -> int:
        """The column of a cell.

        Args:
            place: which cell of its row it is; those that stand on other pages are counted.
            rows: how many it takes.
            columns: how many it takes.
        """
        while place + self._more in self._covered:
            self._more += 1
        column = place + self._more
        self._more += columns - 1
        self._next |= dict.fromkeys(range(column, column + columns), rows)
        return column


class _Walk:
    def __init__(self) -> None:
        self._found: list[TagElement] = []
        self._number = 0
        self._grid = _Grid()

    def enter(
        self, node: Any, within: tuple[str, ...], around: TagElement | None = None, place: int = 0
    ) -> None:
        """Take in an element and what is inside it.

        Args:
            node: of the tree.
            within: the types of the elements around it, the outermost first.
            around: the innermost of these, if any.
            place: which of its children it is; those that stand on other pages are counted.
        """
        if not node or len(within) > _DEEPEST:
            return
        kind = _kind_of(node)
        element = TagElement(
            kind, within, alternative=_string(raw.FPDF_StructElement_GetAltText, node)
        )
        if around:
            element.table, element.row = around.table, around.row
            element.item, element.cell = around.item, around.cell
            element.column = around.column
        if kind == "Caption":
            element.table = element.row = element.cell = element.column = None
        self._number += 1
        outer = self._grid
        if kind == "Table":
            element.table, self._grid = self._number, _Grid()
        elif kind == "TR":
            element.row = self._number
            self._grid.begin_row()
        elif kind in ("TD", "TH"):
            spans = (_attribute(node, name) for name in ("RowSpan", "ColSpan"))
            element.cell, element.column = self._number, self._grid.column(place, *spans)
        elif kind == "LI":
            element.item = self._number
        self._found.append(element)
        self._children(node, element, (*within, kind), element)
        self._grid = outer

    def _children(
        self, node: Any, block: TagElement, within: tuple[str, ...], around: TagElement
    ) -> TagElement:
        """Take in what is inside an element; gives what the next words of it belong to."""
        own: list[int] = []
        for n in range(max(0, raw.FPDF_StructElement_CountChildren(node))):
            # pdfium gives the ids of this page here, and those of all pages to `_all_ids`.
            id_ = raw.FPDF_StructElement_GetChildMarkedContentID(node, n)
            child = raw.FPDF_StructElement_GetChildAtIndex(node, n)
            if id_ >= 0:
                own.append(id_)
                block = self._after_inner(block)
                if id_ not in block.ids:
                    block.ids.append(id_)
            elif child and _is_inline(_string(raw.FPDF_StructElement_GetType, child), block):
                block = self._children(child, block, within, around)
            elif child:
                self.enter(child, within, around, n)
        if own:
            everywhere = _all_ids(node)
            if len(everywhere) > len(own):
                block.begun_before |= everywhere[: len(own)] != own
                block.goes_on |= everywhere[-len(own) :] != own
        return block

    def _after_inner(self, block: TagElement) -> TagElement:
        """The part of an element that stands behind the blocks inside it, where there are some.

        A note inside a paragraph does not part it: its words stand elsewhere on the page.
        """
        if self._found[-1] is block or not any(
            e.ids and (_is_of_note(block) or not _is_of_note(e)) for e in self._after(block)
        ):
            return block
        further = replace(block, ids=[], begun_before=False, goes_on=False)
        self._found.append(further)
        return further

    def _after(self, block: TagElement) -> Iterator[TagElement]:
        for element in reversed(self._found):
            if element is block:
                return
            yield element

    def resolved(self) -> list[TagElement]:
        """The elements that hold something of this page."""
        return [e for e in self._found if e.ids or e.alternative or e.kind == "Figure"]


def _kind_of(node: Any) -> str:
    """The standard type of an element; its own where that is the name of a style and says more."""
    kind = _string(raw.FPDF_StructElement_GetType, node)
    if kind != "P":
        return kind
    own = _string(raw.FPDF_StructElement_GetRawType, node)
    if QUOTATION.search(own):
        return "BlockQuote"
    return "Title" if own == "Title" else kind


def _attribute(node: Any, name: str) -> int:
    """A number that an element has as an attribute, within what a table may have; else 1."""
    for n in range(max(0, raw.FPDF_StructElement_GetAttributeCount(node))):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(node, n)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, name.encode())
        number = ctypes.c_float()
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return int(min(max(number.value, 1), _MOST_SPANNED))
    return 1


def _is_of_note(element: TagElement) -> bool:
    return not _NOTES.isdisjoint((*element.within, element.kind))


def _is_inline(kind: str, block: TagElement) -> bool:
    """Whether an element is a part of the words of the one around it."""
    return kind in _INLINE or (kind == "Lbl" and block.kind not in _LABELLED)


def _all_ids(node: Any) -> list[int]:
    """The marked-content ids of an element itself, on whatever pages they are."""
    count = max(0, raw.FPDF_StructElement_GetMarkedContentIdCount(node))
    ids = (raw.FPDF_StructElement_GetMarkedContentIdAtIndex(node, n) for n in range(count))
    return [id_ for id_ in ids if id_ >= 0]


def _string(ask: Callable[..., int], node: Any) -> str:
    return string_of(partial(ask, node)).strip()
