"""All notes of all documents: what they say and cite, and where they are called."""

from collections.abc import Iterator, Mapping, Sequence

from consultations.model.edition import Edition, Footnote, Passage
from consultations.model.entity import Entity
from consultations.pages.edition.marks import reference_id
from consultations.pages.indexes.paging import Group, PagedIndex, group_of
from consultations.pages.indexes.register import Register
from consultations.pages.links import Here, entity_path, joined
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Content, element
from consultations.pages.writing.markdown import Markdown

_INTRODUCTION = (
    "Every note of every document, with the words after which it is called and the works that it "
    "cites. The number leads to the note in its document."
)
_CALLED_AFTER = 60
"""How many code points are shown of what stands before a call."""
_AROUND_A_NOTE = 250
"""Code points of its label, of where it is called, and of the links of both, roughly."""


class Footnotes:
    """The pages of `footnotes/`.

    Args:
        register: all editions, read through.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._cited: dict[tuple[str, str], list[Entity]] = {}
        for work in register.present("work"):
            for appearance in register.appearances(work.id):
                key = (appearance.edition.id, appearance.passage.id)
                self._cited.setdefault(key, []).append(work)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Its pages, each with its path under docs/; none where there are no notes."""
        groups = [self._group(edition) for edition in self._register.editions if edition.footnotes]
        if groups:
            yield from PagedIndex(
                folder="footnotes",
                title="Notes",
                description="The notes of all documents",
                introduction=lambda _: [blocks.paragraph([_INTRODUCTION], {})],
                groups=groups,
            ).pages()

    def _group(self, edition: Edition) -> Group:
        texts = _notes_of(edition)

        def draw(notes: Sequence[Footnote], here: Here) -> Iterator[Markdown]:
            for note in notes:
                yield self._note(edition, note, texts[note.passage], here)

        def weight(note: Footnote) -> int:
            return sum(len(passage.text) for passage in texts[note.passage]) + _AROUND_A_NOTE

        title = edition.source.record.title
        return group_of(edition.id, title, edition.footnotes, draw, weight=weight)

    def _note(
        self, edition: Edition, note: Footnote, passages: Sequence[Passage], here: Here
    ) -> Markdown:
        """A note with its words, the place that calls it, and the works that it cites."""
        label = element("a", note.label, href=here.to_passage(edition.id, note.passage))
        drawn = [blocks.paragraph([passage.text], {}) for passage in passages]
        called = _call(edition, note, here)
        if called:
            drawn.append(blocks.paragraph(called, {"class": "of"}))
        works = {
            work.id: work for p in passages for work in self._cited.get((edition.id, p.id), ())
        }
        if works:
            links = (
                element("a", work.name, href=here.to(entity_path("work", work.id)))
                for work in works.values()
            )
            drawn.append(blocks.paragraph(["Cites: ", *joined(links)], {"class": "of"}))
        return blocks.definition([label], drawn)


def _notes_of(edition: Edition) -> Mapping[str, Sequence[Passage]]:
    """The passages of each note, under the id of its first."""
    starts = {note.passage for note in edition.footnotes}
    notes: dict[str, list[Passage]] = {}
    current: list[Passage] | None = None
    for passage in edition.passages:
        if passage.id in starts:
            current = notes.setdefault(passage.id, [])
        # A note goes on for as long as passages are notes: what follows its last one is none of it.
        elif passage.kind != "footnote":
            current = None
        if current is not None:
            current.append(passage)
    return notes


def _call(edition: Edition, note: Footnote, here: Here) -> Content:
    """The words before which a note is called, as a link to that place."""
    if note.reference is None:
        return []
    text = edition.by_id[note.reference.passage].text
    before = text[: note.reference.offset].rstrip()
    # From the blank before the first whole word: `rfind` gives -1 where all of it is shown.
    words = before[before.rfind(" ", 0, max(0, len(before) - _CALLED_AFTER)) + 1 :]
    ellipsis = "… " if len(words) < len(before) else ""
    link = element(
        "a",
        f"{ellipsis}{words}" or note.label,
        href=here.to_passage(edition.id, reference_id(note)),
    )
    return ["Called after ", link]
