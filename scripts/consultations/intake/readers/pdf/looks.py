"""How the words of a block look, by which headings are told from text, and from each other."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from consultations.intake.readers.pdf.blocks import PdfBlock


class Look(NamedTuple):
    """How words are set."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    colour: int = 0


def look_of(block: PdfBlock) -> Look:
    """How most of the words of a block look."""
    styles: Counter[tuple[float, bool, bool, int]] = Counter()
    for line in block.lines:
        for run in line.runs:
            if not run.raised:
                s = run.style
                styles[round(s.size * 2) / 2, s.bold, s.italic, s.colour] += len(run.text)
    if not styles:
        return Look()
    size, bold, italic, colour = styles.most_common(1)[0][0]
    return Look(size, bold, italic, block.text.isupper(), colour)


def look_of_body(blocks: Sequence[PdfBlock]) -> Look:
    """How most of the text of a document looks."""
    looks: Counter[Look] = Counter()
    for block in blocks:
        if block.kind in ("paragraph", "item"):
            looks[look_of(block)] += len(block.text)
    return looks.most_common(1)[0][0] if looks else Look()


def is_of_one_weight(block: PdfBlock) -> bool:
    """Whether all words of a block are bold, or none."""
    words = (run for line in block.lines for run in line.runs if run.text.strip())
    return len({run.style.bold for run in words}) <= 1


def is_otherwise_set(look: Look, body: Look) -> bool:
    """Whether words slant where the text does not, or stand upright in another colour."""
    return not body.italic if look.italic else look.colour != body.colour


def is_larger(block: PdfBlock, body: Look) -> bool:
    """Whether a block is set in larger type than the text."""
    return look_of(block).size >= body.size + 0.9
