"""The marks of list items.

Symptom: items begin with a bullet, a number or a letter; sometimes with two such marks (`- 1.`,
`- ·`), and sometimes there is a mark and nothing after it.
Cause: the converter adds a bullet of its own to the one that was printed.
Remedy: the marks are taken out; a number or letter is kept as the item's marker. A mark with
nothing after it goes. An item stands one level deeper than the item before when it is indented by
two blanks or more beyond it, or by one where that item announces what stands under it; else a
single blank nests nothing. A tab is four blanks.
A number of several parts is one where more than one blank parts it from the words (`2.14  The`).
Leaves alone: a number within a line; `2.14 The` with one blank, as a heading has it.
"""

from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.model.text import skip_blanks
from consultations.rules.layout import indent
from consultations.rules.marks import BULLET, DRAWN_BULLET, LONE_MARK, NUMBER
from consultations.rules.prose import announces
from consultations.rules.rule import Rule


def _read(text: str, block: Block) -> tuple[str | None, int, Kind]:
    """An item's marker, where its words begin, and the kind of change that the removal is."""
    first, end = block.spans[0]
    if (alone := LONE_MARK.fullmatch(text, first, end)) and len(block.spans) > 1:
        marker = alone[1] or alone[2]
        return marker, end, "numbering" if marker else "list-glyph"
    at = skip_blanks(text, first, end)
    while at < end and (match := BULLET.match(text, at, end) or DRAWN_BULLET.match(text, at, end)):
        at = skip_blanks(text, match.end(), end)
    if match := NUMBER.match(text, at, end):
        return match[1] or match[2] or match[3], match.end(), "numbering"
    return None, at, "list-glyph"


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
        column = indent(draft.text, *block.spans[0])
        while indents and column < indents[-1]:
            indents.pop()
        if not indents or column >= indents[-1] + (1 if leads_on else 2):
            indents.append(column)
        reason = "an item's mark, kept as structure" if at < block.end else "a mark with no item"
        proposals.append(Proposal(start, at, "", kind, reason))
        blocks.append(replace(block, marker=marker, depth=len(indents)))
        leads_on = announces(draft.read(block))
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("list-marks", _revise)
