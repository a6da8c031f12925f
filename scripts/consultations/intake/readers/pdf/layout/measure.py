"""How a document is set: the type and the distance of most of its lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from consultations.intake.readers.pdf.page.lines import TypeLine


@dataclass(frozen=True)
class Measure:
    """How a document is set: what is common in it."""

    size: float
    """Type size of the body, in points."""
    leading: float
    """From one line of the body to the next, in sizes."""


_NEAR = 6
"""Lines above and below that show how far a line's column reaches."""
_FULL = 3.0
"""In type sizes: a full line ends as near to its column's edge as this."""
_USUAL = 0.25
"""A step is usual that is met so often as this part of the most usual one."""


def measure_of(pages: Iterable[Sequence[TypeLine]]) -> Measure:
    """The size and the leading of most of a document's text.

    The leading is the smallest usual step under full lines of that size, since a paragraph goes on
    under most of them. Where paragraphs of one line are many, the step between two of them is more
    usual than that between two lines of one.
    """
    kept = [list(lines) for lines in pages]
    sizes: Counter[float] = Counter()
    for line in chain.from_iterable(kept):
        sizes[_half_points(line)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    full: Counter[float] = Counter()
    others: Counter[float] = Counter()
    for line, gap, is_full in chain.from_iterable(map(_steps, kept)):
        (full if is_full and _half_points(line) == size else others)[round(gap * 20) / 20] += 1
    steps = full or others
    usual = _USUAL * max(steps.values(), default=0)
    return Measure(size, min((s for s, times in steps.items() if times >= usual), default=1.2))


def _steps(lines: Sequence[TypeLine]) -> Iterator[tuple[TypeLine, float, bool]]:
    """Lines with how far below them the next one of their size stands, and whether they are full.

    How far that is, is told in sizes of the type; a step that no line of a text takes is left out.
    """
    for n, line in enumerate(lines):
        under = [o for o in lines[n + 1 : n + 1 + _NEAR] if _share_column(line, o)]
        if not under or abs(line.size - under[0].size) >= 0.3:
            continue
        gap = (line.base - under[0].base) / (line.size or 1)
        if 0.9 < gap < 2.6:
            over = [o for o in lines[max(0, n - _NEAR) : n] if _share_column(line, o)]
            edge = max(o.right for o in (line, *over, *under))
            yield line, gap, line.right > edge - _FULL * line.size


def _half_points(line: TypeLine) -> float:
    """The size of a line's type, to half a point."""
    return round(line.size * 2) / 2


def _share_column(one: TypeLine, other: TypeLine) -> bool:
    """Whether some part of a line stands above or below some part of another."""
    return other.left < one.right and one.left < other.right
