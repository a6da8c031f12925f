"""An edition's passages as blocks of a page: headings, paragraphs, lists, tables, notes, gaps.

Every passage is the element whose id is the passage's own. Ids that are the page's hold a colon,
which no passage's does, so that the two never meet.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from consultations.model.edition import Edition, Gap, Passage
from consultations.model.table_cells import cells, column_heads
from consultations.pages.edition.answering import Answering
from consultations.pages.edition.marks import Marks, reference_id
from consultations.pages.links import Here, on_page
from consultations.pages.question_words import lost
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Attributes, Content, Element, element
from consultations.pages.writing.markdown import Markdown

_ABOUT_NOTES: Attributes = {"class": "notes", "role": "doc-endnotes"}


def gap_id(number: int) -> str:
    """Id of a gap, counted from 1 in the order of the edition."""
    return f"gap:{number}"


class Body:
    """What is drawn of an edition's passages.

    Args:
        edition: the edition.
        marks: what is drawn inside the text of its passages.
        answering: its questions and the passages that answer them.
    """

    def __init__(self, edition: Edition, marks: Marks, answering: Answering) -> None:
        self._edition = edition
        self._marks = marks
        self._answering = answering
        self._heads = column_heads(edition.passages)
        self._depths = heading_depths(edition.passages)
        self._notes = {note.passage: note for note in edition.footnotes}
        self._gaps: dict[str | None, list[tuple[int, Gap]]] = {}
        for number, gap in enumerate(edition.gaps, 1):
            self._gaps.setdefault(gap.after, []).append((number, gap))
        self._moved: dict[str, list[str]] = {}
        for id_, target in sorted(edition.moved.items()):
            self._moved.setdefault(target, []).append(id_)

    def heading(self, passage: Passage) -> Markdown:
        """A heading; in the page's outline it is without the numbers of notes."""
        content = self._content(passage)
        # Of all that can stand in a heading, only the call of a note has a role.
        called = any(not isinstance(p, str) and p.attributes.get("role") for p in content)
        outline = passage.text if called else None
        attributes: Attributes = {"id": passage.id, "data-toc-label": outline}
        return blocks.heading(self._depths[passage.id], content, attributes)

    def draw(self, passages: Iterable[Passage]) -> Iterator[Markdown]:
        """Passages of the body in reading order, answers set apart; notes are left out.

        The passages of a row of a table of prose stand together.
        """
        body = (p for p in passages if not self._is_note(p))
        for row, run in groupby(body, key=_row_of):
            if row is None:
                yield from self._answers(run)
            else:
                yield blocks.division({"class": "row"}, self._row(list(run)))

    def _row(self, passages: Sequence[Passage]) -> Iterator[Markdown]:
        """A row of a table of prose; that a cell for an answer is empty stands where it would."""
        yield from self._answers(passages)
        for passage in passages:
            if told := self._answering.unanswered(passage):
                yield blocks.paragraph(told, {"class": "asked"})

    def _answers(self, passages: Iterable[Passage]) -> Iterator[Markdown]:
        for question, run in groupby(passages, key=self._answering.question_of):
            if question is None:
                yield from self._blocks(run)
            else:
                yield blocks.division({"class": "answer"}, self._blocks(run))

    def _blocks(self, passages: Iterable[Passage]) -> Iterator[Markdown]:
        for (kind, _), alike in groupby(passages, key=lambda p: (p.kind, p.cell)):
            run = list(alike)
            if run[0].id in self._heads:
                yield blocks.paragraph([self._heads[run[0].id]], {"class": "column"})
            if kind == "list_item":
                yield blocks.lists(self._item(passage) for passage in run)
            elif kind == "blockquote":
                yield blocks.quotation(self._flow(run))
            else:
                yield from self._flow(run)

    def notes(self) -> Iterator[Markdown]:
        """The notes under their heading, each with its way back; nothing where there are none."""
        notes: list[list[Passage]] = []
        for passage in self._edition.passages:
            if self._is_note(passage):
                # A passage that begins no note goes on with the one before it.
                if passage.id in self._notes or not notes:
                    notes.append([])
                notes[-1].append(passage)
        if notes:
            heading = blocks.heading(2, ["Notes"], {"id": "edition:notes"})
            yield blocks.section(_ABOUT_NOTES, [heading, *map(self._note, notes)])

    def lost_after(self, passage: str | None) -> Iterator[Markdown]:
        """The gaps that follow a passage; None stands for the document's beginning."""
        for number, gap in self._gaps.get(passage, ()):
            yield blocks.paragraph(_lost(number, gap), _about_gap(number))

    def gone(self) -> Iterator[Markdown]:
        """The ids whose passages are no more, each with the reason; nothing where none is."""
        gone = [link for link in self._edition.permalinks if link.state == "gone"]
        if gone:
            yield blocks.heading(2, ["No longer here"], {"id": "edition:gone"})
            yield blocks.lists(
                Item([f"{link.id}, which began “{link.opening}”: {link.note}"], link.id, 1, None)
                for link in gone
            )

    def _content(self, passage: Passage) -> Content:
        """What a passage says, with the places of old links that lead to it now."""
        return [*self._places(passage), *self._marks.content(passage)]

    def _places(self, passage: Passage) -> list[Element]:
        return [element("span", "", id=id_) for id_ in self._moved.get(passage.id, ())]

    def _is_note(self, passage: Passage) -> bool:
        """Whether a passage stands among the notes; one that is a reference keeps that kind."""
        return passage.kind == "footnote" or passage.id in self._notes

    def _flow(self, run: Iterable[Passage]) -> Iterator[Markdown]:
        """Blocks that stand by themselves, with the gaps after them."""
        for passage in run:
            if passage.kind == "heading":
                yield self.heading(passage)
            elif passage.kind == "table" and passage.cell is not None:
                yield blocks.paragraph(self._short(passage), {"id": passage.id, "class": "short"})
            elif passage.kind == "table":
                # Old links that lead here have their places before the table: there is none in it.
                for id_ in self._moved.get(passage.id, ()):
                    yield blocks.paragraph([element("span", "", id=id_)], {})
                yield blocks.table(list(self._rows(passage)), passage.id)
            else:
                name = "reference" if passage.kind == "reference" else None
                attributes: Attributes = {"id": passage.id, "class": name}
                yield blocks.paragraph(self._content(passage), attributes)
            is_told_later = passage.cell and self._answering.unanswered(passage)
            told = self._answering.told_of(passage)
            if told and not is_told_later:
                yield blocks.paragraph(told, {"class": "asked"})
            yield from self.lost_after(passage.id)

    def _item(self, passage: Passage) -> Item:
        """An item of a list, with the gaps after it: between two items there is no place."""
        gaps = [
            part
            for number, gap in self._gaps.get(passage.id, ())
            for part in (" ", Element("span", _lost(number, gap), _about_gap(number)))
        ]
        content = [*self._content(passage), *gaps]
        return Item(content, passage.id, passage.depth or 1, self._printed_marker(passage))

    def _printed_marker(self, item: Passage) -> str | None:
        """The number of a list item with its brackets or its full stop, as the source has them."""
        if item.marker is None:
            return None
        # The edition keeps the number alone; brackets and points are in the source before the item.
        start = item.source[0][0]
        # 16 code points: a number with its brackets and the blanks behind it take no more.
        before = self._edition.source.text[max(0, start - 16) : start]
        printed = re.search(rf"\(?{re.escape(item.marker)}[.)]?(?=\s*\Z)", before)
        return printed[0] if printed else f"{item.marker}."

    def _rows(self, passage: Passage) -> Iterator[list[Content]]:
        """The rows of a table, with what stands inside its cells."""
        for row in cells(passage):
            yield [
                self._marks.content(passage, start, end) if start < end else []
                for start, end in row
            ]

    def _short(self, passage: Passage) -> Content:
        """The short cells of a row of a table of prose in one line, each behind its head."""
        heads = passage.cell.heads if passage.cell and passage.cell.row else ()
        parts: list[str | Element] = [*self._places(passage)]
        for row in self._rows(passage):
            for content, head in zip_longest(row, heads, fillvalue=""):
                if content:
                    parts += [" · "] if len(parts) else []
                    parts += [element("span", head, class_="column"), " "] if head else []
                    parts += content
        return parts

    def _note(self, passages: Sequence[Passage]) -> Markdown:
        """One note: its label, which leads back to where it is called, and its passages."""
        note = self._notes.get(passages[0].id)
        drawn = list(self._flow(passages))
        if note is None:
            return blocks.together(drawn)
        if note.reference is None:
            return blocks.definition([note.label], drawn)
        back = element(
            "a",
            note.label,
            href=on_page(reference_id(note)),
            role="doc-backlink",
            aria_label=f"Back to the place of note {note.label}",
        )
        return blocks.definition([back], drawn)


