"""The same words in two editions: eight or more in one order, in any case and punctuation."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations.model.edition import Connection, Edition

LEAST_WORDS = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class _RunPlace(NamedTuple):
    """Where a run of words begins: three numbers, each counted from nought."""

    edition: int
    passage: int
    word: int


def overlaps(editions: Sequence[Edition]) -> Iterator[tuple[str, Connection]]:
    """Connections on the ground of shared words, under the id of the edition that has them.

    Each run of eight words is looked up once, so that the work grows with the words of all.
    """
    words = [[_words(p.text) for p in edition.passages] for edition in editions]
    first: dict[str, _RunPlace] = {}
    for number, edition in enumerate(editions):
        own: dict[str, _RunPlace] = {}
        for index, passage in enumerate(edition.passages):
            here = words[number][index]
            at = 0
            while at + LEAST_WORDS <= len(here):
                key = " ".join(here[at : at + LEAST_WORDS])
                there = first.get(key)
                own.setdefault(key, _RunPlace(number, index, at))
                if there is None:
                    at += 1
                    continue
                length = _shared(here, at, words[there.edition][there.passage], there.word)
                about = " ".join(here[at : at + length])
                other = editions[there.edition]
                target = other.passages[there.passage].id
                yield edition.id, _connection(passage.id, other.id, target, about)
                yield other.id, _connection(target, edition.id, passage.id, about)
                at += length
        first = own | first


def _words(text: str) -> list[str]:
    return [word[0].casefold().replace("’", "'") for word in _WORD.finditer(text)]


def _shared(here: list[str], at: int, there: list[str], start: int) -> int:
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
