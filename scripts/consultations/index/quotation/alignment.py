"""Word-by-word alignment of a quotation with the places that it may come from.

client/check/alignment.js mirrors it. The cheapest path wins: through one place, or jumping from
place to place, which costs as much as some words that are not there. All costs are whole numbers,
and what costs the same is decided by order, so that both languages go the same way.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from consultations.index.quotation.places import Shifts, Stretch
from consultations.index.quotation.reading import Reading
from consultations.index.quotation.row import BREAK, DISTANT, END, Row

CHANGED, ADDED, DROPPED = 3, 3, 2
"""A word that changed its place costs less than two that are changed."""
JUMP = 8
AFTER_MARK, FAR_AFTER_MARK = 1, 4
_NEVER = 1 << 30
_MOST = 20
"""Paths that cost the same, one for each place."""

_Back = Literal["none", "same", "changed", "added", "dropped", "mark", "jump"]


class Step(NamedTuple):
    """One step of a path."""

    op: Literal["same", "changed", "added", "dropped"]
    word: int | None
    """Of the quotation."""
    position: int | None
    """Of the archive."""
    jumps: bool = False
    """Whether it stands elsewhere than next to the step before it."""


class _Cell(NamedTuple):
    """The cheapest way to have come so far, with its last word in a band, at a position."""

    cost: int
    band: int
    position: int


class _Band:
    """A band in one stretch: what stands in it, and how its cells were come to."""

    def __init__(self, row: Row, stretch: Stretch, shifts: Shifts, costs: list[int]) -> None:
        """Take the costs of the positions before those of the stretch's first word, and one more.

        They are `_NEVER` where nothing leads on from there.
        """
        low, high = shifts
        self.start = low + stretch.first
        """The first position of the stretch's first word."""
        self.width = high - low
        self.least = min(costs)
        """The cheapest of the last row."""
        self._terms = row.terms(self.start, high + stretch.last)
        self._costs = costs
        self._backs: list[list[_Back]] = []
        """A row without cells is empty."""

    def add_row(self, word: str, most: int, jump: int, near: Mapping[int, int]) -> None:
        """Let the next word stand at each position, or be added after it, or leave words out.

        Args:
            word: its term.
            most: the cost from which on a cell need not be gone on from: to jump is cheaper.
            jump: what it costs to come here from anywhere.
            near: what it costs to come to a position from a little before it, over a mark.
        """
        offset = len(self._backs)
        terms = self._terms[offset : offset + self.width]
        costs: list[int] = []
        backs: list[_Back] = []
        if self.least <= most or word in terms:
            is_left = self.least > most or not self._costs
            previous = [_NEVER] * self.width if is_left else self._costs
            after = [*previous[1 : self.width + 1], _NEVER][: self.width]
            left = _NEVER
            for k, (term, straight, added) in enumerate(zip(terms, previous, after, strict=False)):
                best: int = _NEVER
                back: _Back = "none"
                if term == word:
                    best, back = straight, "same"
                    if near and (cost := near.get(self.start + offset + k, _NEVER)) < best:
                        best, back = cost, "mark"
                    if jump < best:
                        best, back = jump, "jump"
                elif term not in (BREAK, END):
                    best, back = straight + CHANGED, "changed"
                if added + ADDED < best:
                    best, back = added + ADDED, "added"
                left += 0 if term == BREAK else JUMP if term == END else DROPPED
                if left < best:
                    best, back = left, "dropped"
                costs.append(best)
                backs.append(back)
                left = best
        self._costs = costs
        self._backs.append(backs)
        self.least = min(costs, default=_NEVER)

    def cells(self, number: int) -> Iterator[_Cell]:
        """The cells of the last row."""
        start = self.start + len(self._backs) - 1
        return (_Cell(cost, number, start + k) for k, cost in enumerate(self._costs))

    def cheapest(self, number: int) -> _Cell:
        """The first of the cheapest cells of the last row; `_NEVER` if it has none."""
        at = self._costs.index(self.least) if self._costs else 0
        return _Cell(self.least, number, self.start + len(self._backs) - 1 + at)

    def back(self, row: int, position: int) -> _Back:
        """How a cell was come to, by the row's place in the stretch."""
        return self._backs[row][position - self.start - row]

    def ends(self, number: int) -> Iterator[_Cell]:
        """The cells of the last row in which a quotation may end."""
        last = self._backs[-1]
        return (
            cell for cell, back in zip(self.cells(number), last, strict=True) if back != "dropped"
        )

    def term(self, position: int) -> str:
        """What stands at a position."""
        return self._terms[position - self.start]


