"""Running heads and folios: what a page has at its edge because it is a page.

A line is one where it stands in the margin, apart from the text, and where either the file's tags
leave it out or lines of the same form stand at the same place of other pages. A line that begins
like a note is none, however often its words come again.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from consultations.intake.readers.pdf.glyphs import PdfPage
from consultations.intake.readers.pdf.lines import TypeLine

_MARGIN = 0.13
"""Part of a page's height, at its top and at its foot, in which such lines stand."""
_PLACE = 4.0
"""In points: so near are the places of one running head on several pages."""
_PAGES = 3
"""A line of one form at one place on so many pages is no text."""
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
    return [
        [
            line
            for line in lines
            if (tagged or in_margin(page, line))
            and not _begins_note(line)
            and any(len(places[key]) >= min(_PAGES, len(pages)) > 1 for key in _keys(line))
        ]
        for page, lines in pages
    ]


def _keys(line: TypeLine) -> list[tuple[str, int]]:
    """The form of a line with its place, as two cells of a grid, so that no place is at an edge."""
    form = "#" if is_folio(line.text) else re.sub(r"\d+", "#", " ".join(line.text.split()))
    cell = int(line.base // _PLACE)
    return [(form, cell), (form, cell + 1)]


def _begins_note(line: TypeLine) -> bool:
    first = line.runs[0]
    return first.raised and len(line.runs) > 1
