"""Numbers and bullets that stand on lines of their own, apart from their words.

Symptom: `1.` and nothing else, then a paragraph, then `2.` and nothing else.
Cause: the number stood in a column of its own, and the converter read the columns one by one.
Remedy: the mark and the paragraph after it are one item, where two such pairs follow each other.
Leaves alone: a mark without another; a number without a point or a bracket, which may be a page's;
a mark that has no paragraph after it.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
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
    parted = [(i, part) for i, block in enumerate(draft.blocks) for part in _parted(draft, block)]
    parts = [part for _, part in parted]
    pairs = {n for n in range(len(parts)) if _is_pair(draft, parts[n : n + 2])}
    paired = {n for n in pairs if n + 2 in pairs or n - 2 in pairs}
    changed = {parted[k][0] for n in paired for k in (n, n + 1)}
    blocks: list[Block] = []
    for n, (i, part) in enumerate(parted):
        if i not in changed:  # in one piece, as it was
            blocks += [draft.blocks[i]] if n == 0 or parted[n - 1][0] != i else []
        elif n in paired:
            blocks.append(replace(part, kind="list_item", spans=part.spans + parts[n + 1].spans))
        elif n - 1 not in paired:
            blocks.append(part)
    return Revision(blocks=tuple(blocks))


def _is_pair(draft: Draft, pair: Sequence[Block]) -> bool:
    """Whether a mark that stands alone, and a paragraph, follow each other."""
    if len(pair) < 2 or pair[1].kind != "paragraph":
        return False
    return LONE_MARK.fullmatch(draft.text, pair[0].start, pair[0].end) is not None


RULE = Rule("lone-marks", _revise)
