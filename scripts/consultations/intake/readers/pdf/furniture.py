"""Running heads and folios: what a page has at its edge because it is a page.

A line is one where it stands in the margin, apart from the text, and where either the file's tags
leave it out or lines of the same form stand at the same place of other pages. A line that begins
like a note is none, however often its words come again.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.intake.readers.pdf.page.sheets import PdfPage

_MARGIN = 0.13
"""Part of a page's height, at its top and at its foot, in which such lines stand."""
_PLACE = 4.0
"""In points: so near are the places of one running head on several pages."""
_PAGES = 3
"""A line of one form at one place on so many pages is no text."""
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]?")
_SAME_ROW = 0.3
_NEAR = 6.0
"""In type sizes: the number of a paragraph stands on its row, and so near to its words."""
_FEWEST_COUNTED = 5
"""So many numbers under each other may count the lines of a page."""
_FOLIO = re.compile(
    r"(?:page )?[-–—\[(|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])|]?(?: of \d{1,4})?", re.IGNORECASE
)


def in_margin(page: PdfPage, line: TypeLine) -> bool:
    """Whether a line stands at the top or the foot of its page."""
    return not _MARGIN < line.base / page.height < 1 - _MARGIN * 0.8


def is_folio(text: str) -> bool:
    """Whether words are nothing but a page's number: "12", "- xii -", "Page 3 of 40"."""
    return bool(_FOLIO.fullmatch(text.strip()))


def furniture(
    pages: Sequence[tuple[PdfPage, Sequence[TypeLine]]], *, tagged: bool
) -> list[list[TypeLine]]:
    """The running heads and folios of each page.

    Args:
        pages: each with the lines that may be some.
        tagged: whether these are lines that the file's own tags leave out. Then they need not
            stand in the margin.
    """
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, (page, lines) in enumerate(pages):
        for line in lines:
            if (tagged or in_margin(page, line)) and not _begins_note(line):
                for key in _keys(line):
                    places[key].add(number)
    repeated = [
        [
            line
            for line in lines
            if (tagged or in_margin(page, line))
            and not _begins_note(line)
            and any(len(places[key]) >= min(_PAGES, len(pages)) > 1 for key in _keys(line))
        ]
        for page, lines in pages
    ]
    return [
        [line for line in found if not _is_label(line, found, lines)]
        for found, (_, lines) in zip(repeated, pages, strict=True)
    ]


def _is_label(line: TypeLine, found: Sequence[TypeLine], lines: Sequence[TypeLine]) -> bool:
    """Whether a number is that of the paragraph beside it, and not that of the page."""
    heads = {id(other) for other in found}
    return bool(_NUMBER.fullmatch(line.text.strip())) and any(
        id(other) not in heads
        and abs(other.base - line.base) < _SAME_ROW * line.size
        and 0 < other.left - line.right < _NEAR * line.size
        for other in lines
    )


def line_numbers(pages: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """The numbers of lines that stand beside the text of a draft, for each page."""
    found = [_counting(lines) for lines in pages]
    numbered = sum(bool(lines) for lines in found)
    return found if 2 * numbered > len(pages) else [[] for _ in pages]


def _counting(lines: Sequence[TypeLine]) -> list[TypeLine]:
    """Numbers under each other that count the lines beside them, each or each fifth."""
    bare = [line for line in lines if line.text.strip().isdecimal()]
    words = [line for line in lines if not line.text.strip().isdecimal()]
    if len(bare) < _FEWEST_COUNTED or not words:
        return []
    at_side = [
        line
        for line in bare
        if line.right <= min(other.left for other in words)
        or line.left >= max(other.right for other in words)
    ]
    values = [int(line.text) for line in at_side]
    steps = {after - value for value, after in pairwise(values)}
    beside = sum(
        any(abs(line.base - other.base) < 0.5 * other.size for other in at_side) for line in words
    )
    each = steps == {1} and beside >= 0.8 * len(words)
    fifth = len(steps) == 1 and steps <= {5, 10}
    return at_side if len(at_side) >= _FEWEST_COUNTED and (each or fifth) else []


def _keys(line: TypeLine) -> list[tuple[str, int]]:
    """The form of a line with its place, as two cells of a grid, so that no place is at an edge."""
    form = "#" if is_folio(line.text) else re.sub(r"\d+", "#", " ".join(line.text.split()))
    cell = int(line.base // _PLACE)
    return [(form, cell), (form, cell + 1)]


def _begins_note(line: TypeLine) -> bool:
    first = line.runs[0]
    return first.raised and len(line.runs) > 1
