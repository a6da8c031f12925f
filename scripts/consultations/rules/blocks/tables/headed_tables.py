"""Tables of prose that blanks draw, under heads which say that one column answers another.

Symptom: `Recommendation       Response          Owner`, and below it lines of three texts side by
side, with or without empty lines between the rows and inside them.
Cause: the converter kept the layout of the page, and drew nothing between the cells.
Remedy: the lines are one table, which is parted into its cells in the end. The columns are those of
the heads, as far as one strip of blanks runs down between each and the next.
Leaves alone: heads of which none answers another; lines that close a strip: the table ends before
them; fewer than two rows with an answer.
Seen in: action plans and governments' responses made from PDF with its layout.
"""

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.rule import Rule
from consultations.rules.tables.headed import headed_table, margin

_APART = re.compile(r"[ ]*\S[^\n]{0,200}?\S[ ]{2,}\S")


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    ends = _ends(draft)
    at = 0
    while at < len(draft.blocks):
        block = draft.blocks[at]
        table = None
        if _may_be_heads(draft, block):
            start = margin(draft.text, block.start)
            table = headed_table(draft.text, start, draft.blocks[ends[at] - 1].end)
        if table is None:
            blocks.append(block)
            at += 1
            continue
        last = next(n for n in range(at, ends[at]) if draft.blocks[n].end >= table.end)
        blocks.append(Block("table", ((block.start, draft.blocks[last].end),)))
        at = last + 1
    return Revision(blocks=tuple(blocks))


def _ends(draft: Draft) -> list[int]:
    """For each block the first one after it that cannot be of a table that it begins."""
    ends = list(range(1, len(draft.blocks) + 1))
    for n in range(len(ends) - 2, -1, -1):
        if _may_be_part(draft.blocks[n + 1]):
            ends[n] = ends[n + 1]
    return ends


def _may_be_part(block: Block) -> bool:
    return block.kind in ("paragraph", "list_item") and len(block.spans) == 1


def _may_be_heads(draft: Draft, block: Block) -> bool:
    """Whether the first line of a block has words far apart; with a ruling under it, a heading."""
    is_text = _may_be_part(block) or (block.kind == "heading" and len(block.spans) == 1)
    return is_text and _APART.match(draft.text, block.start, block.end) is not None


RULE = Rule("headed-tables", _revise)
