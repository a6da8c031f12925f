"""List items that have lost their bullet.

Symptom: beside the items of a list, a paragraph whose first line begins with a blank.
Cause: the bullet was a glyph of a symbol font, and the converter dropped it and kept the blank.
Remedy: the paragraph is an item of the list.
Leaves alone: a paragraph that begins with a blank and has no item before or after it; the second
line of an item.
Seen in: text converted from PDF.
"""

from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.rules.rule import Rule


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    for i, block in enumerate(draft.blocks):
        depth = None
        if block.kind == "paragraph" and draft.text[block.start] in " \t\u00a0":
            depth = _neighbour(blocks[-1:]) or _neighbour(draft.blocks[i + 1 : i + 2])
        blocks.append(replace(block, kind="list_item", depth=depth) if depth else block)
    return Revision(blocks=tuple(blocks))


def _neighbour(blocks: list[Block] | tuple[Block, ...]) -> int | None:
    """The depth of the item that stands beside a paragraph, where one does."""
    return blocks[0].depth if blocks and blocks[0].kind == "list_item" else None


RULE = Rule("lost-bullets", _revise)
