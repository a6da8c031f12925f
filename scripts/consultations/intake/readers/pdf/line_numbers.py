"""The numbers of lines, which stand beside the text of a draft or a transcript."""

from collections.abc import Sequence
from itertools import pairwise
from math import gcd

from consultations.intake.readers.pdf.page.lines import TypeLine

_FEWEST_COUNTED = 5
"""So many numbers under each other may count the lines of a page, or of all pages each fifth."""
_MOSTLY_BESIDE = 0.8
"""Where each line is counted, a number stands beside this part of them."""


def line_numbers(pages: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """The numbers of lines that stand beside the text of a draft, for each page.

    Beside each fifth line of a short page stand few, or one: they count on from page to page.
    """
    beside = [_beside(lines) for lines in pages]
    found = [
        numbers if _count_lines(numbers, lines) else []
        for numbers, lines in zip(beside, pages, strict=True)
    ]
    values = [int(number.text) for numbers in found for number in numbers]
    if 2 * sum(map(bool, found)) <= len(pages) or len(values) < _FEWEST_COUNTED:
        return [[] for _ in pages]
    step = gcd(*values)
    return [
        numbers if counted or (step > 1 and all(int(n.text) % step == 0 for n in numbers)) else []
        for numbers, counted in zip(beside, found, strict=True)
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


def _count_lines(numbers: Sequence[TypeLine], lines: Sequence[TypeLine]) -> bool:
    """Whether numbers under each other count the lines beside them, each or each fifth."""
    values = [int(number.text) for number in numbers]
    steps = {after - one for one, after in pairwise(values)}
    if steps == {1} and len(values) >= _FEWEST_COUNTED:
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
