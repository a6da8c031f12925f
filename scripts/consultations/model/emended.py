"""Where in the passages of an edition its emendations stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations.model.edition import Edition, Passage
from consultations.model.emendation import Emendation


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
    for passage in edition.passages:
        yield from _in_passage(edition, passage, starts)


def _in_passage(edition: Edition, passage: Passage, starts: list[int]) -> Iterator[EmendedPlace]:
    """The emendations in one passage; `starts` are the places where those of the edition begin."""
    places = [place for piece in passage.source for place in piece]
    if not places or bisect_left(starts, min(places)) == bisect_right(starts, max(places)):
        return  # there is none, and its characters need not be counted
    printed = [i for i, c in enumerate(passage.text) if not c.isspace()]
    count = 0
    seam = None  # where the piece before ends
    for start, end in passage.source:
        if seam is not None:
            for e in _joining(edition.emendations, starts, seam, start):
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


def _joining(
    emendations: Sequence[Emendation], starts: list[int], low: int, high: int
) -> Iterator[Emendation]:
    """Those that join two pieces: at the end of the first, or right before the second."""
    for e in emendations[bisect_left(starts, low) : bisect_left(starts, high)]:
        if e.kind == "join" and e.end <= high and (e.start == low or e.end == high):
            yield e


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
