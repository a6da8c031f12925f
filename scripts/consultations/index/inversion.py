"""Where every word stands, gathered passage by passage, and handed to Whoosh term by term.

Whoosh accepts passages in any order. It therefore sorts every posting, on disk where there are
many, which took a third of the time of a build. Here passages come in document order, and only the
terms are sorted. Positions are kept in arrays of numbers, four bytes a word.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from consultations.index.schema import TEXT, PositionsFormat

Posting = tuple[str, bytes, int, float, bytes]
"""As Whoosh takes it: field, term, number of the passage, weight, positions."""


class Inversion:
    """Takes the place of the pool in which a Whoosh writer gathers its postings."""

    def __init__(self) -> None:
        """Begin with no passage."""
        self._starts = array("Q", [0])
        """Where the words of each passage begin, and where those of the next one would.

        One place is left free between two passages: no phrase goes from one to the next.
        """
        self._places = defaultdict[str, "array[int]"](partial(array, "I"))
        self._valued = defaultdict[str, defaultdict[str, "array[int]"]](
            lambda: defaultdict(partial(array, "I"))
        )

    def gather(self, terms: Sequence[str], values: Mapping[str, Sequence[str]]) -> None:
        """Take in the next passage.

        Args:
            terms: of its text, in order.
            values: of its fields, by field; each value once.
        """
        start, places = self._starts[-1], self._places
        for place, term in enumerate(terms, start):
            places[term].append(place)
        number = len(self._starts) - 1
        for field, found in values.items():
            for value in found:
                self._valued[field][value].append(number)
        self._starts.append(start + len(terms) + 1)

    @property
    def lengths(self) -> "array[int]":
        """How many words each passage has."""
        return array("I", (end - start - 1 for start, end in pairwise(self._starts)))

    def places(self) -> dict[str, "array[int]"]:
        """Every term of the texts, in the order of code points, and where it stands."""
        return dict(sorted(self._places.items()))

    def values(self) -> dict[str, dict[str, "array[int]"]]:
        """The values of every field, in the order of code points, and the passages with them."""
        return {field: dict(sorted(found.items())) for field, found in sorted(self._valued.items())}

    def add(self, posting: Posting) -> None:
        """Whoosh would add a posting by this method; here it has no field to analyse.

        Raises:
            NotImplementedError: always, so that a field which Whoosh does analyse is noticed.
        """
        raise NotImplementedError

    def iter_postings(self) -> Iterator[Posting]:
        """Every posting, as Whoosh wants them: by field, term and passage."""
        for field in sorted([*self._valued, TEXT]):
            yield from self._words() if field == TEXT else self._values(field)

    def cleanup(self) -> None:
        """Free the memory. Whoosh calls this when it has finished or given up."""
        self._places.clear()
        self._valued.clear()

    def _values(self, field: str) -> Iterator[Posting]:
        for value, numbers in sorted(self._valued[field].items()):
            term = value.encode()
            for number in numbers:
                yield field, term, number, 1.0, b""

    def _words(self) -> Iterator[Posting]:
        starts, encode = self._starts, PositionsFormat().encode
        for word, found in sorted(self._places.items()):
            # Places count through all passages. Which passage one is in is looked up once for all
            # that the word has there.
            term, i = word.encode(), 0
            while i < len(found):
                number = bisect_right(starts, found[i]) - 1
                start, end = starts[number], starts[number + 1]
                positions = [found[i] - start]
                i += 1
                while i < len(found) and found[i] < end:
                    positions.append(found[i] - start)
                    i += 1
                yield TEXT, term, number, float(len(positions)), encode(positions)
