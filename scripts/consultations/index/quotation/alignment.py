"""Word-by-word alignment of a quotation with the places that it may come from.

This is banded alignment as in FASTA (Pearson and Lipman 1988, "Improved tools for biological
sequence comparison"): `places` votes for diagonals, and a quotation is aligned with the text only
in bands around the best of them. Costs are those of a weighted Levenshtein distance. The cheapest
path may leave one band and go on in another, which chains true pieces of distant places. All costs
are whole numbers. Paths of the same cost are told apart by order, so that both languages take the
same one.

client/check/alignment.js mirrors it.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from consultations.analysis.contract import number
from consultations.index.quotation.band import JUMP, NEVER, Band, Cell
from consultations.index.quotation.interpretation import Interpretation
from consultations.index.quotation.places import Shifts, VotingStretch
from consultations.index.quotation.row import BREAK, DISTANT, END, Row

AFTER_MARK = number("quotation.costs.after_mark")
FAR_AFTER_MARK = number("quotation.costs.far_after_mark")
_MOST = number("quotation.paths")


class Step(NamedTuple):
    """One step of a path."""

    op: Literal["same", "changed", "added", "dropped"]
    word: int | None
    """Of the quotation."""
    position: int | None
    """Of the archive."""
    jumps: bool = False
    """Whether it stands elsewhere than next to the step before it."""


class Alignment:
    """The alignment of one interpretation of a quotation with the places that it may come from."""

    def __init__(
        self, row: Row, quoted: Interpretation, stretches: Sequence[VotingStretch]
    ) -> None:
        """Work the costs out."""
        self._row = row
        self._quoted = quoted
        self._stretches = stretches
        self._bands: list[list[Band]] = []
        self._jumps: list[Cell | None] = []
        # Of each stretch: the cell from which each position is come to, next to it or over a mark.
        self._beside: list[dict[int, Cell]] = []
        self._near: list[dict[int, Cell]] = []
        for stretch in stretches:
            self._add(stretch)

    def paths(self) -> list[list[Step]]:
        """The cheapest paths: one for each place, or if it jumps only one."""
        ends = [
            cell
            for number, band in enumerate(self._bands[-1] if self._bands else [])
            for cell in band.ends(number)
        ]
        cheapest = min((cell.cost for cell in ends), default=NEVER)
        found: dict[int | None, list[Step]] = {}
        for cell in ends:
            if cell.cost != cheapest or cheapest >= NEVER:
                continue
            path = self._path(cell)
            # Places are told apart by where their first true word stands.
            start = next((s.position for s in path if s.op == "same"), None)
            if len(found) < _MOST or start in found:
                # Of two that begin alike the longer: its last word is changed, not added.
                found[start] = path
            # A path that jumps is one account of the whole quotation. Others of the same cost only
            # jump elsewhere in between.
            if any(step.jumps for step in path):
                break
        return list(found.values())

    def _add(self, stretch: VotingStretch) -> None:
        """Go on from the last stretch into the next."""
        before = [cell for n, band in enumerate(self._last()) for cell in band.cells(n)]
        beside = _cheapest_by_position(before)
        bands = [self._band(stretch, shifts, beside) for shifts in stretch.bands]
        marked = stretch.first > 0 and self._quoted.marks[stretch.first] is not None
        near = dict(_near(before, bands)) if marked else {}
        self._beside.append(beside)
        self._near.append(near)
        self._bands.append(bands)
        over_mark = {p: cell.cost + AFTER_MARK for p, cell in near.items()}
        # Cells are compared by cost, then by band and position, so that of equal ones both
        # languages take the same.
        cheapest = min(before, default=None)
        jump = FAR_AFTER_MARK if marked else JUMP
        for word in self._quoted.words[stretch.first : stretch.last]:
            self._jumps.append(cheapest)
            cost = cheapest.cost if cheapest else 0
            for band in bands:
                band.add_row(word.term, cost + JUMP, cost + jump if cheapest else NEVER, over_mark)
            cheapest = min(band.cheapest(n) for n, band in enumerate(bands))
            # Only the first word of a stretch can stand behind a mark.
            jump, over_mark = JUMP, {}

    def _band(self, stretch: VotingStretch, shifts: Shifts, beside: Mapping[int, Cell]) -> Band:
        """A band that begins where the last stretch has ended beside it; the first begins free."""
        low, high = shifts
        # One position more than the band has: the first word may come from the position before its
        # own, or, if it is only in the quotation, stay at it.
        here = range(low + stretch.first - 1, high + stretch.first)
        costs = [beside[p].cost if p in beside else NEVER for p in here]
        return Band(self._row, stretch, shifts, costs if self._bands else [0] * len(here))

    def _last(self) -> list[Band]:
        return self._bands[-1] if self._bands else []

    def _path(self, cell: Cell) -> list[Step]:
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
                # Where the path was before this word: at the cell from which it jumped, or beside
                # it. Beside the first word of a stretch, that is a cell of the stretch before.
                came = self._jumps[i] if back == "jump" else None
                if back == "mark":
                    came = self._near[s][position]
                elif i == first and came is None:
                    came = self._beside[s].get(beside.position)
                cell = came or beside
                i -= 1
        return steps[::-1]


def _cheapest_by_position(cells: Sequence[Cell]) -> dict[int, Cell]:
    """For each position the cheapest of its cells, and the first of these."""
    found: dict[int, Cell] = {}
    for cell in cells:
        if cell.cost < (found[cell.position].cost if cell.position in found else NEVER):
            found[cell.position] = cell
    return found


def _near(before: Sequence[Cell], bands: Sequence[Band]) -> Iterator[tuple[int, Cell]]:
    """For each position of a word after a mark: the cheapest cell at a little distance before."""
    ordered = sorted(before, key=lambda cell: (cell.position, cell.band))
    wanted = sorted({p for band in bands for p in range(band.start, band.start + band.width)})
    # A window that slides along the positions. Its costs ascend, so that the first is the cheapest.
    window: deque[Cell] = deque()
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
