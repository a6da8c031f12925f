"""Notes of a web page: links to a place of the page from which another link leads back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeGuard

from bs4.element import NavigableString, PageElement, Tag

from consultations import patterns as re
from consultations.intake.readers.html.elements import HEADINGS

LABEL = re.compile(
    r"""
    \s* [\[(]? \s* (?:footnote\s+ | note\s+)?
    (
        \d{1,4}[a-z]?      # 12, 60a
      | [a-z]              # b
      | [ivxlc]{1,6}       # iv
      | [*†‡§¶]{1,3}       # †
    )
    \s* [\])]? \.? \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The words of a link that may call a note."""
_RETURN = r"""
        [↑↩⏎^←⬆]\ufe0e? (?:\s?\d{1,2})?          # ↩2, where the note is called again
      | (?:go\ |jump\ )? (?:back | return)
        (?:\ to\ (?:the\ |main\ )*
          (?:text | top | content | article | post | page | paragraph | reference | (?:foot)?note))?
        (?:\s\d{1,3})?                              # Back to reference 1
      | jump\ up .*
"""
_BACK = re.compile(
    rf"""
    \s* (?: {_RETURN}
      | [\[(]? \d{{1,4}} [\])]? \.?     # the note's own label leads back
      | [a-z]                         # a note that is called twice has links `a` and `b`
    ) \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RETURNS = re.compile(rf"\s*(?:{_RETURN})\s*", re.VERBOSE | re.IGNORECASE)
"""Words of a link that show that it leads back, wherever it leads."""
_WITHIN = re.compile("^#")
"""The address of a link to a place on its own page."""
_SECTION = (
    "[role=doc-endnotes], [role=doc-footnote], .footnotes, .footnote, .endnotes, #footnotes, .notes"
)
_SECTIONS = ("aside", "div", "dl", "footer", "li", "ol", "p", "section", "table", "td", "ul")
_RAISED = re.compile(r"\s*(?:[\[(]\s*\d{1,4}\s*[\])]|[*†‡§]{1,3})\s*")
"""What calls a note even if no link leads back from it: `[2]`, `†`."""
_BODIES = ("li", "p", "dd", "td", "div", "aside", "section")


@dataclass(frozen=True)
class PageNotes:
    """The notes of a page, by the identity of their elements."""

    calls: dict[int, str]
    """Labels by the elements that call notes."""
    bodies: dict[int, str]
    """Labels by the elements that are the notes' bodies."""


def notes_of(main: Tag) -> PageNotes:
    """Find the notes of the main part, and take the links back out of their bodies."""
    places, listed = _places(main), _listed(main)
    calls: dict[int, str] = {}
    bodies: dict[int, str] = {}
    back: list[Tag] = []
    for link in main.find_all("a", href=_WITHIN):
        label = LABEL.fullmatch(link.get_text())
        if label is None or id(link) in listed or _is_in(link, bodies):
            continue
        body = _body_called(link, places, label[1])
        if body is None:
            continue
        backward = [a for a in body.find_all("a", href=True) if _leads_to(a, link)]
        if _begins(link) and any(
            LABEL.fullmatch(a.get_text()) and not _begins(a) for a in backward
        ):
            continue  # It is the label of a note, which stands before the text that calls it.
        if backward or id(body) in listed or _is_labelled(link, body, label[1]):
            calls[id(_call(link))] = label[1]
            bodies[id(body)] = label[1]
            back += [*backward, *_returning(body)]
    notes = PageNotes(calls, bodies)
    _with_sisters(main, notes)
    _take_out(back)
    return notes


def _places(main: Tag) -> dict[str, Tag]:
    """The elements of the main part to which links may lead, by their names."""
    places = {str(e["id"]): e for e in main.find_all(id=True)}
    return places | {str(e["name"]): e for e in main.find_all("a", attrs={"name": True})}


def _listed(main: Tag) -> set[int]:
    """The identities of what stands in a section of notes, and of the sections."""
    sections = [s for s in main.select(_SECTION) if s.name in _SECTIONS]
    return {id(e) for section in sections for e in (section, *section.find_all(True))}


def heads_notes_alone(heading: Tag, main: Tag, notes: PageNotes) -> bool:
    """Whether nothing but notes stands under a heading of the main part, up to the next one."""
    found = False
    for part in heading.next_elements:
        around = list(part.parents)
        if main not in around or (isinstance(part, Tag) and part.name in HEADINGS):
            break
        is_note = any(id(e) in notes.bodies for e in around)
        found = found or is_note
        is_words = not isinstance(part, Tag) and bool(str(part).strip())
        if is_words and not is_note and heading not in around:
            return False
    return found


