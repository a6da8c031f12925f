"""Keyword in context: every place where what was asked for stands, each on one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from consultations.analysis import Token, tokens
from consultations.analysis.characters import SPACES
from consultations.analysis.contract import number
from consultations.index.query.lexer import QuerySyntaxError
from consultations.index.searchable import Searchable
from consultations.index.searcher import QueryEvaluation
from consultations.passages import SearchPassage

Order = Literal["document", "left", "right"]

NEIGHBOURS = number("concordance.neighbours")
"""Words to the left or to the right by which lines are ordered."""


@dataclass(frozen=True)
class ConcordanceLine:
    """One place: passage.text[start:end] is the node."""

    passage: SearchPassage
    start: int
    end: int
    before: tuple[str, ...]
    """Terms before the node, the nearest first."""
    after: tuple[str, ...]
    """Terms after the node, the nearest first."""

    @property
    def node(self) -> str:
        """What was asked for, as printed."""
        return self.passage.text[self.start : self.end]

    def context(self, width: int) -> tuple[str, str]:
        """Up to `width` code points on each side, cut between words."""
        text = self.passage.text
        # A word that is cut at the far end of a side is left out whole.
        left = text[max(self.start - width, 0) : self.start]
        right = text[self.end : self.end + width]
        if self.start > width and text[self.start - width - 1] not in SPACES:
            left = left[_first_blank(left) :]
        if self.end + width < len(text) and text[self.end + width] not in SPACES:
            right = right[: len(right) - _first_blank(right[::-1])]
        return left, right


def _first_blank(text: str) -> int:
    return next((i for i, char in enumerate(text) if char in SPACES), len(text))


def concordance(
    index: Searchable, query: str, *, order: Order = "document"
) -> list[ConcordanceLine]:
    """Every place where the words of a query stand, in the passages that it finds.

    Args:
        index: that is asked.
        query: in the query language; what a NOT excludes has no lines.
        order: as the archive has them, or by the words left or right of the node.

    Raises:
        QuerySyntaxError: the query cannot be read, or asks for no words.
    """
    evaluation = QueryEvaluation(index, query)
    if not evaluation.has_words:
        what = "a concordance is of words, and the query asks for none"
        raise QuerySyntaxError(what, "add a word or a phrase", (0, len(query)))
    lines = [line for at in evaluation.matches() for line in _lines(index, evaluation, at)]
    # Sorting is stable: lines with the same neighbours stay in document order.
    if order == "left":
        lines.sort(key=lambda line: line.before)
    elif order == "right":
        lines.sort(key=lambda line: line.after)
    return lines


def _lines(
    index: Searchable, evaluation: QueryEvaluation, number: int
) -> Iterator[ConcordanceLine]:
    passage = index.passage(number)
    found = list(tokens(passage.text))
    # A set: two parts of a query may find the same place.
    places = {(one[0], one[-1]) for one in evaluation.occurrences_in(number)}
    for first, last in sorted(places):
        yield ConcordanceLine(
            passage,
            found[first].start,
            found[last].end,
            before=_terms(found[max(first - NEIGHBOURS, 0) : first][::-1]),
            after=_terms(found[last + 1 : last + 1 + NEIGHBOURS]),
        )


def _terms(found: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.term for token in found)
