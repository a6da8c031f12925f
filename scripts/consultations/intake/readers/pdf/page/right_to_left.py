"""Glyphs that are read from right to left, put where they stand.

pdfium gives them in an order of its own: letters of a word as they are read, words as they stand.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from consultations.intake.readers.pdf.page.bidi import is_right_to_left
from consultations.intake.readers.pdf.page.glyphs import BLANK_GAP, DrawnRun, Glyph


def in_places(run: DrawnRun) -> DrawnRun:
    """A run with its glyphs from left to right; the same where none is read the other way."""
    if not is_right_to_left("".join(glyph.char for glyph in run.glyphs)):
        return run
    return replace(run, glyphs=tuple(from_left(run.glyphs)))


def from_left(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs of one line by their places, with a blank where room is left for one between letters.

    A file that draws each letter by itself, from right to left, may draw no blanks.
    """
    clusters: list[list[Glyph]] = []
    for glyph in glyphs:
        if clusters and unicodedata.combining(glyph.char):
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    made: list[Glyph] = []
    last: Glyph | None = None
    for letter, *marks in sorted(clusters, key=_place):
        if last and _are_apart(last, letter):
            made.append(last._replace(char=" ", left=last.right))
        made += letter, *marks
        last = letter
    return made


def _are_apart(one: Glyph, other: Glyph) -> bool:
    """Whether room for a blank is left between two letters.

    A figure may have as much room beside it: its ink is narrow and its width that of all figures.
    """
    room = BLANK_GAP * other.style.size
    return other.left - one.right > room and all(map(is_right_to_left, (one.char, other.char)))


def _place(cluster: Sequence[Glyph]) -> tuple[float, bool]:
    """Where a glyph stands; of lam and alef in one sign, lam is read first."""
    return round(cluster[0].left, 2), cluster[0].char == "\N{ARABIC LETTER LAM}"
