"""Paragraphs that are set in: on both sides, as quotations are, or on the left alone."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.lines import TypeLine

_INSET = 1.0
"""In type sizes: the least indent of a quotation from the left edge."""
_FURTHEST = 0.2
"""Share of its column's width: what is indented more is an address, or is centred."""
_AS_FAR = 0.6
"""On the right it is set in by at least this part of what it is on the left."""
_FEWEST, _FEWEST_LED_IN = 3, 2
"""Lines that tell how far a quotation reaches to the right; fewer do behind a colon, or in italics
beside upright text; there one is enough that is a sentence, with the text going on below it."""
_SENTENCE = re.compile(r"[\"'“‘A-Z].*[.?!][\"'”’]?(?:\d{1,3})?")
_SAME_LEFT = 3.0
"""In points: left edges that differ by less are the same."""
_NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)\s]")


def mark_set_in(blocks: Sequence[PdfBlock], lines: Sequence[TypeLine]) -> None:
    """Call those blocks of a column quotations that are set in on the left and on the right.

    What stands in a box is none. What is set in on the left alone goes on with an item, or keeps
    its indent, of which the rules judge by the words above. Lines about one middle are a title or a
    verse, and what is set in as the paragraph before it is goes on with that.

    Args:
        blocks: of one column, in reading order.
        lines: all that stand in the column.
    """
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    hang = not any(map(_is_flush_under_its_number, blocks))
    for before, block, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
        may_be = (
            block.kind == "paragraph" and not block.boxed and _may_lead_in(before, block, hang=hang)
        )
        if may_be and _has_lines_enough(before, block, after) and _is_set_in(block, left, right):
            block.kind = "quotation"
        elif may_be and before.kind == "paragraph" and len(block.lines) > 1:
            is_near = block.inset - left <= _FURTHEST * (right - left)
            block.set_in = is_near and _is_set_in(block, left)


def _has_lines_enough(before: PdfBlock, block: PdfBlock, after: PdfBlock | None) -> bool:
    """Whether the lines of a block, and what stands before and after it, tell that it is set in."""
    if not _is_led_in(before, block):
        return len(block.lines) >= _FEWEST
    text_goes_on = after is not None and after.inset < block.inset - _SAME_LEFT
    return len(block.lines) >= _FEWEST_LED_IN or (
        text_goes_on and _SENTENCE.fullmatch(block.text) is not None
    )


def _is_set_in(block: PdfBlock, left: float, right: float | None = None) -> bool:
    """Whether all lines of a block keep away from the edges of its column that are given."""
    lefts = [line.left for line in block.lines[1:] or block.lines]
    if max(lefts) - min(lefts) > _SAME_LEFT:
        return False
    inset = min(lefts) - left
    room = inset if right is None else right - max(line.right for line in block.lines)
    return inset >= _INSET * block.lines[0].size and room >= _AS_FAR * inset


def _is_led_in(before: PdfBlock, block: PdfBlock) -> bool:
    """Whether the words before a block, or its slant, tell that others speak in it."""
    styles = [all(line.style.italic for line in one.lines) for one in (before, block)]
    return before.text.rstrip().endswith(":") or styles == [False, True]


def _is_flush_under_its_number(block: PdfBlock) -> bool:
    """Whether a numbered paragraph goes on right under its number, so that none hangs behind it."""
    lefts = [line.left for line in block.lines[:2]]
    return (
        len(lefts) > 1
        and abs(lefts[1] - lefts[0]) <= _SAME_LEFT
        and _NUMBERED.match(block.text) is not None
    )


def _may_lead_in(before: PdfBlock, block: PdfBlock, *, hang: bool) -> bool:
    """Whether a quotation may follow a block: one like it, or text that is set less far in.

    Args:
        before: what stands before it.
        block: it.
        hang: whether the words of numbered paragraphs may hang behind their numbers.
    """
    if before.kind == "quotation":
        return True
    if before.kind in ("table", "picture") or not before.lines:
        return False
    # The words of a numbered paragraph hang behind its number, which one line does not show.
    hangs = hang and len(before.lines) == 1 and bool(_NUMBERED.match(before.text))
    return not hangs and before.lines[-1].left < block.lines[-1].left - _SAME_LEFT
