"""The edges of a page: what stands in its margins, at which place, and apart from the text."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from consultations import patterns as re
from consultations.intake.readers.pdf.layout.foot import labels_raised, plain_label
from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.intake.readers.pdf.page.sheets import PdfPage

_MARGIN = 0.13
"""Share of the longer side of a page, at its top and its foot, where such lines stand."""
_PLACE = 4.0
"""In points: how much the places of one running head differ from page to page, at most."""
PAGES = 3
"""A line of one form at one place on this many pages is no text."""
_APART = 1.25
"""The room between a running head and the text, as a multiple of the usual room."""
SAME_ROW = 0.3
"""A line that stands lower than the page's highest by less of its own size is in its row."""
LARGER = 0.5
"""In points: a head that is larger than the text by more than this is a heading."""
_FOLIO = re.compile(
    r"""
    (?:page\ )? [-–—\[(|]? \s*
    (?:[a-z]{1,2}[-–])? (?:\d{1,4} | [ivxlc]{1,6})     # 12, xii, A-1
    \s* [-–—\])|]? (?:\ of\ \d{1,4})?
  | page\ \d{1,4}\ ?/\ ?\d{1,4}                       # Page 3/40
    """,
    re.VERBOSE | re.IGNORECASE,
)

Pages = Sequence[tuple[PdfPage, Sequence[TypeLine]]]
"""The pages of a document, each with its lines."""


def in_margin(page: PdfPage, line: TypeLine) -> bool:
    """Whether a line stands at the top or the foot of its page."""
    margin = _MARGIN * max(page.width, page.height)
    return not margin < line.base < page.height - 0.8 * margin


def is_folio(text: str) -> bool:
    """Whether words are nothing but a page's number: "12", "- xii -", "Page 3 of 40"."""
    return bool(_FOLIO.fullmatch(text.strip()))


def is_apart(line: TypeLine, lines: Sequence[TypeLine], heads: Sequence[TypeLine]) -> bool:
    """Whether more room is left between a line and the text than between the lines of the text."""
    known = {id(head) for head in heads}
    bases = sorted({round(o.base, 1) for o in lines if id(o) not in known}, reverse=True)
    steps = [above - below for above, below in pairwise(bases) if above - below > 0.5 * line.size]
    others = [abs(line.base - base) for base in bases if abs(line.base - base) > 0.5 * line.size]
    # Where all else stands on one row, a line of text would stand as near as its letters are high.
    return not others or min(others) > _APART * (median(steps) if steps else line.size)


def cells(line: TypeLine, page: PdfPage) -> tuple[int, int]:
    """Where a line stands, from the nearer edge of its page: pages may be of several sizes."""
    from_top = page.height - line.base
    cell = int(line.base // _PLACE) if line.base < from_top else -2 - int(from_top // _PLACE)
    return cell, cell + 1


def at_edges(page: PdfPage, lines: Sequence[TypeLine]) -> list[TypeLine]:
    """The lines in the margin of a page, and those of its first row, however low that is.

    What is larger than the text there is a heading.
    """
    top = max((line.base for line in lines), default=0.0)
    usual = median(line.size for line in lines) if lines else 0.0
    return [
        line
        for line in lines
        if in_margin(page, line)
        or (top - line.base < SAME_ROW * line.size and line.size <= usual + LARGER)
    ]


def but_notes(lines: Sequence[TypeLine], page: Sequence[TypeLine]) -> list[TypeLine]:
    """Lines of a page without those that begin like a note.

    Its label is raised, or set as its words are and raised in another line, which calls it.
    """
    called = labels_raised(page)
    return [
        line
        for line in lines
        if not (line.runs[0].raised and len(line.runs) > 1) and plain_label(line) not in called
    ]
