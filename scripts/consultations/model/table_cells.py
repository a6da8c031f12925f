"""Where the cells of a table stand: in its passage's text, and among passages of their own."""

from collections.abc import Iterable, Iterator

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


def column_heads(passages: Iterable[Passage]) -> dict[str, str]:
    """What is printed over the columns of tables of prose, by the id of each cell's first passage.

    Short cells that are one passage have heads of their own in `cell.heads`, and are left out.
    """
    heads = {}
    last = None
    for passage in passages:
        cell = passage.cell
        if cell is not None and cell != last and passage.kind != "table" and any(cell.heads):
            heads[passage.id] = cell.heads[0]
        last = cell
    return heads
