"""Which passage of the edition before each passage of this one is.

First the passages whose words are the same are paired, in order, short ones only under the same:
the matching blocks of `difflib` (the method of Ratcliff and Obershelp, 1988). Then, between two
such pairs, the passages are paired that are most alike at their beginning, middle and end, and of
those that are alike the long ones first. No pair crosses another.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from consultations.edition.prints import EDGE, print_of, words_of
from consultations.model.edition import Edition
from consultations.model.permalink import Permalink

_ALIKE = 0.65
"""Two passages between the same neighbours are one passage, changed, if they are so much alike.

Two of the three edges must be nearly the same for that, and one of them is the middle: answers to
one form begin and end alike. Where all words of one are kept, two in three must be the same, in
their order.
"""
_LEAST_MIDDLE = 0.35
"""A middle of six words counts as this alike where three of them are there, in their order."""
_IN_A_ROW = 4
"""So many words of a middle in sequence are enough to know it by, wherever they stand."""
_PARTS = 3
"""A passage can have been split into at most this many, which are all searched for its words."""
_ALIKE_SHORT = 0.4
"""The same where a passage is so short that its beginning is all of it: one word in two may
differ."""


class _FromHere(NamedTuple):
    """The words of a passage and of those after it that an old one may be split into."""

    own: str
    behind: str

    @property
    def every(self) -> str:
        """All of them."""
        return f"{self.own} {self.behind}"


class Texts:
    """The words of an edition's passages, in which those of an old one are looked for."""

    def __init__(self, edition: Edition) -> None:
        self._texts = [" ".join(words_of(passage.text)) for passage in edition.passages]
        self._removed = [" ".join(words_of(e.before)) for e in edition.emendations]

    def here(self, number: int, end: int) -> _FromHere:
        """The text of a passage and of those after it, up to another passage by its number."""
        behind = self._texts[number + 1 : min(number + _PARTS, end)]
        return _FromHere(self._texts[number], " ".join(behind))

    def has_middle(self, one: Permalink, other: Permalink, here: _FromHere) -> bool:
        """Whether a passage has most of an old one's middle, or has lost it to a note inside.

        What was taken out of a passage has a place of its own now, or an emendation removed it.
        """
        words = one.middle.split()
        rows = (words[at : at + _IN_A_ROW] for at in range(len(words) - _IN_A_ROW + 1))
        if any(f" {' '.join(row)} " in f" {here.own} " for row in rows):
            return True
        elsewhere = (text for text in (*self._texts, *self._removed) if one.middle in text)
        shorter = one.words - other.words >= EDGE
        return shorter and any(one.opening not in text for text in elsewhere)


def aligned(
    old: Sequence[Permalink], new: Sequence[Permalink], texts: Texts
) -> Iterator[tuple[int, str]]:
    """For each new passage that is an old one, its number and the old one's id."""
    # The last argument keeps `difflib` from passing over what many passages have in common.
    matcher = SequenceMatcher(None, list(_known_by(old)), list(_known_by(new)), False)
    for tag, i, i_end, k, k_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(k, k_end), (x.id for x in old[i:i_end]), strict=True)
        elif tag == "replace":
            yield from _most_alike(old[i:i_end], new[k:k_end], k, texts)


def _known_by(links: Sequence[Permalink]) -> Iterator[tuple[object, ...]]:
    """What passages are known by: their words; where these are few, also what they stand under.

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
    here = [texts.here(at, first + len(new)) for at in range(first, first + len(new))]
    likeness = sorted(
        (-_alike(x, y, here[k], texts), -x.words, i, k)
        for i, x in enumerate(old)
        for k, y in enumerate(new)
    )
    pairs: list[tuple[int, int]] = []
    for value, _, i, k in likeness:
        least = _ALIKE_SHORT if old[i].words <= EDGE else _ALIKE
        # Two pairs with a passage in common cross as well, so that none is paired twice.
        crosses = any((i - i2) * (k - k2) <= 0 for i2, k2 in pairs)
        if -value >= least and not crosses:
            pairs.append((i, k))
            yield first + k, old[i].id


def _alike(one: Permalink, other: Permalink, here: _FromHere, texts: Texts) -> float:
    """How alike an old passage and a new one are, from 0 to 1: by their edges and their length.

    The old one's end, and part of its middle, may stand in what follows the new one, if it was
    split in two.

    Args:
        one: the old passage.
        other: the new passage.
        here: the words of the other, and of those behind it.
        texts: of the edition.
    """
    if EDGE < one.words <= 2 * EDGE and EDGE < other.words <= 2 * EDGE:
        return _alike_whole(one, other)
    opening = _ratio(one.opening, other.opening)
    closing = 1.0 if _holds(here.every, one.closing) else _ratio(one.closing, other.closing)
    length = min(one.words, other.words) / max(one.words, other.words, 1)
    # The weights of each sum add up to 1. A short passage has no middle, and its two edges may be
    # the same words.
    if not one.middle:
        return 0.4 * opening + 0.5 * closing + 0.1 * length
    # A middle that stands behind the passage as a whole is not its own.
    cut = _holds(here.every, one.middle) and not _holds(here.behind, one.middle)
    is_own = cut or _holds(here.own, one.middle)
    middle = 1.0 if is_own else _ratio(one.middle, other.middle)
    edges = 0.35 * opening + 0.3 * middle + 0.25 * closing + 0.1 * length
    if edges >= _ALIKE and middle < _LEAST_MIDDLE and not texts.has_middle(one, other, here):
        edges = 0.0
    are_whole = EDGE < one.words <= 3 * EDGE and EDGE < other.words <= 3 * EDGE
    return max(edges, _alike_whole(one, other)) if are_whole else edges


def _holds(text: str, words: str) -> bool:
    """Whether a text has these words.

    Fewer than an edge of a long passage has tell nothing: others have them by chance.
    """
    return len(words.split()) >= EDGE and f" {words} " in f" {text} "


def _alike_whole(one: Permalink, other: Permalink) -> float:
    """How alike two passages are if every word of the first is kept."""
    return SequenceMatcher(None, _whole(one), _whole(other), False).ratio()


def _whole(link: Permalink) -> list[str]:
    opening, middle, closing = (x.split() for x in (link.opening, link.middle, link.closing))
    if not middle:
        return [*opening, *closing[2 * EDGE - link.words :]]
    begins = (link.words - EDGE) // 2
    return [*opening[:begins], *middle[: link.words - EDGE - begins], *closing]


def _ratio(one: str, other: str) -> float:
    """How alike two edges are: 1 where they are the same, and else clearly less."""
    if one == other:
        return 1.0
    # 0.7 keeps edges that are only alike apart from the same ones: five words of six must not
    # count almost as much as six.
    return 0.7 * SequenceMatcher(None, one.split(), other.split(), False).ratio()
