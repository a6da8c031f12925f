"""Notes that stand together at the end of a chapter or a document.

They have a heading of their own, or each of them ends with an arrow that leads back to its sign, as
on a web page that was printed, or they are set smaller than the text and all of them are called.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from consultations import patterns as re
from consultations.intake.readers.notes_headings import HEADS_NOTES, NOTES_HEADING
from consultations.intake.readers.numerals import roman
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.notes import PdfNote, called_in, is_unfinished
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun
from consultations.model.transcript import Drop

_LABEL = re.compile(r"[\[(]?(\d{1,3}|[ivxlc]{1,8})[.)\]]?(?:\s+(?=\S)|\s*$)")
_SMALLER = 0.5
"""In points: notes without a heading are smaller than the text by more than this."""
# Behind no blank: else each blank of a long run would be tried with all that follow it.
_BACK = re.compile(r"(?<!\s)\s*[↩⏎↵]\N{VARIATION SELECTOR-15}?\s*$")
_LONGEST = 8
"""A note that ends with an arrow has at most this many blocks."""
_FEWEST = 2
"""Fewer numbered paragraphs under such a heading are no list of notes."""
_MOST_UNCALLED = 0.3
"""Share of the notes in a list that need no call."""


@dataclass(frozen=True)
class _NoteList:
    """A sequence of notes, and the number of the block after them."""

    notes: list[PdfNote]
    end: int


def endnotes_apart(
    blocks: Sequence[PdfBlock],
    at_foot: Sequence[PdfNote],
    labels: Sequence[str],
    drops: list[Drop],
    size: float,
) -> tuple[list[PdfBlock], list[PdfNote]]:
    """The blocks of the text, and the notes of the lists that stand among them.

    A list is numbered from 1 or i on without a gap, and raised figures in the text before it, back
    to the list before, call most of its notes, or all where it has neither heading nor arrows. A
    figure that calls a note at the foot of its page calls no other. The heading of a list whose
    notes all are called goes with it.

    Args:
        blocks: of the text, in reading order.
        at_foot: the notes that stood at the foot of pages.
        size: of the text's type, in points.
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
            found = _set_smaller(blocks, at, size)
            if _uncalled(found.notes, body[since:], answered):
                found = _NoteList([], at)
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
    """How many of some notes no raised figure in a text calls.

    Args:
        notes: of a list.
        text: before the list.
        answered: labels of notes at the foot of pages, with the index of the page.
    """
    called = {
        label
        for block in text
        for label in called_in(block)
        if answered.isdisjoint((label, page) for page in range(block.page, block.last_page + 2))
    }
    return sum(note.label not in called for note in notes)


def _under_heading(blocks: Sequence[PdfBlock], start: int) -> _NoteList:
    """The notes that begin at a block, each a paragraph that begins with its number."""
    found: list[PdfNote] = []
    at = start
    while at < len(blocks):
        notes = _notes_in(blocks[at], len(found) + 1)
        if not notes:
            break
        found += notes
        at += 1
    return _NoteList(found, at) if len(found) >= _FEWEST else _NoteList([], start)


def _set_smaller(blocks: Sequence[PdfBlock], start: int, size: float) -> _NoteList:
    """The notes that begin at a block, set smaller than the text; several may be one block.

    One note by itself is the last that the document says.
    """
    found: list[PdfNote] = []
    at = start
    while at < len(blocks) and _is_small(blocks[at], size):
        notes = _notes_in(blocks[at], len(found) + 1)
        if not notes:
            break
        found += notes
        at += 1
    is_list = len(found) >= _FEWEST or (bool(found) and at == len(blocks))
    return _NoteList(found, at) if is_list else _NoteList([], start)


def _is_small(block: PdfBlock, size: float) -> bool:
    return bool(block.lines) and all(line.size < size - _SMALLER for line in block.lines)


def _notes_in(block: PdfBlock, number: int) -> list[PdfNote]:
    """The notes of a block, each on lines of its own; none where it does not begin with a number.

    Args:
        block: it.
        number: of the note with which it is to begin.
    """
    label, lines = _labelled(block)
    if label is None or not _counts(label, number) or not lines:
        return []
    found = [PdfNote(label, block.page, [lines[:1]])]
    for line in lines[1:]:
        match = _LABEL.match(line.text)
        before = found[-1].paragraphs[0][-1]
        if (
            match
            and match.end() < len(line.text)
            and _counts(match[1], number + len(found))
            and not is_unfinished(before)
        ):
            found.append(PdfNote(match[1], block.page, [[_without(line, match.end())]]))
        else:
            found[-1].paragraphs[0].append(line)
    return found


def _counts(label: str, number: int) -> bool:
    """Whether a label is a number, Arabic or Roman."""
    return label in (str(number), roman(number))


def _leading_back(blocks: Sequence[PdfBlock], start: int) -> _NoteList:
    """The notes that begin at a block, each with an arrow at its end."""
    found: list[PdfNote] = []
    at = start
    while at < len(blocks):
        label, lines = _labelled(blocks[at])
        if label is None or not _counts(label, len(found) + 1):
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
