"""The numbers of lines, which stand beside the text of a draft or a transcript."""

from collections.abc import Sequence
from itertools import pairwise

from consultations.intake.readers.pdf.page.lines import TypeLine

_FEWEST_COUNTED = 5
"""So many numbers under each other may count the lines of a page."""
_MOSTLY_BESIDE = 0.8
"""Where each line is counted, a number stands beside this part of them."""


def line_numbers(pages: Sequence[Sequence[TypeLine]]) -> list[list[TypeLine]]:
    """The numbers of lines that stand beside the text of a draft, for each page."""
    found = [_counting(lines) for lines in pages]
    numbered = sum(bool(lines) for lines in found)
    return found if 2 * numbered > len(pages) else [[] for _ in pages]


def _counting(lines: Sequence[TypeLine]) -> list[TypeLine]:
    """Numbers under each other that count the lines beside them, each or each fifth."""
    bare = [line for line in lines if line.text.strip().isdecimal()]
    words = [line for line in lines if not line.text.strip().isdecimal()]
    if len(bare) < _FEWEST_COUNTED or not words:
        return []
    at_side = [
        line
        for line in bare
        if line.right <= min(other.left for other in words)
        or line.left >= max(other.right for other in words)
    ]
    if len(at_side) < _FEWEST_COUNTED:
        return []
    steps = {int(after.text) - int(one.text) for one, after in pairwise(at_side)}
    if steps == {1}:
        return at_side if _share_beside(words, at_side) >= _MOSTLY_BESIDE else []
    return at_side if len(steps) == 1 and steps <= {5, 10} else []


def _share_beside(words: Sequence[TypeLine], numbers: Sequence[TypeLine]) -> float:
    """Beside which part of some lines a number stands."""
    beside = (
        any(abs(line.base - number.base) < 0.5 * number.size for number in numbers)
        for line in words
    )
    return sum(beside) / len(words)
