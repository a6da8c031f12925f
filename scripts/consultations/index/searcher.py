"""Queries asked of an index: what they find, in what order, and which words are marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from consultations.analysis import tokens
from consultations.index import excerpt
from consultations.index.occurrences import (
    Occurrence,
    Occurrences,
    occurrences,
    spoken,
    telling,
    whole,
)
from consultations.index.query import And, Field, Node, Or, Voice, Words, Years, spoken_in
from consultations.index.query.lexer import Lexeme, QuerySyntaxError
from consultations.index.query.parser import parse
from consultations.index.scoring import rarity, score
from consultations.index.searchable import Searchable
from consultations.index.tree import Translator
from consultations.index.vocabulary import likely
from consultations.model.text import Interval
from consultations.passages import SearchPassage

Sort = Literal["score", "date", "document"]


@dataclass(frozen=True)
class Hit:
    """A passage that was found."""

    number: int
    passage: SearchPassage
    score: int
    excerpt: excerpt.Excerpt
    voice: str | None
    """Who speaks in the first marked words; where no words are marked, who speaks in the whole
    passage. `own`: the document itself; a name: whoever it quotes; None: somebody whom it quotes
    without saying who."""


@dataclass(frozen=True)
class Results:
    """What a query finds."""

    total: int
    """How many passages, exactly."""
    hits: tuple[Hit, ...]
    """The first of them in the order asked for."""


def search(index: Searchable, query: str, *, sort: Sort = "score", limit: int = 10) -> Results:
    """The passages that a query finds.

    Args:
        index: that is asked.
        query: in the query language.
        sort: best first, earliest first, or in document order; ties are in document order.
        limit: how many hits to give; `total` counts all.

    Raises:
        QuerySyntaxError: the query cannot be read.
    """
    evaluation = QueryEvaluation(index, query)
    found = list(evaluation.matches().items())
    # Python's sort is stable, so that ties stay in document order.
    if sort == "score":
        found.sort(key=lambda match: -match[1])
    elif sort == "date":
        found.sort(key=lambda match: index.edition(match[0]).date)
    hits = (_hit(index, evaluation, number, score) for number, score in found[:limit])
    return Results(len(found), tuple(hits))


def _hit(index: Searchable, evaluation: "QueryEvaluation", number: int, score: int) -> Hit:
    passage = index.passage(number)
    marks = excerpt.marks(evaluation.occurrences_in(number), list(tokens(passage.text)))
    voice = passage.voice_at(*(marks[0] if marks else (0, len(passage.text))))
    return Hit(number, passage, score, excerpt.excerpt(passage.text, marks), voice)


def found_in(index: Searchable, query: str) -> Iterator[tuple[SearchPassage, tuple[Interval, ...]]]:
    """Every passage that a query finds, in document order, with what was asked for marked in it.

    Where the query asks for no words, the whole text is marked.

    Raises:
        QuerySyntaxError: the query cannot be read.
    """
    evaluation = QueryEvaluation(index, query)
    for number in evaluation.matches():
        passage = index.passage(number)
        marks = excerpt.marks(evaluation.occurrences_in(number), list(tokens(passage.text)))
        yield passage, tuple(marks) or ((0, len(passage.text)),)


class QueryEvaluation:
    """One query asked of an index: what its leaves find is kept, for the scores and the marks."""

    def __init__(self, index: Searchable, query: str) -> None:
        """Read the query.

        Raises:
            QuerySyntaxError: it cannot be read, or asks for a value that its field never has.
        """
        self._index = index
        self._tree, fields = parse(query)
        for field, lexeme in fields:
            _require_known(index, field, lexeme)
        self._found: dict[tuple[Words, frozenset[Voice]], Occurrences] = {}

    def matches(self) -> dict[int, int]:
        """The scores of all passages found, in document order."""
        translator = Translator(self._leaf, self._field, self._voice)
        matcher = translator.matcher(self._tree, len(self._index))
        found = {}
        while matcher.is_active():
            # Whoosh adds scores up as floats. They are whole numbers, which a float holds exactly.
            found[matcher.id()] = int(matcher.score())
            matcher.next()
        return found

    @property
    def has_words(self) -> bool:
        """Whether the query asks for words at all, rather than by fields alone."""
        return any(True for _ in shown(self._tree))

    def occurrences_in(self, number: int) -> list[Occurrence]:
        """Where the words of the query stand in a passage; not those that a NOT excludes.

        Of small words only where they stand beside others.
        """
        return telling(
            (words, occurrence)
            for words, voices in dict.fromkeys(shown(self._tree))
            for occurrence in self._occurrences(words, voices).get(number, ())
        )

    def _leaf(self, words: Words, voices: frozenset[Voice]) -> Mapping[int, int]:
        found = self._occurrences(words, voices)
        index = self._index
        rare = rarity(len(index), len(found))
        return {
            number: score(
                rare, len(places), index.length(number), index.stream(number), index.streams
            )
            for number, places in found.items()
        }

    def _occurrences(self, words: Words, voices: frozenset[Voice]) -> Occurrences:
        # Asked for twice, for the scores and for the marks.
        key = words, voices
        if key not in self._found:
            index = self._index
            found = occurrences(index, words)
            found = whole(found, words, index.joints)
            # With both voices asked for, nothing is left: no words are wholly of each.
            for voice in sorted(voices):
                found = spoken(found, voice, index.quoted)
            self._found[key] = found
        return self._found[key]

    def _field(self, node: Field | Years) -> Sequence[int]:
        if isinstance(node, Field):
            return self._index.valued(node.name, node.value)
        years = {edition.year for edition in self._index.editions}
        wanted = sorted(year for year in years if _among(int(year), node))
        return sorted(n for year in wanted for n in self._index.valued("year", year))

    def _voice(self, voice: Voice) -> Sequence[int]:
        """Passages that quote somebody, or those that have a word of their own."""
        index = self._index
        quoted = {number: index.quoted(number) for number in range(len(index))}
        if voice == "quoted":
            return [number for number, intervals in quoted.items() if intervals]
        return [
            number
            for number, intervals in quoted.items()
            if not intervals or sum(end - start for start, end in intervals) < index.length(number)
        ]


def _require_known(index: Searchable, field: Field, lexeme: Lexeme) -> None:
    """Refuse a value that no passage has: nothing could be found, and a slip of the pen is likely.

    Kinds are another matter. There is a list of them, and an archive may have none of a kind.
    """
    if field.name == "kind" or index.valued(field.name, field.value):
        return
    near = likely(field.value, index.values_of(field.name))
    meant = " or ".join(f"{field.name}:{value}" for value in near)
    remedy = f"write {meant}" if meant else "give another value, or leave it out"
    what = f"nothing here has {field.name}:{lexeme.text}"
    raise QuerySyntaxError(what, remedy, (lexeme.start, lexeme.end))


def shown(
    node: Node, voices: frozenset[Voice] = frozenset()
) -> Iterator[tuple[Words, frozenset[Voice]]]:
    """The leaves to mark, with the voices that they must stand in: all that no NOT excludes."""
    match node:
        case Words():
            yield node, voices
        case And() | Or():
            # As `Translator.translate` hands voices down, so that what is marked is what was found.
            if isinstance(node, And):
                voices |= spoken_in(node)
            for part in node.parts:
                yield from shown(part, voices)


def _among(year: int, years: Years) -> bool:
    return (years.first is None or years.first <= year) and (
        years.last is None or year <= years.last
    )
