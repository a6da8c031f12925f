"""What tells a table whose cells are prose from a table of data."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.english.small_words import SMALL_WORDS
from consultations.english.table_columns import columns_by_cells, columns_of
from consultations.english.word_lists import words
from consultations.model.emendation import Certainty
from consultations.model.text import squeeze
from consultations.rules.marks import BULLET

_SHORTEST = 5
"""Words of a cell that ends as a sentence does and may be a sentence."""
_SHORTEST_UNDER_HEAD = 3
"""The same under a head that says that its cells call for answers: `Buy a boat`."""
_LONG = 12
"""Words of a cell of prose without such an end, if enough of them are small words."""
_LOWER = 1 / 3
"""Share of a cell's words that begin in lower case, at least, in a sentence: names have few."""
_SMALL = 0.2
"""Share of a cell's words that are small ones such as `of`, at least, in prose without an end.

Running English has two in five, a list of names or things hardly any.
"""
_LONGEST_HEAD = 12
"""Most words in the head of a column."""
_ABBREVIATED = {f"{word}." for word in words("abbreviations", "before_number")} | {"rec.", "ref."}
"""With what a head may end that has a full stop: `Rec. no.`; "Accepted." is a cell's."""
_SURE_WORDS, _LEAST_WORDS = 15, 10
"""Words of a cell of prose, on average: with the first number it is sure, below the second it is
none."""
_LEAST_ALONE = 20
"""Such words where one column alone is of prose: shorter ones are remarks on what a table lists."""
_SURE_SHARE, _LEAST_SHARE = 0.75, 0.6
"""Share of a table's words that stands in its columns of prose, in the same way."""
_ROWS = 0.6
"""Share of the rows that have prose in them."""
_FEW_WORDS = 30
"""A table with one row and fewer words of prose is none of prose."""
_FEWEST_CALLS = 2
"""Questions or recommendations that make a table one that answers them."""
_NUMBER = re.compile(r"[\W_]*\d[\d\W]*[a-z]?")
"""A cell that is a number or a date in digits, and so no head of a column."""
_AMOUNT = re.compile(
    r"""
    [(~<>≤≥+-]* \s?
    (?: [£$€¥] \s? -?\d .{0,12}                    # £1.2 million
      | -?\d[\d.,]* \s? (?:% | [£$€] | per\ cent | m | bn | k )    # 12.5%   40 m
      | -?\d{1,3} (?:,\d{3})+ (?:\.\d+)?           # 1,200
    ) [)*]*
    """,
    re.VERBOSE,
)

_COUNT = re.compile(r"\d{1,6}(?:\.\d{1,3})?")
_ENDS = (":", ";")
"""With what a sentence ends that goes on in a list, or did before it was cut out of a text."""

Row = Sequence[str]
"""The words of a row's cells."""


@dataclass(frozen=True)
class ProseColumns:
    """The columns of a table that hold prose, and how sure that is."""

    columns: frozenset[int]
    """Their indexes, from 0."""
    has_heads: bool
    """Whether the first row heads the columns."""
    certainty: Certainty


def is_prose(words: str) -> bool:
    """Whether the words of a cell are a sentence or more, and no name, number or list of such."""
    if not _runs_on(words):
        return False
    if ends_sentence(words):
        return True
    parts = words.split()
    small = sum(part.strip(".,;:()“”‘’'\"").lower() in SMALL_WORDS for part in parts)
    return len(parts) >= _LONG and small >= _SMALL * len(parts)


def _runs_on(words: str, *, shortest: int = _SHORTEST) -> bool:
    """Whether the words of a cell are more than a name, a number or a list of such."""
    parts = words.split()
    lower = sum(part.strip('(“‘"')[:1].islower() for part in parts)
    return len(parts) >= shortest and lower >= _LOWER * len(parts)


def prose_columns(rows: Sequence[Row], *, is_headed: bool = False) -> ProseColumns | None:
    """The columns of prose of a table, judged by all of its rows; None where it is a table of data.

    Args:
        rows: all of one width.
        is_headed: whether the form of the first row shows that it heads the others.
    """
    has_heads = is_headed or _are_heads(rows[0])
    if answered := _answered_columns(rows, has_heads=has_heads):
        return answered
    # Where a table goes on over a page its heads are printed again.
    found = _ProseRows([row for row in rows if row != rows[0]] if has_heads else rows)
    if not found.columns or found.compares_amounts or not found.is_enough:
        return None
    # A heading over a column that is none of prose says nothing of the others.
    if has_heads and not all(rows[0][column].strip() for column in found.columns):
        return None
    return ProseColumns(found.columns, has_heads, found.certainty)


