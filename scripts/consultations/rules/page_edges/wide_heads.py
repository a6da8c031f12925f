"""Heads and feet that have the page's number far from their words, whatever the words are.

`Who answered                3` over one page and `The lights                4` over the next: the
words change with the chapter, and only the numbers run through. No form feed and no sentence that
is cut need to say where a page ends.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.rules.layout import PrintedLine, letters

_WIDE = re.compile(
    r"""
      (?P<before> \d{1,4} ) [ \N{NO-BREAK SPACE}]{6,} (?P<after_it> [^\W\d_] .{0,120} )
    | (?P<before_it> [^\W\d_] .{0,120}? ) [ \N{NO-BREAK SPACE}]{6,} (?P<after> \d{1,4} )
    """,
    re.VERBOSE,
)
"""A number and words, far apart: `12       The lights`, `The lights       13`."""
_COLUMNS = re.compile(r"\S[ \N{NO-BREAK SPACE}]{3,}\S")
_FEWEST = 3
"""Pages on which such a line must stand."""
_A_PAGE = 300
"""Code points that a page has at least, on the average."""


@dataclass(frozen=True)
class _Wide:
    line: PrintedLine
    key: str
    """The letters of its words, without the number."""
    number: int


def wide_heads(printed: Sequence[PrintedLine], title: str) -> Iterator[PrintedLine]:
    """The lines of the longest row of heads and feet whose numbers count the pages.

    Each has words that the row has again, or that are the title's, or those of a line of the text:
    a head repeats what stands elsewhere. Numbers that are far apart and grow by one are those of
    pages where a page of text stands between them; the rows of a table stand closer.
    """
    row = _longest(list(_candidates(printed)))
    often = Counter(one.key for one in row)
    lines = {line.key for line in printed}
    row = [
        one for one in row if often[one.key] > 1 or one.key == title or _is_headed(one.key, lines)
    ]
    numbers = sorted({one.number for one in row})
    if len(numbers) < _FEWEST or max(often.values(), default=0) < _FEWEST:
        return
    pages = numbers[-1] - numbers[0]
    if row[-1].line.start - row[0].line.start >= _A_PAGE * pages:
        yield from (one.line for one in row)


def _candidates(printed: Sequence[PrintedLine]) -> Iterator[_Wide]:
    """Lines of words and a number far apart, with nothing else in columns, each by itself."""
    for i, line in enumerate(printed):
        match = _WIDE.fullmatch(line.words)
        if match is None:
            continue
        words = match["after_it"] or match["before_it"]
        blank_after = i + 1 == len(printed) or printed[i + 1].blank_before
        alone = (line.blank_before and blank_after) or line.page_before
        if alone and not _COLUMNS.search(words) and not ends_sentence(words):
            yield _Wide(line, letters(words), int(match["before"] or match["after"]))


def _longest(candidates: Sequence[_Wide]) -> list[_Wide]:
    """The longest row in which the number is that of the last line or the next one.

    A page may have its number both at its head and at its foot.
    """
    best: dict[int, int] = {}
    lengths: list[int] = []
    before: list[int | None] = []
    for i, one in enumerate(candidates):
        known = [best[n] for n in (one.number, one.number - 1) if n in best]
        last = max(known, key=lambda j: lengths[j], default=None)
        before.append(last)
        lengths.append(1 if last is None else lengths[last] + 1)
        best[one.number] = i
    at = max(range(len(candidates)), key=lambda i: lengths[i], default=None)
    row: list[_Wide] = []
    while at is not None:
        row.append(candidates[at])
        at = before[at]
    return row[::-1]


def _is_headed(key: str, lines: set[str]) -> bool:
    """Whether a line of the text ends in these words, as a heading does behind its number."""
    return bool(key) and any(line.endswith(key) for line in lines)
