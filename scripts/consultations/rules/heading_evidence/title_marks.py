"""The hash marks of the first heading, and whether it is the title or the first of the chapters."""

from collections.abc import Sequence

from consultations.model.draft import Block, Draft
from consultations.model.text import letters
from consultations.rules.numbering import read_number

_FEWEST_CHAPTERS = 2
"""Headings with the marks of the first, from which they are no slips of a converter."""
_SHORTEST_TITLE = 8
"""Letters of a part of a title that tell it from a word that any title could hold."""


def is_marked_as_chapters(
    draft: Draft, headings: Sequence[Block], marks: int, *, is_named: bool
) -> bool:
    """Whether chapters bear the marks of the first heading.

    Args:
        draft: the document.
        headings: all that it has.
        marks: how many the first has.
        is_named: the first has the words of the title, so that the second must be a chapter.
    """
    first, *others = headings
    sisters = [block for block in others if block.level == marks]
    if is_named:
        return len(sisters) >= _FEWEST_CHAPTERS and sisters[0] is others[0]
    return len(sisters) >= _FEWEST_CHAPTERS or any(_follows(draft, b, first) for b in sisters)


def _follows(draft: Draft, heading: Block, other: Block) -> bool:
    """Whether the number of a heading is the next after another's: `2. Oil` after `1. Lamps`."""
    number, before = (read_number(draft.read(block)) for block in (heading, other))
    return number is not None and before is not None and number.follows(before)


def names_document(draft: Draft, heading: Block) -> bool:
    """Whether a heading has the words of the record's title, or a part of them."""
    words, title = letters(draft.read(heading)), letters(draft.source.record.title)
    is_part = words in title or title in words
    return words == title or (is_part and min(len(words), len(title)) >= _SHORTEST_TITLE)


def title_marks(draft: Draft, title: Block) -> int:
    """How many hash marks the title had in the source."""
    start, end = draft.apparatus.source_interval(title.start, title.end)
    line, _ = draft.source.line_interval(draft.source.locate(start).line)
    before = draft.source.text[line:end].lstrip()
    return max(1, len(before) - len(before.lstrip("#")))
