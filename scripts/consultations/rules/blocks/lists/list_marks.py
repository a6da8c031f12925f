"""The marks of list items.

Symptom: items begin with a bullet, a number or a letter; sometimes with two such marks (`- 1.`,
`- ·`), and sometimes there is a mark and nothing after it.
Cause: the converter adds a bullet of its own to the one that was printed.
Remedy: the marks are taken out; a number or letter is kept as the item's marker. A mark with
nothing after it goes. Ticks and boxes that say what was answered stay in an item's words. An item
stands one level deeper than the item before when it is indented by two blanks or more beyond it, or
by one where that item announces what stands under it; else a single blank nests nothing. A tab is
four blanks.
A number or a letter without a point is one where it stands apart from the words and another counts
on from it in its column (`1   We ask`, `2   We pay`).
A number of several parts is one where more than one blank parts it from the words (`2.14  The`).
Leaves alone: a number within a line; a tick that stands alone, which is no bullet; `2.14 The` with
one blank, as a heading has it; an asterisk under a table that has one behind the words of a cell,
for it is the table's own note.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.model.text import skip_blanks
from consultations.rules.answer_signs import answer_signs
from consultations.rules.item_depths import ItemMark, counts_on, item_depths
from consultations.rules.layout import indent
from consultations.rules.marks import (
    BARE_MARK,
    BARE_NUMBER,
    BULLET,
    DRAWN_BULLET,
    LONE_MARK,
    NUMBER,
)
from consultations.rules.prose import announces
from consultations.rules.rule import Rule

_STARRED_CELL = re.compile(r"(?:^|[|\t])[^|\t*\n]{0,200}\w\\?\*[ ]*(?=[|\t\n]|\Z)", re.MULTILINE)
"""A cell with an asterisk behind its words and no other, which would mark emphasis."""
_ANSWER = "✓"
"""What stands for a tick and for a cross, which are of one list."""


class _Read(NamedTuple):
    """The mark of an item, and where its words begin."""

    sign: str
    """The first mark, or the number or letter that is kept."""
    marker: str | None
    at: int
    kind: Kind


def _bare(draft: Draft) -> set[int]:
    """Where items begin that have a bare number or letter, each the next of one in its column."""
    found: set[int] = set()
    last: dict[int, tuple[ItemMark, int]] = {}
    for block in filter(_is_item, draft.blocks):
        match = BARE_MARK.match(draft.text, block.start, block.end)
        if match is None or block.marker is not None:
            continue
        column = indent(draft.text, *block.spans[0])
        mark = ItemMark(column, match[1], is_number=True, leads_on=False)
        before, start = last.get(column, (None, 0))
        if before and counts_on(before, mark):
            found |= {start, block.start}
        last[column] = mark, block.start
    return found


def _read(text: str, block: Block, answers: AbstractSet[str], *, is_bare: bool) -> _Read:
    """The mark of an item; signs that say what was answered are none."""
    first, end = block.spans[0]
    if is_bare and (match := BARE_MARK.match(text, first, end)):
        return _Read(match[1], match[1], match.end(), "numbering")
    if block.marker is not None:  # taken out by a rule that knew it by its row
        return _Read(block.marker, block.marker, skip_blanks(text, first, end), "numbering")
    if len(block.spans) > 1 and (alone := _read_alone(text, first, end)):
        return alone
    at = skip_blanks(text, first, end)
    sign = text[at : at + 1]
    if sign in answers:
        return _Read(_ANSWER, None, at, "list-glyph")
    while text[at : at + 1] not in answers and (
        match := BULLET.match(text, at, end) or DRAWN_BULLET.match(text, at, end)
    ):
        at = skip_blanks(text, match.end(), end)
    if match := NUMBER.match(text, at, end):
        marker = match[1] or match[2] or match[3]
        return _Read(marker, marker, match.end(), "numbering")
    is_marked = at > skip_blanks(text, first, end)
    return _Read(sign if is_marked else "", None, at, "list-glyph")


def _read_alone(text: str, start: int, end: int) -> _Read | None:
    """The mark of an item that has a line for itself, with the words below it."""
    match = LONE_MARK.fullmatch(text, start, end) or BARE_NUMBER.fullmatch(text, start, end)
    if match is None:
        return None
    marker = next(filter(None, match.groups()), None)
    return _Read(marker or match[0].strip(), marker, end, "numbering" if marker else "list-glyph")


def _but_notes_of_tables(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """The blocks; an item with an asterisk that stands alone under a starred table is a note."""
    for n, block in enumerate(blocks):
        before, after = blocks[max(0, n - 1)], blocks[min(n + 1, len(blocks) - 1)]
        is_note = (
            _is_starred(block, text)
            and before.kind == "table"
            and not (after is not block and _is_starred(after, text))
            and _STARRED_CELL.search(text, before.start, before.end) is not None
        )
        yield replace(block, kind="paragraph") if is_note else block


def _is_starred(block: Block, text: str) -> bool:
    at = skip_blanks(text, block.start, block.end)
    return _is_item(block) and text[at : at + 1] == "*"


def _revise(draft: Draft) -> Revision:
    draft = replace(draft, blocks=tuple(_but_notes_of_tables(draft.blocks, draft.text)))
    bare = _bare(draft)
    answers = answer_signs(draft.text).signs
    reads = {
        block.start: _read(draft.text, block, answers, is_bare=block.start in bare)
        for block in draft.blocks
        if _is_item(block)
    }
    depths: dict[int, int] = {}
    for items in _lists(draft, reads):
        starts = [start for start, _ in items]
        depths |= zip(starts, item_depths([mark for _, mark in items]), strict=True)
    blocks: list[Block] = []
    proposals = []
    for block in draft.blocks:
        if not _is_item(block):
            blocks.append(block)
            continue
        _, marker, at, kind = reads[block.start]
        start = skip_blanks(draft.text, block.start, block.end)
        reason = "an item's mark, kept as structure" if at < block.end else "a mark with no item"
        if start < at:
            proposals.append(Proposal(start, at, "", kind, reason))
        blocks.append(replace(block, marker=marker, depth=depths[block.start]))
    return Revision(tuple(proposals), tuple(blocks))


def _lists(draft: Draft, reads: Mapping[int, _Read]) -> Iterator[list[tuple[int, ItemMark]]]:
    """The items that stand together, by where each begins, with their marks.

    A list inside another may be closed by the rest of the outer item, which is a paragraph; where
    the next item counts on from one above that paragraph, the lists that stood open there still do.
    """
    found: list[tuple[int, ItemMark]] = []
    at_margin = min((indent(draft.text, *block.spans[0]) for block in draft.body), default=0)
    for is_list, run in groupby(draft.body, _is_item):
        if not is_list:
            continue
        items = [(b.start, _mark(draft, b, reads[b.start], at_margin)) for b in run]
        if found and not any(counts_on(mark, items[0][1]) for _, mark in found):
            yield found
            found = []
        found += items
    if found:
        yield found


def _is_item(block: Block) -> bool:
    return block.kind == "list_item"


def _mark(draft: Draft, block: Block, read: _Read, at_margin: int) -> ItemMark:
    """The mark of an item, its column counted from the margin that all blocks share."""
    column = indent(draft.text, *block.spans[0]) - at_margin
    return ItemMark(column, read.sign, read.marker is not None, announces(draft.read(block)))


RULE = Rule("list-marks", _revise)
