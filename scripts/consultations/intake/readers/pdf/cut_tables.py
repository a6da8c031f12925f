"""Tables that the end of a page cuts, made one again."""

from collections.abc import Sequence

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.lines import TypeLine

_SAME_LEFT = 6.0
"""In points: a column may begin this much further to one side on the next page, and no more."""

HEAD_AGAIN = "the head of a table, printed again on the next page"
"""What is told of it."""


def is_head_again(before: PdfBlock, block: PdfBlock) -> bool:
    """Whether a paragraph has the words of the head of a table that goes on on its page.

    So it is where tags tell the rows of a table, and a head that is printed again is none.
    """
    if before.kind != "table" or not before.page < block.page == before.last_page:
        return False
    words = "".join(block.text.split())
    return bool(words) and words == "".join("".join(_words(before.cells[0])).split())


def is_one_table(before: PdfBlock, block: PdfBlock) -> bool:
    """Whether a table at the top of a page or a column goes on with the one before that."""
    follows = block.begins_column or block.page == before.last_page + 1
    if not (before.kind == block.kind == "table" and follows):
        return False
    if not (before.cells and block.cells):
        return False
    width, other = (max(map(len, one.cells)) for one in (before, block))
    if width != other or width < 2:
        return False
    if _words(before.cells[0]) == _words(block.cells[0]):
        return True
    lefts, others = _lefts(before, width), _lefts(block, width)
    return all(
        one is None or another is None or abs(one - another) <= _SAME_LEFT
        for one, another in zip(lefts, others, strict=True)
    )


def add_rows(before: PdfBlock, block: PdfBlock) -> str:
    """Add the rows of a table's second part to the first; the words of a head that is repeated."""
    rows, head = block.cells, ""
    if _words(before.cells[0]) == _words(rows[0]) and any(_words(rows[0])):
        head = " ".join(_words(rows[0])).strip()
        rows = rows[1:]
    if rows and (not any(rows[0][:1]) or before.goes_on or _is_begun(rows[0], block)):
        last = before.cells[-1]
        last += [[] for _ in rows[0][len(last) :]]
        for cell, more in zip(last, rows[0], strict=False):
            cell.extend(more)
        rows = rows[1:]
    before.cells += rows
    before.lines += block.lines
    before.goes_on = block.goes_on
    before.last_table_page = block.page
    return head


def _is_begun(row: Sequence[Sequence[TypeLine]], table: PdfBlock) -> bool:
    """Whether the file's tags say that what stands in a row began on the page before."""
    lines = {id(line) for cell in row for line in cell}
    return any(
        part.begun_before and id(part.lines[0]) in lines for part in table.parts if part.lines
    )


def _words(row: Sequence[Sequence[TypeLine]]) -> list[str]:
    return [" ".join(line.text.strip() for line in cell) for cell in row]


def _lefts(table: PdfBlock, width: int) -> list[float | None]:
    """Where the words of each column begin; None where it has none."""
    return [
        min(
            (
                line.left
                for row in table.cells
                for cell in row[column : column + 1]
                for line in cell
            ),
            default=None,
        )
        for column in range(width)
    ]
