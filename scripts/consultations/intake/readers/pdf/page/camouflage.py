"""Words in the colour of what is behind them: white on the page, black on a black bar."""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from consultations.intake.readers.pdf.page.drawing import Backdrop
from consultations.intake.readers.pdf.page.geometry import Box, Turn
from consultations.intake.readers.pdf.page.glyphs import DrawnRun, Glyph

_PAPER = 0xFFFFFF
_ALIKE = 6
"""Two colours that differ by at most this much in each of red, green and blue look the same."""
_MOST = 0.3
"""The most of a page's letters that can be hidden so. Where more seem to be, something behind them
was not read, such as a picture."""
_ABOVE = 0.3
"""How high above its base line the middle of a letter is, in type sizes."""


def camouflaged(
    runs: Sequence[DrawnRun], grounds: Sequence[Backdrop], shown: Box
) -> list[tuple[int, tuple[Glyph, ...]]]:
    """The words that nobody sees: the number of the run, and those of its glyphs.

    Args:
        runs: of a page.
        grounds: what is drawn on it, in its own coordinates.
        shown: what is shown of the page.
    """
    found = list(_found(runs, grounds, shown))
    letters = sum(len(run.glyphs) for run in runs)
    return found if sum(len(glyphs) for _, glyphs in found) <= _MOST * letters else []


def _found(
    runs: Sequence[DrawnRun], grounds: Sequence[Backdrop], shown: Box
) -> Iterator[tuple[int, tuple[Glyph, ...]]]:
    suspect = _suspect(runs, grounds)
    turns = [Turn(quarter, shown) for quarter in range(4)]
    turned = [[Backdrop(turn.box(g.box), g.colour) for g in grounds] for turn in turns]
    for n, run in enumerate(runs):
        if any(glyph.style.colour in suspect for glyph in run.glyphs):
            near = _near(run, turned[run.how.quarter or 0])
            yield from ((n, glyphs) for glyphs in _gone(run, near, suspect))


def _suspect(runs: Sequence[DrawnRun], grounds: Sequence[Backdrop]) -> set[int]:
    """The colours of words that something on the page has too, or paper."""
    behind = {_PAPER, *(ground.colour for ground in grounds if ground.colour is not None)}
    colours = {glyph.style.colour for run in runs for glyph in run.glyphs}
    return {one for one in colours if any(_is_like(one, other) for other in behind)}


def _near(run: DrawnRun, grounds: Sequence[Backdrop]) -> list[Backdrop]:
    """What is drawn at the height of a run."""
    bottom = min(glyph.base for glyph in run.glyphs)
    top = max(glyph.base + glyph.style.size for glyph in run.glyphs)
    return [ground for ground in grounds if ground.box.bottom <= top and bottom <= ground.box.top]


def _gone(
    run: DrawnRun, near: Sequence[Backdrop], suspect: Container[int]
) -> Iterator[tuple[Glyph, ...]]:
    """The words of a run that nobody sees, with the blanks between them."""
    gone: list[Glyph] = []
    for glyph in run.glyphs:
        colour = glyph.style.colour
        is_blank = glyph.char == " " and bool(gone)
        if is_blank or (colour in suspect and _is_like(colour, _colour_behind(glyph, near))):
            gone.append(glyph)
        elif gone:
            yield _but_blank(gone)
            gone = []
    if gone:
        yield tuple(gone)


def _but_blank(glyphs: list[Glyph]) -> tuple[Glyph, ...]:
    """Letters without the blanks that part them from the next word."""
    ends = len(glyphs) - sum(1 for _ in takewhile(lambda g: g.char == " ", reversed(glyphs)))
    return tuple(glyphs[:ends])


def _colour_behind(glyph: Glyph, near: Sequence[Backdrop]) -> int | None:
    """The colour of what was drawn last behind a letter; None where it is not known."""
    x, y = (glyph.left + glyph.right) / 2, glyph.base + _ABOVE * glyph.style.size
    return next((ground.colour for ground in reversed(near) if ground.box.holds(x, y)), _PAPER)


def _is_like(one: int, other: int | None) -> bool:
    return other is not None and all(
        abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) <= _ALIKE for shift in (0, 8, 16)
    )
