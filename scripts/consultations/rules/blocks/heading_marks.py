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

from dataclasses import dataclass, replace

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.heading_evidence.listed_depths import DEEPEST
from consultations.rules.rule import Rule

_OPENING = re.compile(r"\s*(#{1,6})[ \t]+")
_CLOSING = re.compile(r"[ \t]+#+\s*\Z")
_OVER = re.compile(r"[ ]{0,3}(\S)\1{2,}[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\r\n]+[\r\n])")
"""A row above words that have one under them as well; words of one sign are no row: `www`."""
_UNDER = re.compile(r"[ \t]*(?:\r\n?|\n)[ ]{0,3}(\S)\1{2,}[ \t]*\Z")
_MARKDOWN = ["=", "-"]
"""The rows of Markdown, in the order of the levels that they have."""


@dataclass(frozen=True)
class _Rows:
    """The row under a heading, and the one above it if there is one."""

    under: re.Match[str]
    over: re.Match[str] | None

    @classmethod
    def of(cls, draft: Draft, block: Block) -> "_Rows | None":
        """Those of a heading; None where it has none."""
        under = _UNDER.search(draft.text, block.start, block.end)
        if block.kind != "heading" or under is None:
            return None
        return cls(under, _OVER.match(draft.text, block.start, block.end))

    @property
    def style(self) -> str:
        """The sign of the rows, twice where there are two: each style has a level."""
        return self.under[1] * (2 if self.over else 1)

    def taken_out(self) -> list[Proposal]:
        """The heading without them."""
        reason = "the row under a heading; its level is kept"
        start, end = self.under.span()
        below = Proposal(start, end, "", "markup", reason)
        if self.over is None:
            return [below]
        return [Proposal(*self.over.span(), "", "markup", reason), below]


def _hashed(draft: Draft, block: Block, opening: re.Match[str]) -> list[Proposal]:
    """The hash marks of a heading taken out."""
    reason = "markup of a heading; its level is kept"
    found = [Proposal(block.start, opening.end(), "", "markup", reason)]
    if closing := _CLOSING.search(draft.text, opening.end(), block.end):
        found.append(Proposal(closing.start(), block.end, "", "markup", reason))
    return found


def _revise(draft: Draft) -> Revision:
    rows = [_Rows.of(draft, block) for block in draft.blocks]
    order = list(dict.fromkeys(found.style for found in rows if found))
    order = _MARKDOWN if set(order) <= set(_MARKDOWN) else order
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    for block, found in zip(draft.blocks, rows, strict=True):
        opening = _OPENING.match(draft.text, block.start, block.end)
        if found:
            proposals += found.taken_out()
            blocks.append(replace(block, level=min(order.index(found.style) + 1, DEEPEST)))
        elif block.kind == "heading" and opening:
            proposals += _hashed(draft, block, opening)
            blocks.append(replace(block, level=len(opening[1])))
        else:
            blocks.append(block)
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("heading-marks", _revise)
