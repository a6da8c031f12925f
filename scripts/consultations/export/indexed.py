"""What an index must offer, so that it can be exported."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from consultations.model.text import Interval
from consultations.passages import SearchEdition, SearchPassage


class Indexed(Protocol):
    """What the export asks of an index. A passage's number is its place in document order."""

    @property
    def editions(self) -> Sequence[SearchEdition]:
        """The documents, in document order."""

    @property
    def streams(self) -> Sequence[tuple[int, int]]:
        """For each stream its passages and its tokens."""

    @property
    def families(self) -> Mapping[str, Sequence[str]]:
        """The words of each stem, where they are not the stem alone."""

    @property
    def readings(self) -> Sequence[tuple[str, int, Interval]]:
        """Words that a source has, the passage's number, and the positions of the words there now.

        In the order of the places.
        """

    @property
    def analysis(self) -> Mapping[str, object]:
        """What decides how text becomes terms."""

    def __len__(self) -> int:
        """How many passages it has."""

    @property
    def lengths(self) -> Sequence[int]:
        """How many tokens each passage has."""

    @property
    def sizes(self) -> Sequence[int]:
        """How many passages each edition has."""

    def stream(self, number: int, /) -> int:
        """The stream that a passage is in."""

    def quoted(self, number: int, /) -> Sequence[Interval]:
        """The positions of a passage that stand inside quotations, in order and apart."""

    def joints(self, number: int, /) -> Mapping[int, int]:
        """The kinds of the joints of a passage, by the position of the word after each."""

    def passages(self) -> Iterable[SearchPassage]:
        """All passages in document order."""

    def words(self) -> Iterable[tuple[str, Sequence[int]]]:
        """Every term of the text, in the order of code points, with its positions in the archive.

        They ascend. One is left free between two passages: no phrase goes from one to the next.
        """

    def values(self) -> Iterable[tuple[str, str, Sequence[Interval]]]:
        """Every value of every field, with the intervals of its passages' numbers."""
