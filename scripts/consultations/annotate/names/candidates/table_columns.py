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
    at = 0
    for number, row in enumerate(passage.rows):
        for column, cell in enumerate(row):
            start = passage.text.find(cell, at)
            if not cell or start < 0:
                continue
            at = start + len(cell)
            if number:
                filled[column] += 1
                if len(cell.split()) <= _MOST_WORDS and is_name(cell):
                    columns[column].append((start, at))
    for column, names in sorted(columns.items()):
        if len(names) >= _FEWEST and len(names) * 2 > filled[column]:
            yield from names
