"""The blocks of a page without tags, by the places of its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.layout.areas import FilledArea
from consultations.intake.readers.pdf.layout.columns import reading_order
from consultations.intake.readers.pdf.layout.foot import NotesBefore, foot_apart, labels_raised
from consultations.intake.readers.pdf.layout.insets import mark_set_in
from consultations.intake.readers.pdf.layout.measure import Measure
from consultations.intake.readers.pdf.layout.paragraphs import blocks_of
from consultations.intake.readers.pdf.layout.rows import rows_of
from consultations.intake.readers.pdf.layout.ruled_rows import RuledRows, with_ruled_rows
from consultations.intake.readers.pdf.layout.side_notes import put_beside
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.lines import TypeLine

Item = TypeLine | FilledArea | RuledRows
"""What stands on a page: a line of text, or a table or a box with its lines."""
_SAME_LEFT = 5.0
"""In points: left edges that differ by less are of one depth."""
_NOTHING_BEFORE = NotesBefore()
_FEWEST_BESIDE = 2
"""A box beside this many lines is in the margin, or the text flows round it."""


def laid_out(
    items: Sequence[TypeLine | FilledArea],
    page: int,
    measure: Measure,
    rules: Sequence[RulingLine] = (),
    cuts: Sequence[float] = (),
    before: NotesBefore = _NOTHING_BEFORE,
    side_notes: Sequence[Sequence[TypeLine]] = (),
) -> list[PdfBlock]:
    """The blocks of a page, in reading order.

    Args:
        items: its lines, without running heads, and its tables and boxes.
        page: its index.
        measure: how the document is set.
        rules: the lines that are drawn across it.
        cuts: where pages of the document part into columns.
        before: what the page before leaves to be said at its foot; so does each column.
        side_notes: in its margins, each its lines.
    """

    def lay(inside: Sequence[TypeLine | FilledArea]) -> list[PdfBlock]:
        return laid_out(inside, page, measure)

    found: list[PdfBlock] = []
    notes: list[PdfBlock] = []
    held = with_ruled_rows(items, rules)
    called = labels_raised(item for item in items if isinstance(item, TypeLine))
    columns = reading_order(held, cuts)
    for column in columns:
        is_whole = len(columns) == 1
        body, foot = foot_apart(column, measure.size, rules, called, before, is_whole=is_whole)
        body, beside = _beside(body)
        here = [
            block
            for part in _between_areas(body)
            for block in (
                blocks_of(rows_of(part), page, measure, beside)
                if isinstance(part, list)
                else part.blocks(page, lay)
            )
        ]
        lines = [item for item in body if isinstance(item, TypeLine)]
        mark_set_in(here, lines)
        _measure_insets(here, lines)
        _begin_column(here, found)
        for area in beside:
            _put_box(area.top, area.blocks(page, lay), here)
        found += here
        at_foot = list(blocks_of(rows_of(foot), page, measure, notes=True))
        _begin_column(at_foot, notes)
        if foot:
            before = replace(before, last=foot[-1])
        notes += at_foot
    for block in notes:
        block.kind = "note"
    for note in side_notes:
        put_beside(list(blocks_of(rows_of(note), page, measure)), found)
    return found + notes


def _begin_column(blocks: Sequence[PdfBlock], before: Sequence[PdfBlock]) -> None:
    """Note of the first block of a column that it begins one, where others came before it."""
    if blocks and before:
        blocks[0].begins_column = True


def _put_box(top: float, box: Sequence[PdfBlock], blocks: list[PdfBlock]) -> None:
    """Put what a box holds that stands beside text after what begins above it, whole."""
    after = (n for n, b in enumerate(blocks) if b.lines and b.lines[0].base < top)
    at = next(after, len(blocks))
    blocks[at:at] = box


def _measure_insets(blocks: Sequence[PdfBlock], lines: Sequence[TypeLine]) -> None:
    """Tell how far in from the edge of its column each block begins that stands in no box."""
    edge = min((line.left for line in lines), default=0.0)
    for block in blocks:
        if not block.boxed:
            block.inset -= edge


def _beside(
    items: Sequence[Item],
) -> tuple[list[Item], list[FilledArea]]:
    """The boxes that stand beside lines of a column apart from the rest."""
    lines = [item for item in items if isinstance(item, TypeLine)]
    boxes = [
        item
        for item in items
        if isinstance(item, FilledArea)
        and sum(item.bottom < line.base < item.top for line in lines) >= _FEWEST_BESIDE
    ]
    return [item for item in items if item not in boxes], boxes


def _between_areas(
    items: Iterable[Item],
) -> Iterator[list[TypeLine] | FilledArea | RuledRows]:
    lines: list[TypeLine] = []
    for item in items:
        if isinstance(item, TypeLine):
            lines.append(item)
            continue
        if lines:
            yield lines
        yield item
        lines = []
    if lines:
        yield lines


def give_depths(blocks: Sequence[PdfBlock]) -> None:
    """Let each item be as deep as the items before it, further in, or further out, say."""
    lefts: list[float] = []
    for block in blocks:
        if not block.lines or block.kind == "note":
            continue
        left = block.inset
        if block.kind != "item":
            # What stands further in than the items goes on with one of them.
            while lefts and left < lefts[-1] + _SAME_LEFT:
                lefts.pop()
            continue
        while lefts and left < lefts[-1] - _SAME_LEFT:
            lefts.pop()
        if not lefts or left > lefts[-1] + _SAME_LEFT:
            lefts.append(left)
        block.depth = len(lefts)
