"""Running heads and folios: what a page has at its edge because it is a page.

A line is one where it stands in the margin, apart from the text, and where either the file's tags
leave it out or lines of the same form stand at the same place of other pages. A line that begins
like a note is none, however often its words come again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.intake.readers.pdf.page.sheets import PdfPage

_MARGIN = 0.13
"""Part of the longer side of a page, at its top and at its foot, in which such lines stand."""
_PLACE = 4.0
"""In points: so near are the places of one running head on several pages."""
_PAGES = 3
"""A line of one form at one place on so many pages is no text."""
_OFTEN = 0.3
"""Heads that change stand on at least this part of the pages."""
_APART = 1.25
"""So many times the usual room is left between a running head and the text."""
_MOSTLY_APART = 0.8
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
    margin = _MARGIN * max(page.width, page.height)
    return not margin < line.base < page.height - 0.8 * margin


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
                for key in _keys(line, page):
                    places[key].add(number)
    repeated = [
        [
            line
            for line in lines
            if (tagged or in_margin(page, line))
            and not _begins_note(line)
            and any(len(places[key]) >= min(_PAGES, len(pages)) > 1 for key in _keys(line, page))
        ]
        for page, lines in pages
    ]
    if not tagged:
        for heads, changing in zip(repeated, _changing(pages, repeated), strict=True):
            heads.extend(changing)
    return [
        [line for line in found if not _is_label(line, found, lines)]
        for found, (_, lines) in zip(repeated, pages, strict=True)
    ]


def _changing(
    pages: Sequence[tuple[PdfPage, Sequence[TypeLine]]], found: Sequence[Sequence[TypeLine]]
) -> list[list[TypeLine]]:
    """Running heads that name the section of their page, so that they change.

    They stand at one height of page after page, apart from the text and no larger than it. Most of
    them come on several pages, or on the page where the section begins with the same words.

    Args:
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
    """
    slots: dict[int, list[tuple[int, TypeLine]]] = defaultdict(list)
    for number, (page, lines) in enumerate(pages):
        known = {id(line) for line in found[number]}
        rest = [line for line in lines if id(line) not in known]
        usual = median(line.size for line in rest) if rest else 0.0
        for line in rest:
            if in_margin(page, line) and line.size <= usual + 0.5 and not _begins_note(line):
                for cell in _cells(line, page):
                    slots[cell].append((number, line))
    made: list[list[TypeLine]] = [[] for _ in pages]
    for _, held in sorted(slots.items(), key=lambda slot: (-len(slot[1]), slot[0])):
        heads = [(n, line) for n, line in held if not any(line is other for other in made[n])]
        times = Counter(_letters(line) for _, line in heads)
        again = sum(
            times[_letters(line)] > 1 or _comes_again(line, pages[n][1]) for n, line in heads
        )
        apart = sum(_is_apart(line, pages[n][1], found[n]) for n, line in heads)
        if (
            len({n for n, _ in heads}) >= max(_PAGES, _OFTEN * len(pages))
            and 2 * again > len(heads)
            and apart >= _MOSTLY_APART * len(heads)
        ):
            for n, line in heads:
                made[n].append(line)
    return made


def _comes_again(line: TypeLine, lines: Sequence[TypeLine]) -> bool:
    """Whether another line of the page has the same words, as the heading of its section has."""
    words = _letters(line)
    return len(words) > 3 and any(other is not line and words in _letters(other) for other in lines)


def _is_apart(line: TypeLine, lines: Sequence[TypeLine], heads: Sequence[TypeLine]) -> bool:
    """Whether more room is left between a line and the text than between the lines of the text."""
    known = {id(head) for head in heads}
    bases = sorted({round(o.base, 1) for o in lines if id(o) not in known}, reverse=True)
    steps = [above - below for above, below in pairwise(bases) if above - below > 0.5 * line.size]
    others = [abs(line.base - base) for base in bases if abs(line.base - base) > 0.5 * line.size]
    return not others or min(others) > _APART * median(steps)


def _letters(line: TypeLine) -> str:
    return "".join(filter(str.isalpha, line.text)).casefold()


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


def _keys(line: TypeLine, page: PdfPage) -> list[tuple[str, int]]:
    """The form of a line with its place, as two cells of a grid, so that no place is at an edge."""
    form = "#" if is_folio(line.text) else re.sub(r"\d+", "#", " ".join(line.text.split()))
    return [(form, cell) for cell in _cells(line, page)]


def _cells(line: TypeLine, page: PdfPage) -> tuple[int, int]:
    """Where a line stands, from the nearer edge of its page: pages may be of several sizes."""
    from_top = page.height - line.base
    cell = int(line.base // _PLACE) if line.base < from_top else -2 - int(from_top // _PLACE)
    return cell, cell + 1


def _begins_note(line: TypeLine) -> bool:
    first = line.runs[0]
    return first.raised and len(line.runs) > 1
