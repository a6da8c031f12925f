"""Where in the passages of an edition its emendations stand."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations.model.edition import Edition, Passage
from consultations.model.emendation import Emendation
from consultations.model.text import Interval


@dataclass(frozen=True)
class EmendedPlace:
    """What an emendation left of a passage: passage.text[start:end], in code points.

    Of one that left nothing, the interval is empty; of one that only made or took away a blank, it
    is the blank, or its place.
    """

    emendation: Emendation
    passage: str
    start: int
    end: int


def emended_places(edition: Edition) -> Iterator[EmendedPlace]:
    """The emendations that stand inside a passage, passage by passage, in order.

    One between two passages, such as a running head that was taken out, stands in none. One that
    joins two pieces of a passage stands where they meet.

    The places are found by counting the characters that are no white space. In a faithful edition a
    passage's text has as many of them as its pieces of the source have once they are emended.
    """
    starts = [e.start for e in edition.emendations]
    joins = _joins(edition, starts)
    for passage in edition.passages:
        yield from _in_passage(edition, passage, starts, joins)


def _in_passage(
    edition: Edition,
    passage: Passage,
    starts: list[int],
    joins: Mapping[Interval, Sequence[Emendation]],
) -> Iterator[EmendedPlace]:
    """The emendations in one passage.

    Args:
        edition: of which it is.
        passage: it.
        starts: where the emendations of the edition begin.
        joins: those that join two pieces, by where the first ends and the second begins.
    """
    places = [place for piece in passage.source for place in piece]
    if not places or bisect_left(starts, min(places)) == bisect_right(starts, max(places)):
        return  # there is none, and its characters need not be counted
    printed = [i for i, c in enumerate(passage.text) if not c.isspace()]
    count = 0
    seam = None  # where the piece before ends
    for start, end in passage.source:
        if seam is not None:
            for e in joins.get((seam, start), ()):
                yield EmendedPlace(e, passage.id, *_interval(passage, printed, count, 0, e))
        seam = end
        at = start
        for i in range(bisect_left(starts, start), len(starts)):
            e = edition.emendations[i]
            if not e.belongs_before(end):
                break
            count += _characters(edition.source.text[at : e.start])
            left = _characters(e.after)
            yield EmendedPlace(e, passage.id, *_interval(passage, printed, count, left, e))
            count += left
            at = e.end
        count += _characters(edition.source.text[at:end])


def _joins(edition: Edition, starts: list[int]) -> Mapping[Interval, Sequence[Emendation]]:
    """Those that join two pieces of a passage, by where the first ends and the second begins.

    One stands at the end of the first, or right before the second. There a piece of another passage
    may end or begin, as that of a note at the foot of a page: a seam that could have two has the
    one that no other seam can have, or else the one right before its second piece.
    """
    seams = [
        (first[1], second[0])
        for passage in edition.passages
        for first, second in pairwise(passage.source)
    ]
    near = {seam: _joining(edition.emendations, starts, *seam) for seam in seams}
    claims = Counter(e.start for found in near.values() for e in found)
    joins: dict[Interval, Sequence[Emendation]] = {}
    given: set[int] = set()
    for seam, found in near.items():
        own = [e for e in found if claims[e.start] == 1] or found[-1:]
        joins[seam] = [e for e in own if e.start not in given]
        given |= {e.start for e in own}
    return joins


def _joining(
    emendations: Sequence[Emendation], starts: list[int], low: int, high: int
) -> list[Emendation]:
    """Those at the end of the first of two pieces, or right before the second, in order."""
    between = emendations[bisect_left(starts, low) : bisect_left(starts, high)]
    return [
        e
        for e in between
        if e.kind == "join" and e.end <= high and (e.start == low or e.end == high)
    ]


def _interval(
    passage: Passage, printed: list[int], count: int, left: int, e: Emendation
) -> tuple[int, int]:
    """The place of `left` characters of a passage after its first `count`, white space apart.

    Args:
        passage: in which the emendation stands.
        printed: where in its text each character stands that is no white space.
        count: how many of these stand before the emendation.
        left: how many the emendation has put there.
        e: the emendation.
    """
    if left:
        return printed[count], printed[count + left - 1] + 1
    start = printed[count - 1] + 1 if count else 0
    if not e.after:
        return start, start
    # It put in white space alone: what stands between the two printed characters around it.
    return start, printed[count] if count < len(printed) else len(passage.text)


def _characters(text: str) -> int:
    """How many characters are no white space."""
    return len("".join(text.split()))
