"""Block quotations that nothing marks but their indent.

Symptom: a paragraph whose lines all stand further in than those of the text around it.
Cause: the page set the quotation in, and the converter kept the place of its lines alone.
Remedy: such a paragraph is a block quotation where the text above it leads to one (`the clerk told
us:`), or where quotation marks stand around it; and so are the paragraphs right under it that stand
as far in.
Leaves alone: an indent that the paragraphs around it share, or that only the first lines have; a
box, a list, an address.
Seen in: plain text made from PDF and from web pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import lines
from consultations.rules.announced import leads_to_quotation
from consultations.rules.layout import indent
from consultations.rules.rule import Rule

_FURTHER = 2
"""Columns by which a quotation stands further in than the text around it."""
_OPENING = ("“", "‘", '"', "'", "«")
_CLOSING = ("”", "’", '"', "'", "»")
_SPEAKER = 80
"""Code points: behind the closing mark there may be as much, which says whose words they are."""


def _columns(draft: Draft, block: Block) -> list[int]:
    """How far in the lines of a block stand, its first line first."""
    printed = [
        (block.start + a, block.start + b) for a, b in lines(draft.text[block.start : block.end])
    ]
    return [indent(draft.text, a, b) for a, b in printed if draft.text[a:b].strip()]


def _is_text(block: Block) -> bool:
    return block.kind == "paragraph" and not block.keeps_lines and len(block.spans) == 1


def _is_marked(words: str) -> bool:
    """Whether quotation marks stand around the words, perhaps with their speaker behind them."""
    if not words.startswith(_OPENING):
        return False
    last = max(words.rfind(mark) for mark in _CLOSING)
    return last > 0 and len(words) - last <= _SPEAKER and words.count(words[0]) <= 2


def _first_column(draft: Draft, block: Block) -> int:
    """How far in the first line of a block stands."""
    if not draft.text[block.start].isspace():
        return 0
    return next(iter(_columns(draft, block)), 0)


def _quotations(draft: Draft, body: Sequence[Block]) -> Iterator[Block]:
    """The blocks that are quotations by their indent."""
    above: Block | None = None  # the text that the blocks now read are to stand further in than
    inside = 0  # the column of the quotation that is open, 0 for none
    for block, following in zip_longest(body, body[1:]):
        if above is None or not _is_text(block):
            above, inside = block if _is_text(block) else None, 0
        elif inside and min(_columns(draft, block)) >= inside:
            yield block
        elif _is_quotation(draft, above, block, following):
            inside = min(_columns(draft, block))
            yield block
        else:
            above, inside = block, 0


def _is_quotation(draft: Draft, above: Block, block: Block, under: Block | None) -> bool:
    """Whether a paragraph stands further in than the one above it, and is a quotation."""
    least = _first_column(draft, above) + _FURTHER
    if _first_column(draft, block) < least:
        return False
    here = _columns(draft, block)
    beside = _columns(draft, under) if under is not None and _is_text(under) else []
    # An indent of first lines: the paragraph under it has it too, and goes on further out.
    is_shared = bool(beside) and beside[0] == here[0] != min(beside)
    if min(here) < least or is_shared:
        return False
    return leads_to_quotation(draft.read(above)) or _is_marked(draft.read(block))


def _revise(draft: Draft) -> Revision:
    body = [block for block in draft.blocks if block.kind != "footnote"]
    found = {block.start for block in _quotations(draft, body)}
    return Revision(
        blocks=tuple(
            replace(block, kind="blockquote") if block.start in found else block
            for block in draft.blocks
        )
    )


RULE = Rule("indented-quotations", _revise)
