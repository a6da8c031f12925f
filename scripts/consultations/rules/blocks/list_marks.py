"""The marks of list items.

Symptom: items begin with a bullet, a number or a letter; sometimes with two such marks (`- 1.`,
`- ·`), and sometimes there is a mark and nothing after it.
Cause: the converter adds a bullet of its own to the one that was printed.
Remedy: the marks are taken out; a number or letter is kept as the item's marker. A mark with
nothing after it goes. An item stands one level deeper than the item before when it is indented by
two blanks or more beyond it, or by one where that item announces what stands under it; else a
single blank nests nothing.
Leaves alone: a number within a line.
"""

from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.model.text import skip_blanks
from consultations.rules.marks import BULLET, NUMBER
from consultations.rules.prose import announces
from consultations.rules.rule import Rule


def _read(text: str, block: Block) -> tuple[str | None, int, Kind]:
    """An item's marker, where its words begin, and the kind of change that the removal is."""
    at = skip_blanks(text, block.start, block.end)
    marker: str | None = None
    kind: Kind = "list-glyph"
    while at < block.end and (match := BULLET.match(text, at, block.end)):
        at = skip_blanks(text, match.end(), block.end)
    if match := NUMBER.match(text, at, block.end):
        marker, kind = match[1] or match[2], "numbering"
        at = match.end()
    return marker, at, kind


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals = []
    indents: list[int] = []
    leads_on = False  # whether the item before announces what stands under it
    for block in draft.blocks:
        if block.kind != "list_item":
            if block.kind != "footnote":
                indents = []
            blocks.append(block)
            continue
        marker, at, kind = _read(draft.text, block)
        start = skip_blanks(draft.text, block.start, block.end)
        indent = start - block.start
        while indents and indent < indents[-1]:
            indents.pop()
        if not indents or indent >= indents[-1] + (1 if leads_on else 2):
            indents.append(indent)
        reason = "an item's mark, kept as structure" if at < block.end else "a mark with no item"
        proposals.append(Proposal(start, at, "", kind, reason))
        blocks.append(replace(block, marker=marker, depth=len(indents)))
        leads_on = announces(draft.read(block))
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("list-marks", _revise)