def _answered_columns(rows: Sequence[Row], *, has_heads: bool) -> ProseColumns | None:
    """The columns of a table that asks or recommends in one and answers in another.

    So its heads say, or that most cells of one are questions. Each row is then something that is
    looked for and cited, however short; what is asked or recommended takes some words.
    """
    found = columns_of([squeeze(cell) for cell in rows[0]]) if has_heads else None
    if found is None:
        found = columns_by_cells(rows)
        has_heads = has_heads and found is not None and not _is_call(rows[0][found.call - 1])
    under = [row for row in rows if not has_heads or row != rows[0]]
    if found is None or not under:
        return None
    body = _ProseRows(under)
    called = body.filled(found.call - 1)
    asking = sum(_is_call(cell, is_headed=has_heads) for cell in called)
    if asking < _FEWEST_CALLS or asking * 2 <= len(called) or body.counts(found.answer - 1):
        return None
    columns = body.columns | {found.call - 1, found.answer - 1}
    return ProseColumns(columns, has_heads, body.certainty)


def _is_call(words: str, *, is_headed: bool = False) -> bool:
    """Whether the words of a cell are a question, or a sentence; under a head, the rest of one."""
    if words.rstrip(" *").endswith("?"):
        return True
    return _runs_on(words, shortest=_SHORTEST_UNDER_HEAD) if is_headed else is_prose(words)


def _are_heads(row: Row) -> bool:
    """Whether the cells of a first row are names of columns.

    They are short and different, begin in no lower case, and are neither numbers nor sentences.
    """
    named = [squeeze(cell) for cell in row if cell.strip()]
    return (
        len(named) > 1
        and len({cell.casefold() for cell in named}) == len(named)
        and all(
            len(cell.split()) <= _LONGEST_HEAD
            and (not cell.endswith((".", ",", ";")) or cell.split()[-1].lower() in _ABBREVIATED)
            and not (cell[0].islower() or BULLET.match(cell))
            and not _NUMBER.fullmatch(cell)
            for cell in named
        )
    )


def _most(form: re.Pattern[str], cells: Sequence[str]) -> bool:
    """Whether at least half of the cells have a form, and one does."""
    fitting = sum(bool(form.fullmatch(cell.strip())) for cell in cells)
    return 0 < fitting >= len(cells) / 2


def _grows(cells: Sequence[str]) -> bool:
    """Whether no number is smaller than the one above it: they count lines, clauses or rows."""
    numbers = [float(cell) for cell in cells if _COUNT.fullmatch(cell.strip())]
    return all(one <= other for one, other in pairwise(numbers))


class _ProseRows:
    """The rows of a table below its heads, and what they hold."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._columns = [
            [cell for cell in column if cell.strip()] for column in zip(*rows, strict=True)
        ]
        self._rows = rows

    @cached_property
    def columns(self) -> frozenset[int]:
        """Those in which most cells are prose, two of them at least where two are filled.

        Half of those end as sentences do: the titles of books are long and made of small words too.
        """
        return frozenset(n for n, cells in enumerate(self._columns) if self._is_of_prose(cells))

    def _is_of_prose(self, cells: Sequence[str]) -> bool:
        prose = [cell for cell in cells if is_prose(cell)]
        ended = sum(cell.rstrip().endswith(_ENDS) or ends_sentence(cell) for cell in prose)
        return len(prose) >= max(1, min(2, len(cells)), len(cells) / 2) and ended * 2 >= len(prose)

    def filled(self, column: int) -> Sequence[str]:
        """The cells of a column that have words."""
        return self._columns[column]

    def counts(self, column: int) -> bool:
        """Whether a column holds amounts or numbers, as of those who answered so."""
        cells = self._columns[column]
        return _most(_AMOUNT, cells) or _most(_COUNT, cells)

    @property
    def is_enough(self) -> bool:
        """Whether so much of the table is prose that its cells are to be read one by one."""
        least = _LEAST_ALONE if len(self.columns) == 1 else _LEAST_WORDS
        is_long = len(self._rows) > 1 or self._words >= _FEW_WORDS
        is_much = self._mean >= least and self._share >= _LEAST_SHARE
        return is_long and is_much and self._rows_of_prose >= _ROWS

    @property
    def certainty(self) -> Certainty:
        """How sure it is that they are prose."""
        is_sure = self._mean >= _SURE_WORDS and self._share >= _SURE_SHARE
        return "certain" if is_sure else "probable"

    @property
    def compares_amounts(self) -> bool:
        """Whether one column of words stands beside amounts, or two of numbers."""
        others = [cells for n, cells in enumerate(self._columns) if n not in self.columns]
        amounts = any(_most(_AMOUNT, cells) for cells in others)
        numbers = sum(_most(_COUNT, cells) and not _grows(cells) for cells in others)
        return len(self.columns) == 1 and (amounts or numbers > 1)

    @property
    def _words(self) -> int:
        """Words in the columns of prose."""
        return sum(len(cell.split()) for n in self.columns for cell in self._columns[n])

    @property
    def _mean(self) -> float:
        """Words of a filled cell of those columns."""
        return self._words / max(1, sum(len(self._columns[n]) for n in self.columns))

    @property
    def _share(self) -> float:
        """Of all words of the rows, the share in those columns."""
        return self._words / sum(len(c.split()) for cells in self._columns for c in cells)

    @property
    def _rows_of_prose(self) -> float:
        """Share of the rows with a cell of prose."""
        return sum(any(map(is_prose, row)) for row in self._rows) / len(self._rows)
