"""The same words in two editions: eight or more in one order, in any case and punctuation.

Runs of eight words (shingles, after Broder, "On the resemblance and containment of documents",
1997) are compared by their hashes first. Of the runs of a large archive nearly all stand in one
edition alone; only of the others are the words and places kept. So time and memory grow with the
words of the archive, and memory slowly: sixteen bytes a word.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations import patterns as re
from consultations.model.connection import Connection
from consultations.model.edition import Edition

LEAST_WORDS = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PARTS = 16
"""Hashes are searched in this many parts, so that a set holds a sixteenth of them at once."""
_BOUNDS = [part * (2**64 // _PARTS) - 2**63 for part in range(_PARTS + 1)]
"""Bounds of the parts: a hash is a signed number of 64 bits."""


class _RunPlace(NamedTuple):
    """Where a run of words begins: numbers counted from nought, and the words of its passage."""

    edition: int
    passage: int
    word: int
    words: Sequence[str]


def overlaps(editions: Sequence[Edition]) -> Iterator[tuple[str, Connection]]:
    """Connections on the ground of shared words, under the id of the edition that has them.

    A run is connected with the first edition, in the order given, that has the same words.
    """
    hashes = [[_hashes(_words(p.text)) for p in edition.passages] for edition in editions]
    shared = _in_several(hashes)
    first: dict[tuple[str, ...], _RunPlace] = {}
    for number, edition in enumerate(editions):
        own: dict[tuple[str, ...], _RunPlace] = {}
        for index, passage in enumerate(edition.passages):
            if shared.isdisjoint(hashes[number][index]):
                continue
            here = _words(passage.text)
            runs = [tuple(here[at : at + LEAST_WORDS]) for at in range(len(hashes[number][index]))]
            for at, run in enumerate(runs):
                if hashes[number][index][at] in shared:
                    own.setdefault(run, _RunPlace(number, index, at, here))
            at = 0
            while at < len(runs):
                there = first.get(runs[at])
                if there is None:
                    at += 1
                    continue
                length = _length(here, at, there.words, there.word)
                about = " ".join(here[at : at + length])
                other = editions[there.edition]
                target = other.passages[there.passage].id
                yield edition.id, _connection(passage.id, other.id, target, about)
                yield other.id, _connection(target, edition.id, passage.id, about)
                at += length
        for run, place in own.items():
            first.setdefault(run, place)


def _words(text: str) -> list[str]:
    words = map(str.casefold, _WORD.findall(text))
    return [word.replace("’", "'") for word in words] if "’" in text else list(words)


def _hashes(words: Sequence[str]) -> Sequence[int]:
    """A hash of each run of eight words. What two runs share by chance costs time, and no more."""
    runs = zip(*(words[n:] for n in range(LEAST_WORDS)), strict=False)
    return array("q", map(hash, runs))


def _in_several(hashes: Sequence[Sequence[Sequence[int]]]) -> set[int]:
    """The hashes that stand in more than one edition."""
    own = [array("q", sorted(set().union(*passages))) for passages in hashes]
    found: set[int] = set()
    for low, high in pairwise(_BOUNDS):
        seen: set[int] = set()
        for ordered in own:
            part = ordered[bisect_left(ordered, low) : bisect_left(ordered, high)]
            found.update(seen.intersection(part))
            seen.update(part)
    return found


def _length(here: Sequence[str], at: int, there: Sequence[str], start: int) -> int:
    """How many words are the same from these places on."""
    length = LEAST_WORDS
    while (
        at + length < len(here)
        and start + length < len(there)
        and here[at + length] == there[start + length]
    ):
        length += 1
    return length


def _connection(passage: str, edition: str, target: str, about: str) -> Connection:
    return Connection("same-passage", passage, edition, f"{edition}#{target}", about)
