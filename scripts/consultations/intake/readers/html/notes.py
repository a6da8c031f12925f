"""Notes of a web page: links to a place of the page from which another link leads back."""

import re
from dataclasses import dataclass

from bs4 import Tag

_LABEL = re.compile(
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
_BACK = re.compile(
    r"""
    \s* (?:
        [↑↩⏎^←⬆]\ufe0e?
      | back (?:\ to\ (?:text | top | content))?
      | return (?:\ to\ text)?
      | jump\ up .*
      | [\[(]? \d{1,4} [\])]? \.?      # the note's own label leads back
    ) \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SECTION = (
    "[role=doc-endnotes], [role=doc-footnote], .footnotes, .footnote, .endnotes, #footnotes, .notes"
)
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
    by_id = {str(e["id"]): e for e in main.find_all(id=True)}
    by_id |= {str(e["name"]): e for e in main.find_all("a", attrs={"name": True})}
    listed = {
        id(e) for section in main.select(_SECTION) for e in (section, *section.find_all(True))
    }
    calls: dict[int, str] = {}
    bodies: dict[int, str] = {}
    back: list[Tag] = []
    for link in main.find_all("a", href=True):
        target = (
            by_id.get(str(link["href"]).removeprefix("#"))
            if str(link["href"]).startswith("#")
            else None
        )
        label = _LABEL.fullmatch(link.get_text())
        if target is None or label is None or id(link) in listed:
            continue
        body = _body(target)
        if body is None or link in body.descendants:
            continue
        backward = [a for a in body.find_all("a", href=True) if _leads_to(a, link)]
        if backward or id(body) in listed:
            calls[id(_call(link))] = label[1]
            bodies[id(body)] = label[1]
            back += backward
    _with_sisters(main, bodies)
    for link in back:
        if _BACK.fullmatch(link.get_text()):
            link.decompose()
    return PageNotes(calls, bodies)


def _with_sisters(main: Tag, bodies: dict[int, str]) -> None:
    """Take for bodies of notes what stands among them and is labelled as they are."""
    found = [e for e in main.find_all(_BODIES) if id(e) in bodies]
    for parent in {id(e.parent): e.parent for e in found}.values():
        for sister in parent.find_all(found[0].name, recursive=False) if parent else ():
            label = re.match(r"\s*[\[(]?(\d{1,4})\b", sister.get_text())
            if label and id(sister) not in bodies and label[1] not in bodies.values():
                bodies[id(sister)] = label[1]
                for link in sister.find_all("a", href=re.compile("^#")):
                    if _BACK.fullmatch(link.get_text()):
                        link.decompose()


def _body(target: Tag) -> Tag | None:
    """The block that an anchor marks: itself, or the nearest one around it."""
    return next((e for e in (target, *target.parents) if e.name in _BODIES), None)


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
    around = [call, *list(call.parents)[:2], *call.find_all(True)]
    return bool(wanted) and any(wanted in (e.get("id"), e.get("name")) for e in around)
