"""The styles of a Word document: what a paragraph has from its style and from those under it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.intake.readers.docx.values import number


def is_on(properties: Any | None, name: str) -> bool:
    """Whether properties switch something on; a switch without a value is on."""
    found = properties.find(qn(name)) if properties is not None else None
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off", "none")


_HEADING = re.compile(
    r"""
    (?: heading                 # Word's own name in files of every language
      | Überschrift | Kop | Rubrik | Overskrift | Otsikko | Fyrirsögn | Pealkiri
      | Titre | Título | Titolo | Títol | Titlu | Cabeçalho
      | Nagłówek | Nadpis | Naslov | Címsor | Virsraksts | Antraštė
      | Заголовок | Επικεφαλίδα | Başlık | Pennawd | Ceannteideal
    )
    \s (?P<number>[1-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names of the styles of headings, as programs in several languages write them."""


@dataclass(frozen=True)
class Look:
    """How words are set; size in points, None where it is not said."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    raised: bool = False
    struck: bool = False
    """Whether a line goes through them."""
    size: float | None = None
    font: str = ""


class Indents(NamedTuple):
    """How far from the edges of the text a paragraph stays, in twentieths of a point."""

    left: int = 0
    right: int = 0
    hanging: int = 0
    """How far its first line stands out on the left of the others."""

    @property
    def set_in(self) -> bool:
        """Whether it keeps away from both edges."""
        return min(self.left, self.right) >= INSET


@dataclass(frozen=True)
class Style:
    """A style of paragraphs, with what it has from those that it is based on."""

    id: str
    name: str
    outline: int | None
    look: Look
    list_id: str | None
    depth: int
    indents: "Indents"
    based: bool
    """Whether its outline level is that of the style on which it is based."""


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any | None) -> None:
        """Take the root element of the styles part."""
        self._elements: dict[str, Any] = {}
        self._default = ""
        self._plain = Look(size=_size(root.find(_DEFAULTS)) if root is not None else None)
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
        level = number(own.get(qn("w:val")), 9) if own is not None else style.outline
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

    def indents(self, properties: Any | None, style: Style) -> Indents:
        """How far in a paragraph stands, by itself or by its style."""
        return _indents(properties, style.indents)

    def look(self, properties: Any | None, style: Style) -> Look:
        """How a run is set: by itself, by its own style, or by that of its paragraph."""
        named = properties.find(qn("w:rStyle")) if properties is not None else None
        under = style.look
        if (
            named is not None
            and (element := self._elements.get(named.get(qn("w:val"), ""))) is not None
        ):
            under = _looked(element.find(qn("w:rPr")), under)
        return _looked(properties, under)

    def _style(self, id_: str, depth: int = 0) -> Style:
        """A style with what it inherits (ECMA-376 part 1, 17.7.4.3), each read once.

        A chain of more than twenty styles is taken for a ring, and ends there.
        """
        if id_ in self._read:
            return self._read[id_]
        element = self._elements.get(id_)
        nothing = Style(id_, id_, None, self._plain, None, 0, Indents(), based=False)
        if element is None or depth > _DEEPEST:
            return nothing
        based = element.find(qn("w:basedOn"))
        base = nothing
        if based is not None:
            base = self._style(based.get(qn("w:val"), ""), depth + 1)
        named, own = element.find(qn("w:name")), element.find(qn("w:pPr"))
        name = named.get(qn("w:val"), id_) if named is not None else id_
        list_id, level = base.list_id, base.depth
        if own is not None and (numbered := own.find(qn("w:numPr"))) is not None:
            list_, at = _numbering_of(numbered)
            list_id, level = list_ or list_id, at if at is not None else level
        said = _outline(own, name)
        made = Style(
            id_,
            name,
            said if said is not None else base.outline,
            _looked(element.find(qn("w:rPr")), base.look),
            list_id,
            level,
            _indents(own, base.indents),
            based=said is None and base.outline is not None,
        )
        self._read[id_] = made
        return made


_DEEPEST = 20
INSET = 200
"""In twentieths of a point: what is set in by less keeps a little white."""
_DEFAULTS = "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr")))


def _indents(properties: Any | None, inherited: Indents) -> Indents:
    """The indents of a paragraph; what is not said is inherited."""
    indent = properties.find(qn("w:ind")) if properties is not None else None
    if indent is None:
        return inherited
    left = indent.get(qn("w:left"), indent.get(qn("w:start")))
    right = indent.get(qn("w:right"), indent.get(qn("w:end")))
    hanging = "0" if indent.get(qn("w:firstLine")) else indent.get(qn("w:hanging"))
    said = zip((left, right, hanging), inherited, strict=True)
    return Indents(*(_twentieths(own, other) for own, other in said))


def _twentieths(said: str | None, inherited: int) -> int:
    """A length; none of what is negative, or said in another unit."""
    if said is None:
        return inherited
    return number(said, 0)


def _outline(properties: Any | None, name: str) -> int | None:
    """The level that a style states, or that its name means: some makers do not state it."""
    stated = properties.find(qn("w:outlineLvl")) if properties is not None else None
    if stated is not None:
        return number(stated.get(qn("w:val")), 9)
    meant = _HEADING.fullmatch(name)
    return int(meant["number"]) - 1 if meant else None


def _looked(properties: Any | None, under: Look) -> Look:
    """How words are set by properties; where these do not say, as `under`."""
    if properties is None:
        return under

    def said(name: str, otherwise: bool) -> bool:
        return is_on(properties, name) if properties.find(qn(name)) is not None else otherwise

    size = _size(properties)
    return Look(
        bold=said("w:b", under.bold),
        italic=said("w:i", under.italic),
        underlined=said("w:u", under.underlined),
        hidden=said("w:vanish", under.hidden),
        raised=_is_raised(properties, under),
        struck=said("w:strike", said("w:dstrike", under.struck)),
        size=under.size if size is None else size,
        font=_font(properties) or under.font,
    )


def _font(properties: Any) -> str:
    """The font of letters that are not of East Asia; empty where none is named."""
    fonts = properties.find(qn("w:rFonts"))
    return fonts.get(qn("w:ascii"), fonts.get(qn("w:hAnsi"), "")) if fonts is not None else ""


def _is_raised(properties: Any, under: Look) -> bool:
    """Whether words are set as a superscript, or are moved up by hand."""
    aligned, moved = properties.find(qn("w:vertAlign")), properties.find(qn("w:position"))
    if aligned is not None:
        return bool(aligned.get(qn("w:val")) == "superscript")
    if moved is not None:
        return str(moved.get(qn("w:val"), "")).lstrip("+").isdecimal()
    return under.raised


def _size(properties: Any | None) -> float | None:
    found = properties.find(qn("w:sz")) if properties is not None else None
    half_points = number(found.get(qn("w:val"))) if found is not None else None
    return None if half_points is None else half_points / 2


def _numbering_of(element: Any) -> tuple[str | None, int | None]:
    list_id, depth = element.find(qn("w:numId")), element.find(qn("w:ilvl"))
    return (
        list_id.get(qn("w:val")) if list_id is not None else None,
        number(depth.get(qn("w:val"))) if depth is not None else None,
    )
