"""Heads and feet that have the page's number far from their words, whatever the words are.

`Who answered                3` over one page and `The lights                4` over the next: the
words change with the chapter, and only the numbers run through. No form feed and no sentence that
is cut need to say where a page ends, but where the words are few and always the same: `Scenario 3`
may be a part of the text as well.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.text import letters
from consultations.rules.layout import PrintedLine, cuts_sentence

_WIDE = re.compile(
    r"""
      (?P<before> \d{1,4} ) (?:\t|[ ]{6,})\s{0,120}
      (?P<after_it> [^\W\d_] [^\t]{0,120} )
    | (?P<before_it> [^\W\d_] [^\t]{0,120}? ) (?:\t|[ ]{6,})\s{0,120}
      (?P<after> \d{1,4} )
    """,
    re.VERBOSE,
)
"""A number and words, far apart: `12       The lights`, `The lights       13`; a tab is far."""
_COLUMNS = re.compile(r"\S[ ]{3,}\S")
_FEWEST = 3
"""Pages on which such a line must stand."""
_A_PAGE, _A_WHOLE_PAGE = 300, 1000
"""Code points that a page has at least on the average: a small one, and a usual one."""
_FEW_WORDS = 3
"""Words before a number that may say what is counted: `Case study`, `Question`."""


@dataclass(frozen=True)
class _Wide:
    line: PrintedLine
    words: str
    number: int
    at_page: bool
    """Whether a form feed stands before it, or a sentence goes on behind it."""

    @property
    def key(self) -> str:
        """The letters of its words."""
        return letters(self.words)


class WideHeads(NamedTuple):
    """The lines of the longest row of heads and feet whose numbers count the pages."""

    found: Sequence[PrintedLine] = ()
    unsure: Sequence[PrintedLine] = ()
    """Those that may be such, and may be labels of what the text counts."""


def wide_heads(printed: Sequence[PrintedLine], title: str) -> WideHeads:
    """Heads and feet by their numbers.

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
    if not _are_enough(row, often, title):
        return WideHeads()
    a_page = (row[-1].line.start - row[0].line.start) / (numbers[-1] - numbers[0])
    found = [one.line for one in row]
    if a_page >= _fewest_of_page(row, title):
        return WideHeads(found)
    may_be = a_page >= _A_PAGE and " " in row[0].words
    return WideHeads(unsure=found if may_be else ())


def _are_enough(row: Sequence[_Wide], often: Counter[str], title: str) -> bool:
    """Whether enough pages have such a line, with the same words or inside sentences.

    Two are enough where each has words of the title and cuts a sentence.
    """
    fewest = _FEWEST - all(one.at_page and one.key in title for one in row)
    are_alike = max(often.values(), default=0) >= fewest
    are_cutting = sum(one.at_page for one in row) > 1
    return len({one.number for one in row}) >= fewest and (are_alike or are_cutting)


def _candidates(printed: Sequence[PrintedLine]) -> Iterator[_Wide]:
    """Lines of words and a number far apart, with nothing else in columns, each by itself."""
    for i, line in enumerate(printed):
        match = _WIDE.fullmatch(line.words)
        if match is None:
            continue
        words = match["after_it"] or match["before_it"]
        above = printed[i - 1] if i else None
        under = printed[i + 1] if i + 1 < len(printed) else None
        is_sentence = ends_sentence(words) and not words.isupper()
        if _is_alone(line, above, under) and not (is_sentence or _COLUMNS.search(words)):
            at_page = line.page_before or cuts_sentence(above, under)
            yield _Wide(line, words, int(match["before"] or match["after"]), at_page)


def _is_alone(line: PrintedLine, above: PrintedLine | None, under: PrintedLine | None) -> bool:
    """Whether a line stands by itself; the last line of its page's text may be right above it.

    A row of a table stands under another, which has columns.
    """
    is_row = above is not None and _COLUMNS.search(above.words) is not None
    is_last = under is None or under.blank_before
    return line.page_before or ((line.blank_before or not is_row) and is_last)


def _fewest_of_page(row: Sequence[_Wide], title: str) -> float:
    """How many code points must stand between lines for their numbers to be those of pages.

    The words of the title, others with the next chapter, and where one of the lines stands speak
    for pages as well; several words do no more than say that nothing is counted.
    """
    keys = {one.key for one in row}
    if len(keys) > 1 or any(key in title for key in keys) or any(one.at_page for one in row):
        return _A_PAGE
    return inf if len(row[0].words.split()) <= _FEW_WORDS else _A_WHOLE_PAGE


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
