"""The list of contents: its entries are no text, and they name the headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.model.text import letters

_HEADING = re.compile(r"(?:table of )?contents(?: page)?", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?P<words>\S.*?)(?:[\s.…_·]*\s|[.…]{2,}\s*)(?P<page>\d{1,4}|[ivxlc]{1,6})", re.DOTALL
)
_LEADERS = re.compile(r"[.…]{3,}\s*(?P<page>\d{1,4}|[ivxlc]{1,6})?$")
_FEWEST = 3
"""Fewest entries of a list of contents."""
_PAUSE = 3
"""This many blocks in a row that are no entries end the list."""
_PARAGRAPH = re.compile(r"\s+\d{1,3}(?:\.\d{1,3})+$")
"""The number of a paragraph, which some lists give before the page: "Scope 1.4 7"."""


@dataclass(frozen=True)
class ListedHeading:
    """A line of the list of contents."""

    text: str
    left: float
    """Its left edge, in points: deeper entries are often indented."""


def contents_apart(blocks: Sequence[PdfBlock]) -> list[ListedHeading]:
    """Mark the blocks that are entries of the list of contents, and give the entries.

    The list begins under a heading such as "Contents" and goes on as long as blocks, or lines of
    them, end with the number of a page. Half of its entries must come again as blocks of their own.
    Where tags state the list, the heading before it goes with it.
    """
    for heading, entry in pairwise(blocks):
        if entry.kind == "contents" and _HEADING.fullmatch(heading.text.strip()):
            heading.kind = "contents"
    known = {letters(block.text) for block in blocks}
    for n, block in enumerate(blocks):
        if _HEADING.fullmatch(block.text.strip()):
            entries, last = _entries(blocks, n + 1)
            words = [letters(entry.text) for entry in entries]
            if len(entries) >= _FEWEST and 2 * sum(w in known for w in words) >= len(words):
                for listed in blocks[n : last + 1]:
                    listed.kind = "contents"
                return entries
    return []


def _entries(blocks: Sequence[PdfBlock], start: int) -> tuple[list[ListedHeading], int]:
    """The entries from a block on, and the last block that holds one."""
    found: list[ListedHeading] = []
    last, pause = start - 1, 0
    for n in range(start, len(blocks)):
        here = list(_of_block(blocks[n].lines))
        if here:
            found += here
            last, pause = n, 0
        else:
            pause += 1
            if pause >= _PAUSE:
                break
    return found, last


def _of_block(lines: Sequence[TypeLine]) -> list[ListedHeading]:
    """The entries that a block is made of; none where its last line is not the end of one."""
    entries: list[ListedHeading] = []
    words: list[str] = []
    left = 0.0
    for line in lines:
        left = left if words else line.left
        words.append(line.text.strip())
        text = " ".join(words)
        match = _ENTRY.fullmatch(text)
        if match or _LEADERS.search(text):
            named = match["words"] if match else _LEADERS.sub("", text)
            entries.append(ListedHeading(_PARAGRAPH.sub("", named), left))
            words = []
    return [] if words else entries
