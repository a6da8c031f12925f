"""An edition's passages as blocks of a page: headings, paragraphs, lists, tables, notes, gaps.

Every passage is the element whose id is the passage's own. Ids that are the page's hold a colon,
which no passage's does, so that the two never meet.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from consultations.model.edition import Edition, Gap, Passage
from consultations.pages.marks import Marks, reference_id
from consultations.pages.markup import NOTHING, Html, element, lines, opening, text

_DEEPEST_LIST = 8
"""Lists of a source may nest as deep as its author likes; a page, and its reader, may not."""


def gap_id(number: int) -> str:
    """Id of a gap, counted from 1 in the order of the edition."""
    return f"gap:{number}"


def paragraphs(parts: Iterable[Html]) -> Html:
    """Blocks with an empty line between them, so that each is a hunk of its own in a diff."""
    return Html("\n\n".join(part for part in parts if part))


class Body:
    """What is drawn of an edition's passages.

    Args:
        edition: the edition.
        known: `edition-id` and `edition-id#passage-id` of all that a cross-reference can lead to.
    """

    def __init__(self, edition: Edition, known: frozenset[str]) -> None:
        self._edition = edition
        self._marks = Marks(edition, known)
        self._notes = {note.passage: note for note in edition.footnotes}
        self._gaps: dict[str | None, list[tuple[int, Gap]]] = {}
        for number, gap in enumerate(edition.gaps, 1):
            self._gaps.setdefault(gap.after, []).append((number, gap))

    def heading(self, passage: Passage) -> Html:
        """A heading of its own depth."""
        return element(f"h{passage.level or 1}", self._marks.inline(passage), id=passage.id)

    def draw(self, passages: Iterable[Passage]) -> Html:
        """Passages of the body in reading order; notes are left out."""
        blocks: list[Html] = []
        body = (p for p in passages if p.kind != "footnote")
        for kind, run in groupby(body, key=lambda p: p.kind):
            if kind == "list_item":
                blocks.append(self._lists(run))
            elif kind == "blockquote":
                blocks.append(element("blockquote", Html("\n"), paragraphs(self._flow(run))))
            else:
                blocks += self._flow(run)
        return paragraphs(blocks)

    def notes(self) -> Html:
        """The notes under their heading, each with its way back; nothing where there are none."""
        items: list[list[Passage]] = []
        for passage in self._edition.passages:
            if passage.kind == "footnote":
                if passage.id in self._notes or not items:
                    items.append([])
                items[-1].append(passage)
        if not items:
            return NOTHING
        heading = element("h2", text("Notes"), id="edition:notes")
        start = opening("section", class_="notes", role="doc-endnotes")
        return paragraphs([start, heading, *map(self._note, items), Html("</section>")])

    def lost_after(self, passage: str | None) -> Iterator[Html]:
        """The gaps that follow a passage; None stands for the document's beginning."""
        for number, gap in self._gaps.get(passage, ()):
            yield _lost(number, gap, "p")

    def _flow(self, run: Iterable[Passage]) -> Iterator[Html]:
        """Blocks that stand by themselves, with the gaps after them."""
        for passage in run:
            if passage.kind == "heading":
                yield self.heading(passage)
            elif passage.kind == "table":
                yield self._table(passage)
            else:
                name = "reference" if passage.kind == "reference" else None
                yield element("p", self._marks.inline(passage), id=passage.id, class_=name)
            yield from self.lost_after(passage.id)

    def _lists(self, items: Iterable[Passage]) -> Html:
        """Items that follow each other, as lists within lists.

        An item stands at most one list deeper than the one before it; where bullets turn to
        numbers, or back, a new list begins.
        """
        written: list[str] = []  # line by line
        names: list[str] = []  # of the lists that are open, outermost first
        for item in items:
            depth = min(item.depth or 1, len(names) + 1, _DEEPEST_LIST)
            name = "ul" if item.marker is None else "ol"
            while len(names) > depth or (len(names) == depth and names[-1] != name):
                written[-1] += "</li>"
                written.append(f"</{names.pop()}>")
            if len(names) == depth:
                written[-1] += "</li>"
            else:
                written.append(f"<{name}>")
                names.append(name)
            written.append(self._item(item))
        for name in reversed(names):
            written[-1] += "</li>"
            written.append(f"</{name}>")
        return Html("\n".join(written))

    def _item(self, item: Passage) -> Html:
        """A list item, left open for the lists inside it."""
        start = opening("li", id=item.id, data_marker=self._printed_marker(item))
        gaps = (_lost(number, gap, "span") for number, gap in self._gaps.get(item.id, ()))
        return Html(f"{start}{self._marks.inline(item)}{''.join(gaps)}")

    def _printed_marker(self, item: Passage) -> str | None:
        """The number of a list item with its brackets or its full stop, as the source has them."""
        if item.marker is None:
            return None
        start = item.source[0][0]
        before = self._edition.source.text[max(0, start - 16) : start]
        printed = re.search(rf"\(?{re.escape(item.marker)}[.)]?(?=\s*\Z)", before)
        return printed[0] if printed else f"{item.marker}."

    def _table(self, passage: Passage) -> Html:
        """A table, its first row the header; rows that are too short are filled up."""
        width = max(map(len, passage.rows), default=0)
        rows, at = [], 0
        for number, row in enumerate(passage.rows):
            name, scope = ("td", None) if number else ("th", "col")
            cells = []
            for cell in row:
                start = max(passage.text.find(cell, at), at)
                at = start + len(cell)
                drawn = self._marks.inline(passage, start, at) if cell else NOTHING
                cells.append(element(name, drawn, scope=scope))
            cells += [element(name)] * (width - len(row))
            rows.append(element("tr", *cells))
        head, body = element("thead", lines(rows[:1])), element("tbody", lines(rows[1:]))
        table = element("table", lines([head, body]))
        return element("div", table, id=passage.id, class_="table")

    def _note(self, passages: Sequence[Passage]) -> Html:
        """One note: its label, which leads back to where it is called, and its passages."""
        note = self._notes.get(passages[0].id)
        label = NOTHING
        if note is not None and note.reference is None:
            label = element("span", text(note.label), class_="label")
        elif note is not None:
            label = element(
                "a",
                text(note.label),
                class_="label",
                href=f"#{reference_id(note)}",
                role="doc-backlink",
                aria_label=f"Back to the place of note {note.label}",
            )
        inner = lines([label, *self._flow(passages)])
        return element("div", Html("\n"), inner, Html("\n"), class_="note")


def _lost(number: int, gap: Gap, name: str) -> Html:
    """A gap as a bracketed note that leads to its evidence in the apparatus."""
    link = element("a", text("Missing here"), href=f"apparatus/#{gap_id(number)}")
    inner = Html(f"[{link}: {text(gap.what)}]")
    return element(name, inner, id=gap_id(number), class_="gap", role="note")
