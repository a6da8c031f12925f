"""The verdict on a quotation, from the path that its words take through the archive.

client/check/verdict.js mirrors it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from consultations.analysis.contract import number, words
from consultations.index.quotation.alignment import Step
from consultations.index.quotation.collation import collate
from consultations.index.quotation.interpretation import Interpretation
from consultations.index.quotation.part import Part
from consultations.index.quotation.places import SHORT
from consultations.index.quotation.row import Row

Verdict = Literal["verbatim", "typographic", "elided", "altered", "spliced", "absent", "too-short"]
RANK = cast(tuple[Verdict, ...], words("quotation.rank"))
"""From the best to the worst."""
_PERCENT = number("quotation.percent")
_PERCENT_OF_PIECES = number("quotation.percent_of_pieces")
_LONG = number("quotation.long")
_PERCENT_WITH_LONG = number("quotation.percent_with_long")
_ALTERATIONS = frozenset(words("quotation.alterations"))


@dataclass(frozen=True)
class QuotationMatch:
    """A quotation at one place of the archive, or pieced together from several."""

    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def differences(self) -> int:
        """How many there are, but for what a mark leaves out."""
        return sum(step.op not in ("same", "elided") for part in self.parts for step in part.steps)


def judge(row: Row, quoted: Interpretation, path: Sequence[Step]) -> QuotationMatch:
    """The verdict on a quotation that takes this path.

    Args:
        row: the archive.
        quoted: of the quotation.
        path: a step for each of its words, and for each word of the text that it leaves out.
    """
    if not _stands(row, quoted, path):
        return QuotationMatch("absent", ())
    parts = collate(row, quoted, path)
    ops = {step.op for part in parts for step in part.steps}
    # Spliced before altered: that pieces are of different places matters more than a changed word.
    if _spliced(row, path):
        return QuotationMatch("spliced", parts)
    if ops & _ALTERATIONS or _broken(row, quoted, path):
        return QuotationMatch("altered", parts)
    if any(quoted.marks):
        return QuotationMatch("elided", parts)
    return QuotationMatch(
        "typographic" if quoted.noted or "typography" in ops else "verbatim", parts
    )


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


def _stands(row: Row, quoted: Interpretation, path: Sequence[Step]) -> bool:
    """Whether enough of a quotation is found to say that it comes from here."""
    runs = [0]
    for step in path:
        # A word that is changed or jumped to begins a new run, of no words so far.
        if step.op != "same" or step.jumps:
            runs.append(0)
        runs[-1] += step.op == "same"
    count = len(quoted.words)
    whole = sum(run for run in runs if run >= SHORT)
    # Each bar is for a length of evidence: a long run is no chance even where much else differs.
    if max(runs) >= _LONG and whole * 100 >= _PERCENT_WITH_LONG * count:
        return True
    # In one run, common words count too. Scattered ones are found for any text, so where the path
    # jumps only whole runs count.
    if any(quoted.marks) or len(_pieces(row, path)) == 1:
        return sum(runs) * 100 >= _PERCENT * count
    return whole * 100 >= _PERCENT_OF_PIECES * count


def _spliced(row: Row, path: Sequence[Step]) -> bool:
    """Whether true pieces stand in different documents, or far from each other."""
    # Shorter pieces are turns of phrase that stand everywhere.
    pieces = [same for piece in _pieces(row, path) if len(same := _same(piece)) >= SHORT]
    return any(row.is_far(before[-1], after[0]) for before, after in pairwise(pieces))


def _broken(row: Row, quoted: Interpretation, path: Sequence[Step]) -> bool:
    """Whether it goes on elsewhere than a little further on, over a mark that says so."""
    pieces = _pieces(row, path)
    return any(
        after[0].word is None
        or quoted.marks[after[0].word] is None
        or not row.is_near(before[-1].position, after[0].position)
        for before, after in pairwise(pieces)
    )
