"""What to try where nothing is found. client/engine/answer/suggest.js mirrors it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consultations.analysis import Token, tokens
from consultations.index.lexer import QuerySyntaxError, pieces
from consultations.index.opened import Index
from consultations.index.query import Slot
from consultations.index.schema import TEXT
from consultations.index.searcher import search
from consultations.index.vocabulary import distance
from consultations.passages import SearchPassage

_MOST_WORDS, _MOST_SPELLINGS = 12, 3
"""Words of a query that are looked at, and spellings that are tried for each."""
_EDITS = 2
"""Letters that may be put in, left out or changed in a spelling, but for the first."""
_MOST_IN_SOURCE, _MOST_PLACES = 4, 5
"""Words that a source may have for one that the edition has, and places that are given."""


@dataclass(frozen=True)
class Suggestion:
    """A query that finds something, where words were left out or spelled otherwise."""

    query: str
    total: int
    dropped: str = ""
    """The word that was left out, or nothing."""
    spelled: str = ""
    """What was put in the place of others, or nothing."""


@dataclass(frozen=True)
class Reading:
    """Words of a query that the source has at places where the edition is mended."""

    source: str
    """The words, folded."""
    total: int
    """Passages in which the source has them."""
    places: tuple[tuple[SearchPassage, str], ...]
    """The first of them, and what the edition has there."""


def suggest(index: Index, query: str) -> tuple[list[Suggestion], list[Reading]]:
    """What might be asked in the place of a query that finds nothing.

    Args:
        index: that was asked.
        query: that can be read.
    """
    words = list(_words(query))[:_MOST_WORDS]
    tried: list[Suggestion] = []
    unknown: list[tuple[Token, str]] = []
    for word in words:
        near = _spellings(index, word.term)
        tried.append(Suggestion(_replaced(query, [(word, "")]), 0, dropped=word.term))
        tried += (Suggestion(_replaced(query, [(word, one)]), 0, spelled=one) for one in near)
        unknown += ((word, one) for one in near[:1])
    if len(unknown) > 1:
        spelled = " ".join(one for _, one in unknown)
        tried.insert(0, Suggestion(_replaced(query, unknown), 0, spelled=spelled))
    counted = (
        Suggestion(one.query, _total(index, one.query), one.dropped, one.spelled) for one in tried
    )
    return [one for one in counted if one.total], list(_readings(index, words))


def _words(query: str) -> Iterator[Token]:
    """The words and those of the phrases of a query, with their places in it."""
    for piece in pieces(query):
        if piece.field is None and piece.kind in ("word", "phrase"):
            at = query.index(piece.text, piece.start)
            for token in tokens(piece.text):
                yield Token(token.term, at + token.start, at + token.end)


def _replaced(query: str, words: Sequence[tuple[Token, str]]) -> str:
    for token, word in reversed(words):
        query = query[: token.start] + word + query[token.end :]
    return query


def _spellings(index: Index, term: str) -> Sequence[str]:
    """The archive's words that are spelled nearly so, the nearest first, of these the commonest."""
    if (TEXT, term) in index.reader:
        return []
    near = [
        (edits, -index.reader.frequency(TEXT, word), word)
        for word in index.vocabulary.words(Slot("near", term, _EDITS))
        if (edits := distance(word, term, _EDITS)) < len(term) - 1
    ]
    return [word for *_, word in sorted(near)[:_MOST_SPELLINGS]]


def _total(index: Index, query: str) -> int:
    """How many passages a query finds; 0 where it cannot be read, as when its words are gone."""
    try:
        return search(index, query, limit=0).total
    except QuerySyntaxError:
        return 0


def _readings(index: Index, words: Sequence[Token]) -> Iterator[Reading]:
    for source in _runs(words):
        places = [(number, at) for known, number, at in index.readings if known == source]
        if places:
            total = len({number for number, _ in places})
            yield Reading(source, total, tuple(_mended(index, places[:_MOST_PLACES])))


def _runs(words: Sequence[Token]) -> Iterator[str]:
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_IN_SOURCE, len(words))):
            yield " ".join(word.term for word in words[first : last + 1])


def _mended(
    index: Index, places: Iterable[tuple[int, tuple[int, int]]]
) -> Iterator[tuple[SearchPassage, str]]:
    for number, (first, last) in places:
        passage = index.passage(number)
        found = list(tokens(passage.text))[first:last]
        yield passage, passage.text[found[0].start : found[-1].end]
