"""Numbers and bullets that stand on lines of their own, apart from their words.

Symptom: `1.` and nothing else, then a paragraph, then `2.` and nothing else.
Cause: the number stood in a column of its own, and the converter read the columns one by one.
Remedy: the mark and the paragraph after it are one item, where two such pairs follow each other.
Leaves alone: a mark without another; a number without a point or a bracket, which may be a page's;
a mark that has no paragraph after it.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import lines
from consultations.rules.marks import LONE_MARK
from consultations.rules.rule import Rule


def _parted(draft: Draft, block: Block) -> Iterator[Block]:
    """A block parted before and after each of its lines that is a mark and nothing else."""
    if block.kind not in ("paragraph", "list_item") or len(block.spans) > 1:
        yield block
        return
    start = block.start
    for line in lines(draft.text[block.start : block.end]):
        first, last = block.start + line.start, block.start + line.end
        if not LONE_MARK.fullmatch(draft.text, first, last):
            continue
        if draft.text[start:first].strip():
            yield replace(block, spans=((start, first),))
        yield replace(block, spans=((first, last),))
        start = last
    if draft.text[start : block.end].strip():
        kind = "paragraph" if start > block.start else block.kind
        yield replace(block, kind=kind, spans=((start, block.end),))


def _revise(draft: Draft) -> Revision:
    parted = [list(_parted(draft, block)) for block in draft.blocks]
    parts = [part for inside in parted for part in inside]
    pairs = {n for n in range(len(parts)) if _is_pair(draft, parts[n : n + 2])}
    paired = {n for n in pairs if n + 2 in pairs or n - 2 in pairs}
    blocks: list[Block] = []
    n = 0  # of the first part of a block
    for block, inside in zip(draft.blocks, parted, strict=True):
        places = range(n, n + len(inside))
        is_paired = any(k in paired or k - 1 in paired for k in places)
        blocks += _joined(parts, paired, places) if is_paired else (block,)
        n += len(inside)
    return Revision(blocks=tuple(blocks))


def _joined(parts: Sequence[Block], paired: AbstractSet[int], places: range) -> Iterator[Block]:
    """The parts at these places, each mark of a pair together with the paragraph after it."""
    for n in places:
        if n in paired:
            spans = parts[n].spans + parts[n + 1].spans
            yield replace(parts[n], kind="list_item", spans=spans)
        elif n - 1 not in paired:
            yield parts[n]


def _is_pair(draft: Draft, pair: Sequence[Block]) -> bool:
    """Whether a mark that stands alone, and a paragraph, follow each other."""
    if len(pair) < 2 or pair[1].kind != "paragraph":
        return False
    return LONE_MARK.fullmatch(draft.text, pair[0].start, pair[0].end) is not None


RULE = Rule("lone-marks", _revise)
