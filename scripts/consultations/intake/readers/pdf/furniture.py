"""Running heads and folios: what a page has at its edge because it is a page.

A line is one where it stands in the margin, apart from the text, and where either the file's tags
leave it out or lines of the same form stand at the same place of other pages. A line that begins
like a note is none, however often its words come again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from consultations.intake.readers.pdf.contents import bare
from consultations.intake.readers.pdf.labels import counts
from consultations.intake.readers.pdf.layout.foot import labels_raised, plain_label
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
_LARGER = 0.5
"""In points: a head that is larger than the text by more is a heading."""
_NEAR = 6.0
"""In type sizes: the number of a paragraph stands on its row, and so near to its words."""
_FOLIO = re.compile(
    r"(?:page )?[-–—\[(|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])|]?(?: of \d{1,4})?", re.IGNORECASE
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


def furniture(pages: Pages, *, tagged: bool) -> list[list[TypeLine]]:
    """The running heads and folios of each page.

    Args:
        pages: each with the lines that may be some.
        tagged: whether these are lines that the file's own tags leave out. Then they need not
            stand in the margin.
    """
    at_edge = [
        [line for line in _but_notes(lines, lines) if tagged or in_margin(page, line)]
        for page, lines in pages
    ]
    found = _repeated(pages, at_edge)
    if not tagged:
        for find in (_counting_pages, _changing):
            for heads, more in zip(found, find(pages, found), strict=True):
                heads.extend(more)
    return [
        [line for line in heads if not _is_label(line, heads, lines)]
        for heads, (_, lines) in zip(found, pages, strict=True)
    ]


def _repeated(pages: Pages, at_edge: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """Of the lines at the edges of pages those whose form comes again at the same place."""
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, (page, _) in enumerate(pages):
        for line in at_edge[number]:
            for key in _keys(line, page):
                places[key].add(number)
    enough = {key for key, held in places.items() if len(held) >= min(_PAGES, len(pages)) > 1}
    return [
        [line for line in lines if not enough.isdisjoint(_keys(line, page))]
        for lines, (page, _) in zip(at_edge, pages, strict=True)
    ]


def _counting_pages(pages: Pages, found: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """Numbers that count the pages, each alone on the first or the last row of its page.

    Where margins are wide, as LaTeX has them, they stand far from the edge. A number that no other
    page counts on from must be that of its page, and stand apart.

    Args:
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
    """
    rows: dict[tuple[bool, bool, int], list[tuple[int, TypeLine]]] = defaultdict(list)
    for number, (_, lines) in enumerate(pages):
        known = {id(line) for line in found[number]}
        rest = sorted((o for o in lines if id(o) not in known), key=lambda one: one.base)
        for at_top, line in ((False, rest[0]), (True, rest[-1])) if len(rest) > 1 else ():
            if is_folio(line.text) and not _has_beside(line, rest):
                for is_roman, offset in counts(line.text, number):
                    rows[at_top, is_roman, offset].append((number, line))
    made: list[list[TypeLine]] = [[] for _ in pages]
    for (_, is_roman, offset), held in rows.items():
        alone = len(held) == 1
        if alone and (
            is_roman or offset != 1 or not all(_is_apart(o, pages[n][1], found[n]) for n, o in held)
        ):
            continue
        for number, line in held:
            made[number].append(line)
    return made


def _has_beside(line: TypeLine, lines: Sequence[TypeLine]) -> bool:
    """Whether another line stands on the row of a line."""
    return any(
        other is not line and abs(other.base - line.base) < _SAME_ROW * line.size for other in lines
    )


def _changing(pages: Pages, found: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """Running heads that name the section of their page, so that they change.

    They stand at one height of page after page, apart from the text and no larger than it. Most of
    them come on several pages, or on or after the page where the section begins with the same
    words.

    Args:
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
    """
    slots: dict[int, list[tuple[int, TypeLine]]] = defaultdict(list)
    taken: dict[int, set[int]] = defaultdict(set)
    for number, (page, _) in enumerate(pages):
        for line in _may_change(pages[number], found[number]):
            for cell in _cells(line, page):
                slots[cell].append((number, line))
        for line in found[number]:
            for cell in _cells(line, page) if not is_folio(line.text) else ():
                taken[cell].add(number)
    first_on = pages_of_words(lines for _, lines in pages)
    made: list[list[TypeLine]] = [[] for _ in pages]
    for cell, held in sorted(slots.items(), key=lambda slot: (-len(slot[1]), slot[0])):
        heads = [(n, line) for n, line in held if not any(line is other for other in made[n])]
        on = {n for n, _ in heads} | taken[cell]
        often = len(on) >= max(_PAGES, _OFTEN * len(pages))
        if often and _are_heads(heads, pages, found, first_on):
            for n, line in heads:
                made[n].append(line)
    return made


def _may_change(
    page: tuple[PdfPage, Sequence[TypeLine]], found: Sequence[TypeLine]
) -> list[TypeLine]:
    """The lines in the margin of a page that are not known yet, and no larger than its text."""
    known = {id(line) for line in found}
    rest = [line for line in page[1] if id(line) not in known]
    usual = median(line.size for line in rest) if rest else 0.0
    return [
        line
        for line in _but_notes(_at_edges(page[0], rest), page[1])
        if line.size <= usual + _LARGER
    ]


def _are_heads(
    heads: Sequence[tuple[int, TypeLine]],
    pages: Pages,
    found: Sequence[Sequence[TypeLine]],
    first_on: Mapping[str, int],
) -> bool:
    """Whether most lines at one height come again, and stand apart from the text.

    Args:
        heads: each with the index of its page.
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
        first_on: for the words of a line the index of the first page that has it.
    """
    # Outside the margin, "Question 1" and "Question 2" may begin two pages.
    words = [_letters(line) if in_margin(pages[n][0], line) else line.text for n, line in heads]
    times = Counter(words)
    again = sum(
        times[wording] > 1 or _comes_again(line, pages[n][1]) or first_on[bare(line.text)] < n
        for wording, (n, line) in zip(words, heads, strict=True)
    )
    apart = sum(_is_apart(line, pages[n][1], found[n]) for n, line in heads)
    return 2 * again > len(heads) and apart >= _MOSTLY_APART * len(heads)


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


def pages_of_words(pages: Iterable[Sequence[TypeLine]]) -> dict[str, int]:
    """For the words of each line the index of the first page that has such a line."""
    first_on: dict[str, int] = {}
    for number, lines in enumerate(pages):
        for line in lines:
            first_on.setdefault(bare(line.text), number)
    return first_on


def _letters(line: TypeLine) -> str:
    """Its letters alone, as small ones: to compare lines whatever numbers they have."""
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


def _keys(line: TypeLine, page: PdfPage) -> list[tuple[str, int]]:
    """The form of a line with its place, as two cells of a grid, so that no place is at an edge."""
    form = "#" if is_folio(line.text) else re.sub(r"\d+", "#", " ".join(line.text.split()))
    return [(form, cell) for cell in _cells(line, page)]


def _cells(line: TypeLine, page: PdfPage) -> tuple[int, int]:
    """Where a line stands, from the nearer edge of its page: pages may be of several sizes."""
    from_top = page.height - line.base
    cell = int(line.base // _PLACE) if line.base < from_top else -2 - int(from_top // _PLACE)
    return cell, cell + 1


def _at_edges(page: PdfPage, lines: Sequence[TypeLine]) -> list[TypeLine]:
    """The lines in the margin of a page, and those of its first row, however low that is.

    What is larger than the text there is a heading.
    """
    top = max((line.base for line in lines), default=0.0)
    usual = median(line.size for line in lines) if lines else 0.0
    return [
        line
        for line in lines
        if in_margin(page, line)
        or (top - line.base < _SAME_ROW * line.size and line.size <= usual + _LARGER)
    ]


def _but_notes(lines: Sequence[TypeLine], page: Sequence[TypeLine]) -> list[TypeLine]:
    """Lines of a page without those that begin like a note.

    Its label is raised, or set as its words are and raised in another line, which calls it.
    """
    called = labels_raised(page)
    return [
        line
        for line in lines
        if not (line.runs[0].raised and len(line.runs) > 1) and plain_label(line) not in called
    ]
