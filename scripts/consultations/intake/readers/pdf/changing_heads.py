"""Running heads that name the section of their page, so that they change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from consultations.intake.readers.pdf.margins import (
    LARGER,
    PAGES,
    Pages,
    at_edges,
    but_notes,
    cells,
    in_margin,
    is_apart,
    is_folio,
)
from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.model.text import letters

_OFTEN = 0.3
"""Share of the pages that have changing heads."""
_MOSTLY_APART = 0.8
"""Share of lines that stand apart from the text of their pages, at least, in a row of heads."""


def changing_heads(pages: Pages, found: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """Running heads that name the section of their page, so that they change.

    They stand at one height of page after page, apart from the text and no larger than it. Most of
    them come on several pages, or on or after the page where the section begins with the same
    words.

    Args:
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
    """
    slots: dict[int, list[tuple[int, TypeLine]]] = defaultdict(list)
    for number, (page, _) in enumerate(pages):
        for line in _may_change(pages[number], found[number]):
            for cell in cells(line, page):
                slots[cell].append((number, line))
    taken = _taken(pages, found)
    first_on = pages_of_words(lines for _, lines in pages)
    made: list[list[TypeLine]] = [[] for _ in pages]
    for cell, held in sorted(slots.items(), key=lambda slot: (-len(slot[1]), slot[0])):
        heads = [(n, line) for n, line in held if not any(line is other for other in made[n])]
        on = {n for n, _ in heads} | taken[cell]
        often = len(on) >= max(PAGES, _OFTEN * len(pages))
        for n, line in _heads_among(heads, pages, found, first_on) if often else ():
            made[n].append(line)
    return made


def _taken(pages: Pages, found: Sequence[Sequence[TypeLine]]) -> dict[int, set[int]]:
    """By height, the pages that have a running head there; page numbers do not count."""
    taken: dict[int, set[int]] = defaultdict(set)
    for number, (page, _) in enumerate(pages):
        for line in found[number]:
            for cell in cells(line, page) if not is_folio(line.text) else ():
                taken[cell].add(number)
    return taken


def _may_change(
    page: tuple[PdfPage, Sequence[TypeLine]], found: Sequence[TypeLine]
) -> list[TypeLine]:
    """The lines in the margin of a page that are not known yet, and no larger than its text."""
    known = {id(line) for line in found}
    rest = [line for line in page[1] if id(line) not in known]
    usual = median(line.size for line in rest) if rest else 0.0
    return [
        line for line in but_notes(at_edges(page[0], rest), page[1]) if line.size <= usual + LARGER
    ]


def _heads_among(
    lines: Sequence[tuple[int, TypeLine]],
    pages: Pages,
    found: Sequence[Sequence[TypeLine]],
    first_on: Mapping[str, int],
) -> list[tuple[int, TypeLine]]:
    """The running heads among lines at one height; none where most are no such heads.

    Most come again, and stand apart from the text. A line that does neither is text.

    Args:
        lines: each with the index of its page.
        pages: each with its lines.
        found: the running heads and folios of each that are known already.
        first_on: for the words of a line the index of the first page that has it.
    """
    # Outside the margin, "Question 1" and "Question 2" may begin two pages.
    words = [_letters(line) if in_margin(pages[n][0], line) else line.text for n, line in lines]
    times = Counter(words)
    again = [
        times[wording] > 1 or _comes_again(line, pages[n][1]) or first_on[letters(line.text)] < n
        for wording, (n, line) in zip(words, lines, strict=True)
    ]
    apart = [is_apart(line, pages[n][1], found[n]) for n, line in lines]
    if 2 * sum(again) <= len(lines) or sum(apart) < _MOSTLY_APART * len(lines):
        return []
    return [one for one, *signs in zip(lines, again, apart, strict=True) if any(signs)]


def _comes_again(line: TypeLine, lines: Sequence[TypeLine]) -> bool:
    """Whether another line of the page has the same words, as the heading of its section has."""
    words = _letters(line)
    return len(words) > 3 and any(other is not line and words in _letters(other) for other in lines)


def pages_of_words(pages: Iterable[Sequence[TypeLine]]) -> dict[str, int]:
    """For the words of each line the index of the first page that has such a line."""
    first_on: dict[str, int] = {}
    for number, lines in enumerate(pages):
        for line in lines:
            first_on.setdefault(letters(line.text), number)
    return first_on


def _letters(line: TypeLine) -> str:
    """Its letters alone, in lower case, so that lines with different numbers are equal."""
    return "".join(filter(str.isalpha, line.text)).casefold()
