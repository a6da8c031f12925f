"""The cells of tables that blanks draw under heads.

Symptom: one table, of which each line has a piece of several texts.
Cause: the converter kept the layout of the page.
Remedy: each cell is a passage, of all its lines; it knows its row, and what heads its column. A row
begins at a number, or under an empty line where the first column has words; without either, where
what calls and what answers both begin anew.
Leaves alone: all other tables.
Seen in: action plans and governments' responses made from PDF with its layout.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision, TablePlace
from consultations.model.emendation import Proposal
from consultations.model.text import trim
from consultations.rules.rule import Rule
from consultations.rules.tables.headed import RULING, HeadedTable, headed_block

_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_SHORT = 3
"""Most words of a cell without prose."""


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    tables = (block.cell.table for block in draft.blocks if block.cell)
    number = max(tables, default=0)
    for block in draft.blocks:
        table = headed_block(draft, block)
        if table is None:
            blocks.append(block)
            continue
        number += 1
        blocks += _parts(draft, block, table, number)
        proposals += _between_heads(draft, table)
        proposals += _rulings(draft, block)
    return Revision(tuple(proposals), tuple(blocks))


def _parts(draft: Draft, block: Block, table: HeadedTable, number: int) -> Iterator[Block]:
    heads = TablePlace(number, 0, 1, table.heads)
    first = (block.start, table.head_lines[0][1])
    yield Block("table", (first, *table.head_lines[1:]), cell=heads)
    cells = [
        (pieces, TablePlace(number, row, column, (table.heads[column - 1],)))
        for row, column, pieces in table.cells()
    ]
    for pieces, place in sorted(cells, key=lambda one: one[0][0]):
        words = sum(len(draft.text[a:b].split()) for a, b in pieces)
        is_short = len(pieces) == 1 and words <= _SHORT
        yield Block("table" if is_short else "paragraph", pieces, cell=place)


def _between_heads(draft: Draft, table: HeadedTable) -> Iterator[Proposal]:
    for a, b in table.head_lines:
        for gap in _GAP.finditer(draft.text, a, b):
            yield Proposal(*gap.span(), "\t", "spacing", "blanks between the columns of a table")


def _rulings(draft: Draft, block: Block) -> Iterator[Proposal]:
    for line in draft.lines_of(block):
        a, b = trim(draft.text, *line)
        if RULING.fullmatch(draft.text, a, b):
            yield Proposal(a, b, "", "markup", "a ruling of a table, kept as structure")


RULE = Rule("headed-cells", _revise)
