"""A question asked of an index."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from consultations.analysis import tokens
from consultations.index import excerpt
from consultations.index.occurrences import Occurrences, occurrences, spoken
from consultations.index.opened import Index
from consultations.index.parser import parse
from consultations.index.query import And, Field, Node, Or, Voice, Words, Years, spoken_in
from consultations.index.scoring import rarity, score
from consultations.index.tree import Translator
from consultations.passages import SearchPassage

Sort = Literal["score", "date", "document"]


@dataclass(frozen=True)
class Hit:
    """A passage that was found."""

    number: int
    passage: SearchPassage
    score: int
    excerpt: excerpt.Excerpt


@dataclass(frozen=True)
class Answer:
    """What a query finds."""

    total: int
    """How many passages, exactly."""
    hits: tuple[Hit, ...]
    """The first of them in the order asked for."""


def search(index: Index, query: str, *, sort: Sort = "score", limit: int = 10) -> Answer:
    """The passages that a query finds.

    Args:
        index: that is asked.
        query: in the query language.
        sort: best first, earliest first, or in document order; ties are in document order.
        limit: how many hits to give; `total` counts all.

    Raises:
        QuerySyntaxError: the query cannot be read.
    """
    return _Question(index, parse(query)).answer(sort, limit)


class _Question:
    """One query on its way to an answer: what its leaves found is kept for the marks."""

    def __init__(self, index: Index, tree: Node) -> None:
        self._index = index
        self._tree = tree
        self._found: dict[tuple[Words, frozenset[Voice]], Occurrences] = {}

    def answer(self, sort: Sort, limit: int) -> Answer:
        found = list(self._matches().items())
        if sort == "score":
            found.sort(key=lambda match: -match[1])
        elif sort == "date":
            found.sort(key=lambda match: self._index.edition(match[0]).date)
        shown = found[:limit]
        return Answer(len(found), tuple(self._hit(number, score) for number, score in shown))

    def _matches(self) -> Mapping[int, int]:
        """The scores of all passages found, in document order."""
        translator = Translator(self._leaf, self._field, self._voice)
        matcher = translator.translate(self._tree).matcher(self._index.searcher)
        found = {}
        while matcher.is_active():
            # Sums of whole numbers that a float holds exactly.
            found[matcher.id()] = int(matcher.score())
            matcher.next()
        return found

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
        key = words, voices
        if key not in self._found:
            index = self._index
            found = occurrences(index.reader, index.vocabulary, words)
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
        """Passages that quote, or those that are not quoted from end to end."""
        index = self._index
        quoted = {number: index.quoted(number) for number in range(len(index))}
        if voice == "quoted":
            return [number for number, intervals in quoted.items() if intervals]
        return [
            number
            for number, intervals in quoted.items()
            if not intervals or sum(end - start for start, end in intervals) < index.length(number)
        ]

    def _hit(self, number: int, score: int) -> Hit:
        passage = self._index.passage(number)
        found = [
            occurrence
            for words, voices in dict.fromkeys(shown(self._tree))
            for occurrence in self._occurrences(words, voices).get(number, ())
        ]
        marks = excerpt.marks(found, list(tokens(passage.text)))
        return Hit(number, passage, score, excerpt.excerpt(passage.text, marks))


def shown(
    node: Node, voices: frozenset[Voice] = frozenset()
) -> Iterator[tuple[Words, frozenset[Voice]]]:
    """The leaves to mark, with the voices that they must stand in: all that no NOT excludes."""
    match node:
        case Words():
            yield node, voices
        case And() | Or():
            if isinstance(node, And):
                voices |= spoken_in(node)
            for part in node.parts:
                yield from shown(part, voices)


def _among(year: int, years: Years) -> bool:
    return (years.first is None or years.first <= year) and (
        years.last is None or year <= years.last
    )
