"""Where the words of a leaf stand in the text: slots looked up, positions put in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from consultations.analysis import AMOUNT, COMPOUND, NUMBER, is_numeral, may_count
from consultations.analysis.stemming import stem
from consultations.english.small_words import ALWAYS_SMALL
from consultations.index.query import Slot, Voice, Words
from consultations.index.searchable import Searchable
from consultations.index.vocabulary import terms_of
from consultations.model.text import Interval

Occurrence = tuple[int, ...]
"""Positions in a passage, one for each slot, ascending."""

Occurrences = Mapping[int, Sequence[Occurrence]]
"""For each passage with any, by its number: in order, no two begin at one place."""

SMALL = frozenset(map(stem, ALWAYS_SMALL))
"""Stems of words that stand everywhere, so that a place of one alone tells nothing."""

Joined = Callable[[int], Mapping[int, int]]
"""Gives the kinds of the joints of a passage, by the position of the word after each."""


def occurrences(index: Searchable, words: Words) -> Occurrences:
    """Every place where the words stand, once for each position at which they can begin.

    Args:
        index: of the archive.
        words: a leaf of a query.
    """
    expanded = [terms_of(index, slot) for slot in words.slots]
    rarest: Sequence[int] = range(len(expanded))
    # The rarest words are looked up first, and the others only where those stand.
    if len(expanded) > 1:
        rarest = sorted(rarest, key=lambda i: sum(map(index.spread, expanded[i])))
    found: dict[int, dict[int, Sequence[int]]] = {}
    # None means all passages, as long as no word has been looked up.
    passages: Sequence[int] | None = None
    for slot in rarest:
        found[slot] = dict(_positions(index, expanded[slot], passages))
        passages = sorted(found[slot])
    chained = (
        (passage, _chains([found[slot][passage] for slot in range(len(expanded))], words.reach))
        for passage in passages or ()
    )
    return {passage: chains for passage, chains in chained if chains}


def whole(found: Occurrences, words: Words, joined: Joined) -> Occurrences:
    """The occurrences without those that begin or end at a joint where their words may not.

    Args:
        found: what is chosen from.
        words: that were looked for.
        joined: gives the joints of a passage.
    """
    # Most queries are single words without a digit, and such a word may stand in any unit.
    if len(words.slots) == 1 and not may_count(words.slots[0].text):
        return found
    chosen = (
        (passage, [one for one in all_ if not _is_cut(one, words, joined(passage))])
        for passage, all_ in found.items()
    )
    return {passage: kept for passage, kept in chosen if kept}


def _is_cut(occurrence: Occurrence, words: Words, joined: Mapping[int, int]) -> bool:
    if not joined:
        return False
    before, after = joined.get(occurrence[0], 0), joined.get(occurrence[-1] + 1, 0)
    is_phrase = len(words.slots) > 1
    return may_not_begin(words.slots[0], before, is_phrase=is_phrase) or may_not_end(
        words.slots[-1], after, is_phrase=is_phrase
    )


def may_not_begin(slot: Slot, joint: int, *, is_phrase: bool) -> bool:
    """Whether a match may not begin with a slot's word where this joint stands before the word.

    A number is found whole or not at all. A bare word may be part of a number that has blanks,
    because the rest of that number is a bare word of the query too. A single word may be part of a
    compound, because a hyphen stands between two words. A phrase may be no part of one; but the
    words after a number, as in `3 million people`, may begin a phrase.

    Args:
        slot: the first of the words that are looked for.
        joint: COMPOUND, AMOUNT or NUMBER; 0 for none.
        is_phrase: whether there are more words.
    """
    # Whoever writes word*, w?rd or word~ asks for parts of words, and may have parts of numbers.
    if slot.kind not in ("term", "stem"):
        return False
    if slot.kind == "stem" or joint == NUMBER:
        return joint == NUMBER
    return is_numeral(slot.text) if joint == AMOUNT else joint == COMPOUND and is_phrase


def may_not_end(slot: Slot, joint: int, *, is_phrase: bool) -> bool:
    """Whether a match may not end with a slot's word where this joint stands after the word.

    Args:
        slot: the last of the words that are looked for.
        joint: COMPOUND, AMOUNT or NUMBER; 0 for none.
        is_phrase: whether there are more words.
    """
    return may_not_begin(slot, joint, is_phrase=is_phrase) or (
        slot.kind == "term" and joint == AMOUNT and is_phrase
    )


def spoken(
    found: Occurrences, voice: Voice, quoted: Callable[[int], Sequence[Interval]]
) -> Occurrences:
    """Those occurrences that stand inside a quotation, or outside every one.

    Args:
        found: what is chosen from.
        voice: `quoted` or `own`.
        quoted: gives the positions of a passage that stand in quotations, in order and apart.
    """

    # Words that a quotation holds only in part are neither wholly quoted nor wholly the document's
    # own, and count for neither.
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


def telling(found: Iterable[tuple[Words, Occurrence]]) -> list[Occurrence]:
    """The occurrences in a passage that tell something, in the order given.

    Where an `of` was asked for beside longer words, it is one of them where it stands next to one,
    and nothing anywhere else. Where only small words were found, they are what was asked for.

    Args:
        found: each with the leaf that found it.
    """
    all_ = list(found)
    held = {at for words, occurrence in all_ if not _is_small(words) for at in occurrence}
    if not held:
        return [occurrence for _, occurrence in all_]
    small = sorted(occurrence[0] for words, occurrence in all_ if _is_small(words))
    held = _touching(small, held, 1) | _touching(reversed(small), held, -1)
    return [one for words, one in all_ if not _is_small(words) or one[0] in held]


def _is_small(words: Words) -> bool:
    # A small word in double quotes is meant.
    return len(words.slots) == 1 and words.slots[0].kind == "stem" and words.slots[0].text in SMALL


def _touching(small: Iterable[int], held: Iterable[int], step: int) -> set[int]:
    """Positions next to one that is held, or next to another such, in one direction."""
    reached = set(held)
    for at in small:
        if at - step in reached:
            reached.add(at)
    return reached


def _positions(
    index: Searchable, terms: Sequence[str], passages: Sequence[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Where any of the terms stands, by passage; only in those given, where some are."""
    if len(terms) == 1:
        yield from index.places(terms[0], passages)
        return
    # No position comes twice: at each there stands one term.
    together: dict[int, list[int]] = {}
    for term in terms:
        for passage, positions in index.places(term, passages):
            together.setdefault(passage, []).extend(positions)
    for passage in together:
        yield passage, sorted(together[passage])


def _chains(slots: Sequence[Sequence[int]], reach: int) -> list[Occurrence]:
    """Chains of positions, one for each slot, each at most `reach` after the one before it.

    Of several positions the nearest is taken. The work goes from the last slot to the first, so
    that a position is kept only if a chain leads from it to the end.
    """
    # Of each slot but the last, where the chain goes on from each position.
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
    """For each position that has an end within reach, the first end after it. Both ascend."""
    found: dict[int, int] = {}
    i = 0
    for position in positions:
        while i < len(ends) and ends[i] <= position:
            i += 1
        if i < len(ends) and ends[i] - position <= reach:
            found[position] = ends[i]
    return found
