"""True pieces of a quotation that the votes of its rarest words did not find.

If two true pieces are run together, the rarer one may win all votes. So what the cheapest path
leaves unexplained is looked up once more, four words at a time. client/check/pieces.js mirrors it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from consultations.analysis.contract import number
from consultations.index.quotation.alignment import Step
from consultations.index.quotation.interpretation import Interpretation
from consultations.index.quotation.places import SHORT, SLACK, VotingStretch
from consultations.index.quotation.row import Row
from consultations.model.text import merged

_COMMON = number("quotation.common")
_FEW = number("quotation.few")


class _Run(NamedTuple):
    """Words [first, last) of a quotation that stand in the archive, at positions i + shift."""

    first: int
    last: int
    shift: int


def with_pieces(
    row: Row,
    quoted: Interpretation,
    stretches: Sequence[VotingStretch],
    path: Sequence[Step],
) -> list[VotingStretch] | None:
    """The stretches with bands for the true pieces in what a path leaves unexplained.

    Args:
        row: the archive.
        quoted: of the quotation.
        stretches: of the quotation, with the bands that its rarest words voted for.
        path: the cheapest one through these.

    Returns:
        None where there is no such piece.
    """
    # Votes find one place well. What is left over is searched by fours of words, which are rarely
    # chance: the votes of a short true piece drown in those of a long one.
    explained = _explained(path)
    shifts = sorted(set(explained.values()))
    regions = _unexplained(quoted, explained)
    runs = [run for region in regions for run in _runs(row, quoted, region, shifts)]
    return _with_runs(stretches, runs) if runs else None


def _with_runs(stretches: Sequence[VotingStretch], runs: Sequence[_Run]) -> list[VotingStretch]:
    """The stretches, each with a band for every run that stands in it."""
    firsts = [stretch.first for stretch in stretches]
    bands = [list(stretch.bands) for stretch in stretches]
    for run in runs:
        for k in range(bisect_right(firsts, run.first) - 1, bisect_left(firsts, run.last)):
            bands[k].append((run.shift - SLACK, run.shift + SLACK + 1))
    return [
        stretch._replace(bands=tuple(merged(own)))
        for stretch, own in zip(stretches, bands, strict=True)
    ]


def _explained(path: Sequence[Step]) -> dict[int, int]:
    """The words that stand in a row of four or more as in the text, and their shifts."""
    found: dict[int, int] = {}
    run: list[tuple[int, int]] = []
    for step in path:
        if step.op != "same" or step.jumps:
            run = []
        if step.op == "same" and step.word is not None and step.position is not None:
            run.append((step.word, step.position - step.word))
        if len(run) >= SHORT:
            found.update(run[-SHORT:])
    return found


def _unexplained(quoted: Interpretation, explained: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Words [first, last), four at least, that a path does not explain, or only word by word."""
    first = 0
    for i in range(len(quoted.words) + 1):
        if i < len(quoted.words) and i not in explained and quoted.marks[i] is None:
            continue
        if i - first >= SHORT:
            yield first, i
        first = i + 1 if i in explained else i


def _runs(
    row: Row, quoted: Interpretation, region: tuple[int, int], shifts: Sequence[int]
) -> Iterator[_Run]:
    """The longest runs of a region's words that stand in the archive, until they cover it.

    Of two runs of one length the first is the one whose shift is nearer to one that is explained.
    """
    first, last = region
    terms = [word.term for word in quoted.words[first:last]]
    covered: set[int] = set()
    fours = {first + k: tuple(terms[k : k + SHORT]) for k in range(len(terms) - SHORT + 1)}
    starts = {four: _starts(row, four) for four in dict.fromkeys(fours.values())}
    found = _grown({i: starts[four] for i, four in fours.items()})
    for run in sorted(found, key=lambda r: (r.first - r.last, _distance(shifts, r.shift), r)):
        # A run is a set of fours. One that covers no new four adds nothing.
        own = range(run.first, run.last - SHORT + 1)
        if not covered.issuperset(own):
            covered.update(own)
            yield run


def _distance(shifts: Sequence[int], shift: int) -> int:
    """How far a shift is from the nearest of some that ascend."""
    at = bisect_left(shifts, shift)
    return min((abs(other - shift) for other in shifts[max(at - 1, 0) : at + 1]), default=0)


def _grown(starts: Mapping[int, Sequence[int]]) -> list[_Run]:
    """The positions at which fours of words stand, grown together into runs."""
    runs: list[_Run] = []
    open_runs: dict[int, int] = {}
    for i, positions in starts.items():
        shifts = {position - i for position in positions}
        runs += [
            _Run(first, i + SHORT - 1, shift)
            for shift, first in open_runs.items()
            if shift not in shifts
        ]
        # Fours of one shift that follow each other overlap by three words, and are one run.
        open_runs = {shift: open_runs.get(shift, i) for shift in shifts}
    end = max(starts) + SHORT
    return runs + [_Run(first, end, shift) for shift, first in open_runs.items()]


def _starts(row: Row, terms: Sequence[str]) -> list[int]:
    """The positions at which four terms stand, ascending; none where all are too common."""
    rare = sorted((len(row.positions(term)), i) for i, term in enumerate(terms))
    looked_up = [i for count, i in rare if count <= _COMMON]
    if not looked_up:
        return []
    starts = [position - looked_up[0] for position in row.positions(terms[looked_up[0]])]
    for i in looked_up[1:]:
        positions = row.positions(terms[i])
        starts = [start for start in starts if _holds(positions, start + i)]
    # Of the words that were too common to be looked up, only the text can tell.
    if len(looked_up) == len(terms):
        return starts
    if len(starts) > _FEW:
        return []
    return [start for start in starts if row.terms(start, start + len(terms)) == list(terms)]


def _holds(positions: Sequence[int], position: int) -> bool:
    """Whether a position is one of those that ascend."""
    at = bisect_left(positions, position)
    return at < len(positions) and positions[at] == position
