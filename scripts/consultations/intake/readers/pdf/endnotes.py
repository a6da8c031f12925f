"""Notes that stand together behind a chapter or a document, under a heading of their own."""

import re
from collections.abc import Sequence

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.notes import PdfNote, labels_called
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun

_HEADING = re.compile(r"(?:end|foot)?notes|notes and references|references", re.IGNORECASE)
_LABEL = re.compile(r"[\[(]?(\d{1,3})[.)\]]?\s+(?=\S)")
_FEWEST = 2
"""Fewer numbered paragraphs under such a heading are no list of notes."""
_MOST_UNCALLED = 0.3
"""Part of the notes of a list that nothing need call."""


def endnotes_apart(blocks: Sequence[PdfBlock]) -> tuple[list[PdfBlock], list[PdfNote]]:
    """The blocks of the text, and the notes of the lists that stand among them.

    A list is numbered from 1 on without a gap, and raised figures in the text before it, back to
    the list before, call most of its notes.
    """
    body: list[PdfBlock] = []
    notes: list[PdfNote] = []
    since = 0
    at = 0
    while at < len(blocks):
        block = blocks[at]
        body.append(block)
        at += 1
        if not _HEADING.fullmatch(block.text.strip()):
            continue
        found, end = _list_from(blocks, at)
        called = {
            label
            for earlier in body[since:]
            for line in earlier.lines
            for run in line.runs
            if run.raised
            for label in labels_called(run.text)
        }
        uncalled = sum(note.label not in called for note in found)
        if len(found) < _FEWEST or uncalled > _MOST_UNCALLED * len(found):
            continue
        for note in found:
            note.first_page = body[since].page
        notes += found
        since = len(body) - 1
        at = end
    return body, notes


def _list_from(blocks: Sequence[PdfBlock], start: int) -> tuple[list[PdfNote], int]:
    """The notes that begin at a block, and where the list ends."""
    found: list[PdfNote] = []
    at = start
    while at < len(blocks):
        lines = blocks[at].lines
        match = _LABEL.match(blocks[at].text) if lines else None
        if not match or int(match[1]) != len(found) + 1:
            break
        found.append(
            PdfNote(match[1], blocks[at].page, [[_without(lines[0], match.end()), *lines[1:]]])
        )
        at += 1
    return found, at


def _without(line: TypeLine, length: int) -> TypeLine:
    """A line without its first characters."""
    runs: list[TypeRun] = []
    for run in line.runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:]:
            runs.append(TypeRun(run.text[cut:], run.style, run.raised))
    return TypeLine(tuple(runs), line.left, line.right, line.base, line.size)
