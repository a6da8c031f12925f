"""Notes that stand together behind a chapter or a document.

They have a heading of their own, or each of them ends with an arrow that leads back to its sign, as
on a web page that was printed.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from consultations import patterns as re
from consultations.intake.readers.notes_headings import HEADS_NOTES, NOTES_HEADING
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.notes import PdfNote, labels_called
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun
from consultations.model.transcript import Drop

_LABEL = re.compile(r"[\[(]?(\d{1,3})[.)\]]?(?:\s+(?=\S)|\s*$)")
_BACK = re.compile(r"\s*[↩⏎↵]\N{VARIATION SELECTOR-15}?\s*$")
_LONGEST = 8
"""So many blocks may be those of one note that ends with an arrow."""
_FEWEST = 2
"""Fewer numbered paragraphs under such a heading are no list of notes."""
_MOST_UNCALLED = 0.3
"""Part of the notes of a list that nothing need call."""


@dataclass(frozen=True)
class _NoteList:
    """Notes in a row, and the number of the block that follows them."""

    notes: list[PdfNote]
    end: int


def endnotes_apart(
    blocks: Sequence[PdfBlock],
    at_foot: Sequence[PdfNote],
    labels: Sequence[str],
    drops: list[Drop],
) -> tuple[list[PdfBlock], list[PdfNote]]:
    """The blocks of the text, and the notes of the lists that stand among them.

    A list is numbered from 1 on without a gap, and raised figures in the text before it, back to
    the list before, call most of its notes. A figure that calls a note at the foot of its page
    calls no other. The heading of a list whose notes all are called goes with it.

    Args:
        blocks: of the text, in reading order.
        at_foot: the notes that stood at the foot of pages.
        labels: of the pages.
        drops: takes the headings of lists.
    """
    answered = {(note.label, note.page) for note in at_foot}
    body: list[PdfBlock] = []
    notes: list[PdfNote] = []
    since = 0
    at = 0
    while at < len(blocks):
        block = blocks[at]
        found = _leading_back(blocks, at)
        if not found.notes:
            body.append(block)
            at += 1
            if not NOTES_HEADING.fullmatch(block.text.strip()):
                continue
            found = _under_heading(blocks, at)
        uncalled = _uncalled(found.notes, body[since:], answered)
        if not found.notes or uncalled > _MOST_UNCALLED * len(found.notes):
            if found.end > at:
                body += blocks[at : found.end]
                at = found.end
            continue
        for note in found.notes:
            note.first_page = body[since].page if since < len(body) else note.page
        notes += found.notes
        if not uncalled and NOTES_HEADING.fullmatch(body[-1].text.strip()):
            heading = body.pop()
            drops.append(Drop("furniture", heading.text, HEADS_NOTES, labels[heading.page]))
        since = max(0, len(body) - 1)
        at = found.end
    return body, notes


def _uncalled(
    notes: Sequence[PdfNote], text: Sequence[PdfBlock], answered: Set[tuple[str, int]]
) -> int:
    """How many of some notes no raised figure of a text calls.

    Args:
        notes: of a list.
        text: before the list.
        answered: labels of notes at the foot of pages, with the index of the page.
    """
    called = {
        label
        for block in text
        for line in block.lines
        for run in line.runs
        if run.raised
        for label in labels_called(run.text)
        if answered.isdisjoint((label, page) for page in range(block.page, block.last_page + 2))
    }
    return sum(note.label not in called for note in notes)


def _under_heading(blocks: Sequence[PdfBlock], start: int) -> _NoteList:
    """The notes that begin at a block, each a paragraph that begins with its number."""
    found: list[PdfNote] = []
    at = start
    while at < len(blocks):
        label, lines = _labelled(blocks[at])
        if label != str(len(found) + 1) or not lines:
            break
        found.append(PdfNote(label, blocks[at].page, [lines]))
        at += 1
    return _NoteList(found, at) if len(found) >= _FEWEST else _NoteList([], start)


def _leading_back(blocks: Sequence[PdfBlock], start: int) -> _NoteList:
    """The notes that begin at a block, each with an arrow at its end."""
    found: list[PdfNote] = []
    at = start
    while at < len(blocks):
        label, lines = _labelled(blocks[at])
        if label != str(len(found) + 1):
            break
        paragraphs = [lines] if lines else []
        paragraphs += [block.lines for block in blocks[at + 1 : at + _LONGEST] if block.lines]
        last = next((n for n, one in enumerate(paragraphs) if _BACK.search(one[-1].text)), None)
        if last is None:
            break
        paragraphs = [*paragraphs[:last], _without_arrow(paragraphs[last])]
        found.append(PdfNote(label, blocks[at].page, [one for one in paragraphs if one]))
        at += last + (1 if lines else 2)
    return _NoteList(found, at)


def _labelled(block: PdfBlock) -> tuple[str | None, list[TypeLine]]:
    """The number with which a block begins, and its lines without it."""
    if block.label or not block.lines:
        match = _LABEL.fullmatch(block.label)
        return (match[1] if match else None), block.lines
    match = _LABEL.match(block.text)
    if not match:
        return None, block.lines
    lines = [_without(block.lines[0], match.end()), *block.lines[1:]]
    return match[1], [line for line in lines if line.runs]


def _without_arrow(lines: list[TypeLine]) -> list[TypeLine]:
    """The lines of a note without the arrow at their end."""
    *before, last = lines
    kept = len(_BACK.sub("", last.text))
    runs: list[TypeRun] = []
    for run in last.runs:
        if text := run.text[:kept]:
            runs.append(TypeRun(text, run.style, run.raised))
        kept -= len(text)
    last = TypeLine(tuple(runs), last.left, last.right, last.base, last.size)
    return [*before, last] if runs else before


def _without(line: TypeLine, length: int) -> TypeLine:
    """A line without its first characters."""
    runs: list[TypeRun] = []
    for run in line.runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:]:
            runs.append(TypeRun(run.text[cut:], run.style, run.raised))
    return TypeLine(tuple(runs), line.left, line.right, line.base, line.size)
