"""An edition's passages as parts under their headings, from which its forms in XML are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from consultations.model.edition import Edition, Gap, Passage


@dataclass
class OutlinePart:
    """A heading with what stands under it, up to the next heading of its rank."""

    heading: Passage | None = None
    """None at the document's beginning, and where text goes on after a part within."""
    blocks: list[Passage] = field(default_factory=list)
    """What stands right under the heading, in reading order; no notes."""
    parts: list["OutlinePart"] = field(default_factory=list)
    """The parts within, which come after the blocks."""


@dataclass(frozen=True)
class NoteText:
    """A note's passages, with its label as printed."""

    label: str
    passages: tuple[Passage, ...]


def outline(edition: Edition) -> OutlinePart:
    """All of the body; its own heading is None."""
    whole = OutlinePart()
    opened: list[tuple[str, OutlinePart]] = []
    notes = {note.passage for note in edition.footnotes}
    for passage in edition.passages:
        if passage.kind == "footnote" or passage.id in notes:
            continue
        # A passage knows the headings that it stands under. One that is open and no such is over.
        while opened and opened[-1][0] not in passage.section:
            opened.pop()
        here = opened[-1][1] if opened else whole
        if passage.kind == "heading":
            here.parts.append(OutlinePart(passage))
            opened.append((passage.id, here.parts[-1]))
        elif not here.parts:
            here.blocks.append(passage)
        else:  # text after a part within is a part without a heading
            if here.parts[-1].heading is not None:
                here.parts.append(OutlinePart())
            here.parts[-1].blocks.append(passage)
    return whole


def note_texts(edition: Edition) -> Iterator[NoteText]:
    """The notes in their order; a passage that begins no note goes on with the one before it."""
    labels = {note.passage: note.label for note in edition.footnotes}
    label = ""
    passages: list[Passage] = []
    for passage in edition.passages:
        if passage.kind != "footnote" and passage.id not in labels:
            continue
        if passage.id in labels and passages:
            yield NoteText(label, tuple(passages))
            passages = []
        label = labels.get(passage.id, label)
        passages.append(passage)
    if passages:
        yield NoteText(label, tuple(passages))


def runs(blocks: Sequence[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    """Blocks of one kind that follow each other, such as the items of a list, with their kind.

    Those of one run are of one cell, where they stand in a table of prose.
    """
    for (kind, _), run in groupby(blocks, key=lambda passage: (passage.kind, passage.cell)):
        yield kind, list(run)


def gaps_after(edition: Edition) -> dict[str | None, list[Gap]]:
    """The gaps by the passage that each follows; None stands for the document's beginning."""
    found: dict[str | None, list[Gap]] = {}
    for gap in edition.gaps:
        found.setdefault(gap.after, []).append(gap)
    return found
