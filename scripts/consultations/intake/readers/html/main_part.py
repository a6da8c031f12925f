"""The main part of a saved page: what it is about, without what the site puts on every page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from consultations import patterns as re
from consultations.intake.readers.html.furniture import dropped, left_out
from consultations.model.transcript import Drop

_MAIN = (
    "main",
    "[role=main]",
    "article",
    "[itemprop=articleBody]",
    "#content",
    "#main",
    ".content",
)
"""Selectors for the main part of a page, in the order in which they are tried."""
_CALLED_MAIN = re.compile(
    r"""
    (?:^|[-_]) main (?:[-_]?(?:area|body|column|content|part|text))? $      # l-main, mainContent
  | (?:^|[-_]) (?:article|body|entry|page|post|region|story)[-_]?(?:body|content|text) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEVER = "script, style, xml, template, link, meta, title, base"
"""Elements that hold no words of the page's own."""
_HOLDS_PAGE = 0.5
"""What holds so large a part of the words is no furniture, whatever it is called."""
_LABEL_LENGTH = 6
"""Code points of what calls a note, at most."""
_LEAST_SHARE = 0.3
"""A main part that holds less of the page's words than this is not the main part."""


@dataclass(frozen=True)
class LeftOut:
    """What of a page is not in its transcript, by where it stands."""

    before: Sequence[Drop]
    """Before the main part."""
    within: Mapping[int, Sequence[Drop]]
    """In it, by the identity of the empty elements that mark the places."""
    behind: Sequence[Drop]


def main_part(soup: BeautifulSoup) -> tuple[Tag, LeftOut]:
    """The element of the main part, emptied of furniture, and what was left out."""
    for element in soup.select(_NEVER):
        element.decompose()
    # Without a body's tag the parser puts what it does not know, such as <main>, in the head.
    body = soup.body if soup.body and not (soup.head and soup.head.get_text().strip()) else soup
    whole = len(body.get_text())
    chosen: Tag = body
    for selector in _MAIN:
        found = soup.select(selector)
        if found:
            largest = max(found, key=lambda e: len(e.get_text()))
            if len(largest.get_text()) >= _LEAST_SHARE * whole:
                chosen = largest
                break
    if chosen is body:
        chosen = max(_named_main(body, whole), key=lambda e: len(e.get_text()), default=body)
    if chosen is not body:
        _take_in_notes(chosen, body)
    before, behind = _around(chosen, body)
    within: dict[int, list[Drop]] = {}
    length = len(chosen.get_text())
    for element, drop in list(left_out(chosen)):
        if not element.decomposed and len(element.get_text()) <= _HOLDS_PAGE * length:
            # Emptied, it marks its place itself: to put another there costs a search among its
            # neighbours, of which a page may have thousands.
            within[id(element)] = [drop] if drop.text else []
            element.clear(decompose=True)
            element.name, element.attrs = "span", {}
    return chosen, LeftOut(before, within, behind)


def _named_main(body: Tag, whole: int) -> Iterator[Tag]:
    """Elements that a class or an id calls the main part, and that hold the page's title, if any.

    A page that has no element for it has at least a name, such as "layout-main" or "mainContent".
    """
    is_titled = body.find("h1") is not None
    for element in body.find_all(["div", "section"]):
        names = [*(element.get("class") or ()), str(element.get("id") or "")]
        if (
            any(map(_CALLED_MAIN.search, names))
            and (not is_titled or element.find("h1") is not None)
            and len(element.get_text()) >= _LEAST_SHARE * whole
        ):
            yield element


def _take_in_notes(chosen: Tag, body: Tag) -> None:
    """Put what notes stand beside the main part at its end: the links in it lead to them."""
    places = {
        str(link["href"])[1:]
        for link in chosen.find_all("a", href=re.compile(r"^#."))
        if len(link.get_text().strip()) <= _LABEL_LENGTH
    }
    at = chosen
    while at is not body and at.parent is not None:
        for other in at.parent.find_all(True, recursive=False):
            if other is not at:
                named = {
                    str(e.get("id") or e.get("name") or "") for e in (other, *other.find_all(True))
                }
                if len(named & places) > 1 or (named & places and _is_notes(other)):
                    chosen.append(other.extract())
        at = at.parent


def _is_notes(element: Tag) -> bool:
    return bool(re.search(r"foot-?note|end-?note", f"{element.get('id')} {element.get('class')}"))


def _around(chosen: Tag, body: Tag) -> tuple[list[Drop], list[Drop]]:
    """What stands on the page before its main part, and what behind it."""
    before: list[Drop] = []
    behind: list[Drop] = []
    at = chosen
    while at is not body and at.parent is not None:
        before = [
            drop for other in reversed(list(at.previous_siblings)) for drop in _beside(other)
        ] + before
        behind += [drop for other in at.next_siblings for drop in _beside(other)]
        at = at.parent
    return before, behind


def _beside(other: object) -> Iterator[Drop]:
    if isinstance(other, Tag):
        yield from dropped(other)
    elif type(other) is NavigableString and (words := " ".join(other.split())):
        yield Drop("furniture", words, "stands beside the page's main part")
