"""The main part of a saved page: what it is about, without what the site puts on every page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

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
"""Where the main part of a page is, in the order in which to look."""
_NEVER = (
    "script, style, xml, noscript, template, svg, math, iframe, object, embed, link, meta, title,"
    " base"
)
"""Elements that hold no words of the page's own."""
_FURNITURE = (
    "nav, footer, aside, form, button, dialog, select, "
    "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], "
    "#comments, .comments-area, .entry-meta, .noprint, .printfooter, "
    ".mw-editsection, .navbox, .mw-jump-link, #siteSub, #catlinks"
)
_HIDDEN = "[hidden], [aria-hidden=true]"
_UNSEEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all", re.IGNORECASE)
_CONTENTS = "nav, .toc, #toc, #TOC, [role=doc-toc], .contents-list"
_NOTES = "[role=doc-footnote], [role=doc-endnotes], [role=doc-endnote], .footnotes, .footnote"
_LISTED = 0.3
"""A list of contents is one where links into the page make up this part of its words."""
_INLINE = ("a", "b", "em", "i", "small", "span", "strong", "sup")
_HOLDS_PAGE = 0.5
"""What holds so large a part of the words is no furniture, whatever it is called."""
_NAMED = re.compile(
    r"""(?:^|[\s_-])(?:
        nav(?:igation|bar)?   # <div id="navigation">
      | bread-?crumbs?
      | (?:side|tool)-?bar
      | (?:skip|back)-?(?:link|to-?(?:top|content))s?
      | cookies?(?:-banner)?
      | (?:social|share|sharing)(?:-links?)?
      | sharedaddy | addtoany\w* | jp-relatedposts   # of WordPress
      | (?:local-tasks | tabs)(?:-*primary)?         # of Drupal
      | pagination | pager
      | related(?:-?(?:content|links|navigation|posts?))?
      | menu
      | feedback(?:-form)?
      | masthead
      | ad(?:vert(?:isement)?)?-?(?:slot|unit|container|wrapper)
      | (?:site|page)-?footer
    )(?:$|[\s_-]) | (?:^|\s)footer(?:$|\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_LINKED = 0.6
"""An element that its name calls furniture is some where links make up this part of its words."""
_LABEL_LENGTH = 6
"""Code points of what calls a note, at most."""
_SHORT = 40
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
    if chosen is not body:
        _take_in_notes(chosen, body)
    before, behind = _around(chosen, body)
    within: dict[int, list[Drop]] = {}
    length = len(chosen.get_text())
    for element, drop in list(_left_out(chosen)):
        if not element.decomposed and len(element.get_text()) <= _HOLDS_PAGE * length:
            # Emptied, it marks its place itself: to put another there costs a search among its
            # neighbours, of which a page may have thousands.
            within[id(element)] = [drop] if drop.text else []
            element.clear(decompose=True)
            element.name, element.attrs = "span", {}
    return chosen, LeftOut(before, within, behind)


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
        yield from _dropped(other)
    elif type(other) is NavigableString and (words := " ".join(other.split())):
        yield Drop("furniture", words, "stands beside the page's main part")


def _left_out(chosen: Tag) -> Iterator[tuple[Tag, Drop]]:
    """What of the main part is not its text, each with what is told of it."""
    for element in chosen.select(_HIDDEN):
        yield element, Drop("hidden", _words(element), "hidden on the page")
    for element in chosen.find_all(style=_UNSEEN):
        yield element, Drop("hidden", _words(element), "hidden on the page")
    for element in chosen.select(_CONTENTS):
        if _leads_into_the_page(element):
            yield element, Drop("contents-list", _words(element), "leads to places of the page")
    yield from _comments(chosen)
    called = {str(link["href"])[1:] for link in chosen.find_all("a", href=re.compile("^#."))}
    for element in _furniture(chosen):
        ids = {str(e.get("id") or "") for e in (element, *element.find_all(id=True))}
        is_note = element.name == "aside" and bool(ids & called)
        if not is_note and not element.select_one(_NOTES) and element.get("role") != "doc-footnote":
            yield element, next(_dropped(element), Drop("furniture", "", ""))


def _comments(chosen: Tag) -> Iterator[tuple[Tag, Drop]]:
    """The comments of a document that Google's editor wrote, and the signs that call them."""
    for link in chosen.find_all("a", id=re.compile(r"^cmnt"), href=re.compile(r"^#cmnt")):
        called = str(link["id"]).startswith("cmnt_ref")
        around = link.find_parent("sup" if called else "p") or link
        yield around, Drop("comment", _words(around), "a comment in the margin")


def _leads_into_the_page(element: Tag) -> bool:
    """Whether links to places of the same page make up most of the words of an element."""
    inside = [a for a in element.find_all("a") if str(a.get("href") or "").startswith("#")]
    return sum(len(_words(a)) for a in inside) >= _LISTED * max(1, len(_words(element)))


def _words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def _furniture(chosen: Tag) -> Iterator[Tag]:
    yield from chosen.select(_FURNITURE)
    if chosen.name == "body":
        for header in chosen.find_all("header", recursive=False):
            if header.find("h1") is None or header.find("nav") is not None:
                yield header
    for element in chosen.find_all(True):
        if element.name in _INLINE and element.find_parent(["li", "p", "dd", "td"]):
            continue  # A link back from a note is called `backlink` too.
        names = " ".join([*(element.get("class") or ()), str(element.get("id") or "")])
        if _NAMED.search(names) and _is_links(element):
            yield element


def _is_links(element: Tag) -> bool:
    """Whether links make up most of the words of an element, or it has hardly any."""
    text = _words(element)
    linked = sum(len(_words(a)) for a in element.find_all("a"))
    return len(text) <= _SHORT or linked >= _LINKED * len(text)


def _dropped(element: Tag) -> Iterator[Drop]:
    if text := _words(element):
        yield Drop(
            "furniture", text, f"stands in the page's <{element.name}>, beside its main part"
        )
