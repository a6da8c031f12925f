"""The archive as one row of words, in which a quotation may stand anywhere."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from consultations.analysis import Token, joints, tokens
from consultations.analysis.contract import number
from consultations.index.occurrences import occurrences
from consultations.index.query import Slot, Words
from consultations.index.searchable import Searchable
from consultations.passages import SearchPassage

DISTANT = number("quotation.distant")
BREAK, END = "", "\n"
"""In the place of a term: the place that is free between two passages, or between two editions."""


class WordPlace(NamedTuple):
    """Where one word of the archive stands."""

    passage: SearchPassage
    tokens: Sequence[Token]
    """Of that passage."""
    joints: Mapping[int, int]
    """Of that passage, by the index of the token after each."""
    at: int
    """The word's index among the tokens."""

    @property
    def word(self) -> str:
        """The word as printed."""
        token = self.tokens[self.at]
        return self.passage.text[token.start : token.end]

    @property
    def before(self) -> str:
        """What its passage has between the word before it and it."""
        start = self.tokens[self.at - 1].end if self.at else 0
        return self.passage.text[start : self.tokens[self.at].start]

    @property
    def after(self) -> str:
        """What its passage has between it and the next word."""
        following = self.tokens[self.at + 1 : self.at + 2]
        end = following[0].start if following else None
        return self.passage.text[self.tokens[self.at].end : end]

    @property
    def cut_before(self) -> str:
        """What stands before the word of the number, amount or compound that it is part of."""
        first = self.at
        while first in self.joints:
            first -= 1
        return self.passage.text[self.tokens[first].start : self.tokens[self.at].start]

    @property
    def cut_after(self) -> str:
        """What stands after the word of the number, amount or compound that it is part of."""
        last = self.at
        while last + 1 in self.joints:
            last += 1
        return self.passage.text[self.tokens[self.at].end : self.tokens[last].end]

    @property
    def rest(self) -> str:
        """What its passage has after it."""
        return self.passage.text[self.tokens[self.at].end :]


_Passage = tuple[SearchPassage, Sequence[Token], Mapping[int, int]]


def between(one: WordPlace, other: WordPlace) -> tuple[str, bool]:
    """What stands between two words, and whether a passage ends there.

    Of passages that end and begin between them nothing is given.
    """
    if one.passage is not other.passage:
        return f"{one.rest} {other.passage.text[: other.tokens[other.at].start]}", True
    start, end = one.tokens[one.at].end, other.tokens[other.at].start
    return one.passage.text[start:end], False


class Row:
    """Every word of an archive has a position: its place in document order.

    One position is left free after each passage, as in the exported index. What has been looked up
    is kept, so that the next quotation of an article finds it.
    """

    def __init__(self, index: Searchable) -> None:
        """Take an index that is open, and stays so."""
        self._index = index
        lengths = (index.length(number) + 1 for number in range(len(index)))
        self._starts = list(accumulate(lengths, initial=0))
        self._positions: dict[str, Sequence[int]] = {}
        self._passages: dict[int, _Passage] = {}

    def __len__(self) -> int:
        """How many positions there are."""
        return self._starts[-1]

    def positions(self, term: str) -> Sequence[int]:
        """Where a term stands, ascending."""
        if term not in self._positions:
            leaf = Words((Slot("term", term),), 1)
            found = occurrences(self._index, leaf)
            self._positions[term] = [
                self._starts[n] + at for n, all_ in sorted(found.items()) for (at,) in all_
            ]
        return self._positions[term]

    def terms(self, first: int, last: int) -> list[str]:
        """What stands at the positions [first, last): terms, BREAK or END; END outside."""
        row = [END] * (min(last, 0) - first)
        number = self._number(max(first, 0))
        while number < len(self._starts) - 1 and self._starts[number] < last:
            passage, found, _ = self._passage(number)
            is_last = number + 2 == len(self._starts)  # which has an entry more than passages
            row_end = END if is_last or self._edition(number + 1) != passage.edition.id else BREAK
            skipped = max(first - self._starts[number], 0)
            row += [*(token.term for token in found), row_end][skipped:]
            number += 1
        return (row + [END] * (last - first - len(row)))[: last - first]

    def words(self, first: int, last: int) -> list[str]:
        """The words at the positions [first, last), as printed."""
        terms = enumerate(self.terms(first, last), first)
        return [self.place(position).word for position, term in terms if term not in (BREAK, END)]

    def place(self, position: int) -> WordPlace:
        """The word at a position; there must be one."""
        number = self._number(position)
        return WordPlace(*self._passage(number), position - self._starts[number])

    def is_cut(self, first: int, last: int) -> bool:
        """Whether the words from one position to another begin or end at a joint."""
        number = self._number(first)
        joined, start = self._index.joints(number), self._starts[number]
        return first - start in joined or last + 1 - start in joined

    def is_near(self, before: int | None, after: int | None) -> bool:
        """Whether a position stands a little further on than another, in the same document."""
        if before is None or after is None or not 0 < after - before <= DISTANT:
            return False
        return self.edition(before) == self.edition(after)

    def is_far(self, before: int | None, after: int | None) -> bool:
        """Whether a position stands in another document than another, or far from it."""
        if before is None or after is None:
            return False
        return abs(after - before) > DISTANT or self.edition(before) != self.edition(after)

    def edition(self, position: int) -> str:
        """The id of the document in which a position stands."""
        return self._edition(self._number(position))

    def _number(self, position: int) -> int:
        """The number of the passage in which a position stands."""
        return bisect_right(self._starts, position) - 1

    def _edition(self, number: int) -> str:
        return self._index.edition(number).id

    def _passage(self, number: int) -> _Passage:
        # Kept for good: an article quotes the same passages again and again.
        if number not in self._passages:
            passage = self._index.passage(number)
            found = list(tokens(passage.text))
            self._passages[number] = passage, found, joints(passage.text, found)
        return self._passages[number]
