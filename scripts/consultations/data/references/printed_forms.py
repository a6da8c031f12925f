"""What a style has no form for, said as something that it has one for.

A style file prints a standard without its number, a case of Harvard without its report, and any Act
as one of Congress. The guides that these files follow say how each is cited; here an item
is put so that the file prints that.
"""

from collections.abc import Mapping

from consultations import patterns as re
from consultations.data.references.items import Item

KEPT_SMALL = "\ue004"
"""Stands before a letter to which a style that sets capitals in titles gives none."""
_LAWS = frozenset({"legislation", "bill", "legal_case", "treaty"})
_STYLES_OF_LAWS: Mapping[str, str] = {"harvard": "oscola", "vancouver": "apa"}
"""Whose form for laws and cases a style takes (Cite Them Right 12; Citing Medicine 2, ch. 1)."""
_LIKE: Mapping[str, Mapping[str, str]] = {
    "harvard": {"standard": "report"},
    "oscola": {
        "dataset": "webpage",
        "entry-dictionary": "entry-encyclopedia",
        "standard": "report",
        "treaty": "legal_case",
    },
}
"""As what type of CSL a style says one of which it would say the title and no more."""
_PUBLIC_LAW = re.compile(r"\d+[-–]\d+")
"""The number of an Act of Congress: the files write `Pub. L. No.` before any number."""
_CHAPTER = re.compile(r"(?:c|ch|cap|chapter|asp|anaw|asc|nawm)\.?\s*\d+", re.IGNORECASE)
"""The number of an Act within its year, which OSCOLA (4, 2.4.1) leaves out."""


def style_for(item: Item, style: str) -> str:
    """The style whose form an item has in a style: laws have that of lawyers."""
    return _STYLES_OF_LAWS.get(style, style) if item.get("type") in _LAWS else style


def printed_form(item: Item, style: str) -> Item:
    """The item so that the file of the style prints what its guide asks for."""
    kind = item.get("type", "")
    said = {**item, "type": _type(item, style)}
    if "event-title" in item:
        said["event"] = item["event-title"]  # as CSL 1.0.1 calls it, and some files do yet
    if kind == "speech" and style == "mla" and "issued" in item:
        said.setdefault("event-date", item["issued"])  # it prints no other date of one
    has_no_place = kind == "report" and style in ("harvard", "oscola") and "number" not in item
    if has_no_place and "collection-title" in item:
        series = f"{item['collection-title']} {item.get('collection-number', '')}"
        said["number"] = series.strip()  # they print the series of a book alone
    return _law(said, style) if kind in ("legislation", "bill") else said


def _type(item: Item, style: str) -> str:
    kind: str = item.get("type", "")
    is_entry = kind in ("entry-encyclopedia", "entry-dictionary")
    if is_entry and style.startswith("chicago") and not item.get("author"):
        return "chapter"  # `under "Locks"` is for notes; a list names the entry first
    if kind == "hearing" and "container-title" in item and not item.get("author"):
        # A debate without a witness: there is nobody whose testimony it is.
        return "article-magazine" if style == "apa" else "article-journal"
    return _LIKE.get(style, {}).get(kind, kind)


def _law(item: Item, style: str) -> Item:
    """A law of which the year stands once, and its number behind its name."""
    title, number = str(item.get("title", "")), str(item.get("number", ""))
    parts = (item.get("issued") or {}).get("date-parts")
    left = set()
    if parts and re.search(rf"\b{parts[0][0]}\Z", title):
        left.add("issued")
    if number and item["type"] == "legislation" and not _PUBLIC_LAW.fullmatch(number):
        left.add("number")
        if not (style == "oscola" and _CHAPTER.fullmatch(number)):
            title = f"{title}, {KEPT_SMALL}{number}"
    return {**{name: value for name, value in item.items() if name not in left}, "title": title}