def heading_depths(passages: Iterable[Passage]) -> dict[str, int]:
    """How deep each heading stands on the page, by its id, from 1, the title's.

    It is at most one more than that of the heading over it: nobody looks for what is not there.
    """
    depths: dict[str, int] = {}
    over: list[tuple[int, int]] = []  # the levels of the headings over a place, each with its depth
    for passage in passages:
        if passage.kind != "heading":
            continue
        level = passage.level or 1
        while over and over[-1][0] >= level:
            over.pop()
        depth = min(level, over[-1][1] + 1 if over else 2)
        over.append((level, depth))
        depths[passage.id] = depth
    return depths


def _row_of(passage: Passage) -> tuple[int, int] | None:
    """The row of a table of prose that a passage stands in: the table's number and its own."""
    return (passage.cell.table, passage.cell.row) if passage.cell else None


def _lost(number: int, gap: Gap) -> Content:
    """A gap as a bracketed note that leads to its evidence in the apparatus."""
    link = element("a", "Missing here", href=Here("index.md").to("apparatus.md", gap_id(number)))
    return ["[", link, f": {lost(gap)}]"]


def _about_gap(number: int) -> Attributes:
    """The attributes of a gap's element."""
    return {"id": gap_id(number), "class": "gap", "role": "note"}
