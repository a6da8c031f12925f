"""Which passage of the edition before each passage of this one is.

First the passages whose words are the same are paired, in order, short ones only under the same:
the matching blocks of `difflib` (the method of Ratcliff and Obershelp, 1988). Then, between two
such pairs, the passages are paired that are most alike at their beginning, middle and end, and of
those that are alike the long ones first. No pair crosses another.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from consultations.edition.prints import EDGE, print_of, words_of
from consultations.model.edition import Edition
from consultations.model.permalink import Permalink

_ALIKE = 0.65
"""Two passages between the same neighbours that are as alike as this are one passage, changed.

Two of the three edges must be much the same for that. The beginning alone gives 0.57 at most. Of
one of which all words are kept, two in three must be the same, in their order.
"""
_ALIKE_SHORT = 0.4
"""The same for a passage so short that its beginning is all of it: one word in two may differ."""


class Texts:
    """The words of an edition's passages, to look for those of an old one."""

    def __init__(self, edition: Edition) -> None:
        texts = [" ".join(words_of(passage.text)) for passage in edition.passages]
        self._texts = [f" {' '.join(texts[n : n + 3])} " for n in range(len(texts))]

    def has(self, words: str, number: int) -> bool:
        """Whether these words stand in a passage, or in it and the two that it may be split into.

        Fewer words than an edge of a long passage has tell nothing: others have them by chance.
        """
        return len(words.split()) >= EDGE and f" {words} " in self._texts[number]


def aligned(
    old: Sequence[Permalink], new: Sequence[Permalink], texts: Texts
) -> Iterator[tuple[int, str]]:
    """For each new passage that is an old one, its number and the old one's id."""
    # The last argument keeps `difflib` from passing over what many passages have in common.
    matcher = SequenceMatcher(None, list(_told(old)), list(_told(new)), False)
    for tag, i, i_end, k, k_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(k, k_end), (x.id for x in old[i:i_end]), strict=True)
        elif tag == "replace":
            yield from _most_alike(old[i:i_end], new[k:k_end], k, texts)


def _told(links: Sequence[Permalink]) -> Iterator[tuple[object, ...]]:
    """What passages are known by: their words; of few words, what they stand under as well.

    That is the nearest before them with more words: "Yes" under another question is another answer.
    """
    above: list[Permalink] = []
    for link in links:
        while above and above[-1].words <= link.words:
            above.pop()
        under = print_of(above[-1]) if above and link.words <= EDGE else None
        above.append(link)
        yield (*print_of(link), under)


def _most_alike(
    old: Sequence[Permalink], new: Sequence[Permalink], first: int, texts: Texts
) -> Iterator[tuple[int, str]]:
    """Pairs between the same neighbours, the most alike first; none crosses another."""
    # Every old passage is held against every new one: mostly a few of each, since only what stands
    # between two passages that have not changed comes here.
    likeness = sorted(
        (-_alike(x, y, first + k, texts), -x.words, i, k)
        for i, x in enumerate(old)
        for k, y in enumerate(new)
    )
    pairs: list[tuple[int, int]] = []
    for value, _, i, k in likeness:
        least = _ALIKE_SHORT if old[i].words <= EDGE else _ALIKE
        # Two pairs with a passage in common cross as well, so that none is paired twice.
        crosses = any(not ((i < i2 and k < k2) or (i > i2 and k > k2)) for i2, k2 in pairs)
        if -value >= least and not crosses:
            pairs.append((i, k))
            yield first + k, old[i].id


def _alike(one: Permalink, other: Permalink, number: int, texts: Texts) -> float:
    """How alike an old passage and a new one are, from 0 to 1: by their edges and their length.

    The old one's middle and end may stand in what follows the new one, if it was split in two.

    Args:
        one: the old passage.
        other: the new passage.
        number: its index in the edition.
        texts: of the edition.
    """
    if EDGE < one.words <= 2 * EDGE and EDGE < other.words <= 2 * EDGE:
        return _alike_whole(one, other)
    opening = _ratio(one.opening, other.opening)
    closing = 1.0 if texts.has(one.closing, number) else _ratio(one.closing, other.closing)
    length = min(one.words, other.words) / max(one.words, other.words, 1)
    # The weights of each sum add up to 1. A short passage has no middle, and its two edges may be
    # the same words.
    if not one.middle:
        return 0.4 * opening + 0.5 * closing + 0.1 * length
    middle = 1.0 if texts.has(one.middle, number) else _ratio(one.middle, other.middle)
    return 0.35 * opening + 0.3 * middle + 0.25 * closing + 0.1 * length


def _alike_whole(one: Permalink, other: Permalink) -> float:
    """How alike two are of which the beginning and the end together are all words."""
    return SequenceMatcher(None, _whole(one), _whole(other), False).ratio()


def _whole(link: Permalink) -> list[str]:
    return [*link.opening.split(), *link.closing.split()[2 * EDGE - link.words :]]


def _ratio(one: str, other: str) -> float:
    """How alike two edges are: 1 where they are the same, and else clearly less."""
    if one == other:
        return 1.0
    # 0.7 keeps edges that are only alike apart from the same ones: five words of six must not
    # count almost as much as six.
    return 0.7 * SequenceMatcher(None, one.split(), other.split(), False).ratio()
