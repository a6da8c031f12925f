"""Where rows of words part: white that runs down a page through several rows.

A gap between two words is anywhere; the gap between two columns, or two cells, is at the same place
in row after row. So a gap too narrow to mean anything by itself is told by those above and below.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

Span = tuple[float, float]
"""From the left to the right, in points."""

_NARROWEST = 0.45
"""In type sizes: what is less wide is the gap of two words."""
_FEW, _MANY = 3, 6
"""So many rows must share white that is at least a type size wide, and so many narrower white."""
_MOST_RUNNING = 40


@dataclass(frozen=True)
class WordRow:
    """A row of a page: the stretches of it that hold words, from the left."""

    spans: tuple[Span, ...]
    size: float


@dataclass
class _River:
    left: float
    right: float
    size: float
    rows: list[int] = field(default_factory=list)
    """Those that have words on both of its sides."""

    @property
    def is_wide(self) -> bool:
        """Whether few rows are enough to tell it from the gaps of words."""
        return self.right - self.left >= self.size

    def narrowed(self, spans: Sequence[Span]) -> Span | None:
        """What is left of it in a row with such words; None where they close it."""
        left, right = self.left, self.right
        middle = (left + right) / 2
        for start, end in spans:
            if start < right and end > left:
                if start <= middle <= end:
                    return None
                left, right = (max(left, end), right) if end < middle else (left, min(right, start))
        return (left, right) if right - left >= _NARROWEST * self.size else None


def river_gaps(rows: Sequence[WordRow]) -> list[list[Span]]:
    """For each row the white in it that belongs to a river.

    Args:
        rows: of a page, from the top.
    """
    found: list[list[Span]] = [[] for _ in rows]
    running: list[_River] = []
    for n, row in enumerate(rows):
        going: list[_River] = []
        for river in running:
            span = river.narrowed(row.spans)
            if span is None:
                _close(river, found)
                continue
            if river.is_wide and span[1] - span[0] < river.size:
                # Between words of the text after a table some white is left, by chance.
                _close(river, found)
            river.left, river.right = span
            if row.spans[0][1] <= span[0] + 1 and row.spans[-1][0] >= span[1] - 1:
                river.rows.append(n)
            going.append(river)
        for left, right in _gaps(row):
            if not any(left < river.right and river.left < right for river in going):
                going.append(_River(left, right, row.size, [n]))
        running = going[:_MOST_RUNNING]
    for river in running:
        _close(river, found)
    return found


def _close(river: _River, found: Sequence[list[Span]]) -> None:
    if len(river.rows) >= (_FEW if river.is_wide else _MANY):
        for n in river.rows:
            found[n].append((river.left, river.right))


def _gaps(row: WordRow) -> list[Span]:
    gaps = []
    reached = row.spans[0][1]
    for start, end in row.spans[1:]:
        if start - reached >= _NARROWEST * row.size:
            gaps.append((reached, start))
        reached = max(reached, end)
    return gaps
