"""Tables in pieces.

Symptom: rows of as many columns, with nothing but empty lines or notes between them.
Cause: the table ran over a page, or the converter began anew.
Remedy: the pieces are one table. A table with one column is a box: each of its rows is a paragraph.
Leaves alone: two tables with a caption, a heading or other text between them; pieces with another
number of columns; a second piece that begins with a header row of its own: in bold type, over a
ruling, or without a number over rows with numbers. A single line with one
tab in it is no table.
Seen in: text converted from PDF.
"""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import Interval, squeeze
from consultations.rules.marks import TABLE_RULING
from consultations.rules.rule import Rule
from consultations.rules.tables.headed import headed_block

_DIGIT = re.compile(r"\d")
_COUNTED_CELL = re.compile(r"\t[^\w\t]{0,3}\d")


def _rows(draft: Draft, block: Block) -> list[str]:
    """The rows of a piece as they are written."""
    return [draft.text[start:end] for start, end in draft.lines_of(block)]


def _columns(draft: Draft, block: Block) -> list[int]:
    return [row.count("\t") + 1 for row in _rows(draft, block)]


def _revise(draft: Draft) -> Revision:
    emphasised = {e.start for e in draft.emphasis}
    blocks: list[Block] = []
    pieces: defaultdict[int, list[Interval]] = defaultdict(list)
    last: int | None = None
    heads = ""
    for block in draft.blocks:
        if block.kind == "footnote":
            blocks.append(block)
            continue
        if last is not None and _is_one_table(draft, blocks[last], heads, block, emphasised):
            pieces[last] += blocks[last].spans
            blocks[last] = block
            continue
        last, heads = len(blocks), _heads(draft, block)
        blocks.append(block)
    whole = (
        replace(block, spans=(*pieces[i], *block.spans)) if i in pieces else block
        for i, block in enumerate(blocks)
    )
    return Revision(blocks=tuple(part for block in whole for part in _without_box(draft, block)))


def _without_box(draft: Draft, block: Block) -> Iterator[Block]:
    """A table as it is; or, if it has one column, a paragraph for each row."""
    columns = _columns(draft, block) if block.kind == "table" else []
    if len(columns) > 1 and max(columns) == 1 and headed_block(draft, block) is None:
        yield from (Block("paragraph", (row,)) for row in draft.lines_of(block))
    elif columns and sum(columns) <= 2:
        yield replace(block, kind="paragraph")
    else:
        yield block


def _is_one_table(
    draft: Draft, first: Block, heads: str, second: Block, emphasised: AbstractSet[int]
) -> bool:
    """Whether two pieces in sequence belong to one table, which has this head."""
    if not first.kind == second.kind == "table" or second.start in emphasised:
        return False
    if heads and not _over_page(draft, first, second) and _heads(draft, second) not in ("", heads):
        return False
    return max(_columns(draft, first)) == max(_columns(draft, second))


def _over_page(draft: Draft, first: Block, second: Block) -> bool:
    """Whether a page ends between two pieces."""
    start = draft.apparatus.source_interval(first.end, first.end)[1]
    end = draft.apparatus.source_interval(second.start, second.start)[0]
    removed = draft.apparatus.between(start, end)
    return "\f" in draft.source.text[start:end] or any(e.kind == "running-header" for e in removed)


def _heads(draft: Draft, block: Block) -> str:
    """The head of a piece; empty where it is not known to have one.

    In Markdown a ruling stands right under it; else it has no digit, and each of the rows under it
    has a cell that begins with one.
    """
    first, *others = _rows(draft, block) if block.kind == "table" else [""]
    if not first.strip() or not others:
        return ""
    start, end = draft.apparatus.source_interval(*block.spans[0])
    printed = draft.source.text[start:end].strip().splitlines()
    is_ruled = len(printed) > 1 and TABLE_RULING.fullmatch(printed[1].strip()) is not None
    is_counted = len(others) > 1 and not _DIGIT.search(first)
    is_counted = is_counted and all(map(_COUNTED_CELL.search, others))
    return squeeze(first) if is_ruled or is_counted else ""


RULE = Rule("split-tables", _revise)
