"""The marks of headings.

Symptom: one to six hash marks before a line's words, and sometimes after them; a row of signs under
them, or above and under them.
Cause: the source is Markdown or reStructuredText.
Remedy: the marks are taken out and the heading's level is kept. It is the number of hash marks. Of
rows, equals signs are of level 1 and hyphens of level 2, as Markdown has them. Where other rows
stand in the text as well, the level of each is its place in the order in which they first come, as
reStructuredText has it.
Leaves alone: hash marks within a line.
"""

import re
from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.listed_depths import DEEPEST
from consultations.rules.rule import Rule

_OPENING = re.compile(r"\s*(#{1,6})[ \t]+")
_CLOSING = re.compile(r"[ \t]+#+\s*\Z")
_OVER = re.compile(r"[ ]{0,3}(\S)\1{2,}[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\r\n]+[\r\n])")
"""A row above words that have one under them as well; words of one sign are no row: `www`."""
_UNDER = re.compile(r"[ \t]*(?:\r\n?|\n)[ ]{0,3}(\S)\1{2,}[ \t]*\Z")
_MARKDOWN = ["=", "-"]
"""The rows of Markdown, in the order of the levels that they have."""


def _row(draft: Draft, block: Block) -> str:
    """The sign of the row under a heading, twice where one stands above it; empty for no row."""
    under = _UNDER.search(draft.text, block.start, block.end)
    if block.kind != "heading" or under is None:
        return ""
    return under[1] * (2 if _OVER.match(draft.text, block.start, block.end) else 1)


def _rowed(draft: Draft, block: Block) -> list[Proposal]:
    """The rows of a heading taken out."""
    reason = "the row under a heading; its level is kept"
    under = _UNDER.search(draft.text, block.start, block.end)
    over = _OVER.match(draft.text, block.start, block.end)
    above = [Proposal(block.start, over.end(), "", "markup", reason)] if over else []
    below = [Proposal(under.start(), block.end, "", "markup", reason)] if under else []
    return above + below


def _hashed(draft: Draft, block: Block, opening: re.Match[str]) -> list[Proposal]:
    """The hash marks of a heading taken out."""
    reason = "markup of a heading; its level is kept"
    found = [Proposal(block.start, opening.end(), "", "markup", reason)]
    if closing := _CLOSING.search(draft.text, opening.end(), block.end):
        found.append(Proposal(closing.start(), block.end, "", "markup", reason))
    return found


def _revise(draft: Draft) -> Revision:
    rows = {block.start: _row(draft, block) for block in draft.blocks}
    order = list(dict.fromkeys(filter(None, rows.values())))
    order = _MARKDOWN if set(order) <= set(_MARKDOWN) else order
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    for block in draft.blocks:
        opening = _OPENING.match(draft.text, block.start, block.end)
        if row := rows[block.start]:
            proposals += _rowed(draft, block)
            blocks.append(replace(block, level=min(order.index(row) + 1, DEEPEST)))
        elif block.kind == "heading" and opening:
            proposals += _hashed(draft, block, opening)
            blocks.append(replace(block, level=len(opening[1])))
        else:
            blocks.append(block)
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("heading-marks", _revise)
