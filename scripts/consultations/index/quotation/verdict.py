"""The verdict on a quotation, from the path that its words take through the archive.

client/check/verdict.js mirrors it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from consultations.index.quotation.alignment import Step
from consultations.index.quotation.collation import collate
from consultations.index.quotation.difference import Op
from consultations.index.quotation.part import Part
from consultations.index.quotation.places import SHORT
from consultations.index.quotation.reading import Reading
from consultations.index.quotation.row import Row

Verdict = Literal["verbatim", "typographic", "elided", "altered", "spliced", "absent", "too-short"]
RANK: tuple[Verdict, ...] = ("verbatim", "typographic", "elided", "altered", "spliced", "absent")
"""From the best to the worst."""
_PERCENT = 55
"""How many words of a hundred must be found, in order, for the rest to be alterations."""
_PERCENT_OF_PIECES = 70
"""How many must stand in runs of four or more where it jumps: turns of phrase are everywhere."""
_LONG = 8
"""Words: a run of so many is no chance."""
_PERCENT_WITH_LONG = 20
"""How many must stand in runs of four or more beside it: a long text has long runs by chance."""
_ALTERATIONS: frozenset[Op] = frozenset({"punctuation", "changed", "added", "dropped", "moved"})


@dataclass(frozen=True)
class Found:
    """A quotation at one place of the archive, or pieced together from several."""

    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def differences(self) -> int:
        """How many there are, but for what a mark leaves out."""
        return sum(step.op not in ("same", "elided") for part in self.parts for step in part.steps)


def judge(row: Row, reading: Reading, path: Sequence[Step]) -> Found:
    """The verdict on a reading that takes this path.

    Args:
        row: the archive.
        reading: of the quotation.
        path: a step for each of its words, and for each word of the text that it leaves out.
    """
    if not _stands(row, reading, path):
        return Found("absent", ())
    parts = collate(row, reading, path)
    ops = {step.op for part in parts for step in part.steps}
    if _spliced(row, path):
        return Found("spliced", parts)
    if ops & _ALTERATIONS or _broken(row, reading, path):
        return Found("altered", parts)
    if any(reading.marks):
        return Found("elided", parts)
    return Found("typographic" if reading.noted or "typography" in ops else "verbatim", parts)


def _pieces(row: Row, path: Sequence[Step]) -> list[list[Step]]:
    """A path in pieces, each of which goes through one document without a jump."""
    pieces: list[list[Step]] = []
    edition = ""
    for step in path:
        here = edition if step.position is None else row.edition(step.position)
        if not pieces or step.jumps or (edition and here != edition):
            pieces.append([])
        pieces[-1].append(step)
        edition = here
    return pieces


def _same(piece: Sequence[Step]) -> list[int]:
    """The positions at which a piece has the text's words."""
    return [s.position for s in piece if s.op == "same" and s.position is not None]


def _stands(row: Row, reading: Reading, path: Sequence[Step]) -> bool:
    """Whether enough of a quotation is found to say that it comes from here."""
    runs = [0]
    for step in path:
        if step.op != "same" or step.jumps:
            runs.append(0)
        runs[-1] += step.op == "same"
    count = len(reading.words)
    whole = sum(run for run in runs if run >= SHORT)
    if max(runs) >= _LONG and whole * 100 >= _PERCENT_WITH_LONG * count:
        return True
    if any(reading.marks) or len(_pieces(row, path)) == 1:
        return sum(runs) * 100 >= _PERCENT * count
    return whole * 100 >= _PERCENT_OF_PIECES * count


def _spliced(row: Row, path: Sequence[Step]) -> bool:
    """Whether true pieces stand in different documents, or far from each other."""
    pieces = [same for piece in _pieces(row, path) if len(same := _same(piece)) >= SHORT]
    return any(row.is_far(before[-1], after[0]) for before, after in pairwise(pieces))


def _broken(row: Row, reading: Reading, path: Sequence[Step]) -> bool:
    """Whether it goes on elsewhere than a little further on, over a mark that says so."""
    pieces = _pieces(row, path)
    return any(
        after[0].word is None
        or reading.marks[after[0].word] is None
        or not row.is_near(before[-1].position, after[0].position)
        for before, after in pairwise(pieces)
    )
