"""Words that the source had before an edition mended them, with the places where they stood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from consultations.analysis import Token, fold
from consultations.model.text import Interval
from consultations.passages import SearchPassage

MOST_WORDS = 12
"""A longer emendation is no other wording of some words, but a stretch of the source that was taken
out. Nobody searches for it."""


def readings(passage: SearchPassage, found: Sequence[Token]) -> Iterator[tuple[str, Interval]]:
    """The places of a passage where the source has other words.

    Emendations that change the same word are one place.

    Args:
        passage: with its emendations.
        found: the tokens of its text.

    Yields:
        The terms of the source, with blanks between them; the interval [first, last) of the
        tokens that stand there now. There is at least one of each.
    """
    for first, last, places in _places(passage, found):
        # The words as the source has them: what the edition has around the changes, with what each
        # change was before in its place. A change may begin before the word that it touches.
        before, at = [], min(found[first].start, places[0][0])
        for start, end, source in places:
            before += [passage.text[at:start], source]
            at = end
        terms = fold("".join([*before, passage.text[at : max(found[last - 1].end, at)]]))
        now = [token.term for token in found[first:last]]
        if terms != now and 0 < len(terms) <= MOST_WORDS:
            yield " ".join(terms), (first, last)


def _places(
    passage: SearchPassage, found: Sequence[Token]
) -> Iterator[tuple[int, int, list[tuple[int, int, str]]]]:
    """The tokens that emendations touch, as [first, last), with the emendations."""
    held: tuple[int, int, list[tuple[int, int, str]]] | None = None
    starts, ends = [token.start for token in found], [token.end for token in found]
    for place in passage.mended:
        # `left` and `right`: a change that only touches a word, such as a hyphen taken out right
        # behind it, is one of that word too.
        first, last = bisect_left(ends, place[0]), bisect_right(starts, place[1])
        if first >= last:
            continue
        if held and first < held[1]:
            held = held[0], max(last, held[1]), [*held[2], place]
            continue
        if held:
            yield held
        held = first, last, [place]
    if held:
        yield held