class Alignment:
    """The alignment of one reading of a quotation with the places that it may come from."""

    def __init__(self, row: Row, reading: Reading, stretches: Sequence[Stretch]) -> None:
        """Work the costs out."""
        self._row = row
        self._reading = reading
        self._stretches = stretches
        self._bands: list[list[_Band]] = []
        self._jumps: list[_Cell | None] = []
        # Of each stretch: the cell from which each position is come to, next to it or over a mark.
        self._beside: list[dict[int, _Cell]] = []
        self._near: list[dict[int, _Cell]] = []
        for stretch in stretches:
            self._add(stretch)

    def paths(self) -> list[list[Step]]:
        """The cheapest paths: one for each place, or if it jumps only one."""
        ends = [
            cell
            for number, band in enumerate(self._bands[-1] if self._bands else [])
            for cell in band.ends(number)
        ]
        cheapest = min((cell.cost for cell in ends), default=_NEVER)
        found: dict[int | None, list[Step]] = {}
        for cell in ends:
            if cell.cost != cheapest or cheapest >= _NEVER:
                continue
            path = self._path(cell)
            start = next((s.position for s in path if s.op == "same"), None)
            if len(found) < _MOST or start in found:
                # Of two that begin alike the longer: its last word is changed, not added.
                found[start] = path
            if any(step.jumps for step in path):
                break
        return list(found.values())

    def _add(self, stretch: Stretch) -> None:
        before = [cell for n, band in enumerate(self._last()) for cell in band.cells(n)]
        beside: dict[int, _Cell] = {}
        for cell in before:
            if cell.cost < beside.get(cell.position, cell._replace(cost=_NEVER)).cost:
                beside[cell.position] = cell
        bands: list[_Band] = []
        for low, high in stretch.bands:
            here = range(low + stretch.first - 1, high + stretch.first)
            costs = [beside[p].cost if p in beside else _NEVER for p in here]
            costs = costs if self._bands else [0] * len(here)
            bands.append(_Band(self._row, stretch, (low, high), costs))
        marked = stretch.first > 0 and self._reading.marks[stretch.first] is not None
        near = dict(_near(before, bands)) if marked else {}
        self._beside.append(beside)
        self._near.append(near)
        self._bands.append(bands)
        over_mark = {p: cell.cost + AFTER_MARK for p, cell in near.items()}
        cheapest = min(before, default=None)
        jump = FAR_AFTER_MARK if marked else JUMP
        for word in self._reading.words[stretch.first : stretch.last]:
            self._jumps.append(cheapest)
            cost = cheapest.cost if cheapest else 0
            for band in bands:
                band.add_row(word.term, cost + JUMP, cost + jump if cheapest else _NEVER, over_mark)
            cheapest = min(band.cheapest(n) for n, band in enumerate(bands))
            jump, over_mark = JUMP, {}

    def _last(self) -> list[_Band]:
        return self._bands[-1] if self._bands else []

    def _path(self, cell: _Cell) -> list[Step]:
        """The steps to a cell of the last word."""
        steps: list[Step] = []
        for s in reversed(range(len(self._stretches))):
            first, last, _ = self._stretches[s]
            i = last - 1
            while i >= first:
                band = self._bands[s][cell.band]
                position = cell.position
                back = band.back(i - first, position)
                beside = cell._replace(position=position - 1)
                if back == "dropped":
                    if band.term(position) not in (BREAK, END):
                        steps.append(Step("dropped", None, position))
                    cell = beside
                    continue
                if back == "added":
                    steps.append(Step("added", i, None))
                    beside = cell
                elif back == "changed":
                    steps.append(Step("changed", i, position))
                else:
                    steps.append(Step("same", i, position, jumps=back in ("mark", "jump")))
                came = self._jumps[i] if back == "jump" else None
                if back == "mark":
                    came = self._near[s][position]
                elif i == first and came is None:
                    came = self._beside[s].get(beside.position)
                cell = came or beside
                i -= 1
        return steps[::-1]


def _near(before: Sequence[_Cell], bands: Sequence[_Band]) -> Iterator[tuple[int, _Cell]]:
    """For each position of a word after a mark: the cheapest cell at a little distance before."""
    ordered = sorted(before, key=lambda cell: (cell.position, cell.band))
    wanted = sorted({p for band in bands for p in range(band.start, band.start + band.width)})
    window: deque[_Cell] = deque()
    at = 0
    for position in wanted:
        while at < len(ordered) and ordered[at].position < position:
            while window and window[-1].cost >= ordered[at].cost:
                window.pop()
            window.append(ordered[at])
            at += 1
        while window and window[0].position < position - DISTANT:
            window.popleft()
        if window:
            yield position, window[0]
