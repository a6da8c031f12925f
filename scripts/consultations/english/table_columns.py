"""Which columns of a table call for answers, and which give them; by their heads or their cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.english.replies import is_short_reply
from consultations.english.table_heads import (
    answer_column,
    heads_number,
    heads_state,
    kind_of_call,
    rank_of_call,
)
from consultations.model.edition import QuestionKind

_COUNT = re.compile(r"\A\d{1,2}[.)]\s+")
"""The number of a column in a form: `2. Recommendation`."""
_SHORT = re.compile(r"rec\b.{0,12}", re.IGNORECASE)
_WORDING = re.compile(r"(?:(?:exact|full) )?(?:text|wording)", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """Which columns of a table call for an answer and hold it; counted from 1."""

    call: int
    answer: int
    kind: QuestionKind
    state: int | None
    number: int | None


_FIRST_COLUMNS = 3
"""A table without heads asks in one of so many first columns; the first may hold numbers."""
_COUNTED = re.compile(r"(?:Q(?:uestion)?\.?\s?)?\d{1,3}[a-z]?\b", re.IGNORECASE)
_FEWEST_ASKING = 3


def columns_of(heads: Sequence[str]) -> Columns | None:
    """The columns that the heads of a table tell; None if no column answers one before it."""
    heads = _with_wording([_COUNT.sub("", head) for head in heads])
    named = [head.strip(" *:?†‡¹²³0123456789") for head in heads]
    answer = answer_column(named)
    ranks = [
        (rank, n)
        for n, head in enumerate(named[:answer])
        if (rank := rank_of_call(head)) is not None
    ]
    if answer is None or not ranks:
        return None
    _, call = min(ranks)
    states = (n for n, head in enumerate(named, 1) if heads_state(head) and n > call + 1)
    number = _number_column(heads, call)
    return Columns(
        call + 1, answer + 1, kind_of_call(named[call]) or "comment", next(states, None), number
    )


def _number_column(heads: Sequence[str], call: int) -> int | None:
    """The column that numbers the calls, from 1; `call` is the column of the calls, from 0."""
    numbers = (n for n, head in enumerate(heads, 1) if heads_number(head))
    # What stands before the calls without a head counts them.
    return next(numbers, call if call and not heads[call - 1] else None)


def _with_wording(heads: Sequence[str]) -> Sequence[str]:
    """The heads; a head `Text` after a column of numbers, `Rec.`, is named after that column."""
    found = list(heads)
    for n, (before, head) in enumerate(pairwise(heads)):
        what = "Recommendation" if _SHORT.fullmatch(before) else before.partition(" ")[0]
        if _WORDING.fullmatch(head) and kind_of_call(what):
            found[n : n + 2] = "No.", what
    return found


def columns_by_cells(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns that the cells of a table without heads tell: one asks, the next one answers.

    It is the first, or the second behind one of numbers. Most of its cells end in a question mark,
    three at least; and the questions bear numbers, or two of them are answered in a word.
    """
    for n, (asked, said) in enumerate(pairwise(list(zip(*rows, strict=False))[:_FIRST_COLUMNS])):
        asking = [cell for cell in asked if cell.rstrip(" *").endswith("?")]
        counted = n or sum(_COUNTED.match(cell) is not None for cell in asking) > 1
        replied = sum(map(is_short_reply, said)) > 1
        enough = len(asking) >= _FEWEST_ASKING and len(asking) * 2 > len(asked)
        if enough and (counted or replied):
            return Columns(n + 1, n + 2, "question", None, n or None)
    return None
