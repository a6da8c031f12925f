"""Where the words of a leaf stand in the text: slots looked up, positions put in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from consultations.index.query import Voice, Words
from consultations.index.vocabulary import IndexVocabulary
from consultations.model.text import Interval

Occurrence = tuple[int, ...]
"""Positions in a passage, one for each slot, ascending."""

Occurrences = Mapping[int, Sequence[Occurrence]]
"""Of each passage in which there is any, by its number: in order, no two begin at one place."""

_TEXT = "text"


def occurrences(reader: Any, vocabulary: IndexVocabulary, words: Words) -> Occurrences:
    """Every place where the words stand, once for each position at which they can begin.

    Args:
        reader: Whoosh's, of the archive's index.
        vocabulary: of that index.
        words: a leaf of a query.
    """
    expanded = [vocabulary.words(slot) for slot in words.slots]
    # The rarest first: the rest is only looked up where that stands.
    rarest = sorted(range(len(expanded)), key=lambda i: _count(reader, expanded[i]))
    found: dict[int, dict[int, Sequence[int]]] = {}
    passages: Sequence[int] | None = None
    for slot in rarest:
        found[slot] = dict(_positions(reader, expanded[slot], passages))
        passages = sorted(found[slot])
    chained = (
        (passage, _chains([found[slot][passage] for slot in range(len(expanded))], words.reach))
        for passage in passages or ()
    )
    return {passage: chains for passage, chains in chained if chains}


def spoken(
    found: Occurrences, voice: Voice, quoted: Callable[[int], Sequence[Interval]]
) -> Occurrences:
    """Those occurrences that stand inside a quotation, or outside every one.

    Args:
        found: what is chosen from.
        voice: `quoted` or `own`.
        quoted: gives the positions of a passage that stand in quotations, in order and apart.
    """

    def counts(occurrence: Occurrence, intervals: Sequence[Interval]) -> bool:
        first, last = occurrence[0], occurrence[-1]
        if voice == "own":
            return all(last < start or end <= first for start, end in intervals)
        return any(start <= first and last < end for start, end in intervals)

    chosen = (
        (passage, [one for one in all_ if counts(one, quoted(passage))])
        for passage, all_ in found.items()
    )
    return {passage: kept for passage, kept in chosen if kept}


def _count(reader: Any, terms: Iterable[str]) -> int:
    return sum(reader.doc_frequency(_TEXT, term) for term in terms)


def _positions(
    reader: Any, terms: Sequence[str], passages: Sequence[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Where any of the terms stands, by passage; only in those given, where some are."""
    if len(terms) == 1:
        yield from _postings(reader, terms[0], passages)
        return
    together: dict[int, list[int]] = {}
    for term in terms:
        for passage, positions in _postings(reader, term, passages):
            together.setdefault(passage, []).extend(positions)
    for passage in together:
        yield passage, sorted(together[passage])


def _postings(
    reader: Any, term: str, passages: Sequence[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    if (_TEXT, term) not in reader:
        return
    matcher = reader.postings(_TEXT, term)
    if passages is None:
        while matcher.is_active():
            yield matcher.id(), matcher.value_as("positions")
            matcher.next()
        return
    for passage in passages:
        if not matcher.is_active():
            return
        if matcher.id() < passage:
            matcher.skip_to(passage)
        if matcher.is_active() and matcher.id() == passage:
            yield passage, matcher.value_as("positions")


def _chains(slots: Sequence[Sequence[int]], reach: int) -> list[Occurrence]:
    """Chains of positions, one for each slot, each at most `reach` after the one before it.

    Of several positions the nearest is taken. The work goes from the last slot to the first, so
    that a position is kept only if a chain leads from it to the end.
    """
    after: list[dict[int, int]] = []
    ends: Sequence[int] = slots[-1]
    for positions in reversed(slots[:-1]):
        following = _nearest(positions, ends, reach)
        after.append(following)
        ends = list(following)
    chains = []
    for start in ends:
        chain = [start]
        for following in reversed(after):
            chain.append(following[chain[-1]])
        chains.append(tuple(chain))
    return chains


def _nearest(positions: Sequence[int], ends: Sequence[int], reach: int) -> dict[int, int]:
    """Of each position that has one within reach: the first end after it. Both ascend."""
    found: dict[int, int] = {}
    i = 0
    for position in positions:
        while i < len(ends) and ends[i] <= position:
            i += 1
        if i < len(ends) and ends[i] - position <= reach:
            found[position] = ends[i]
    return found
