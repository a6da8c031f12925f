"""Headings that stand right above a numbered paragraph, at the end of the block before it."""

from collections.abc import Sequence
from itertools import pairwise

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft
from consultations.model.text import lines, skip_blanks
from consultations.rules.heading_evidence.words import LONGEST, can_be_heading
from consultations.rules.line_widths import BlockLine
from consultations.rules.numbering import read_number

_START = 300
"""Code points of a block by which a paragraph is told from a short item."""


def over_numbers(draft: Draft) -> set[int]:
    """Where the blocks end that a paragraph with a number stands right under."""
    return {
        block.end
        for block, under in pairwise(draft.blocks)
        if under.kind in ("paragraph", "list_item") and is_numbered(draft, under)
        if len(lines(draft.text[block.end : under.start])) <= 2
    }


def is_numbered(draft: Draft, block: Block) -> bool:
    """Whether a block is a paragraph that begins with a number, and no short item of a list."""
    number = read_number(draft.text, skip_blanks(draft.text, block.start, block.end), block.end)
    is_number = number is not None and (number.has_parts or number.form == "#")
    return is_number and len(draft.text[block.start : block.end][:_START].split()) > LONGEST


def is_last_title(printed: Sequence[BlockLine], width: int) -> bool:
    """Whether the last of some lines may be a heading: a sentence ends above it, and none in it.

    The line above it may be full, as the last one of a paragraph can be.
    """
    if len(printed) < 2:
        return False
    *_, above, last = printed
    is_whole = ends_sentence(above.words) and last.words[-1:].isalnum()
    return (
        is_whole and last.length < width and can_be_heading(last.words) and last.words[0].isupper()
    )
