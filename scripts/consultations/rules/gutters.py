"""Words that stand side by side on a page: what a blank strip from line to line parts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.text import Interval, lines
from consultations.rules.prose import goes_on

_STARTS = re.compile(r"(?<=[ ]{2})\S")
_WIDE = re.compile(r"\S[ ]{3,}\S")
_BESIDE = re.compile(r"(?P<left>[ ]{0,4}\S+(?:[ ]\S+){0,5})[ ]{2,}(?P<right>\S.*)")
"""A few words at the left margin, and others far behind them."""
_NAMED = re.compile(r"[ ]*[A-Z][^\W\d_]*[a-z].{0,90}[^:;,.]")
"""What may be a heading: it begins with a word in large letters and ends nothing."""
_NARROWEST = 20
"""Columns that the words on each side take at least."""
_FEWEST_LINES = 6
"""Lines with words on both sides of a column's edge, at least."""
_FEWEST_WORDS = 4
"""Words of a line of text on the average, at least."""
_FEWEST_HEADINGS = 3
_MOST_LINES = 4
"""Most lines of a heading at the side."""


@dataclass(frozen=True)
class PageRow:
    """A line of a page."""

    start: int
    end: int
    words: str
    """As it stands, without blanks at its end and the form feed before it."""


@dataclass(frozen=True)
class SideHeading:
    """A heading that stands at the side of its text, line by line."""

    lines: Sequence[Interval]
    """Where its words stand, a line each."""
    text: int
    """Where the text beside its first line begins."""


def pages(text: str) -> Iterator[list[PageRow]]:
    """The lines of each page."""
    page: list[PageRow] = []
    for line in lines(text):
        words = text[line.start : line.end]
        if "\f" in words and page:
            yield page
            page = []
        start = line.start + len(words) - len(words.lstrip("\f"))
        page.append(PageRow(start, line.end, words.lstrip("\f").rstrip()))
    yield page


def side_headings(page: Sequence[PageRow], column: int) -> Iterator[SideHeading]:
    """The headings of a page beside text that begins at a column."""
    n = 0
    while n < len(page):
        block = list(_block(page, n, column))
        if block and (heading := _heading(block, column)):
            yield heading
        n += len(block) or 1


def text_column(rows: Sequence[PageRow]) -> int | None:
    """The column at which text begins that has headings at its side; None where none does.

    Three headings or more stand beside it, and most of its lines have none beside them.
    """
    beside = Counter(
        match.start("right")
        for row in rows
        if (match := _BESIDE.fullmatch(row.words)) and _NAMED.fullmatch(match["left"])
    )
    if not beside:
        return None
    column, count = max(beside.items(), key=lambda one: (one[1], -one[0]))
    headed = sum(1 for _ in side_headings(rows, column))
    enough = headed >= _FEWEST_HEADINGS and column >= _NARROWEST // 2
    return column if enough and _holds_text(rows, column, count) else None


def _holds_text(rows: Sequence[PageRow], column: int, headed: int) -> bool:
    """Whether most lines begin at a column, and a third of those in the middle of a sentence.

    Args:
        rows: of the document.
        column: its first place, in code points.
        headed: rows that have words at their left; lines without such are as many at least.
    """
    hanging = [row for row in rows if _indent(row.words) == column]
    outside = sum(bool(row.words) and _indent(row.words) < column for row in rows)
    is_text = sum(goes_on(row.words.strip()) for row in hanging) * 3 >= len(hanging)
    return is_text and len(hanging) >= headed and len(hanging) * 2 >= outside


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip(" ")) if words else -1


def _block(page: Sequence[PageRow], n: int, column: int) -> Iterator[PageRow]:
    """The lines from one on that have words at the left margin, with text beside the first."""
    match = _BESIDE.fullmatch(page[n].words)
    if match is None or match.start("right") != column:
        return
    for row in page[n : n + _MOST_LINES + 1]:
        match = _BESIDE.fullmatch(row.words)
        is_beside = match is not None and match.start("right") == column
        is_alone = 0 <= _indent(row.words) <= 4 and len(row.words) < column - 1
        if not (is_beside or is_alone):
            return
        yield row


def _heading(block: Sequence[PageRow], column: int) -> SideHeading | None:
    """A block as heading and text; None where the left is no heading or the right no text."""
    left = [row.words[:column].strip() for row in block]
    right = [row.words[column:] for row in block if len(row.words) > column]
    is_text = right[0][:1].isupper() or right[0][:1] in "“‘\"'"
    if len(block) > _MOST_LINES or not _NAMED.fullmatch(" ".join(left)) or not is_text:
        return None
    if len(right[0]) < _NARROWEST or any(map(_WIDE.search, right)):
        return None
    starts = [row.start + _indent(row.words) for row in block]
    places = [(start, start + len(words)) for start, words in zip(starts, left, strict=True)]
    return SideHeading(places, block[0].start + column)


def two_columns(page: Sequence[PageRow]) -> Iterator[Interval]:
    """The parts of a page that are set in two columns of running text."""
    counts = Counter(m.start() for row in page for m in _STARTS.finditer(row.words))
    starts = [(count, -at) for at, count in counts.items() if at >= _NARROWEST]
    if not starts or max(starts)[0] < _FEWEST_LINES:
        return
    at = -max(starts)[1]
    part: list[PageRow] = []
    for row in [*page, None]:
        if row is not None and not row.words[max(0, at - 2) : at].strip():
            part.append(row)
            continue
        first, last = _edges(part, at)
        if _are_columns(part[first : last + 1], at):
            yield part[first].start, part[last].end
        part = []


def _are_columns(rows: Sequence[PageRow], at: int) -> bool:
    """Whether lines with a blank strip at a column are text on both sides of it."""
    left = [row.words[:at].rstrip() for row in rows]
    right = [row.words[at:] for row in rows]
    both = sum(bool(a and b) for a, b in zip(left, right, strict=True))
    return both >= _FEWEST_LINES and _is_text(left) and _is_text(right)


def _edges(part: Sequence[PageRow], at: int) -> tuple[int, int]:
    """The first and the last line of a part that have words behind the strip."""
    behind = [n for n, row in enumerate(part) if len(row.words) > at]
    if not behind:
        return 0, -1
    last = behind[-1]
    while last + 1 < len(part) and part[last + 1].words:
        last += 1  # the left column may be the longer one
    first = behind[0]
    return first, last


def _is_text(side: Sequence[str]) -> bool:
    """Whether the lines of a side are those of a running text."""
    worded = [line.strip() for line in side if line.strip()]
    words = sum(len(line.split()) for line in worded)
    going_on = sum(map(goes_on, worded))
    apart = sum(bool(_WIDE.search(line)) for line in worded)
    is_text = words >= _FEWEST_WORDS * len(worded) and going_on * 3 >= len(worded)
    return is_text and apart * 4 < len(worded) and any(map(ends_sentence, worded))
