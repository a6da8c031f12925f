"""Comments, recommendations and questions that a table of prose answers, a row each.

Symptom: a table with the heads "No.", "Recommendation", "Response", or "Comment", "Proposed
change", "Observations of the secretariat".
Found by: the heads as printed. The column that answers is the first whose head says so; what it
answers stands in a column before it. The number is that of the column for numbers, or stands before
the words. What stands in the row behind the answer, such as who acts and by when, belongs to it. An
empty cell is no answer; where nothing is asked in a row, its answer goes on with the one above.
Without heads, the first column asks if most of its cells end in a question mark; so it does where
a head says `Question` and the others, two at least, name who answers.
Leaves alone: other tables without heads, or whose heads say of no column that it answers another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call import CallForAnswer
from consultations.english.call_labels import call_label
from consultations.english.table_columns import Columns, columns_by_cells, columns_of
from consultations.english.table_heads import heads_respondent, kind_of_call
from consultations.model.edition import AnswerState, Edition, Passage

RULE = "answered-tables"

_NUMBERED = re.compile(
    r"(?:(?:Q(?:uestion)?\.?\s?)?(\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)[.:)]|(R\d{1,3}))\s+(?=\S)"
)
"""The number before the words of what is asked: `Q4. `, `2.1) `, `R4 `."""

_CELL_STATES: Mapping[str, AnswerState] = {
    **dict.fromkeys(("y", "yes", "✓", "✔", "☑", "☒", "x"), "accepted"),
    **dict.fromkeys(("n", "no", "✗", "✘"), "not-accepted"),
    **dict.fromkeys(("part", "partial", "partially", "partly", "in part"), "accepted-in-part"),
    "in principle": "accepted-in-principle",
}
_FEWEST_ANSWERING = 2
_FIRST = range(1, 4)
"""Columns of a table without heads in which it may ask and answer."""

_Row = Sequence[tuple[int, Passage]]
"""The passages of a row, each with its index in the edition."""


def table_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """What each row of the edition's tables of prose asks or recommends."""
    placed = ((n, p) for n, p in enumerate(edition.passages) if p.kind != "footnote")
    for table, run in groupby(placed, lambda one: one[1].cell and one[1].cell.table):
        if table is None:
            continue
        rows: defaultdict[int, list[tuple[int, Passage]]] = defaultdict(list)
        for index, passage in run:
            if passage.cell is not None:
                rows[passage.cell.row].append((index, passage))
        heads = [p.cell.heads for _, p in rows.pop(0, ()) if p.cell]
        columns = columns_of(heads[0]) if heads else None
        if columns is None and (not heads or _heads_questions(heads[0])):
            columns = columns_by_cells(list(_cells(rows)))
        if columns is not None:
            yield from _calls(list(rows.values()), columns)


def _heads_questions(heads: Sequence[str]) -> bool:
    """Whether a column holds questions, and those behind it are named after who answers."""
    asked = next((n for n, head in enumerate(heads) if kind_of_call(head) == "question"), None)
    behind = () if asked is None else heads[asked + 1 :]
    return len(behind) >= _FEWEST_ANSWERING and all(map(heads_respondent, behind))


def _cells(rows: Mapping[int, _Row]) -> Iterator[Sequence[str]]:
    """The words of the first cells of rows without heads."""
    for row in rows.values():
        yield [" ".join(_words(p, column) for _, p in row).strip() for column in _FIRST]


def _calls(rows: Sequence[_Row], columns: Columns) -> Iterator[CallForAnswer]:
    waiting: list[_Row] = []
    for row in rows:
        if waiting and _in_column(row, columns.call):
            yield from _call(waiting, columns)
            waiting = []
        if waiting or _in_column(row, columns.call):
            waiting.append(row)
    if waiting:
        yield from _call(waiting, columns)


def _call(rows: Sequence[_Row], columns: Columns) -> Iterator[CallForAnswer]:
    """What the first of some rows asks; the others go on with the answer."""
    row = [one for part in rows for one in part]
    asked = _in_column(rows[0], columns.call)
    answers = [n for n, _ in _in_column(row, columns.answer)]
    first, last = row[0][0], asked[-1][0]
    # A row of a drawn table is one passage, which answers at once; two short cells are no answer.
    is_whole = len(row) == 1
    if min(answers, default=last + 1) <= last and not is_whole:
        return
    # A state in a column by itself is the first of the answer.
    answers = sorted({*answers, *(n for n, _ in _in_column(row, columns.state) if n > last)})
    number, text = _numbered(rows[0], columns)
    yield CallForAnswer(
        first,
        max(last, min(answers, default=0) - 1),
        number.rstrip(".:)") or None,
        text,
        RULE,
        columns.kind,
        state=_state(row, columns),
        answer=tuple(n for n, p in row if answers and n >= answers[0] and _is_behind(p, columns)),
        end=row[-1][0] + 1,
        at_once=(_first_reply(row, columns) or None) if is_whole else None,
    )


def _numbered(row: _Row, columns: Columns) -> tuple[str, str]:
    """The number of what a row asks, from its own column or before the words, and the words."""
    number, text = _all_words(row, columns.number), _all_words(row, columns.call)
    if label := call_label(text):
        return number or label.number or "", text[label.end :] or text
    if match := _NUMBERED.match(text):
        return number or match[1] or match[2], text[match.end() :]
    return number, text


def _state(row: _Row, columns: Columns) -> AnswerState | None:
    """What a row says of its recommendation: in a column of states, or first in its answer."""
    if state := state_in_cell(_all_words(row, columns.state)):
        return state
    if columns.kind == "question":
        return None
    return said_state(_first_reply(row, columns))


def _first_reply(row: _Row, columns: Columns) -> str:
    return _all_words(_in_column(row, columns.answer)[:1], columns.answer)


def _is_behind(passage: Passage, columns: Columns) -> bool:
    """Whether a passage stands in the first column that answers or in one after it."""
    cell = passage.cell
    first = min(columns.answer, columns.state or columns.answer)
    return cell is not None and cell.column + max(len(cell.heads), 1) > first


def _in_column(row: _Row, column: int | None) -> list[tuple[int, Passage]]:
    """The passages of a row that have words in a column."""
    return [one for one in row if column is not None and _words(one[1], column)]


def _all_words(row: _Row, column: int | None) -> str:
    """The words that the passages of a row have in a column."""
    return " ".join(_words(passage, column) for _, passage in _in_column(row, column))


def _words(passage: Passage, column: int | None) -> str:
    """What a passage has in a column: all of it, or one of its short cells."""
    cell = passage.cell
    if cell is None or column is None or column < cell.column:
        return ""
    if passage.kind != "table":
        return passage.text if column == cell.column else ""
    return next(iter(passage.rows[0][column - cell.column :]), "") if passage.rows else ""


def state_in_cell(words: str) -> AnswerState | None:
    """What a cell says in the column that says of each recommendation whether it is accepted."""
    return said_state(words) or _CELL_STATES.get(words.strip(" .").casefold())
