"""Blocks that a page's end parts, made one again: paragraphs, items and tables."""

from collections.abc import Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.english.captions import CAPTION
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.cut_tables import (
    HEAD_AGAIN,
    add_rows,
    is_head_again,
    is_one_table,
)
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun
from consultations.model.transcript import Drop

_CUT = re.compile(r"[^.?!:;”’\"')\]\s]\s*$")
_FIRST_NOTE = re.compile(r"i[.)]?\s+[\"'“‘(]?[A-Z]")
"""How notes begin at the end of a text, or a list: no word of English is a small i."""
_FULL = 3.0
"""In type sizes: a line is full that ends so near to the edge."""
_INDENT = 0.8
"""In type sizes: a paragraph begins at least so much further in than it goes on."""
_FEWEST, _MOSTLY = 4, 0.7
"""So many paragraphs must follow another one, and this part of them begin so."""
_SAME_SIZE = 1.0
"""In points."""
_NEAR = 4
"""So many blocks under a line show where its column begins."""


def joined(
    blocks: Sequence[PdfBlock], size: float, labels: Sequence[str], drops: list[Drop]
) -> list[PdfBlock]:
    """The blocks, of which those that a page's end or a large first letter parts are one.

    Args:
        blocks: in reading order, without notes.
        size: of the text's type, in points.
        labels: of the pages.
        drops: takes the heads of tables that are printed again on a later page.
    """
    made: list[PdfBlock] = []
    indents = _indents(blocks)
    for n, block in enumerate(blocks):
        at = _last_of_text(made)
        before = made[at] if at >= 0 and not block.beside else None
        if before and _is_drop_capital(before, block, size):
            _put_before(before.lines[0].runs[0].text.strip(), block)
            made[at] = block
        elif before and is_head_again(before, block):
            drops.append(Drop("furniture", block.text, HEAD_AGAIN, labels[block.page]))
        elif before and is_one_table(before, block):
            if head := add_rows(before, block):
                drops.append(Drop("furniture", head, HEAD_AGAIN, labels[block.page]))
        elif before and _is_one(before, block, blocks[n:] if indents else ()):
            _put_behind(before, block)
            before.goes_on = block.goes_on
        elif (parted := _parted_by_floats(made, block)) is not None:
            _put_behind(parted, block)
        else:
            made.append(block)
    return made


def _put_behind(before: PdfBlock, block: PdfBlock) -> None:
    """Let a block go on with the lines of another one."""
    if block.page > before.last_page:
        before.page_breaks.append((len(before.lines), block.page))
    before.ends += [len(before.lines) + n for n in block.ends]
    before.lines += block.lines


def _put_before(capital: str, block: PdfBlock) -> None:
    """Put the large letter with which a block begins before its words."""
    first = block.lines[0]
    run, *others = first.runs
    runs = (TypeRun(capital + run.text, run.style, run.raised), *others)
    block.lines[0] = TypeLine(runs, first.left, first.right, first.base, first.size)


def _is_one(before: PdfBlock, block: PdfBlock, following: Sequence[PdfBlock]) -> bool:
    """Whether a block on a new page, or in a new column, goes on with the one before it.

    Args:
        before: the last block of text.
        block: it.
        following: it and what follows, where paragraphs begin with an indent; else nothing.
    """
    if block.page <= before.last_page and not block.begins_column:
        return False
    return _goes_on(before, block) or (bool(following) and _has_no_indent(before, following))


def _last_of_text(made: Sequence[PdfBlock]) -> int:
    """The number of the last block that does not stand in a margin; -1 where there is none."""
    return next((n for n in range(len(made) - 1, -1, -1) if not made[n].beside), -1)


def _parted_by_floats(made: Sequence[PdfBlock], block: PdfBlock) -> PdfBlock | None:
    """The paragraph that goes on with a block behind what floats at the top of its page."""
    at = len(made) - 1
    while at >= 0 and made[at].page == block.page and _floats(made[at]):
        at -= 1
    if not 0 <= at < len(made) - 1 or block.kind != "paragraph":
        return None
    before = made[at]
    goes_on = (
        before.kind == "paragraph"
        and before.last_page < block.page
        and block.text[:1].islower()
        and _CUT.search(before.last_words)
        and _set_alike(before.lines[-1:], block.lines[:1])
    )
    return before if goes_on else None


