"""Paragraphs that a page's styles indent: on both sides as quotations, or on the left alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.page_styles import StyleRules

_OF_PARAGRAPH = re.compile(r"(?:^|\s)p?\.(?P<class>[\w-]{1,100})\Z")
_SIDE = re.compile(
    r"margin-(?P<side>left|right):\s*(?P<size>[\d.]{1,8})(?P<unit>[a-z]{2,3}|%)", re.IGNORECASE
)
_HANGING = re.compile(r"text-indent:\s*-", re.IGNORECASE)
_ALL = re.compile(r"margin:\s*(?P<sizes>[^;]{1,80})", re.IGNORECASE)
_SIZE = re.compile(r"(?P<size>[\d.]{1,8})(?P<unit>[a-z]{2,3}|%)", re.IGNORECASE)
_PIXELS = {
    "px": 1.0,
    "pt": 1.33,
    "em": 16.0,
    "rem": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "pc": 16.0,
    "%": 6.0,
}
_INSET = 15.0
"""In pixels: the least white on both sides of a quotation."""
_FURTHEST = 120.0
"""In pixels: what is indented more is an address, or is centred."""
SET_IN = "data-set-in"
"""An attribute that we set on paragraphs indented on the left alone; no page has it."""
_MOSTLY = 0.3
"""Share of a page's words. Where more are indented, the page is set so and quotes nothing."""
_NAMED = re.compile(
    r"""
    ^(?: MsoIntenseQuote(?:CxSp\w+)? | block-text(?:-western)?
      | block-?quot\w*
      | (?!pull) [a-z]{0,12} [-_]? quot(?:e|ation)s?
        (?: CxSp\w+ | [-_]? (?:block|para|text|indent) )? \d?
    )$                                         # MsoQuote   UPQuote   quotation2   quote-text
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Classes of block quotations by Word, Writer and others."""
_ITEM = re.compile(r"\s*\(?[a-z\d]{1,4}[.)]\s")
"""The label of an item or a paragraph, which begins no quotation: (a) or 4."""


def mark_quotations(soup: BeautifulSoup, rules: StyleRules) -> None:
    """Put each paragraph that is set in on both sides, or called so, in a block quotation.

    What is set in on the left alone, further than the paragraph above it, is marked: the rules
    judge of it by the words there. Old pages set in with a list that has no items:
    `<ul>The lamps are lit.</ul>`.
    """
    _mark_lists_without_items(soup)
    classes = dict(_classes_set_in(rules))
    paragraphs = [p for p in soup.find_all("p") if _stands_in_text(p)]
    sides = {id(p): _sides(p, classes) for p in paragraphs}
    set_in = [p for p in paragraphs if min(sides[id(p)][:2]) >= _INSET]
    words, theirs = (sum(len(p.get_text()) for p in some) for some in (paragraphs, set_in))
    # By identity: to ask whether an element is in a list compares all that is in the elements.
    kept = {id(p) for p in set_in} if theirs <= _MOSTLY * words else set()
    for paragraph in paragraphs:
        named = any(_NAMED.match(name) for name in paragraph.get("class") or ())
        if named or id(paragraph) in kept:
            paragraph.wrap(soup.new_tag("blockquote"))
    _mark_left(paragraphs, sides)


def _mark_left(paragraphs: Sequence[Tag], sides: Mapping[int, "_Sides"]) -> None:
    """Mark those paragraphs that are indented more than the one above."""
    outer: dict[int, float] = {}
    for p in paragraphs:
        own, before = sides[id(p)], p.find_previous_sibling(True)
        above = sides.get(id(before), own).left
        left = outer.get(id(before), above)
        is_one_sided = own.right < _INSET and not own.hangs
        if is_one_sided and _INSET <= own.left - left <= _FURTHEST:
            p[SET_IN] = ""
            outer[id(p)] = left


def _mark_lists_without_items(soup: BeautifulSoup) -> None:
    """Make block quotations of lists without items.

    Where most of the page stands in such lists, it is set so: those inside of them may quote.
    """
    most = _MOSTLY * len(soup.get_text())
    found = [one for one in soup.find_all(["ul", "dir"]) if one.find("li") is None]
    lists = [one for one in found if one.get_text().strip()]
    while lists:
        known = {id(one) for one in lists}
        inside = [one for one in lists if not known.isdisjoint(map(id, one.parents))]
        outside = [one for one in lists if known.isdisjoint(map(id, one.parents))]
        are_most = sum(len(one.get_text()) for one in outside) > most
        for one in outside:
            one.name = "div" if are_most or _ITEM.match(one.get_text()) else "blockquote"
        lists = inside


def _stands_in_text(paragraph: Tag) -> bool:
    return paragraph.find_parent(["blockquote", "li", "td", "th", "dd"]) is None


class _Sides(NamedTuple):
    """The white beside a paragraph, in pixels."""

    left: float = 0.0
    right: float = 0.0
    hangs: bool = False
    """Whether its first line begins further left, as that of an item does."""


_FLUSH = _Sides()


def _sides(paragraph: Tag, classes: Mapping[str, _Sides]) -> _Sides:
    """The white beside a paragraph, by its own style or by a class."""
    style = str(paragraph.get("style") or "")
    if "margin" in style.casefold():
        return _set_in_by(style)
    named = (classes[name] for name in paragraph.get("class") or () if name in classes)
    return max(named, default=_FLUSH)


def _classes_set_in(rules: StyleRules) -> Iterator[tuple[str, _Sides]]:
    for selector, style, _ in rules:
        if (named := _OF_PARAGRAPH.search(selector)) and (sides := _set_in_by(style)) > _FLUSH:
            yield named["class"], sides


def _set_in_by(style: str) -> _Sides:
    """The white that a style leaves on the left and on the right of a paragraph."""
    sides: dict[str, float] = {}
    if found := _ALL.search(style):
        parts = found["sizes"].split()
        if len(parts) in (2, 4):
            sides = {"right": _pixels(parts[1]), "left": _pixels(parts[-1])}
    for said in _SIDE.finditer(style):
        sides[said["side"].casefold()] = _pixels(said["size"] + said["unit"])
    hangs = _HANGING.search(style) is not None
    return _Sides(sides.get("left", 0.0), sides.get("right", 0.0), hangs)


def _pixels(written: str) -> float:
    size = _SIZE.fullmatch(written)
    try:
        return float(size["size"]) * _PIXELS.get(size["unit"].casefold(), 0.0) if size else 0.0
    except ValueError:
        return 0.0
