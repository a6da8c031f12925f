"""Where rows of words part: white that runs down a page through several rows.

A gap between two words is anywhere; the gap between two columns, or two cells, is at the same place
in row after row. So a gap too narrow to mean anything by itself is told by those above and below.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

Span = tuple[float, float]
"""From the left to the right, in points."""

_NARROWEST = 0.45
"""In type sizes: narrower white is the gap between two words."""
_FEW, _MANY = 3, 6
"""Rows that must share white at least a type size wide; and rows for narrower white."""
_SAME = 1.0
"""In points: words whose left edges differ by less begin at one place."""
_MOST_RUNNING = 40
"""Rivers that are followed from row to row at once, at most: each costs time at every row."""
_SEVERAL = 3
"""Gaps of a row that are enough to compare them."""
_WIDER = 1.5
"""The gap between columns, as a multiple of the row's usual gap."""
_MOSTLY = 0.7
"""This part of the gaps of a table's row is between its cells."""


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
    def fewest(self) -> int:
        """So many rows are enough to tell it from the gaps of words."""
        return _FEW if self.is_wide else _MANY

    @property
    def is_wide(self) -> bool:
        """Whether it is wider than the gaps of most words."""
        return self.right - self.left >= self.size

    def is_lost(self, span: Span) -> bool:
        """Whether so little is left of it as the text after a table may leave, by chance.

        However long a cell is, the next one begins where those above it do.
        """
        return self._is_cut(span) and span[1] <= self.right - _SAME

    def _is_cut(self, span: Span) -> bool:
        return self.is_wide and span[1] - span[0] < self.size

    def run(self, n: int, row: WordRow, span: Span) -> None:
        """Run through a row, in which so much is left of it."""
        if row.spans[0][1] <= span[0] + 1 and row.spans[-1][0] >= span[1] - 1:
            self.rows.append(n)
        if self.is_lost(span) or not self._is_cut(span):
            self.left, self.right = span

    def narrowed(self, spans: Sequence[Span]) -> Span | None:
        """What is left of it in a row with such words; None where they close it."""
        left, right = self.left, self.right
        middle = (left + right) / 2
        for start, end in spans:
            if start < right and end > left:
                if start <= self.left or end <= middle:
                    left = max(left, end)
                elif end >= self.right or start >= middle:
                    right = min(right, start)
                else:
                    return None
        return (left, right) if right - left >= _NARROWEST * self.size else None


def river_gaps(rows: Sequence[WordRow]) -> list[list[Span]]:
    """For each row the white in it that belongs to a river.

    Lines of a narrow column that are set to its width have wide gaps between all their words, of
    which some are under each other by chance. So a row tells of a river where its gap there is
    wider than its others, or where most of its gaps are in rivers.

    Args:
        rows: of a page, from the top.
    """
    rivers = _rivers(rows)
    inside: list[list[Span]] = [[] for _ in rows]
    for river in rivers:
        for n in river.rows:
            inside[n].append((river.left, river.right))
    found: list[list[Span]] = [[] for _ in rows]
    for river in rivers:
        span = river.left, river.right
        if sum(_tells(rows[n], span, inside[n]) for n in river.rows) >= river.fewest:
            usual = median(len(inside[n]) for n in river.rows)
            for n in river.rows:
                # A line of text beside which a table begins may have a blank there, by chance.
                left, right = _own_gap(rows[n], span)
                if 2 * len(inside[n]) > usual or right - left >= river.size:
                    found[n].append((max(left, river.left), min(right, river.right)))
    return found


def _tells(row: WordRow, river: Span, inside: Sequence[Span]) -> bool:
    """Whether a row shows that a river runs through it.

    Args:
        row: it.
        river: it.
        inside: all the rivers that run through the row.
    """
    gaps = _gaps(row)
    if len(gaps) < _SEVERAL:
        return True
    if sum(any(_share(gap, span) for span in inside) for gap in gaps) >= _MOSTLY * len(gaps):
        return True
    left, right = _own_gap(row, river)
    return right - left >= _WIDER * median(right - left for left, right in gaps)


def _own_gap(row: WordRow, river: Span) -> Span:
    """The gap of a row through which a river runs, the widest of them."""
    shared = (gap for gap in _gaps(row) if _share(gap, river))
    return max(shared, key=lambda gap: gap[1] - gap[0], default=(river[1], river[1]))


def _rivers(rows: Sequence[WordRow]) -> list[_River]:
    """White that runs down a page through enough rows."""
    found: list[_River] = []
    running: list[_River] = []
    for n, row in enumerate(rows):
        going: list[_River] = []
        for river in running:
            span = river.narrowed(row.spans)
            if span is None or river.is_lost(span):
                found.append(replace(river, rows=list(river.rows)))
            if span is not None:
                river.run(n, row, span)
                going.append(river)
        for left, right in _gaps(row):
            if not any(_share((left, right), (river.left, river.right)) for river in going):
                going.append(_River(left, right, row.size, [n]))
        running = going[:_MOST_RUNNING]
    return [river for river in [*found, *running] if len(river.rows) >= river.fewest]


def _share(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gaps(row: WordRow) -> list[Span]:
    gaps = []
    reached = row.spans[0][1]
    for start, end in row.spans[1:]:
        if start - reached >= _NARROWEST * row.size:
            gaps.append((reached, start))
        reached = max(reached, end)
    return gaps
