"""The blocks of a page without tags, by the places of its lines.

Reading order is by columns where a page has some. A paragraph ends at a gap, at an indent, at a
change of type, or with a line that stops short; an item begins at a bullet or a label.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from consultations.intake.readers.pdf.blocks import PdfBlock, without_bullet
from consultations.intake.readers.pdf.lines import TypeLine, TypeRun

_LABEL = re.compile(
    r"""
    (?:
        \d{1,3}(?:\.\d{1,3}){0,3}[.)]?  # 7.  7)  7.12  7.1.2
      | \(\d{1,3}\)                     # (7)
      | \(?[a-z]{1,2}\)                 # (a)  b)
      | \(?[ivx]{1,5}[.)]               # (iv)  ii.
      | [A-Z][.)]                       # B.
    )
    """,
    re.VERBOSE,
)
_PUNCTUATED = re.compile(
    r"""
    (?:
        \d{1,3}(?:\.\d{1,3})*[.)]   # 7.  7.12)
      | \d{1,3}(?:\.\d{1,3})+       # 7.12
      | \([a-z\d]{1,3}\)            # (a)  (12)
      | [a-z]\)                     # b)
      | \(?[ivx]{1,5}\)             # (iv)
    )
    \ (?=\S)
    """,
    re.VERBOSE,
)
_ENDED = re.compile(r"[.?!:;][\"'”’)\]]*(?:\d{1,3})?$")
_COLUMN_LINES = 8
"""A column has at least so many lines."""
_SMALL = 0.93
"""Notes are set in at most this part of the body's size."""


@dataclass(frozen=True)
class Measure:
    """How a document is set: what is common in it."""

    size: float
    """Of the body, in points."""
    leading: float
    """From one line of the body to the next, in sizes."""


def measure_of(pages: Iterable[Sequence[TypeLine]]) -> Measure:
    """The size and the leading of most of a document's text."""
    sizes: Counter[float] = Counter()
    leadings: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        for line, after in pairwise(lines):
            gap = (line.base - after.base) / (line.size or 1)
            if abs(line.size - after.size) < 0.3 and 0.9 < gap < 2.2:
                leadings[round(gap * 20) / 20] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    return Measure(size, leadings.most_common(1)[0][0] if leadings else 1.2)


def laid_out(lines: Sequence[TypeLine], page: int, measure: Measure) -> list[PdfBlock]:
    """The blocks of a page, in reading order.

    Args:
        lines: from the top; running heads are not among them.
        page: its index.
        measure: how the document is set.
    """
    body, notes = _notes_apart(lines, measure)
    found = [block for column in _columns(body) for block in _blocks(_rows(column), page, measure)]
    for block in _blocks(_rows(notes), page, measure, notes=True):
        block.kind = "note"
        found.append(block)
    return found


def _notes_apart(
    lines: Sequence[TypeLine], measure: Measure
) -> tuple[Sequence[TypeLine], Sequence[TypeLine]]:
    """The lines of a page's text, and those of the notes at its foot."""
    first = len(lines)
    while first and lines[first - 1].size <= _SMALL * measure.size:
        first -= 1
    foot = lines[first:]
    labelled = next((n for n, line in enumerate(foot) if _is_note_label(line)), None)
    if labelled is None or first == 0:
        return lines, ()
    # A note that goes on from the page before has no label of its own here.
    return lines[:first], foot


def _is_note_label(line: TypeLine) -> bool:
    first = line.runs[0]
    return bool(re.fullmatch(r"\d{1,4}|[a-z*†‡§¶]{1,2}", first.text.strip())) and (
        first.raised or len(line.runs) > 1
    )