def _floats(block: PdfBlock) -> bool:
    """Whether a block is a table, a picture or what is written over or under one."""
    return block.kind in ("table", "picture") or bool(CAPTION.match(block.text))


def _is_drop_capital(before: PdfBlock, block: PdfBlock, size: float) -> bool:
    """Whether a block is the large letter with which the next one begins."""
    letter = before.text.strip()
    return (
        len(letter) == 1
        and letter.isupper()
        and before.lines[0].size > 1.8 * size
        and block.kind == "paragraph"
        and block.text[:1].islower()
    )


def _goes_on(before: PdfBlock, block: PdfBlock) -> bool:
    if not _may_go_on(before, block):
        return False
    ended = not _CUT.search(before.last_words)
    if ended and not _set_alike(before.lines[-1:], block.lines[:1]):
        return False  # Some files tag a heading as the end of the paragraph before it.
    if before.goes_on and block.begun_before:
        return True
    if before.goes_on or block.begun_before:
        return not ended
    if block.bulleted or ended or not _is_one_size(before.lines[-1:] + block.lines[:1]):
        return False
    return block.text[:1].islower() or (
        block.kind == "paragraph"
        and not block.text[:1].isdigit()
        and _set_alike(before.lines[-1:], block.lines[:1])
        and _fills_its_line(before)
    )


def _may_go_on(before: PdfBlock, block: PdfBlock) -> bool:
    """Whether two blocks are of text, in one box or in none, and the second begins nothing else."""
    of_text = {before.kind, block.kind}.isdisjoint(("table", "heading"))
    begins = CAPTION.match(block.text) or _FIRST_NOTE.match(block.text)
    return of_text and before.boxed == block.boxed and not begins


def _indents(blocks: Sequence[PdfBlock]) -> bool:
    """Whether paragraphs that follow another one begin with an indent, as books have them."""
    follows = [
        _is_indented(block)
        for before, block in pairwise(blocks)
        if before.kind == block.kind == "paragraph"
        and before.page == block.page
        and not block.boxed
        and min(len(before.lines), len(block.lines)) > 1
    ]
    return len(follows) >= _FEWEST and sum(follows) >= _MOSTLY * len(follows)


def _is_indented(block: PdfBlock) -> bool:
    first, second = block.lines[:2]
    return first.left - second.left > _INDENT * first.size


def _has_no_indent(before: PdfBlock, blocks: Sequence[PdfBlock]) -> bool:
    """Whether the first of some blocks goes on with the one before: it begins as no paragraph does.

    Where it has one line, the edge of its column is told by the blocks under it.
    """
    block, first = blocks[0], blocks[0].lines[:1]
    edge = next(
        (o.lines[1].left for o in blocks[:_NEAR] if o.page == block.page and len(o.lines) > 1), None
    )
    return (
        before.kind == block.kind == "paragraph"
        and before.boxed == block.boxed
        and edge is not None
        and abs(first[0].left - edge) < _INDENT * first[0].size
        and _set_alike(before.lines[-1:], first)
        and _fills_its_line(before)
        and not CAPTION.match(block.text)
    )


def _fills_its_line(block: PdfBlock) -> bool:
    """Whether the last line of a block reaches as far as its others, so that it need not end."""
    last = block.lines[-1]
    reached = max(line.right for line in block.lines)
    return len(block.lines) > 1 and last.right > reached - _FULL * last.size


def _is_one_size(lines: Sequence[TypeLine]) -> bool:
    sizes = [line.size for line in lines]
    return max(sizes, default=0.0) - min(sizes, default=0.0) < _SAME_SIZE


def _set_alike(one: Sequence[TypeLine], other: Sequence[TypeLine]) -> bool:
    """Whether lines are set in the same size and weight."""
    looks = {(round(line.size), line.style.bold) for line in (*one, *other)}
    return len(looks) <= 1
