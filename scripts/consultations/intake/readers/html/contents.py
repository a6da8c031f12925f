"""The list of contents of a page, told by its name or by where its links lead."""

from collections.abc import Iterator

from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.elements import HEADINGS
from consultations.intake.readers.html.unseen import words_of

_CONTENTS = "nav, .toc, #toc, #TOC, [role=doc-toc], .contents-list"
_HEADS_CONTENTS = re.compile(
    r"(?:(?:table\ of|page)\ )?contents | (?:on|in)\ this\ (?:page|article|report|section)",
    re.VERBOSE | re.IGNORECASE,
)
_LISTED = 0.3
"""Share of the words of a list of contents that are links to places on the same page."""
_FOLIO = re.compile(r"(?<=[^\W\d])\d+\Z")


def contents_of(chosen: Tag) -> Iterator[Tag]:
    """The elements of the main part that list what it contains."""
    entries = _repeating_headings(chosen)
    for element in (*chosen.select(_CONTENTS), *_wholes(entries)):
        if _leads_into_the_page(element):
            yield _with_its_heading(element)


def _repeating_headings(chosen: Tag) -> list[Tag]:
    """Items and lines with the words of a heading alone, which lead to it: two, or none."""
    headings: dict[str, str] = {}
    for heading in chosen.find_all(HEADINGS):
        words = _bare(heading)
        for place in (heading, *heading.find_all(True)):
            headings.update({str(place.get(key)): words for key in ("id", "name")})
    links = chosen.find_all("a", href=re.compile("^#.")) if headings else ()
    leading = [a for a in links if _bare(a) and headings.get(str(a["href"])[1:]) == _bare(a)]
    around = {id(e): e for a in leading if (e := a.find_parent(["li", "p"]))}
    found = [e for e in around.values() if _bare(e) == "".join(map(_bare, e.find_all("a")))]
    return found if len(found) > 1 else []


def _wholes(entries: list[Tag]) -> Iterator[Tag]:
    """Entries that are lines, and the lists whose items are entries all."""
    known = {id(entry) for entry in entries}
    yield from (entry for entry in entries if entry.name == "p")
    for listed in {id(e.parent): e.parent for e in entries if e.name == "li"}.values():
        if listed and all(id(item) in known for item in listed.find_all("li", recursive=False)):
            yield listed


def _bare(element: Tag) -> str:
    """The letters of an element, without the page's number that stands behind an entry."""
    return _FOLIO.sub("", "".join(filter(str.isalnum, element.get_text())))


def _leads_into_the_page(element: Tag) -> bool:
    """Whether links to places of the same page make up most of the words of an element."""
    inside = [a for a in element.find_all("a") if str(a.get("href") or "").startswith("#")]
    return sum(len(words_of(a)) for a in inside) >= _LISTED * max(1, len(words_of(element)))


def _with_its_heading(contents: Tag) -> Tag:
    """A list of contents with its heading: the element around it, if it has no other words."""
    words, whole = words_of(contents), contents
    for around in contents.parents:
        own = words_of(around)
        if own != words and not _HEADS_CONTENTS.fullmatch(own.removesuffix(words).strip()):
            break
        whole = around
    return whole
