"""Rows of lines to paragraphs, items and tables.

A paragraph ends at a gap, at an indent, at a change of type, or with a line that stops short; an
item begins at a bullet or a label.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from consultations import patterns as re
from consultations.english.small_words import ARTICLES, PREPOSITIONS
from consultations.english.word_lists import alternatives
from consultations.intake.readers.pdf.blocks import BlockKind, PdfBlock, without_bullet
from consultations.intake.readers.pdf.layout.areas import FilledArea
from consultations.intake.readers.pdf.layout.foot import is_note_label
from consultations.intake.readers.pdf.layout.measure import Measure
from consultations.intake.readers.pdf.layout.rows import one_line
from consultations.intake.readers.pdf.layout.whitespace import table_end, table_of
from consultations.intake.readers.pdf.page.lines import TypeLine

_PUNCTUATED = re.compile(
    r"""
    (?:
        \d{1,3}(?:\.\d{1,3})*[.)]   # 7.  7.12)
      | \d{1,3}(?:\.\d{1,3})+       # 7.12
      | \([a-z\d]{1,3}\)            # (a)  (12)
      | [a-z][.)]                   # b)  c.
      | \(?[ivx]{1,5}[.)]           # (iv)  ii.
    )
    \ (?=\S)
    """,
    re.VERBOSE,
)
_ENDED = re.compile(r"[.?!:;][\"'”’)\]]*(?:\d{1,3})?$")
_RUNS_ON = re.compile(rf"(?<!\w)(?:{alternatives(ARTICLES | PREPOSITIONS)})$")
"""How a line ends whose sentence goes on, with a number too: "rose from 5.40 to"."""
_REMARK = re.compile(r"\((?![a-z\d]{1,3}\))[^()]+\)")
"""A line that is a remark on the sentence above it, and no item: `(Paragraph 14)`."""
_SAME_LEFT = 5.0
"""In points: left edges that differ by less are of one depth."""
_SHORT = 0.18
"""Share of a column's width that the last line of a paragraph leaves empty."""
_FAR_IN = 0.2
"""Share of a column's width: what is indented more is centred, as a title is."""
_MOSTLY = 0.6
"""Share of a column's lines that begin near its edge, at least, if they alone tell its width."""
_APART, _APART_IN_BOLD = 1.3, 1.12
"""Times as far from each other as the lines of a block; the second where one line is bold."""
_BOXES = "☐☑☒"
"""What each choice of a form begins with, on a line of its own."""
_SECTION = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s")
"""The number of a paragraph, 7.12: it begins no item of a list."""


def blocks_of(
    rows: Sequence[list[TypeLine]],
    page: int,
    measure: Measure,
    beside: Sequence[FilledArea] = (),
    *,
    notes: bool = False,
) -> Iterator[PdfBlock]:
    """The blocks that rows of a column make: paragraphs, items and tables.

    Args:
        rows: from the top; each its lines, from the left.
        page: its index.
        measure: how the document is set.
        beside: boxes round which the text flows.
        notes: whether these are notes at the foot of the page.
    """
    if not rows:
        return
    left, right = _edges(rows)
    block: PdfBlock | None = None
    at = 0
    while at < len(rows):
        end = 0 if notes else table_end(rows, at, measure.leading)
        if end:
            if block:
                yield block
                block = None
            yield table_of(rows[at:end], page)
            at = end
            continue
        line = reduce(one_line, rows[at])
        edge = min([right, *(a.left for a in beside if a.top > line.top > a.bottom - line.size)])
        if block is None or _begins(block, line, measure, edge, edge - left, notes=notes):
            if block:
                yield block
            block = _begun_with(line, page)
        else:
            block.lines.append(line)
        at += 1
    if block:
        yield block


def _begun_with(line: TypeLine, page: int) -> PdfBlock:
    """A block that a line begins: an item, where the line has a mark or a number of one."""
    lines, bulleted = without_bullet([line])
    is_item = bulleted or (
        _PUNCTUATED.match(line.text) is not None and not _SECTION.match(line.text)
    )
    kind: BlockKind = "item" if is_item else "paragraph"
    return PdfBlock(kind, lines, page, bulleted=bulleted, inset=line.left)


