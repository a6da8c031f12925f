"""Headings over several lines: in larger type, in capitals, or a question in the text's type."""

from itertools import pairwise

from consultations.model.draft import Block, Draft
from consultations.model.text import lines
from consultations.rules.line_widths import EARLY, block_lines
from consultations.rules.prose import goes_on

_MOST_LINES = 3
_LINES_OF_QUESTION = 2
_NEARLY_FULL = 0.75
"""In capitals, the lines of one heading are about as long as its longest line, apart from the last:
at least this share of it."""
_SHORTEST = 25
"""Code points. A shorter line in capitals may be a line of an address."""
_NARROWEST = 0.45
"""Share of the usual width. A heading whose lines hold less would be set in very large type."""


def is_wrapped(draft: Draft, block: Block, under: Block, width: int | None) -> bool:
    """Whether the lines of a block may be one heading, as far as their lengths tell.

    They stand apart, and go on in lower case; each but the last is full for larger type, or of two
    that are a question the first is for the text's. Lines that begin with capitals may be a name
    and an address, or several headings; lines in capitals are one heading where each but the last
    is about as long as the longest.

    Args:
        draft: the document.
        block: its lines.
        under: the next block.
        width: how long the lines of the text usually are; None where they are of no one width.
    """
    if len(block.spans) > 1:
        return False
    printed = block_lines(draft, block)
    is_apart = len(lines(draft.text[block.end : under.start])) > 2
    if all(line.words.isupper() for line in printed):
        longest = max(len(line.words) for line in printed)
        full = max(_SHORTEST, _NEARLY_FULL * longest)
        are_full = all(len(line.words) >= full for line in printed[:-1])
        return is_apart and len(printed) <= _MOST_LINES and are_full
    if width is None or not is_apart or len(printed) > _MOST_LINES:
        return False
    is_question = len(printed) == _LINES_OF_QUESTION and printed[-1].words.endswith("?")
    most = (1 if is_question else EARLY) * width
    return all(
        _NARROWEST * width < line.length < most + is_question and goes_on(below.words)
        for line, below in pairwise(printed)
    )
