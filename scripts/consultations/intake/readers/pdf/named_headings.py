"""Headings that the file's outline or its list of contents names, and how deep they are there."""

from collections import defaultdict
from collections.abc import Sequence

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.contents import ListedHeading
from consultations.intake.readers.pdf.page.sheets import OutlineEntry
from consultations.model.text import letters

MOST_LINES = 4
"""Most lines of a heading."""
NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S")
"""The number with which a heading begins: `2.3 Oil`."""
_INDENT = 8.0
"""In points: entries of a list of contents whose indents differ by less are of one depth."""
_DEEPEST_LISTED = 4


def named_by_outline(
    blocks: Sequence[PdfBlock], outline: Sequence[OutlineEntry]
) -> dict[int, int | None]:
    """Depths by the identity of the blocks whose words the outline has, in its order."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for entry in outline:
        wanted[letters(entry.title)].append(entry.depth)
    found: dict[int, int | None] = {}
    for block in blocks:
        depths = wanted.get(letters(block.text))
        if depths and block.kind in ("paragraph", "item") and len(block.lines) <= MOST_LINES:
            found[id(block)] = depths.pop(0)
    return found if len(found) * 2 >= len(outline) else {}


def named_by_contents(
    blocks: Sequence[PdfBlock], listed: Sequence[ListedHeading]
) -> dict[int, int | None]:
    """Depths by the identity of the blocks that the list of contents names.

    Its indents tell them. Where its numbers tell more, they do, and that of an entry without a
    number is not known.
    """
    depths = _depths_by_number(listed)
    if depths is None:
        indents = sorted({_indent(entry) for entry in listed})
        depths = {
            letters(e.text): min(indents.index(_indent(e)) + 1, _DEEPEST_LISTED) for e in listed
        }
    return {
        id(block): depths[words]
        for block in blocks
        if block.kind in ("paragraph", "item") and (words := letters(block.text)) in depths
    }


def _depths_by_number(listed: Sequence[ListedHeading]) -> dict[str, int | None] | None:
    """The depths of entries by their words; None where indents tell as many as numbers do."""
    numbers = {id(e): n[1] for e in listed if (n := NUMBER.match(e.text))}
    told = {number.count(".") for number in numbers.values()}
    if len(told) <= len({_indent(e) for e in listed if id(e) in numbers}):
        return None
    return {
        letters(e.text): numbers[id(e)].count(".") - min(told) + 1 if id(e) in numbers else None
        for e in listed
    }


def _indent(entry: ListedHeading) -> int:
    return round(entry.left / _INDENT)