def _edges(rows: Sequence[list[TypeLine]]) -> tuple[float, float]:
    """Where the lines of a column begin and end.

    A title over it may stand in the middle of the page, and reach out of the column.
    """
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)
    begun = [row for row in rows if row[0].left <= left + _FAR_IN * (right - left)]
    if len(begun) >= _MOSTLY * len(rows):
        right = max(row[-1].right for row in begun)
    return left, right


def _begins(
    block: PdfBlock, line: TypeLine, measure: Measure, right: float, width: float, *, notes: bool
) -> bool:
    """Whether a block begins with a line."""
    if not block.lines:
        return False
    last = block.lines[-1]
    short = last.right < right - _SHORT * width
    ended = bool(_ENDED.search(last.text))
    return (
        _is_set_apart(block, last, line, measure)
        or _has_a_label(line, ended=ended or (short and not _RUNS_ON.search(last.text)))
        or (line.text[0] in _BOXES and block.text[0] in _BOXES)
        or (notes and is_note_label(line, block))
        or (short and last.is_bold != line.is_bold)
        or (ended and _begins_sentence(block, line, short=short))
        or (line.size < 1.08 * measure.size and _is_forced(last, line, right, width))
    )


def _begins_sentence(block: PdfBlock, line: TypeLine, *, short: bool) -> bool:
    """Whether a line behind a sentence begins a paragraph: set in, or under a short line."""
    is_set_in = line.left - block.lines[-1].left > 0.9 * line.size and len(block.lines) > 1
    goes_on = line.text[:1].islower() or _REMARK.fullmatch(line.text)
    return is_set_in or (short and not goes_on)


def _is_set_apart(block: PdfBlock, last: TypeLine, line: TypeLine, measure: Measure) -> bool:
    """Whether a line is set in another size or weight than the last of a block, or far from it."""
    gap = (last.base - line.base) / (last.size or 1)
    at_next_column = gap < -1
    most = _APART_IN_BOLD if _may_head(block, line) else _APART
    return abs(last.size - line.size) > 0.8 or gap > _pitch(block, measure) * most or at_next_column


def _may_head(block: PdfBlock, line: TypeLine) -> bool:
    """Whether a bold line begins under a block, or ends above a line, that a heading may be.

    A line inside a sentence may be bold from end to end too.
    """
    last = block.lines[-1]
    if line.is_bold:
        return not last.is_bold and _ENDED.search(last.text) is not None
    goes_on = _RUNS_ON.search(last.text) or line.text[:1].islower()
    return last.is_bold and block.lines[0].is_bold and not goes_on


def _has_a_label(line: TypeLine, *, ended: bool) -> bool:
    """Whether a line begins as an item does; a number may do so only where a sentence has ended."""
    return without_bullet([line])[1] or (ended and bool(_PUNCTUATED.match(line.text)))


def _is_forced(last: TypeLine, line: TypeLine, right: float, width: float) -> bool:
    """Whether a line was ended on purpose: the first word of the next one had room in it."""
    fills = line.left <= right - width + _SAME_LEFT and line.right >= right - _SAME_LEFT
    # A line that fills its column has the middle of a caption above it, and is not of it.
    if (_is_centred(last, line) and not fills) or not (
        line.text[:1].isupper() or line.text[:1].isdigit()
    ):
        return False
    if (last.is_bold and line.is_bold) or (last.text.isupper() and line.text.isupper()):
        return False  # A heading is parted where it reads well.
    first_word = 0.5 * line.size * (len(line.text.split(maxsplit=1)[0]) + 1)
    indent = min(last.left, line.left) - (right - width)
    flush_right = abs(last.right - line.right) < 2 and abs(last.left - line.left) > 1
    room = indent if flush_right else right - last.right
    return room > max(first_word, _SHORT * width)


def _is_centred(one: TypeLine, other: TypeLine) -> bool:
    """Whether two lines are set about one middle."""
    middles = (one.left + one.right) / 2, (other.left + other.right) / 2
    differ = abs(one.left - other.left) > _SAME_LEFT and abs(one.right - other.right) > 2
    return differ and abs(middles[0] - middles[1]) < _SAME_LEFT


def _pitch(block: PdfBlock, measure: Measure) -> float:
    """From one line of a block to the next, in type sizes; the document's where it has one line."""
    steps = [(one.base - other.base) / (one.size or 1) for one, other in pairwise(block.lines[-3:])]
    own = [step for step in steps if step > 0.9]
    return min(own) if own else measure.leading
