"""Notes that stand in no element of their own: behind an anchor, up to the next one."""

from collections.abc import Container, Iterator
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from consultations import patterns as re
from consultations.intake.readers.html.elements import BLOCKS
from consultations.intake.readers.html.notes import LABEL

_LINE_ENDS = BLOCKS | {"br"}
_ALONE = frozenset({"p", "li", "dd", "td"})
"""What holds a note alone needs no paragraph in it."""
_NEAR = 9
"""Empty elements and blanks before an anchor that are looked at."""


def wrap_loose_notes(soup: BeautifulSoup) -> None:
    """Put each such note in a paragraph.

    As old pages write them: `<hr><a name="n1"></a>1 The minutes.<br><a name="n2"></a>2 A letter.`
    """
    starts = _starts(soup)
    around = {id(e.parent): e.parent for e in soup.find_all("a") if id(e) in starts}
    for parent in filter(None, around.values()):
        runs = list(_runs(parent, starts))
        notes = [id(run[0]) in starts and _is_labelled(run, starts[id(run[0])]) for run in runs]
        if not any(notes) or (len(runs) == 1 and parent.name in _ALONE):
            continue
        # All at once: to take out one element costs a search among its neighbours.
        parent.clear()
        for run, is_note in zip(runs, notes, strict=True):
            holder = soup.new_tag("p") if is_note else parent
            holder.extend(run)
            if is_note:
                parent.append(holder)
        if parent.name == "p":
            parent.name = "div"


def _starts(soup: BeautifulSoup) -> dict[int, str]:
    """The anchors at the beginning of lines to which a label links, by identity, with the label."""
    links = soup.find_all("a", href=re.compile(r"^#."))
    labels = ((str(link["href"])[1:], LABEL.fullmatch(link.get_text())) for link in links)
    called = {place: label[1] for place, label in labels if label}
    anchors = ((e, str(e.get("name") or e.get("id") or "")) for e in soup.find_all("a"))
    return {id(e): called[name] for e, name in anchors if name in called and _begins_line(e)}


def _begins_line(anchor: Tag) -> bool:
    """Whether no words stand before an anchor on its line, nor before what is around it there."""
    at: Tag | None = anchor
    while at is not None and at.name not in BLOCKS:
        near = list(islice(at.previous_siblings, _NEAR))
        for before in near:
            if isinstance(before, Tag) and before.name in _LINE_ENDS:
                return True
            if before.get_text().strip():
                return False
        at = at.parent if len(near) < _NEAR else None
    return at is not None


def _runs(parent: Tag, starts: Container[int]) -> Iterator[list[PageElement]]:
    """What an element holds, parted before each anchor of a note and each block."""
    run: list[PageElement] = []
    for part in list(parent.contents):
        begins = isinstance(part, Tag) and (part.name in BLOCKS or id(part) in starts)
        if begins and any(p.get_text().strip() or isinstance(p, Tag) for p in run):
            yield run
            run = []
        run.append(part)
    yield run


def _is_labelled(run: list[PageElement], label: str) -> bool:
    """Whether what stands behind an anchor is the label that leads there, and words."""
    words = "".join(part.get_text() for part in run)
    return re.match(rf"\s*[\[(]?{re.escape(label)}(?!\w)\W*\w", words) is not None
