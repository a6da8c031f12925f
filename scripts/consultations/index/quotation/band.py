"""One band of an alignment: what it costs to have come to each of its positions.

client/check/band.js mirrors it.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from consultations.analysis.contract import number
from consultations.index.quotation.places import Shifts, VotingStretch
from consultations.index.quotation.row import BREAK, END, Row

CHANGED = number("quotation.costs.changed")
ADDED = number("quotation.costs.added")
DROPPED = number("quotation.costs.dropped")
JUMP = number("quotation.costs.jump")
NEVER = 1 << 30
"""What a cell costs that no path leads to."""

Back = Literal["none", "same", "changed", "added", "dropped", "mark", "jump"]
"""How a cell was reached. `mark` and `jump`: with the same word after a jump, over a mark or
not."""


class Cell(NamedTuple):
    """The cheapest way to have come so far, with its last word in a band, at a position."""

    cost: int
    band: int
    position: int


class Band:
    """A band in one stretch: what stands in it, and how its cells were come to."""

    def __init__(self, row: Row, stretch: VotingStretch, shifts: Shifts, costs: list[int]) -> None:
        """Take the costs of the positions before those of the stretch's first word, and one more.

        A cost is `NEVER` where no path has come to that position.
        """
        low, high = shifts
        self.start = low + stretch.first
        """The first position of the stretch's first word."""
        self.width = high - low
        self.least = min(costs)
        """The cheapest of the last row."""
        self._terms = row.terms(self.start, high + stretch.last)
        self._costs = costs
        self._backs: list[list[Back]] = []
        """A row without cells is empty."""

    def add_row(self, word: str, most: int, jump: int, near: Mapping[int, int]) -> None:
        """Work out the next word: it stands at a position, or is added, or words are left out.

        Args:
            word: its term.
            most: a cell that costs more leads no further, because to jump is cheaper.
            jump: what it costs to come here from anywhere.
            near: what it costs to come to a position over a mark, from a little before it.
        """
        offset = len(self._backs)
        terms = self._terms[offset : offset + self.width]
        costs: list[int] = []
        backs: list[Back] = []
        # A row from which nothing leads on, and in which the word does not stand, need not be kept.
        if self.least <= most or word in terms:
            is_left = self.least > most or not self._costs
            previous = [NEVER] * self.width if is_left else self._costs
            # The cell k of this row stands one position further on than the cell k of the last. So
            # the last row's cell k is one step behind it, and its cell k + 1 at the same position.
            after = [*previous[1 : self.width + 1], NEVER][: self.width]
            left = NEVER
            for k, (term, straight, added) in enumerate(zip(terms, previous, after, strict=False)):
                # The order of the offers decides between paths of one cost: an earlier offer stays
                # unless a later one costs less. Both languages make them in this order.
                best: int = NEVER
                back: Back = "none"
                if term == word:
                    best, back = straight, "same"
                    if near and (cost := near.get(self.start + offset + k, NEVER)) < best:
                        best, back = cost, "mark"
                    if jump < best:
                        best, back = jump, "jump"
                elif term not in (BREAK, END):
                    # No word stands at the end of a passage, so none was changed there.
                    best, back = straight + CHANGED, "changed"
                if added + ADDED < best:
                    best, back = added + ADDED, "added"
                # To go over the end of a passage costs nothing, over that of a document a jump.
                left += 0 if term == BREAK else JUMP if term == END else DROPPED
                if left < best:
                    best, back = left, "dropped"
                costs.append(best)
                backs.append(back)
                left = best
        self._costs = costs
        self._backs.append(backs)
        self.least = min(costs, default=NEVER)

    def cells(self, number: int) -> Iterator[Cell]:
        """The cells of the last row."""
        start = self.start + len(self._backs) - 1
        return (Cell(cost, number, start + k) for k, cost in enumerate(self._costs))

    def cheapest(self, number: int) -> Cell:
        """The first of the cheapest cells of the last row; `NEVER` if it has none."""
        at = self._costs.index(self.least) if self._costs else 0
        return Cell(self.least, number, self.start + len(self._backs) - 1 + at)

    def back(self, row: int, position: int) -> Back:
        """How a cell was reached, by the row's place in the stretch."""
        return self._backs[row][position - self.start - row]

    def ends(self, number: int) -> Iterator[Cell]:
        """The cells of the last row in which a quotation may end."""
        last = self._backs[-1]
        return (
            cell for cell, back in zip(self.cells(number), last, strict=True) if back != "dropped"
        )

    def term(self, position: int) -> str:
        """What stands at a position."""
        return self._terms[position - self.start]
