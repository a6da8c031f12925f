"""Where a quotation may stand: its rarest words vote through their positions.

A word that stands at position p of the archive and is word i of the quotation votes for the
diagonal p - i, as in FASTA. The diagonals with most votes are aligned. client/check/places.js
mirrors it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations.analysis.contract import number
from consultations.index.quotation.interpretation import Interpretation
from consultations.index.quotation.row import DISTANT, Row
from consultations.model.text import merged

STRETCH = number("quotation.stretch")
SHORT = number("quotation.short")
_NEAR = number("quotation.near")
_RAREST = number("quotation.rarest")
_VOTES = number("quotation.votes")
_BEST = number("quotation.best")
_BUCKET = number("quotation.bucket")
SLACK = number("quotation.slack")

Shifts = tuple[int, int]
"""A diagonal band [low, high): word i of a quotation stands at a position i + shift."""


class VotingStretch(NamedTuple):
    """Words [first, last) of a quotation, and the bands in which they may stand."""

    first: int
    last: int
    bands: tuple[Shifts, ...]


def _cut(quoted: Interpretation) -> list[tuple[int, int]]:
    """A quotation in runs [first, last) of words that vote together: none goes over a mark."""
    cuts = [i for i, mark in enumerate(quoted.marks) if mark and 0 < i < len(quoted.words)]
    bounds = [0, *cuts, len(quoted.words)]
    found: list[tuple[int, int]] = []
    for first, last in pairwise(bounds):
        # As few parts as there must be, rounded up, and those as even as can be: a rest of three
        # words would have too few to vote.
        parts = max(-(-(last - first) // STRETCH), 1)
        steps = [first + (last - first) * i // parts for i in range(parts + 1)]
        found += pairwise(steps)
    return found


def exact(row: Row, terms: Sequence[str]) -> list[int]:
    """Positions at which the very same terms stand, ascending, in one passage each."""
    # Of a long quotation the beginning is enough: all of it is compared with the text.
    counts = [(len(row.positions(term)), i) for i, term in enumerate(terms[:STRETCH])]
    rarest = [i for _, i in sorted(counts)[:_RAREST]]
    starts: set[int] | None = None
    for i in rarest:
        here = {position - i for position in row.positions(terms[i])}
        starts = here if starts is None else starts & here
    wanted = list(terms)
    return [
        start
        for start in sorted(starts or ())
        # Most that differ differ soon.
        if row.terms(start, start + len(wanted[:_RAREST])) == wanted[:_RAREST]
        and row.terms(start, start + len(wanted)) == wanted
    ]


def stretches(row: Row, quoted: Interpretation) -> list[VotingStretch]:
    """A quotation in runs of words that vote together, with where each may stand.

    None where no word of it says anything. No run goes over a mark.
    """
    # Each stretch votes by itself, so that pieces of a long quotation may stand apart.
    parts = _cut(quoted)
    terms = [word.term for word in quoted.words]
    # Where all pieces are short, short ones vote too.
    least = min(SHORT, max(last - first for first, last in parts))
    kept: dict[tuple[str, ...], list[Shifts]] = {}
    chosen: list[list[Shifts]] = []
    for first, last in parts:
        key = tuple(terms[first:last])
        # A refrain is looked up once, however often a quotation repeats it.
        if key not in kept:
            kept[key] = list(_shifts(row, key)) if last - first >= least else []
        # A shift is counted from the stretch's own first word.
        chosen.append([(low - first, high - first) for low, high in kept[key]])
    if not any(chosen):
        return []
    reach = _NEAR if any(quoted.marks) else 0
    _fill(chosen, reach)
    return [
        VotingStretch(first, last, tuple(merged(_with_neighbours(chosen, k, reach))))
        for k, (first, last) in enumerate(parts)
    ]


def _rarest(row: Row, terms: Sequence[str]) -> list[int]:
    """Where in a stretch each of its terms stands first, the rarest first."""
    firsts = {term: i for i, term in reversed(list(enumerate(terms)))}
    return sorted(firsts.values(), key=lambda i: (len(row.positions(terms[i])), i))


def _shifts(row: Row, terms: Sequence[str]) -> Iterator[Shifts]:
    """The best shifts from a stretch to the archive: where the same words stand, else by votes."""
    same = exact(row, terms)
    if same:
        yield from ((start - SLACK, start + SLACK + 1) for start in same[:_BEST])
        return
    votes = _votes(row, terms)
    # Words may be left out or put in, so that the votes for one place fall into two buckets.
    pairs = Counter({b: score + votes.get(b + 1, 0) for b, score in votes.items()})
    taken: list[int] = []
    for bucket, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        # Beside a bucket that is taken, the band would be the same one again.
        if all(abs(bucket - other) > 1 for other in taken):
            taken.append(bucket)
            yield bucket * _BUCKET - SLACK, (bucket + 2) * _BUCKET + SLACK
        if len(taken) == _BEST:
            return


def _votes(row: Row, terms: Sequence[str]) -> dict[int, int]:
    """Each word's weight for the shifts, in buckets, at which it would stand where it does."""
    votes: defaultdict[int, int] = defaultdict(int)
    left = _VOTES
    places = defaultdict(list)
    for i, term in enumerate(terms):
        places[term].append(i)
    for first in _rarest(row, terms):
        positions = row.positions(terms[first])
        # The logarithm of how rare the word is: a vote of "the" says next to nothing.
        weight = (len(row) // max(len(positions), 1)).bit_length()
        for i in places[terms[first]]:
            # The commonest words come last. They are not counted once the budget is spent, since
            # their votes are many and change little.
            if len(positions) > left:
                return votes
            left -= len(positions)
            # As a set: a word that stands twice nearby votes once.
            for bucket in {(position - i) // _BUCKET for position in positions}:
                votes[bucket] += weight
    return votes


def _fill(chosen: list[list[Shifts]], reach: int) -> None:
    """Give stretches of their own no place that of the one before, else of the one after."""
    # Such a stretch is made of very common words, and most likely goes on where its neighbour is.
    for k in range(1, len(chosen)):
        if not chosen[k]:
            chosen[k] = [(low, min(high + reach, low + DISTANT)) for low, high in chosen[k - 1]]
    for k in reversed(range(len(chosen) - 1)):
        if not chosen[k]:
            chosen[k] = [(max(low - reach, high - DISTANT), high) for low, high in chosen[k + 1]]


def _with_neighbours(chosen: Sequence[Sequence[Shifts]], k: int, reach: int) -> Iterator[Shifts]:
    """The bands of a stretch, and the best of those beside it, which may go on in it."""
    most = _BEST if reach else 2
    yield from chosen[k]
    if k > 0:
        yield from ((low, high + reach) for low, high in chosen[k - 1][:most])
    if k + 1 < len(chosen):
        yield from ((low - reach, high) for low, high in chosen[k + 1][:most])
