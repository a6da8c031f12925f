"""What a query, a concordance and a quotation check ask of an index, wherever it is kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from consultations.index.scoring import Stream
from consultations.model.text import Interval
from consultations.passages import SearchEdition, SearchPassage


class Searchable(Protocol):
    """The passages of an archive and where their words stand.

    A passage's number is its place in document order, from 0. A position is the place of a word
    among the words of its passage, from 0.
    """

    @property
    def editions(self) -> Sequence[SearchEdition]:
        """All editions, in document order."""

    @property
    def streams(self) -> Sequence[Stream]:
        """How much there is of each stream."""

    @property
    def families(self) -> Mapping[str, Sequence[str]]:
        """The words of each stem, where they are not the stem alone."""

    @property
    def readings(self) -> Sequence[tuple[str, int, Interval]]:
        """What sources have where their editions are mended: words, passage, positions."""

    def __len__(self) -> int:
        """How many passages it has."""

    def passage(self, number: int) -> SearchPassage:
        """A passage by its number."""

    def edition(self, number: int) -> SearchEdition:
        """The edition that a passage stands in."""

    def length(self, number: int) -> int:
        """How many words a passage has."""

    def stream(self, number: int) -> int:
        """The stream that a passage is in."""

    def quoted(self, number: int) -> Sequence[Interval]:
        """The positions of a passage that stand inside quotations, in order and apart."""

    def joints(self, number: int) -> Mapping[int, int]:
        """The kinds of the joints of a passage, by the position of the word after each."""

    def valued(self, field: str, value: str) -> Sequence[int]:
        """The passages whose field has a value, folded; ascending."""

    def values_of(self, field: str) -> Sequence[str]:
        """Every value of a field, folded, in the order of code points."""

    def terms_from(self, prefix: str) -> Iterator[str]:
        """Every term that begins so, in the order of code points."""

    def spread(self, term: str) -> int:
        """In how many passages a term stands; 0 for a term that the archive does not have."""

    def frequency(self, term: str) -> int:
        """How often a term stands in the archive."""

    def places(
        self, term: str, among: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """The passages in which a term stands, ascending, and its positions there.

        Read the places of a term before you ask for another term: they come one by one.

        Args:
            term: that is looked up; one that the archive does not have stands nowhere.
            among: the only passages that matter, ascending; None for all.
        """
