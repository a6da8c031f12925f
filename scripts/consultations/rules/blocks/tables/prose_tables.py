"""Tables whose cells are prose.

Symptom: a table whose cells hold sentences and paragraphs: Recommendation | Response, Commenter |
Comment | Proposed change, Finding | Action | Owner.
Cause: none; it is so printed. But a table is one passage, and on a narrow screen no reader gets
through it: nobody could cite one comment, or link to it.
Remedy: each paragraph of a cell of prose is a passage, and so are the short cells of a row that
stand side by side. Each knows its table, its row and what heads its column. Inside a cell,
paragraphs part where the source broke the line, or at bullets. What parted the cells is taken out.
Leaves alone: tables of data: numbers, names, short entries, lists of names; a table with one column
of words, beside amounts or in short remarks. Judged by the table as a whole: in most rows a
sentence, most words in columns of prose. With few words a cell, or a smaller share, it is marked as
probable. A table that asks or recommends in one column and answers in another is of prose however
short its cells are: so its heads say, or most cells of the first are questions. A first row with
sentences or numbers in it heads nothing: no heads are made up. Where a drawing has the lines of two
cells beside each other, a row is a passage.
Seen in: comment tables of standards bodies, governments' responses, action plans.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision, TablePlace
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, lines, squeeze, trim
from consultations.rules.marks import BULLET, NUMBER
from consultations.rules.prose import breaks_off, goes_on
from consultations.rules.rule import Rule
from consultations.rules.tables.drawings import CELL_PARAGRAPH
from consultations.rules.tables.prose_cells import ProseColumns, prose_columns

_TAG = re.compile(r"<br|</(?:p|div|ul|ol)\b", re.IGNORECASE)
"""A tag behind which another line or paragraph begins."""
_DRAWN = re.compile(r"(?:(?<=\s)|\A)[•●▪◦‣](?=\s)")
"""A bullet that is nothing else, also in the middle of a line."""
_ENDS = (".", ":", ";")
_BESIDE = 200
"""Code points that are looked at on each side of a broken line: the last words before it, and the
first behind it. To look at all of a cell would take time that grows with the square of its length.
"""
_MARK_REASON = "an item's mark, kept as structure"

_Row = Sequence[Interval]
"""The places of a row's cells."""


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    number = max((block.cell.table for block in draft.blocks if block.cell), default=0)
    for block in draft.blocks:
        rows = _rows(draft.text, block) if block.kind == "table" and block.cell is None else []
        found = _judged(draft, rows) if rows else None
        if found is None:
            blocks.append(block)
            continue
        number += 1
        parts = _Parts(draft, rows, found, number)
        blocks += parts.blocks
        proposals += parts.proposals
    return Revision(tuple(proposals), tuple(blocks))


def _rows(text: str, block: Block) -> list[_Row]:
    """The cells of a table by row, filled up to one width by empty cells at a row's end."""
    rows: list[list[Interval]] = []
    for start, end in block.spans:
        for line in lines(text[start:end]):
            row = text[start + line.start : start + line.end]
            if row.strip():
                edges = [-1, *(n for n, sign in enumerate(row) if sign == "\t"), len(row)]
                at = start + line.start
                rows.append([(at + a + 1, at + b) for a, b in pairwise(edges)])
    width = max(map(len, rows), default=0)
    return [[*row, *[(row[-1][1],) * 2] * (width - len(row))] for row in rows]


def _judged(draft: Draft, rows: Sequence[_Row]) -> ProseColumns | None:
    words = [[draft.text[slice(*cell)] for cell in row] for row in rows]
    found = prose_columns(words, is_headed=_is_bold(draft, rows))
    if found and not all(_are_apart(draft, row) for row in rows):
        wholes = [(row[0][0], row[-1][1]) for row in rows]
        return replace(found, columns=frozenset()) if _are_apart(draft, wholes) else None
    return found


def _are_apart(draft: Draft, parts: Sequence[Interval]) -> bool:
    """Whether each cell of a row, or each row, comes from a place of its own in the source."""
    filled = [cell for cell in parts if draft.text[slice(*cell)].strip()]
    places = [draft.apparatus.source_interval(*trim(draft.text, *cell)) for cell in filled]
    return all(one[1] <= other[0] for one, other in pairwise(places))


def _is_bold(draft: Draft, rows: Sequence[_Row]) -> bool:
    """Whether the words of the first row are all in bold type, and those of the second are not."""
    first, second = (
        [cell for cell in (trim(draft.text, *cell) for cell in row) if cell[0] < cell[1]]
        for row in (*rows[:2], ())[:2]
    )
    return bool(first and second) and _all_bold(draft, first) and not _all_bold(draft, second)


def _all_bold(draft: Draft, cells: Sequence[Interval]) -> bool:
    return all(draft.is_emphasised(*cell, "strong") for cell in cells)


