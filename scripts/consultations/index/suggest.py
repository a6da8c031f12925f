"""What to try when nothing is found. client/engine/answer/suggest.js mirrors it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consultations.analysis import Token, tokens
from consultations.analysis.contract import number
from consultations.index.query import Slot
from consultations.index.query.lexer import QuerySyntaxError, lexemes
from consultations.index.searchable import Searchable
from consultations.index.searcher import search
from consultations.index.vocabulary import MOST_EDITS, MOST_NEAR, distance, terms_of
from consultations.passages import SearchPassage

_MOST_WORDS = number("suggestion.most_words")
_MOST_IN_SOURCE = number("suggestion.most_in_source")
_MOST_PLACES = number("suggestion.most_places")


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
class SourceReading:
    """Words of a query that the source has where the edition is mended."""

    source: str
    """The words, folded."""
    total: int
    """Passages in which the source has them."""
    places: tuple[tuple[SearchPassage, str], ...]
    """The first of them, and what the edition has there."""


def suggest(index: Searchable, query: str) -> tuple[list[Suggestion], list[SourceReading]]:
    """Queries to try in place of one that finds nothing.

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
    # Where several words are misspelt, mending one alone would still find nothing. All of them at
    # once is what is likeliest meant, and comes first.
    if len(unknown) > 1:
        spelled = " ".join(one for _, one in unknown)
        tried.insert(0, Suggestion(_replaced(query, unknown), 0, spelled=spelled))
    counted = (
        Suggestion(one.query, _total(index, one.query), one.dropped, one.spelled) for one in tried
    )
    return [one for one in counted if one.total], list(_readings(index, words))


def _words(query: str) -> Iterator[Token]:
    """The words of a query, also those of its phrases, with their places in it."""
    for lexeme in lexemes(query):
        if lexeme.field is None and lexeme.kind in ("word", "phrase"):
            at = query.index(lexeme.text, lexeme.start)
            for token in tokens(lexeme.text):
                yield Token(token.term, at + token.start, at + token.end)


def _replaced(query: str, words: Sequence[tuple[Token, str]]) -> str:
    # From the last to the first, so that the places of those before stay right.
    for token, word in reversed(words):
        query = query[: token.start] + word + query[token.end :]
    return query


def _spellings(index: Searchable, term: str) -> Sequence[str]:
    """Words of the archive with nearly this spelling: the nearest first, then the most common."""
    # A word that the archive has is spelled as it should be.
    if index.spread(term):
        return []
    near = [
        (edits, -index.frequency(word), word)
        for word in terms_of(index, Slot("near", term, MOST_EDITS))
        if (edits := distance(word, term, MOST_EDITS)) < len(term) - 1
    ]
    return [word for *_, word in sorted(near)[:MOST_NEAR]]


def _total(index: Searchable, query: str) -> int:
    """How many passages a query finds; 0 where it cannot be read, as when its words are gone."""
    try:
        return search(index, query, limit=0).total
    except QuerySyntaxError:
        return 0


def _readings(index: Searchable, words: Sequence[Token]) -> Iterator[SourceReading]:
    for source in _runs(words):
        places = [(number, at) for known, number, at in index.readings if known == source]
        if places:
            total = len({number for number, _ in places})
            yield SourceReading(source, total, tuple(_mended(index, places[:_MOST_PLACES])))


def _runs(words: Sequence[Token]) -> Iterator[str]:
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_IN_SOURCE, len(words))):
            yield " ".join(word.term for word in words[first : last + 1])


def _mended(
    index: Searchable, places: Iterable[tuple[int, tuple[int, int]]]
) -> Iterator[tuple[SearchPassage, str]]:
    for at, (first, last) in places:
        passage = index.passage(at)
        found = list(tokens(passage.text))[first:last]
        yield passage, passage.text[found[0].start : found[-1].end]