def _columns(lines: Sequence[TypeLine]) -> list[list[TypeLine]]:
    """The lines in reading order, a list for each stretch of a column."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    made: list[list[TypeLine]] = []
    left: list[TypeLine] = []
    right: list[TypeLine] = []
    for line in lines:
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            made += [left, right, [line]]
            left, right = [], []
    return [column for column in (*made, left, right) if column]


def _gutter(lines: Sequence[TypeLine]) -> float | None:
    """Where two columns of text part; None where there is one column."""
    if len(lines) < 2 * _COLUMN_LINES:
        return None
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = low + (high - low) * step / 100
        left = [line for line in lines if line.right <= x]
        right = [line for line in lines if line.left >= x]
        wide = 0.22 * (high - low)
        if (
            min(len(left), len(right)) >= _COLUMN_LINES
            and min(median(line.right - line.left for line in side) for side in (left, right))
            > wide
        ):
            crossing = len(lines) - len(left) - len(right)
            if crossing * 2 <= len(lines) and (best is None or crossing < best[0]):
                best = crossing, x
    return best[1] if best else None


def _rows(lines: Sequence[TypeLine]) -> list[list[TypeLine]]:
    """Lines that stand beside each other, a label with its words as one line."""
    rows: list[list[TypeLine]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.left)):
        if rows and abs(rows[-1][0].base - line.base) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_labelled(sorted(row, key=lambda one: one.left)) for row in rows]


def _labelled(row: list[TypeLine]) -> list[TypeLine]:
    first = row[0].text.strip()
    if len(row) > 1 and (_LABEL.fullmatch(first) or without_bullet([row[0]])[0] == []):
        return [_joined(row[0], row[1]), *row[2:]]
    return row


def _joined(one: TypeLine, other: TypeLine) -> TypeLine:
    """Two lines that stand beside each other as one, with a blank between."""
    last = one.runs[-1]
    runs = (*one.runs[:-1], TypeRun(f"{last.text} ", last.style, last.raised), *other.runs)
    return TypeLine(runs, one.left, other.right, other.base, other.size)


def _blocks(
    rows: Sequence[list[TypeLine]], page: int, measure: Measure, *, notes: bool = False
) -> Iterator[PdfBlock]:
    flat = [row[0] for row in rows]
    if not flat:
        return
    right = max(line.right for row in rows for line in row)
    left = min(line.left for line in flat)
    block: PdfBlock | None = None
    at = 0
    while at < len(rows):
        if (end := _table_end(rows, at)) - at >= 3:
            if block:
                yield block
                block = None
            cells = [[[line] for line in row] for row in rows[at:end]]
            yield PdfBlock(
                "table", [line for row in rows[at:end] for line in row], page, cells=cells
            )
            at = end
            continue
        line = rows[at][0]
        for other in rows[at][1:]:
            line = _joined(line, other)
        if block is None or _begins(block, line, measure, right, right - left, notes=notes):
            if block:
                yield block
            lines, bulleted = without_bullet([line])
            item = bulleted or bool(_PUNCTUATED.match(line.text))
            block = PdfBlock("item" if item else "paragraph", lines, page, bulleted=bulleted)
            block.depth = 1 + int(max(0.0, line.left - left) / (1.8 * measure.size)) if item else 1
        else:
            block.lines.append(line)
        at += 1
    if block:
        yield block


def _begins(
    block: PdfBlock, line: TypeLine, measure: Measure, right: float, width: float, *, notes: bool
) -> bool:
    """Whether a block begins with a line."""
    last = block.lines[-1] if block.lines else None
    if last is None:
        return False
    gap = (last.base - line.base) / (last.size or 1)
    short = last.right < right - 0.18 * width
    ended = bool(_ENDED.search(last.text))
    begins = (
        abs(last.size - line.size) > 0.8
        or gap > measure.leading * 1.32
        or gap < -1  # At the top of the next column.
        or without_bullet([line])[1]
        or (_PUNCTUATED.match(line.text) and (ended or short))
        or (notes and _is_note_label(line))
        or (_is_bold(last) != _is_bold(line) and short)
        or (ended and short and not line.text[:1].islower())
        or (ended and line.left - block.lines[0].left > 0.9 * line.size and len(block.lines) > 1)
    )
    return bool(begins)


def _is_bold(line: TypeLine) -> bool:
    return all(run.style.bold for run in line.runs if run.text.strip())


def _table_end(rows: Sequence[list[TypeLine]], start: int) -> int:
    """Where a table ends that begins with a row: rows of cells that stand under each other."""
    end = start
    while end < len(rows) and len(rows[end]) > 1 and _under(rows[start], rows[end]):
        end += 1
    return end


def _under(one: list[TypeLine], other: list[TypeLine]) -> bool:
    """Whether all cells of the row with fewer begin, or end, where some of the other do."""
    few, many = sorted((one, other), key=len)
    return all(
        any(abs(cell.left - c.left) < 6 or abs(cell.right - c.right) < 6 for c in many)
        for cell in few
    )
