"""Notes that stand in no element of their own: behind an anchor, up to the next one."""

from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from consultations import patterns as re
from consultations.intake.readers.html.line_writing import BLOCKS
from consultations.intake.readers.html.notes import LABEL

_LINE_ENDS = BLOCKS | {"br"}
_NEAR = 9
"""Empty elements and blanks before an anchor that are looked at."""


def wrap_loose_notes(soup: BeautifulSoup) -> None:
    """Put each such note in a paragraph.

    As old pages write them: `<hr><a name="n1"></a>1 The minutes.<br><a name="n2"></a>2 A letter.`
    """
    starts = _starts(soup)
    for start in [e for e in soup.find_all("a") if id(e) in starts]:
        note = list(_line_of(start, starts))
        words = "".join(part.get_text() for part in note)
        is_labelled = re.match(rf"\s*[\[(]?{re.escape(starts[id(start)])}(?!\w)", words)
        if is_labelled and not _stands_alone(start, words):
            if start.parent and start.parent.name == "p":
                start.parent.name = "div"
            start.wrap(paragraph := soup.new_tag("p"))
            paragraph.extend(note[1:])


def _starts(soup: BeautifulSoup) -> dict[int, str]:
    """The anchors at the beginning of lines to which a label links, by identity, with the label."""
    links = soup.find_all("a", href=re.compile(r"^#."))
    labels = ((str(link["href"])[1:], LABEL.fullmatch(link.get_text())) for link in links)
    called = {place: label[1] for place, label in labels if label}
    anchors = ((e, str(e.get("name") or e.get("id") or "")) for e in soup.find_all("a"))
    return {id(e): called[name] for e, name in anchors if name in called and _begins_line(e)}


def _begins_line(anchor: Tag) -> bool:
    """Whether no words stand before an anchor on its line."""
    for before in islice(anchor.previous_siblings, _NEAR):
        if isinstance(before, Tag) and before.name in _LINE_ENDS:
            return True
        if before.get_text().strip():
            return False
    is_first = len(list(islice(anchor.previous_siblings, _NEAR))) < _NEAR
    return is_first and anchor.parent is not None and anchor.parent.name in BLOCKS


def _line_of(start: Tag, starts: dict[int, str]) -> Iterator[PageElement]:
    """An anchor, and what stands behind it up to a block or to the anchor of the next note."""
    yield start
    for part in start.next_siblings:
        if isinstance(part, Tag) and (part.name in BLOCKS or id(part) in starts):
            return
        yield part


def _stands_alone(start: Tag, words: str) -> bool:
    """Whether an element holds nothing but the note that begins in it."""
    around = start.parent
    if around is None or around.name not in ("p", "li", "dd", "td"):
        return False
    return len(around.get_text().strip()) == len(words.strip())
