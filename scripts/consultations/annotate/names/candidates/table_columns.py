"""Columns of tables in which a name stands in every cell, or in most: lists of who responded.

Words of a cell have capitals whether they are a name or not, so that one cell tells nothing: a row
may be called "Total Fund". A column of names does.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from consultations.model.edition import Passage
from consultations.model.text import Interval

_FEWEST = 3
"""Names that make a column one of names."""
_MOST_WORDS = 10


def cells_of_names(passage: Passage, is_name: Callable[[str], bool]) -> Iterator[Interval]:
    """Where the names stand, in a table's text, of columns most of whose cells are names.

    Args:
        passage: a table; its first row says what the columns are.
        is_name: whether all words of a cell are one name.
    """
    columns: dict[int, list[Interval]] = defaultdict(list)
    filled: dict[int, int] = defaultdict(int)
    for column, (start, end) in _cells(passage):
        filled[column] += 1
        cell = passage.text[start:end]
        if len(cell.split()) <= _MOST_WORDS and is_name(cell):
            columns[column].append((start, end))
    for column, names in sorted(columns.items()):
        if len(names) >= _FEWEST and len(names) * 2 > filled[column]:
            yield from names


def prose_of(passage: Passage, is_prose: Callable[[str], bool]) -> str:
    """The text of a table with full stops for whatever stands in cells that are no prose."""
    text = ["."] * len(passage.text)
    for _, (start, end) in _cells(passage):
        if is_prose(passage.text[start:end]):
            text[start:end] = passage.text[start:end]
            text[max(0, start - 1) : start] = " " * min(1, start)
    return "".join(text)


def _cells(passage: Passage) -> Iterator[tuple[int, Interval]]:
    """Where the filled cells of a table stand in its text, row by row, each after its column.

    Those of the first row, which says what the columns are, are left out.
    """
    at = 0
    for number, row in enumerate(passage.rows):
        for column, cell in enumerate(row):
            start = passage.text.find(cell, at)
            if not cell or start < 0:
                continue
            at = start + len(cell)
            if number:
                yield column, (start, at)