class _Parts:
    """The passages of a table of prose, and what is taken out between them."""

    def __init__(
        self, draft: Draft, rows: Sequence[_Row], found: ProseColumns, number: int
    ) -> None:
        self._draft = draft
        self._found = found
        self._number = number
        self._heads = tuple(self._words(cell) for cell in rows[0]) if found.has_heads else ()
        self.blocks: list[Block] = []
        self.proposals: list[Proposal] = []
        first = 0 if found.has_heads else 1
        for n, row in enumerate(rows, first):
            start = len(self.blocks)
            # Heads are printed again where a table goes on over the page.
            is_heads = bool(self._heads) and tuple(map(self._words, row)) == self._heads
            self.blocks += self._short(row, 0, 0) if is_heads else self._parted(row, n)
            self._between(row, self.blocks[start:])

    def _words(self, cell: Interval) -> str:
        return squeeze(self._draft.text[slice(*cell)])

    def _parted(self, row: _Row, n: int) -> Iterator[Block]:
        """The passages of a row: short cells side by side, and each paragraph of the others."""
        columns = range(len(row))
        for is_prose, run in groupby(columns, key=lambda c: c in self._found.columns):
            inside = list(run)
            if is_prose:
                for column in inside:
                    yield from self._paragraphs(row[column], self._place(n, column, column + 1))
            else:
                yield from self._short(row[inside[0] : inside[-1] + 1], n, inside[0])

    def _short(self, cells: _Row, n: int, column: int) -> Iterator[Block]:
        if any(self._words(cell) for cell in cells):
            place = self._place(n, column, column + len(cells))
            yield Block("table", ((cells[0][0], cells[-1][1]),), cell=place)

    def _place(self, n: int, first: int, end: int) -> TablePlace:
        return TablePlace(self._number, n, first + 1, self._heads[first:end])

    def _paragraphs(self, cell: Interval, place: TablePlace) -> Iterator[Block]:
        text = self._draft.text
        pieces = list(_pieces(self._draft, cell))
        numbers = [NUMBER.match(text, *piece) for piece in pieces]
        counts = sum(map(bool, numbers)) > 1
        for (start, end), number in zip(pieces, numbers, strict=True):
            block = Block("paragraph", ((start, end),), cell=place)
            if bullet := BULLET.match(text, start, end):
                block = replace(block, kind="list_item", depth=1)
                self._take_out(bullet, "list-glyph")
            elif number and counts:
                marker = number[1] or number[2] or number[3]
                block = replace(block, kind="list_item", depth=1, marker=marker)
                self._take_out(number, "numbering")
            yield block

    def _take_out(self, mark: re.Match[str], kind: Literal["list-glyph", "numbering"]) -> None:
        self.proposals.append(Proposal(*mark.span(), "", kind, _MARK_REASON))

    def _between(self, row: _Row, parts: Sequence[Block]) -> None:
        """Take out what parts the passages of a row, and put an end of line in its place."""
        edges = [row[0][0], *(edge for p in parts for edge in p.spans[0]), row[-1][1]]
        gaps = list(zip(edges[::2], edges[1::2], strict=True))
        for n, (start, end) in enumerate(gaps):
            inside = 0 < n < len(gaps) - 1
            if start < end:
                self.proposals.append(
                    Proposal(
                        *(start, end, "\n" if inside else "", "markup"),
                        "the cells of a table of prose, each kept as a passage",
                        self._found.certainty,
                    )
                )


def _pieces(draft: Draft, cell: Interval) -> Iterator[Interval]:
    """The paragraphs of a cell."""
    start, end = trim(draft.text, *cell)
    at = start
    for cut in sorted(set(_breaks(draft, start, end)) | set(_bullets(draft.text, start, end))):
        before, after = trim(draft.text, at, cut), trim(draft.text, cut, end)
        if before[0] < before[1] and after[0] < after[1]:
            yield before
            at = after[0]
    if at < end:
        yield at, end


def _breaks(draft: Draft, start: int, end: int) -> Iterator[int]:
    """Where the source broke the line inside a cell, and what follows is a paragraph of its own."""
    text, apparatus = draft.text, draft.apparatus
    broken = [
        apparatus.text_offset(e.start)
        for e in apparatus.between(*apparatus.source_interval(start, end))
        if _TAG.search(e.before)
    ]
    drawn = (start + m.start() for m in re.finditer(CELL_PARAGRAPH, text[start:end]))
    for cut in (*broken, *drawn):
        before = text[max(start, cut - _BESIDE) : cut].rstrip()
        after = text[cut : min(end, cut + _BESIDE)].lstrip()
        is_item = BULLET.match(after) or NUMBER.match(after)
        is_whole = before.endswith(_ENDS) or not (breaks_off(before) or goes_on(after))
        if start < cut < end and (is_item or is_whole):
            yield cut


def _bullets(text: str, start: int, end: int) -> Iterator[int]:
    """Where items begin whose bullets a converter has left in one line."""
    found = [start + m.start() for m in _DRAWN.finditer(text[start:end])]
    if len(found) > 1 or found == [start]:
        yield from found


RULE = Rule("prose-tables", _revise)
