"""The styles of a Word document: what a paragraph has from its style and from those under it."""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn


def is_on(properties: Any | None, name: str) -> bool:
    """Whether properties switch something on; a switch without a value is on."""
    found = properties.find(qn(name)) if properties is not None else None
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off", "none")


Look = tuple[bool, bool, bool, float | None]
"""Bold, italic, underlined, and the size in points where one is said."""


@dataclass(frozen=True)
class Style:
    """A style of paragraphs, with what it has from those that it is based on."""

    id: str
    name: str
    outline: int | None
    bold: bool
    italic: bool
    underlined: bool
    size: float | None
    list_id: str | None
    depth: int
    based: bool
    """Whether its outline level is that of the style on which it is based."""


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any | None) -> None:
        """Take the root element of the styles part."""
        self._elements: dict[str, Any] = {}
        self._default = ""
        self._read: dict[str, Style] = {}
        for element in root.findall(qn("w:style")) if root is not None else ():
            self._elements[element.get(qn("w:styleId"), "")] = element
            if element.get(qn("w:type")) == "paragraph" and element.get(qn("w:default")) == "1":
                self._default = element.get(qn("w:styleId"), "")

    def of(self, properties: Any | None) -> Style:
        """The style that a paragraph's properties name, or the default one."""
        named = properties.find(qn("w:pStyle")) if properties is not None else None
        return self._style(named.get(qn("w:val"), "") if named is not None else self._default)

    def outline(self, properties: Any | None, style: Style) -> int | None:
        """The level in the outline that a paragraph or its style says; from 0."""
        own = properties.find(qn("w:outlineLvl")) if properties is not None else None
        level = int(own.get(qn("w:val"), "9")) if own is not None else style.outline
        return level if level is not None and level < 9 else None

    def numbered(self, properties: Any | None) -> tuple[str, int] | None:
        """The list and the level, from 0, that a paragraph or its style says."""
        style = self.of(properties)
        own = properties.find(qn("w:numPr")) if properties is not None else None
        if own is not None:
            list_id, depth = _numbering_of(own)
            list_id = list_id if list_id is not None else style.list_id
            return None if list_id in (None, "0") else (list_id or "", depth or 0)
        return (style.list_id, style.depth) if style.list_id not in (None, "0") else None

    def look(self, properties: Any | None, style: Style) -> Look:
        """Bold, italic, underlined and size of a run in a paragraph of a style."""

        def said(name: str, otherwise: bool) -> bool:
            there = properties is not None and properties.find(qn(name)) is not None
            return is_on(properties, name) if there else otherwise

        size = properties.find(qn("w:sz")) if properties is not None else None
        points = int(size.get(qn("w:val"), "0")) / 2 if size is not None else style.size
        return (
            said("w:b", style.bold),
            said("w:i", style.italic),
            said("w:u", style.underlined),
            points,
        )

    def _style(self, id_: str, depth: int = 0) -> Style:
        """A style with what it inherits (ECMA-376 part 1, 17.7.4.3), each read once.

        A chain of more than twenty styles is taken for a ring, and ends there.
        """
        if id_ in self._read:
            return self._read[id_]
        element = self._elements.get(id_)
        if element is None or depth > 20:
            return Style(id_, id_, None, False, False, False, None, None, 0, based=False)
        based = element.find(qn("w:basedOn"))
        base = self._style(based.get(qn("w:val"), ""), depth + 1) if based is not None else None
        name = element.find(qn("w:name"))
        run, own = element.find(qn("w:rPr")), element.find(qn("w:pPr"))
        bold, italic, underlined, size = self.look(run, base or _PLAIN)
        outline = own.find(qn("w:outlineLvl")) if own is not None else None
        list_id, level = base.list_id if base else None, base.depth if base else 0
        if own is not None and (numbered := own.find(qn("w:numPr"))) is not None:
            named, at = _numbering_of(numbered)
            list_id, level = named or list_id, at if at is not None else level
        said = int(outline.get(qn("w:val"), "9")) if outline is not None else None
        made = Style(
            id_,
            name.get(qn("w:val"), id_) if name is not None else id_,
            said if said is not None else base.outline if base else None,
            bold,
            italic,
            underlined,
            size,
            list_id,
            level,
            based=said is None and base is not None and base.outline is not None,
        )
        self._read[id_] = made
        return made


_PLAIN = Style("", "", None, False, False, False, None, None, 0, based=False)


def _numbering_of(element: Any) -> tuple[str | None, int | None]:
    list_id, depth = element.find(qn("w:numId")), element.find(qn("w:ilvl"))
    level = depth.get(qn("w:val"), "0") if depth is not None else None
    return (
        list_id.get(qn("w:val")) if list_id is not None else None,
        int(level) if level is not None and level.isdigit() else None,
    )
