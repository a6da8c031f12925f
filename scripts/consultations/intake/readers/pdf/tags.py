"""The structure that a tagged PDF states: headings, paragraphs, list items, notes, table cells.

Marked-content ids are counted anew on each page, and pdfium does not say to which page an id of an
element belongs. Within an element they ascend on a page; where one is not greater than the one
before it, the element goes on over the page's end (ISO 32000-1, 14.7.4).
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

_INLINE = frozenset({
    "Annot", "BibEntry", "Code", "Em", "Link", "NonStruct", "Private", "Quote", "Reference",
    "Ruby", "Span", "Strong", "Sub", "Warichu",
})  # fmt: skip
_DEEPEST = 60


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


class _Walk:
    def __init__(self) -> None:
        self._found: list[TagElement] = []
        self._number = 0

    def enter(self, node: Any, within: tuple[str, ...], around: TagElement | None = None) -> None:
        """Take in an element and what is inside it."""
        if not node or len(within) > _DEEPEST:
            return
        kind = _string(raw.FPDF_StructElement_GetType, node)
        element = TagElement(
            kind, within, alternative=_string(raw.FPDF_StructElement_GetAltText, node)
        )
        if around:
            element.table, element.row = around.table, around.row
            element.item, element.cell = around.item, around.cell
        self._number += 1
        if kind == "Table":
            element.table = self._number
        elif kind == "TR":
            element.row = self._number
        elif kind in ("TD", "TH"):
            element.cell = self._number
        elif kind == "LI":
            element.item = self._number
        self._found.append(element)
        self._children(node, element, (*within, kind), element)

    def _children(
        self, node: Any, block: TagElement, within: tuple[str, ...], around: TagElement
    ) -> None:
        for n in range(max(0, raw.FPDF_StructElement_CountChildren(node))):
            id_ = raw.FPDF_StructElement_GetChildMarkedContentID(node, n)
            child = raw.FPDF_StructElement_GetChildAtIndex(node, n)
            if id_ >= 0:
                block.ids.append(id_)
            elif child and _string(raw.FPDF_StructElement_GetType, child) in _INLINE:
                self._children(child, block, within, around)
            elif child:
                self.enter(child, within, around)

    def resolved(self) -> list[TagElement]:
        """The elements, each with the ids that are on this page."""
        owners: dict[int, TagElement] = {}
        for element in self._found:
            if all(one < other for one, other in pairwise(element.ids)):
                owners |= {id_: element for id_ in element.ids if id_ not in owners}
        for element in self._found:
            cut = _cut(element.ids)
            if cut is None:
                continue
            before, after = element.ids[:cut], element.ids[cut:]
            # What no other element of this page claims is here: the end of it, or the beginning.
            if any(id_ in owners for id_ in after) and not any(id_ in owners for id_ in before):
                element.ids, element.goes_on = before, True
            else:
                element.ids, element.begun_before = after, True
            owners |= dict.fromkeys(element.ids, element)
        for element in self._found:
            element.ids = [id_ for id_ in element.ids if owners.get(id_) is element]
        return [e for e in self._found if e.ids or e.alternative or e.kind == "Figure"]


def _cut(ids: list[int]) -> int | None:
    """Where the ids of an element begin anew, on the next page."""
    return next((n for n in range(1, len(ids)) if ids[n] <= ids[n - 1]), None)


def _string(ask: Callable[..., int], node: Any) -> str:
    length = ask(node, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(node, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip()