def _take_out(back: Iterable[Tag]) -> None:
    """Take out of notes the links that only lead back."""
    for link in back:
        if not link.decomposed and _BACK.fullmatch(link.get_text()):
            link.decompose()


def _is_in(link: Tag, bodies: dict[int, str]) -> bool:
    """Whether a link stands in the body of a note that was found: it leads back."""
    return any(id(e) in bodies for e in link.parents)


def _is_labelled(link: Tag, body: Tag, label: str) -> bool:
    """Whether a raised or bracketed sign leads to a block further down with the same label."""
    is_raised = link.find_parent("sup") is not None or link.find("sup") is not None
    if not is_raised and not _RAISED.fullmatch(link.get_text()):
        return False
    if body.name == "li" and isinstance(body.parent, Tag) and body.parent.name == "ol":
        items = body.parent.find_all("li", recursive=False)
        return label.isdigit() and items.index(body) + 1 == int(label)
    return bool(re.match(rf"\s*[\[(]?{re.escape(label)}(?![\w])", body.get_text()))


def _with_sisters(main: Tag, notes: PageNotes) -> None:
    """Add to the notes those blocks beside them that continue their numbers."""
    labels = set(notes.bodies.values())
    for body in [e for e in main.find_all(_BODIES) if id(e) in notes.bodies]:
        for after, siblings in ((1, body.next_siblings), (-1, body.previous_siblings)):
            number = notes.bodies[id(body)]
            for sister in filter(_is_element, siblings):
                number = str(int(number) + after) if number.isdigit() else ""
                is_new = sister.name == body.name and number not in labels
                if not is_new or not _is_sister(sister, number, notes):
                    break
                labels.add(number)
                notes.bodies[id(sister)] = number
                inside = sister.find_all("a", href=_WITHIN)
                _take_out(inside[:1])
                _take_out(a for a in inside[1:] if _RETURNS.fullmatch(a.get_text()))


def _is_element(part: PageElement) -> TypeGuard[Tag]:
    return isinstance(part, Tag)


def _is_sister(element: Tag, number: str, notes: PageNotes) -> bool:
    """Whether an element has the number that a note beside it would have, and calls no note."""
    label = re.match(r"\s*[\[(]?(\d{1,4})\b", element.get_text())
    return (
        label is not None
        and label[1] == number
        and not any(id(e) in notes.calls for e in element.find_all(True))
    )


def _body_called(link: Tag, places: Mapping[str, Tag], label: str) -> Tag | None:
    """The block to which a link leads: that of its target, or the nearest one around it.

    A block in which the link itself stands is none. Of several paragraphs it is what is around
    them, where that has the note's number: `<div id="sdfootnote2">`.
    """
    target = places.get(str(link["href"]).removeprefix("#"))
    around = (target, *target.parents) if target is not None else ()
    body = next((e for e in around if e.name in _BODIES), None)
    if body is None or link in body.descendants:
        return None
    whole = body.parent
    is_whole = whole is not None and whole.name in _BODIES and body.find_previous_sibling() is None
    numbered = re.search(r"\d+\Z", str(whole.get("id") or "")) if whole and is_whole else None
    return whole if numbered and numbered[0] == label else body


def _begins(link: Tag) -> bool:
    """Whether a link stands at the beginning of its block, as the label of a note does."""
    block = link.find_parent(_BODIES)
    before = takewhile(lambda part: part is not link, block.descendants if block else ())
    return not any(isinstance(part, NavigableString) and part.strip() for part in before)


def _returning(body: Tag) -> list[Tag]:
    """The links of a note that say themselves that they lead back."""
    return [a for a in body.find_all("a", href=_WITHIN) if _RETURNS.fullmatch(a.get_text())]


def _call(link: Tag) -> Tag:
    """What stands for the note in the text: the link, or the raised sign around it."""
    parent = link.parent
    alone = (
        parent is not None
        and parent.name == "sup"
        and parent.get_text().strip() == link.get_text().strip()
    )
    return parent if alone and parent is not None else link


def _leads_to(link: Tag, call: Tag) -> bool:
    """Whether a link leads back to where the note is called."""
    wanted = str(link["href"]).removeprefix("#")
    beside = (call.find_previous_sibling(True), call.find_next_sibling(True))
    marks = [e for e in beside if isinstance(e, Tag) and e.name == "a" and not e.get_text().strip()]
    around = [call, *marks, *list(call.parents)[:2], *call.find_all(True)]
    return bool(wanted) and any(wanted in (e.get("id"), e.get("name")) for e in around)
