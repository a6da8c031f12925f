"""Words set across other words of their page, such as DRAFT."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from consultations.intake.readers.pdf.page.glyphs import DrawnRun, Glyph

_LARGER = 1.5
"""A stamp is larger than the text by at least this factor."""
_HEIGHT = 0.65
"""In type sizes: about how high above their base letters reach."""
_CROSSED = 8
"""A stamp stands across at least this many letters of the text."""


def stamps_of(runs: Sequence[DrawnRun]) -> Iterator[tuple[int, tuple[Glyph, ...]]]:
    """The stamps among the runs of a page: the number of the run, and those of its glyphs.

    Nobody sets a heading over the lines of the text; a first letter that is large has them beside
    it.
    """
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.glyphs[0].style.size] += len(run.glyphs)
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    for n, run in enumerate(runs):
        for size, part in groupby(run.glyphs, key=lambda glyph: glyph.style.size):
            if size >= _LARGER * usual:
                glyphs = tuple(part)
                crossed = _crossed(glyphs, [r for r in runs if r.how.quarter == run.how.quarter])
                if crossed >= _CROSSED:
                    yield n, glyphs


def _crossed(glyphs: Sequence[Glyph], runs: Sequence[DrawnRun]) -> int:
    """How many letters of smaller type stand within the height and the width of some glyphs."""
    first, size = glyphs[0], glyphs[0].style.size
    left, right = min(g.left for g in glyphs), max(g.right for g in glyphs)
    bottom, top = first.base, first.base + _HEIGHT * size
    return sum(
        left < letter.left and letter.right < right and letter.char != " "
        for run in runs
        if bottom <= run.glyphs[0].base <= top
        for letter in run.glyphs
        if letter.style.size * _LARGER <= size and bottom <= letter.base <= top
    )
