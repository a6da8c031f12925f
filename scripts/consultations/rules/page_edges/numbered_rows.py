"""Whether lines that repeat the same words with changing numbers have page numbers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.rules.layout import head_of
from consultations.rules.page_edges.places import PagePlace

_SAID = re.compile(r"\d\s*[|•·]|[|•·]\s*\d|\bpage\b", re.IGNORECASE)
"""Signs that a number is that of a page: `7 | Annual report`, `Report, page 7`."""
_BARRED = re.compile(r"\w\s[|•·]\s\w")
"""Another such sign, unless a table begins with it: `Response | Piers 7`."""
_PAGE = re.compile(r"\bpage\s\d", re.IGNORECASE)
_ENUMERATED = re.compile(
    r"""
    (?:\#{1,6}\s|[*_]{1,3})? (?!(?:page|p\.|pg\.)\s)
    (?:[^\W\d][\w’'.-]*[ ]){1,3} \d{1,3}[.:)]? (?:\*{1,3})?       # Recommendation 3
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A few words and a number right after them, as parts of a text are counted: `Case study 3`."""
WIDE = re.compile(r"\S[ ]{6,}\S")
"""Words with wide gaps between them."""
_FEWEST = 3
"""Pages whose numbers must follow each other, unless something else shows that they are pages."""
_ENOUGH_SIGNS = 2
"""Out of three: the word for a page, the edge of a page, and words with wide gaps."""


def is_row_of_pages(numbered: Sequence[tuple[PagePlace, int]]) -> bool:
    """Whether the numbers beside the words grow as those of pages do, and are said to be such.

    Recommendations and questions are numbered, too: so a bar, the word for a page, a form feed, a
    note right above or a sentence that is cut must speak for pages.
    """
    if len(numbered) == _FEWEST - 1 and _say_pages(numbered):
        return True
    grow = all(before < after for (_, before), (_, after) in pairwise(numbered))
    if len(numbered) < _FEWEST or not grow:
        return False
    if are_parts([place for place, _ in numbered]):
        return False
    said = all(_says_page(place) for place, _ in numbered)
    return said or sum(_ends_page(place) for place, _ in numbered) * 2 >= len(numbered)


def are_parts(places: Sequence[PagePlace]) -> bool:
    """Whether lines are the labels of parts that a document counts: `Recommendation 3`.

    Each page may begin with the next of them; none ends a page or stands inside a sentence.
    """
    heads_page = not any(place.cuts or place.at_foot for place in places)
    return heads_page and all(_ENUMERATED.fullmatch(place.line.written) for place in places)


def _says_page(place: PagePlace) -> bool:
    """Whether a line says that its number is a page's; between words a bar may part columns."""
    is_barred = _BARRED.search(place.line.words) is not None
    stands_by_itself = place.alone or _ends_page(place)
    return _SAID.search(place.line.words) is not None or (is_barred and stands_by_itself)


def _ends_page(place: PagePlace) -> bool:
    """Whether a line stands where a page ends or begins, as far as its neighbours say."""
    return place.at_page or place.cuts or place.under_note


def _say_pages(numbered: Sequence[tuple[PagePlace, int]]) -> bool:
    """Whether each line has the number of a page, by one more than the one before.

    It says that it is a page's, and stands at a page's edge or has its words far apart; or both
    speak for it.
    """
    following = all(after == before + 1 for (_, before), (_, after) in pairwise(numbered))
    signs = [
        bool(_PAGE.search(place.line.words)) + place.at_page + bool(WIDE.search(place.line.written))
        for place, _ in numbered
    ]
    return following and min(signs) >= _ENOUGH_SIGNS


def facing(
    rows: Sequence[Sequence[tuple[PagePlace, int]]],
) -> Iterator[Sequence[tuple[PagePlace, int]]]:
    """Two rows of heads with page numbers, one of left pages and one of right pages, as one row.

    The numbers of each go by two, and those of the other stand between them.
    """
    firsts: dict[int, Sequence[tuple[PagePlace, int]]] = {}
    for row in rows:
        numbers = [number for _, number in row]
        if len(row) >= _FEWEST - 1 and all(b - a == 2 for a, b in pairwise(numbers)):
            for first in (numbers[0] - 1, numbers[0] + 1):
                if first in firsts:
                    both = [*firsts[first], *row]
                    both.sort(key=lambda one: one[0].line.start)
                    if all(b - a == 1 for (_, a), (_, b) in pairwise(both)):
                        yield both
            firsts.setdefault(numbers[0], row)


def numbered_places(places: Sequence[PagePlace]) -> list[tuple[PagePlace, int]]:
    """The places of the lines that have a page number beside their words, and the number."""
    numbers = ((place, head_of(place.line.words)[1]) for place in places)
    return [(place, number) for place, number in numbers if number is not None]
