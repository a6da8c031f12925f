"""The labels of pages: as printed on them, else as the file states them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.intake.readers.numerals import of_roman, roman

_FEWEST = 3
"""Pages that must be numbered in sequence before what is printed on them counts as their number."""
_LONGEST = 200
"""Code points. A running head is no longer."""
_ROMAN = "roman"
_PREFIXED = re.compile(r"(?:page\s+)?(?P<prefix>[A-Z]{1,2}[-–])(?P<number>\d{1,3})")
"""A page of an annex that counts its own: A-1."""
_FOLIO = re.compile(
    r"""
    (?: page\s+ )? [-–—\[(|\s]*
    (?: (?P<alone>\d{1,4}|[ivxlc]{1,6}) [-–—\])|\s]* (?:of\s+\d{1,4})?  # 12  - xii -  Page 3 of 40
      | (?<=page\ ) (?P<counted>\d{1,4}) \ ?/\ ?\d{1,4}                # Page 3/40
      | (?P<first>\d{1,4}) \s+ \D.*                                     # 12  Of bridges
      | .*\D \s+ (?P<last>\d{1,4})                                      # Of bridges  12
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

Row = tuple[str, int]
"""A row in which pages count: how their numbers are written, and what is to add to an index. Empty
is in figures, `A-` in figures behind these signs."""


def page_labels(printed: Sequence[Sequence[str]], stated: Sequence[str]) -> list[str]:
    """A label for each page.

    A number that is printed at the edge of a page is its label where the pages before and after it
    count in the same row, and so is the number that a page between them would have. A page that
    stands in no such row has what the file states, else its number from 1, in square brackets
    where others have printed numbers. Where two pages of a book stand on each page of the file, as
    in a spread, its label is that of both: "12–13".

    Args:
        printed: for each page what stands at its edges.
        stated: for each page the label that the file states; empty where it states none.
    """
    if spreads := _spreads(printed, stated):
        return spreads
    chosen = _rows(printed)
    if len(printed) < 2 or not any(chosen):
        return [label or str(n + 1) for n, label in enumerate(stated)]
    labels: list[str] = []
    for n, row in enumerate(_filled(chosen)):
        value = n + row[1] if row else 0
        if row and value > 0:
            labels.append(roman(value) if row[0] == _ROMAN else f"{row[0]}{value}")
        else:
            labels.append(stated[n] or f"[{n + 1}]")
    return labels


def _rows(printed: Sequence[Sequence[str]]) -> list[Row | None]:
    """The row in which each page counts, of those that its numbers may be of the longest."""
    seen = [[row for text in texts for row in counts(text, n)] for n, texts in enumerate(printed)]
    lengths = Counter(row for rows in seen for row in set(rows))
    # Short annexes count together.
    annexes = sum(times for (kind, _), times in lengths.items() if kind not in ("", _ROMAN))
    chosen: list[Row | None] = []
    for rows in seen:
        best = max(rows, key=lambda row: (lengths[row], not row[0]), default=None)
        times = lengths[best] if best and best[0] in ("", _ROMAN) else annexes
        chosen.append(best if best and times >= min(_FEWEST, len(printed)) else None)
    return _with_short_rows(seen, chosen)


def _with_short_rows(
    seen: Sequence[Sequence[Row]], chosen: Sequence[Row | None]
) -> list[Row | None]:
    """The rows, with those of few pages, where one in figures begins behind one in Roman ones.

    Args:
        seen: the rows that each page may stand in.
        chosen: those of enough pages.
    """
    before = {(_ROMAN, 1)} | {row for row in chosen if row and row[0] == _ROMAN}
    first = 1 + max((n for n, rows in enumerate(seen) if not before.isdisjoint(rows)), default=-1)
    behind = {("", 1 - first)}
    if not 0 < first < len(seen) or behind.isdisjoint(seen[first]):
        return list(chosen)
    wanted = (before if n < first else behind for n in range(len(seen)))
    return [
        row or next(iter(short.intersection(rows)), None)
        for row, rows, short in zip(chosen, seen, wanted, strict=True)
    ]


def _spreads(printed: Sequence[Sequence[str]], stated: Sequence[str]) -> list[str]:
    """Labels of pages that have two numbers each, in one row; none where they have not."""
    values = [set(_numbers(texts, n)) for n, texts in enumerate(printed)]
    firsts = Counter(
        value - 2 * n for n, found in enumerate(values) for value in found if value + 1 in found
    )
    start, times = (firsts.most_common(1) or [(0, 0)])[0]
    if times < max(2, min(_FEWEST, len(printed) - 1)) or 2 * times < len(printed):
        return []
    ends = (0, len(values) - 1)
    pairs = [_of_pair(start + 2 * n, found if n in ends else ()) for n, found in enumerate(values)]
    return [pair or stated[n] or f"[{n + 1}]" for n, pair in enumerate(pairs)]


def _numbers(texts: Iterable[str], page: int) -> Iterator[int]:
    """The numbers without a prefix that lines at the edge of a page may give it."""
    return (page + offset for text in texts for kind, offset in counts(text, page) if not kind)


def is_of_spread(label: str) -> bool:
    """Whether a label is that of two pages of a book, which stand on one page of the file."""
    return re.fullmatch(r"\d{1,4}–\d{1,4}", label) is not None


def _of_pair(first: int, printed: Collection[int]) -> str:
    """The label of a spread: of both its pages, or of the one of them that is printed alone.

    A cover, and the last page of a book, may stand alone.

    Args:
        first: the number of its left page; what is under 1 is none.
        printed: its numbers, where one page may stand alone.
    """
    pair = (first, first + 1)
    alone = [number for number in pair if number in printed]
    shown = alone if len(alone) == 1 else [number for number in pair if number > 0]
    return "–".join(map(str, shown))


def counts(text: str, page: int) -> list[Row]:
    """The rows in which a page may stand.

    Args:
        text: a line at the edge of the page.
        page: its index.
    """
    if annex := _PREFIXED.fullmatch(text.strip()):
        return [(annex["prefix"], int(annex["number"]) - page)]
    match = _FOLIO.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not match:
        return []
    number = match["alone"] or match["counted"] or match["first"] or match["last"]
    if number.isdecimal():
        return [("", int(number) - page)]
    value = of_roman(number.lower())
    return [(_ROMAN, value - page)] if roman(value) == number.lower() else []


def _filled(chosen: Sequence[Row | None]) -> list[Row | None]:
    """The rows, with those of pages between two of one row, and before the first of all."""
    filled = list(chosen)
    known = [n for n, row in enumerate(chosen) if row]
    for before, after in pairwise(known):
        if chosen[before] == chosen[after]:
            filled[before:after] = [chosen[before]] * (after - before)
    first = known[0]
    filled[:first] = [chosen[first]] * first
    return filled
