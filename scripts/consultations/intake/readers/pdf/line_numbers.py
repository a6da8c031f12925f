"""The numbers of lines, which stand beside the text of a draft or a transcript."""

from collections.abc import Sequence
from itertools import pairwise
from math import gcd

from consultations.intake.readers.pdf.page.baselines import base_lines
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.lines import TypeLine

_FEWEST_COUNTED = 5
"""So many numbers under each other may count the lines of a page, or of all pages each fifth."""
_MOSTLY_BESIDE = 0.8
"""Where each line is counted, a number stands beside this part of them."""


def edge_beside_numbers(runs: Sequence[Sequence[Glyph]]) -> list[float]:
    """Where the text of a page begins beside numbers that count each of its lines, if they do.

    They may stand nearer to the text than the columns of a page stand to each other.
    """
    if sum(run[0].char.isdecimal() for run in runs) < _FEWEST_COUNTED:
        return []
    rows = [row.pieces for row in base_lines(runs)]
    begun = [row for row in rows if len(row) > 1 and row[0].text.strip().isdecimal()]
    steps = [int(other[0].text) - int(one[0].text) for one, other in pairwise(begun)]
    if len(begun) < max(_FEWEST_COUNTED, _MOSTLY_BESIDE * len(rows)) or set(steps) != {1}:
        return []
    edge = min(row[1].left for row in begun)
    return [edge] if edge > max(row[0].right for row in begun) else []


def line_numbers(pages: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """The numbers of lines that stand beside the text of a draft, for each page.

    On a short page stand few, or one: beside each fifth line they count on from page to page.
    """
    beside = [_beside(lines) for lines in pages]
    found = [
        numbers if _count_lines(numbers, lines, _FEWEST_COUNTED) else []
        for numbers, lines in zip(beside, pages, strict=True)
    ]
    values = [int(number.text) for numbers in found for number in numbers]
    long = sum(len(lines) > 2 * _FEWEST_COUNTED for lines in pages)
    if 2 * sum(map(bool, found)) <= long or len(values) < _FEWEST_COUNTED:
        return [[] for _ in pages]
    step = gcd(*values)
    return [
        numbers
        if _count_lines(numbers, lines, 1)
        or (step > 1 and all(int(number.text) % step == 0 for number in numbers))
        else []
        for numbers, lines in zip(beside, pages, strict=True)
    ]


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


def _count_lines(numbers: Sequence[TypeLine], lines: Sequence[TypeLine], fewest: int) -> bool:
    """Whether numbers under each other count the lines beside them, each or each fifth.

    Args:
        numbers: on one side of a page.
        lines: of the page.
        fewest: numbers that tell it, where each line has one.
    """
    values = [int(number.text) for number in numbers]
    steps = {after - one for one, after in pairwise(values)}
    if steps <= {1} and len(values) >= fewest:
        words = [line for line in lines if not line.text.strip().isdecimal()]
        return _share_beside(words, numbers) >= _MOSTLY_BESIDE
    return steps in ({5}, {10}) and values[0] > 0 and values[0] % min(steps) == 0


def _share_beside(words: Sequence[TypeLine], numbers: Sequence[TypeLine]) -> float:
    """Beside which part of some lines a number stands."""
    beside = (
        any(abs(line.base - number.base) < 0.5 * number.size for number in numbers)
        for line in words
    )
    return sum(beside) / len(words)
