"""Running heads and folios: what a page has at its edge because it is a page.

A line is one where it stands in the margin, apart from the text, and where either the file's tags
leave it out or lines of the same form stand at the same place of other pages. A line that begins
like a note is none, however often its words come again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from consultations import patterns as re
from consultations.intake.readers.pdf.changing_heads import changing_heads
from consultations.intake.readers.pdf.labels import counts
from consultations.intake.readers.pdf.margins import (
    LARGER,
    PAGES,
    SAME_ROW,
    Pages,
    but_notes,
    cells,
    in_margin,
    is_apart,
    is_folio,
)
from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.intake.readers.pdf.page.sheets import PdfPage

_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]?")
_NUMBERED = re.compile(r"[A-Z][a-z]+\ \d{1,3}(?:\.\d{1,3})*[.:]?", re.VERBOSE)
"""What is called by its number: "Question 4"."""
_NEAR = 6.0
"""In type sizes: how near a paragraph's number is to its words, on the same row."""


def furniture(pages: Pages, *, tagged: bool) -> list[list[TypeLine]]:
    """The running heads and folios of each page.

    Args:
        pages: each with the lines that may be some.
        tagged: whether these are lines that the file's own tags leave out. Then they need not
            stand in the margin.
    """
    if not tagged:
        pages = _but_numbered_headings(pages)
    at_edge = [[line for line in lines if tagged or in_margin(page, line)] for page, lines in pages]
    found = _repeated(pages, at_edge)
    if not tagged:
        for find in (_counting_pages, changing_heads):
            for heads, more in zip(found, find(pages, found), strict=True):
                heads.extend(more)
    return [
        [line for line in heads if not _is_label(line, heads, lines)]
        for heads, (_, lines) in zip(found, pages, strict=True)
    ]


def _but_numbered_headings(pages: Pages) -> Pages:
    """Pages without what looks like a heading with a number, which forms begin their pages with.

    Its words come once, as those of "Question 4" do, and those of a running head come again.
    """
    times = Counter(line.text for _, lines in pages for line in lines)
    return [
        (page, [line for line in lines if times[line.text] > 1 or not _stands_out(line, lines)])
        for page, lines in pages
    ]


def _stands_out(line: TypeLine, lines: Sequence[TypeLine]) -> bool:
    """Whether a line with a number, not that of the page, is larger than the text or bold in it."""
    if is_folio(line.text) or not any(map(str.isdigit, line.text)):
        return False
    has_folio = any(is_folio(other.text) for other in lines)
    if line.size > median(other.size for other in lines) + LARGER:
        return has_folio or _NUMBERED.fullmatch(line.text.strip()) is not None
    return has_folio and line.is_bold and 2 * sum(other.is_bold for other in lines) < len(lines)


def _repeated(pages: Pages, at_edge: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """Of the lines at the edges of pages those whose form comes again at the same place.

    What begins like a note counts for none. Where others show the form, it is of it: a page may
    call a note that has the number of the page.
    """
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    small: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, (page, lines) in enumerate(pages):
        for line in but_notes(at_edge[number], lines):
            is_small = _is_small_head(line, page, lines)
            for key in _keys(line, page):
                places[key].add(number)
                small[key] |= {number} if is_small else set()
    enough = {
        key
        for key, held in places.items()
        if len(held) >= min(PAGES, len(pages)) > 1 or any(n + 1 in small[key] for n in small[key])
    }
    return [
        [line for line in lines if not enough.isdisjoint(_keys(line, page))]
        for lines, (page, _) in zip(at_edge, pages, strict=True)
    ]


def _is_small_head(line: TypeLine, page: PdfPage, lines: Sequence[TypeLine]) -> bool:
    """Whether a line is alone at the top of a page, apart from its text and smaller than that.

    Two pages that follow each other then show that it is a running head.
    """
    return (
        line.base > page.height / 2
        and line.size < median(other.size for other in lines) - LARGER
        and not _has_beside(line, lines)
        and is_apart(line, lines, [line])
    )


def _counting_pages(pages: Pages, found: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """Numbers that count the pages, each alone on the first or the last row of its page.

    Where margins are wide, as LaTeX has them, they stand far from the edge. A number that no other
    page counts on from must be that of its page, and stand apart.

    Args:
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
    """
    rows: dict[tuple[bool, str, int], list[tuple[int, TypeLine]]] = defaultdict(list)
    for number, (_, lines) in enumerate(pages):
        for at_top, line in _lone_numbers(lines, found[number]):
            for kind, offset in counts(line.text, number):
                rows[at_top, kind, offset].append((number, line))
    made: list[list[TypeLine]] = [[] for _ in pages]
    for (_, kind, offset), held in rows.items():
        (n, first), *others = held
        is_own = not kind and offset == 1 and is_apart(first, pages[n][1], found[n])
        for number, line in held if others or is_own else ():
            made[number].append(line)
    return made


def _lone_numbers(
    lines: Sequence[TypeLine], found: Sequence[TypeLine]
) -> Iterator[tuple[bool, TypeLine]]:
    """The numbers alone on the last row and the first one of a page; true for the first.

    Args:
        lines: of the page.
        found: its running heads and folios that are known already.
    """
    known = {id(line) for line in found}
    rest = sorted((line for line in lines if id(line) not in known), key=lambda line: line.base)
    for at_top, line in ((False, rest[0]), (True, rest[-1])) if len(rest) > 1 else ():
        if is_folio(line.text) and not _has_beside(line, rest):
            yield at_top, line


def _has_beside(line: TypeLine, lines: Sequence[TypeLine]) -> bool:
    """Whether another line stands on the row of a line."""
    return any(
        other is not line and abs(other.base - line.base) < SAME_ROW * line.size for other in lines
    )


def _is_label(line: TypeLine, found: Sequence[TypeLine], lines: Sequence[TypeLine]) -> bool:
    """Whether a number is that of the paragraph beside it, and not that of the page."""
    heads = {id(other) for other in found}
    return bool(_NUMBER.fullmatch(line.text.strip())) and any(
        id(other) not in heads
        and abs(other.base - line.base) < SAME_ROW * line.size
        and 0 < other.left - line.right < _NEAR * line.size
        for other in lines
    )


def _keys(line: TypeLine, page: PdfPage) -> list[tuple[str, int]]:
    """The form of a line with its place, as two cells of a grid, so that no place is at an edge."""
    form = "#" if is_folio(line.text) else re.sub(r"\d+", "#", " ".join(line.text.split()))
    return [(form, cell) for cell in cells(line, page)]
