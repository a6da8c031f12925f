"""Tables in pieces.

Symptom: rows of as many columns, with nothing but empty lines or notes between them.
Cause: the table ran over a page, or the converter began anew.
Remedy: the pieces are one table. A table with one column is a box: each of its rows is a paragraph.
Leaves alone: two tables with a caption, a heading or other text between them; pieces with another
number of columns; a second piece that begins with a header row of its own. A single line with one
tab in it is no table.
Seen in: text converted from PDF.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import Interval, lines
from consultations.rules.rule import Rule
from consultations.rules.tables.headed import headed_block


def _columns(draft: Draft, block: Block) -> list[int]:
    rows = []
    for start, end in block.spans:
        for line in lines(draft.text[start:end]):
            row = draft.text[start + line.start : start + line.end]
            if row.strip():
                rows.append(row.count("\t") + 1)
    return rows


def _revise(draft: Draft) -> Revision:
    emphasised = {e.start for e in draft.emphasis}
    blocks: list[Block] = []
    pieces: defaultdict[int, list[Interval]] = defaultdict(list)
    last: int | None = None
    for block in draft.blocks:
        if block.kind == "footnote":
            blocks.append(block)
            continue
        if last is not None and _is_one(draft, blocks[last], block, emphasised):
            pieces[last] += blocks[last].spans
            blocks[last] = block
            continue
        last = len(blocks)
        blocks.append(block)
    whole = (
        replace(block, spans=(*pieces[i], *block.spans)) if i in pieces else block
        for i, block in enumerate(blocks)
    )
    return Revision(blocks=tuple(part for block in whole for part in _told(draft, block)))


def _told(draft: Draft, block: Block) -> Iterator[Block]:
    """A table as itself, or as the paragraphs that it is: a row each where there is one column."""
    columns = _columns(draft, block) if block.kind == "table" else []
    if len(columns) > 1 and max(columns) == 1 and headed_block(draft, block) is None:
        for start, end in block.spans:
            for line in lines(draft.text[start:end]):
                if draft.text[start + line.start : start + line.end].strip():
                    yield Block("paragraph", ((start + line.start, start + line.end),))
    elif columns and sum(columns) <= 2:
        yield replace(block, kind="paragraph")
    else:
        yield block


def _is_one(draft: Draft, first: Block, second: Block, emphasised: set[int]) -> bool:
    if not first.kind == second.kind == "table" or second.start in emphasised:
        return False
    return max(_columns(draft, first)) == max(_columns(draft, second))


RULE = Rule("split-tables", _revise)
