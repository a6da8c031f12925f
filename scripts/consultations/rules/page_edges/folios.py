"""Lone numbers, and which of them are those of pages.

A number on a line of its own may as well be that of a paragraph, of a case or of a question. Those
of pages grow a little from one to the next, stand as far apart as pages do, and now and then at a
form feed or inside a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.rules.layout import FOLIO, PrintedLine
from consultations.rules.numbering import roman
from consultations.rules.page_edges.places import PagePlaces

_SKIPPED = 3
"""Most pages without a number between two numbers of one sequence."""
_APART, _A_PAGE = 20, 200
"""Code points between two page numbers: the fewest there can be, and the fewest on the average.

Numbers that stand closer together are those of short items, or the cells of a table.
"""
_FEWEST = 3
_DASHES = "-–—"
_PAGE = re.compile(r"[^\w]*(?:page|pg\.|p\.|tudalen|.+:\s?column)", re.IGNORECASE)
"""The word for a page before its number, or for a column behind the day of a debate; of `3 of 9`
alone anything may be counted."""


@dataclass
class Folio:
    """A number that may be a page's."""

    line: PrintedLine
    number: int
    kind: str
    """Numbers of one kind follow each other: Roman, Arabic, with how many there are (`3/9`), or
    with what says that it is a page's, the word or a dash on either side, or in brackets."""
    of: int
    """How many there are, as far as it says; else 0."""
    at_feed: bool
    """Whether it stands at a form feed, or is the last line."""
    cuts: bool
    """Whether it stands inside a sentence."""
    page: int = 0
    """Which page it stands on, from 1, by the form feeds; 0 where none part pages."""
    length: int = 1
    """How many numbers the longest row has that ends with this one."""
    before: int | None = None
    """Which number, by its place among all, comes before this one in that row."""

    @property
    def at_page(self) -> bool:
        """Whether it stands where a page may end."""
        return self.at_feed or self.cuts

    @property
    def rank(self) -> tuple[int, bool]:
        """The higher of two of one number is the page's: the other may be a note's label."""
        return self.length, self.at_feed

    @property
    def is_gone(self) -> bool:
        """Whether it stood beside a running head, which was taken out."""
        return self.line.start == self.line.end


def read_folio(line: PrintedLine, *, at_feed: bool, cuts: bool) -> Folio | None:
    """A line as the number of a page; None where it is anything else."""
    match = FOLIO.fullmatch(line.words)
    if match is None:
        return None
    number = int(match[1]) if match[1].isdigit() else roman(match[1])
    kind = "arabic" if match[1].isdigit() else "roman"
    kind = "bracketed" if line.words[0] == "(" else kind
    kind = "counted" if match[2] else kind
    kind = "said" if _PAGE.match(line.words) or _is_between_dashes(line.words) else kind
    return Folio(line, number, kind, int(match[2] or 0), at_feed, cuts)


def _is_between_dashes(words: str) -> bool:
    return words[0] in _DASHES and words[-1] in _DASHES


def rows_of_pages(folios: list[Folio]) -> Iterator[list[Folio]]:
    """The rows of numbers that are those of pages, the longest first."""
    return filter(_is_of_pages, _rows(folios))


def _rows(folios: list[Folio]) -> Iterator[list[Folio]]:
    """Rows of numbers that grow a little from one to the next, the longest first.

    The longest row that ends with each number is found once (as in the longest increasing
    subsequence by dynamic programming); then the rows are read back from their ends, and no number
    is in two of them.
    """
    last: dict[tuple[str, int], int] = {}
    for i, folio in enumerate(folios):
        for step in range(1, _SKIPPED + 2):
            j = last.get((folio.kind, folio.number - step))
            if j is None or not _is_next_page(folios[j], folio):
                continue
            if folios[j].length >= folio.length:
                folio.length, folio.before = folios[j].length + 1, j
        known = last.get((folio.kind, folio.number))
        if known is None or folio.rank >= folios[known].rank:
            last[folio.kind, folio.number] = i
    taken: set[int] = set()
    for i in sorted(range(len(folios)), key=lambda i: -folios[i].length):
        row: list[Folio] = []
        at: int | None = i
        while at is not None and at not in taken:
            taken.add(at)
            row.append(folios[at])
            at = folios[at].before
        if row:
            yield row


def _is_next_page(before: Folio, after: Folio) -> bool:
    """Whether two numbers may be those of two pages: no page that form feeds show has both."""
    is_parted = after.page > before.page or not after.page
    return is_parted and after.line.start - before.line.end >= _APART


def _is_of_pages(row: list[Folio]) -> bool:
    """Whether the numbers of a row are those of pages, by how far apart and where they stand."""
    if len(row) == 1:
        return row[0].at_feed and row[0].cuts
    length = abs(row[-1].line.start - row[0].line.start)
    if length < _A_PAGE * (len(row) - 1) and not all(folio.at_feed for folio in row):
        return False
    # Where form feeds part pages, one inside a page is rather the label of a note at its foot.
    parted = any(folio.page for folio in row)
    at_page = sum(folio.at_feed if parted else folio.at_page for folio in row)
    if _are_said(row) or (at_page == len(row) and _are_in_step(row)):
        return True
    # What stands in brackets is more often the label of a clause, or of an example.
    enough = 2 if row[0].kind == "bracketed" else 4
    return len(row) >= _FEWEST and at_page * enough >= len(row)


def _are_said(row: list[Folio]) -> bool:
    """Whether numbers say that they are those of pages, or count up to how many there are."""
    return row[0].kind == "said" or (row[0].of > 0 and row[-1].number == row[-1].of)


def _are_in_step(row: list[Folio]) -> bool:
    """Whether numbers are as far apart as their pages, where form feeds part these."""
    return row[-1].page - row[0].page in (0, row[-1].number - row[0].number)


def page_ends(printed: Sequence[PrintedLine], numbers: set[int], aside: set[int]) -> set[int]:
    """The places of the numbers that show where pages end, though nothing else is known of pages.

    Args:
        printed: the lines of the text.
        numbers: the places of those that are a number and nothing else.
        aside: the places of lines that are no running text, among them those that may be heads.
    """
    places = PagePlaces(printed, (), aside)
    pages, page = [], 0
    for line in printed:
        page += line.page_before
        pages.append(page)
    folios: list[Folio] = []
    for i in sorted(numbers):
        at_feed = places.place(i, repeats=False).at_page
        folio = read_folio(printed[i], at_feed=at_feed, cuts=places.parts_sentence(i))
        if folio is not None:
            folio.page = pages[i]
            folios.append(folio)
    found = {folio.line for row in rows_of_pages(folios) for folio in row}
    return {i for i in numbers if printed[i] in found}
