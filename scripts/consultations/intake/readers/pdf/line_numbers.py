"""The numbers of lines, which stand beside the text of a draft or a transcript."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import gcd

from consultations.intake.readers.pdf.page.baselines import BaseLine, Piece, base_lines
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.lines import TypeLine

_FEWEST_COUNTED = 5
"""This many numbers below each other may count the lines of a page, or every fifth line of all
pages."""
_MOSTLY = 0.8
"""Where each line is counted, a number stands beside this part of them; of small numbers, so many
stand right under each other, since tables may have none."""
_SAME_ROW = 0.4
"""In type sizes: how much lower or higher than its line a number may stand."""
_SMALL = 0.85
"""Numbers in the margin are set in less than this part of the text's size, or as large as it."""


def edge_beside_numbers(runs: Sequence[Sequence[Glyph]]) -> float | None:
    """Where the text of a page begins beside numbers that count its lines; None where none do.

    They may stand nearer to the text than the columns of a page stand to each other.
    """
    if sum(run[0].char.isdecimal() for run in runs) < _FEWEST_COUNTED:
        return None
    rows = _rows(runs)
    counts = [pieces[0].text.strip().isdecimal() for pieces in rows]
    words = [pieces[1:] if n else pieces for pieces, n in zip(rows, counts, strict=True)]
    edge = min((pieces[0].left for pieces in words if pieces), default=0.0)
    begun = [n for n, pieces in enumerate(rows) if counts[n] and pieces[0].right < edge]
    counted = _count_by_one([int(rows[n][0].text) for n in begun])
    is_one = counted and _are_neighbours(begun) and len(begun) >= _FEWEST_COUNTED
    return edge if is_one else None


def _rows(runs: Sequence[Sequence[Glyph]]) -> list[list[Piece]]:
    """The pieces of each line of a page, a number with its line though it stands a little lower."""
    rows: list[BaseLine] = []
    for row in base_lines(runs):
        if rows and rows[-1].base - row.base < _SAME_ROW * row.size:
            rows[-1].pieces += row.pieces
        else:
            rows.append(row)
    return [sorted(row.pieces, key=lambda piece: piece.left) for row in rows]


def line_numbers(pages: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """The numbers of lines that stand beside the text of a draft, for each page.

    On a short page stand few, or one: they count on from page to page, or stand beside each fifth
    line of all. A title page and a list of contents have none.
    """
    beside = [_beside(lines) for lines in pages]
    counted = [_count_lines(numbers, lines) for numbers, lines in zip(beside, pages, strict=True)]
    found = [_values(numbers) for numbers, each in zip(beside, counted, strict=True) if each]
    values = [value for numbers in found for value in numbers]
    go_on = len(found) > 1 and _count_by_one(values)
    if not (go_on or 2 * len(found) > len(pages)) or len(values) < _FEWEST_COUNTED:
        return [[] for _ in pages]
    step = gcd(*values)
    return list(_counting(list(zip(beside, counted, strict=True)), 1 if go_on else step))


def _counting(pages: Sequence[tuple[list[TypeLine], bool]], step: int) -> Iterator[list[TypeLine]]:
    """The numbers that count lines of those beside each page, few of which may say so themselves.

    Args:
        pages: the numbers, and whether they count the lines beside them.
        step: 1 where they count on from page to page, or how many lines lie between two of them.
    """
    last = 0
    for numbers, each in pages:
        values = _values(numbers)
        goes_on = step == 1 and bool(values) and _count_by_one([last, *values])
        are_steps = step > 1 and all(value % step == 0 for value in values)
        if each or goes_on or are_steps:
            yield numbers
            last = values[-1] if values else last
        else:
            yield []


def _values(numbers: Sequence[TypeLine]) -> list[int]:
    return [int(number.text) for number in numbers]


def _beside(lines: Sequence[TypeLine]) -> list[TypeLine]:
    """Numbers that stand on one side of all words of a page."""
    words = [line for line in lines if not line.text.strip().isdecimal()]
    if not words:
        return []
    left, right = min(line.left for line in words), max(line.right for line in words)
    return [
        line
        for line in lines
        if line.text.strip().isdecimal() and (line.right <= left or line.left >= right)
    ]


def _count_lines(numbers: Sequence[TypeLine], lines: Sequence[TypeLine]) -> bool:
    """Whether numbers under each other count the lines beside them, each or each fifth."""
    values = _values(numbers)
    if _count_by_one(values):
        words = [line for line in lines if not line.text.strip().isdecimal()]
        beside = [n for n, line in enumerate(words) if _is_beside(line, numbers)]
        small = max(n.size for n in numbers) < _SMALL * min(
            (words[n].size for n in beside), default=0
        )
        return len(beside) >= _MOSTLY * len(words) or (small and _are_neighbours(beside))
    steps = {after - one for one, after in pairwise(values)}
    return steps in ({5}, {10}) and values[0] > 0 and values[0] % min(steps) == 0


def _count_by_one(values: Sequence[int]) -> bool:
    return bool(values) and all(after == one + 1 for one, after in pairwise(values))


def _are_neighbours(places: Sequence[int]) -> bool:
    """Whether most of some lines, by their places among all, stand right under each other."""
    steps = [after - one for one, after in pairwise(places)]
    return steps.count(1) >= _MOSTLY * len(steps) > 0


def _is_beside(line: TypeLine, numbers: Sequence[TypeLine]) -> bool:
    return any(abs(line.base - number.base) < 0.5 * number.size for number in numbers)
