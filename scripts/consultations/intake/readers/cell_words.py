"""What the words in cells say of a table: heads of columns, lines of a letterhead."""

from collections.abc import Iterable, Sequence

_LONGEST_LABEL = 5
"""Code points. A cell with fewer holds the number of an item, or yes or no."""
_LONGEST_HEAD = 12
"""Most words in the head of a column."""


def is_letterhead(cells: Iterable[tuple[str, bool]]) -> bool:
    """Whether the only row of a table sets lines beside each other, without items or choices.

    Args:
        cells: of a row round which nothing is drawn, the words of each, and whether they stand on
            several lines.
    """
    several = False
    for words, has_lines in cells:
        if 0 < len(words.strip()) <= _LONGEST_LABEL:
            return False
        several |= has_lines
    return several


def is_short(words: str) -> bool:
    """Whether words are few enough for the head of a column."""
    return len(words.split()) <= _LONGEST_HEAD


def are_heads(cells: Sequence[str]) -> bool:
    """Whether the cells of a first row are heads of columns: each a few words, and its own."""
    return len(cells) == len(set(cells)) > 1 and all(
        bool(words.strip()) and is_short(words) for words in cells
    )
