"""Tables that blanks draw under heads of which one answers another: their rows and cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.english.table_columns import Columns, columns_of
from consultations.model.draft import Block, Draft
from consultations.model.text import Interval, lines
from consultations.rules.tables.gutters import Gutters, heads_of

RULING = re.compile(r"[ |+]*[-=_–—]{3}[-=_–— |+]*")
"""A line that is drawn, under the heads or between rows."""
_FEWEST_ROWS = 2
_MOST_HEAD_LINES = 3
_AT_ONCE = 400
"""Code points whose lines are read together."""


class _TableLine(NamedTuple):
    """A line under the heads."""

    start: int
    cells: Sequence[str]
    places: Sequence[Interval]
    """Of the cells in the line; the first is of the number before the first column."""
    apart: bool
    """Whether an empty line stands over it."""


_Row = Sequence[_TableLine]


@dataclass(frozen=True)
class HeadedTable:
    """What the lines of a text are as a table."""

    heads: tuple[str, ...]
    """With "" for a column of numbers without a head."""
    head_lines: Sequence[Interval]
    rows: Sequence[_Row]
    end: int
    """Where its last line ends."""
    counted: bool
    """Whether numbers stand before the first column that has a head."""

    def cells(self) -> Iterator[tuple[int, int, tuple[Interval, ...]]]:
        """Each cell with words: its row and column from 1, and where its lines stand."""
        first = 0 if self.counted else 1
        for n, row in enumerate(self.rows, 1):
            for column, places in enumerate(zip(*(line.places for line in row), strict=True)):
                pieces = tuple(
                    (line.start + a, line.start + b)
                    for line, (a, b) in zip(row, places, strict=True)
                    if a < b
                )
                if pieces:
                    yield n, column + 1 - first, pieces


def headed_block(draft: Draft, block: Block) -> HeadedTable | None:
    """The table that a block is, if blanks draw it under heads."""
    if block.kind != "table" or block.cell is not None or len(block.spans) > 1:
        return None
    return headed_table(draft.text, margin(draft.text, block.start), block.end)


def margin(text: str, at: int) -> int:
    """Where the line of a place begins, a form feed aside."""
    start = text.rfind("\n", 0, at) + 1
    return start + text[start:at].rfind("\f") + 1


def headed_table(text: str, start: int, end: int) -> HeadedTable | None:
    """The table that begins with the line at `start` and ends by `end`, if there is one."""
    groups = _groups(text, start, end)
    first = next(groups, [])
    taken = len(first) if len(first) <= _MOST_HEAD_LINES else _wrapped(text, first)
    for count in sorted({taken, 1}, reverse=True):
        heads = heads_of([text[a:b] for a, b in first[:count]])
        columns = columns_of([words for _, words in heads]) if len(heads) > 1 else None
        if columns is None:
            continue
        gutters = Gutters.under([place for place, _ in heads])
        under = chain([first[count:]] if first[count:] else [], groups)
        rows = _rows(text, under, gutters, columns)
        if not rows:
            return None
        counted = any(line.places[0][1] for row in rows for line in row)
        names = tuple(words for _, words in heads)
        last = rows[-1][-1]
        return HeadedTable(
            ("", *names) if counted else names,
            first[:count],
            rows,
            last.start + max(b for _, b in last.places),
            counted,
        )
    return None


def _wrapped(text: str, printed: Sequence[Interval]) -> int:
    """How many lines the heads of some lines take: what goes on in them begins in lower case."""
    for count, (a, b) in enumerate(printed[1:_MOST_HEAD_LINES], 1):
        if not all(words[:1].islower() for _, words in heads_of([text[a:b]])):
            return count
    return _MOST_HEAD_LINES


def _groups(text: str, start: int, end: int) -> Iterator[list[Interval]]:
    """The lines between empty ones, or rulings; a page's end parts no rows."""
    group: list[Interval] = []
    for a, b in _lines(text, start, end):
        a += text[a:b].rfind("\f") + 1  # noqa: PLW2901 (the rest of the line)
        if text[a:b].strip() and not RULING.fullmatch(text, a, b):
            group.append((a, b))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str, start: int, end: int) -> Iterator[Interval]:
    """The lines of a stretch, read as far as they are asked for: most stretches are no table."""
    while start < end:
        stop = text.find("\n", min(start + _AT_ONCE, end), end) + 1 or end
        *whole, last = lines(text[start:stop])
        rest = [last] if last.start < last.end or stop == end else []
        yield from ((start + line.start, start + line.end) for line in [*whole, *rest])
        start = stop


def _rows(
    text: str, groups: Iterable[Sequence[Interval]], gutters: Gutters, columns: Columns
) -> list[_Row]:
    """The rows under heads, down to the first line that closes a strip between two columns.

    What stands under the last row with an answer is no part of the table.
    """
    kept: list[Sequence[Interval]] = []
    found: list[tuple[Gutters, int]] = []
    for group in groups:
        narrowed = _under(text, group, gutters)
        if narrowed is None:
            break
        gutters = narrowed
        kept.append(group)
        found.append((gutters, len(kept)))
    for strips, count in reversed(found):
        read = list(_read(text, kept[:count], strips))
        last = read[-len(kept[count - 1]) :]
        if any(line.cells[columns.answer] or line.cells[0] for line in last):
            rows = list(_parted(read, columns))
            answered = sum(any(line.cells[columns.answer] for line in row) for row in rows)
            return rows if answered >= _FEWEST_ROWS else []
    return []


def _under(text: str, group: Sequence[Interval], gutters: Gutters) -> Gutters | None:
    left: Gutters | None = gutters
    for a, b in group:
        left = left.with_line(text[a:b]) if left else None
    return left


def _read(
    text: str, groups: Sequence[Sequence[Interval]], gutters: Gutters
) -> Iterator[_TableLine]:
    for group in groups:
        for n, (a, b) in enumerate(group):
            line = text[a:b]
            places = gutters.cells(line)
            yield _TableLine(a, [line[slice(*place)] for place in places], places, apart=n == 0)


def _parted(read: Sequence[_TableLine], columns: Columns) -> Iterator[_Row]:
    """The lines of each row."""
    counted = sum(bool(line.cells[0]) for line in read) >= _FEWEST_ROWS
    apart = sum(line.apart for line in read) > 1
    row: list[_TableLine] = []
    for line in read:
        if row and _begins(line, row, columns, counted=counted, apart=apart):
            yield row
            row = []
        row.append(line)
    yield row


def _begins(line: _TableLine, row: _Row, columns: Columns, *, counted: bool, apart: bool) -> bool:
    """Whether a line begins another row than those above it."""
    if counted:
        return bool(line.cells[0])
    first, call, answer = (line.cells[n] for n in (1, columns.call, columns.answer))
    if not first or first[:1].islower():
        return False
    if apart:
        return line.apart and bool(call)
    above = " ".join(one.cells[columns.call] for one in row).strip()
    return bool(call and answer) and not call[:1].islower() and ends_sentence(above)
