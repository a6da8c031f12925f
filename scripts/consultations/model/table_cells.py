"""Where the cells of a table stand in its passage's text."""

from collections.abc import Iterator

from consultations.model.edition import Passage
from consultations.model.text import Interval


def cells(passage: Passage) -> Iterator[list[Interval]]:
    """The places of a table's cells, row by row; they stand in its text one after the other."""
    at = 0
    for row in passage.rows:
        places = []
        for cell in row:
            # The text is the cells with a blank between two. Each is looked for from where the
            # last one ended, since an earlier cell may have the same words.
            start = max(passage.text.find(cell, at), at)
            at = start + len(cell)
            places.append((start, at))
        yield places
