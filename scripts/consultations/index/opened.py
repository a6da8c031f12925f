"""An archive's index, open to be read."""

import heapq
import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import whoosh.index
from whoosh.reading import IndexReader, TermNotFound

from consultations.errors import IndexMissingError
from consultations.index.about import AboutArchive, is_of_this_version
from consultations.index.digests import digests
from consultations.index.schema import ABOUT, COLUMNS, TEXT, intervals_of, joints_of
from consultations.index.segment import Segment, segment_in, values, words
from consultations.model.text import Interval
from consultations.passages import SearchEdition, SearchPassage


class Index:
    """The passages of an archive and where their words stand.

    A passage's number is its place in document order, from 0.
    """

    def __init__(self, folder: Path) -> None:
        """Open what `write` has put into a folder.

        Raises:
            IndexMissingError: there is none, it was made by another version, or a file of
                Whoosh's is not as it was written.
        """
        kept = _about(folder)
        about = AboutArchive.from_json(kept)
        self.editions, self.streams = about.editions, about.streams
        self.families, self.readings = about.families, about.readings
        self.analysis: Mapping[str, object] = kept["analysis"]
        self._folders = [folder / name for name in kept["segments"]]
        counts: Iterable[int] = kept["segments"].values()
        self._first_editions = list(accumulate(counts, initial=0))
        # Only now that the files are known to be ours and whole, since Whoosh unpickles what it
        # opens.
        try:
            self._searchers = [
                whoosh.index.open_dir(one, readonly=True).searcher() for one in self._folders
            ]
        except (OSError, whoosh.index.IndexError) as reason:
            raise IndexMissingError(
                f"the index cannot be opened: {getattr(reason, 'strerror', None) or reason}",
                where=str(folder),
                remedy="see whether it can be read, and how many files may be open (ulimit -n)",
            ) from reason
        self._readers = [searcher.reader() for searcher in self._searchers]
        self._columns = [
            {name: reader.column_reader(name) for name in COLUMNS} for reader in self._readers
        ]
        counts = (int(reader.doc_count_all()) for reader in self._readers)
        self._firsts = list(accumulate(counts, initial=0))
        """The number of the first passage of each segment; the last one is that of all passages."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for searcher in self._searchers:
            searcher.close()

    def __len__(self) -> int:
        """How many passages it has."""
        return self._firsts[-1]

    def passage(self, number: int) -> SearchPassage:
        """A passage by its number."""
        stored = json.loads(self._kept("passage", number))
        return SearchPassage.from_json(stored, self.edition(number))

    def passages(self) -> Iterator[SearchPassage]:
        """All passages in document order."""
        return map(self.passage, range(len(self)))

    def edition(self, number: int) -> SearchEdition:
        """The edition that a passage stands in."""
        first = self._first_editions[self._segment_of(number)]
        return self.editions[first + int(self._kept("edition", number))]

    def length(self, number: int) -> int:
        """How many tokens a passage has."""
        return int(self._kept("length", number))

    def stream(self, number: int) -> int:
        """The stream that a passage is in."""
        return int(self._kept("stream", number))

    def quoted(self, number: int) -> Sequence[Interval]:
        """The positions of a passage that stand inside quotations, in order and apart."""
        return intervals_of(array("I", self._kept("voice", number)))

    def joints(self, number: int) -> Mapping[int, int]:
        """The kinds of the joints of a passage, by the position of the word after each."""
        return joints_of(array("I", self._kept("joints", number)))

    def _kept(self, column: str, number: int) -> Any:
        segment = self._segment_of(number)
        return self._columns[segment][column][number - self._firsts[segment]]

    def _segment_of(self, passage: int) -> int:
        return bisect_right(self._firsts, passage) - 1

    def valued(self, field: str, value: str) -> Sequence[int]:
        """The passages whose field has a value, folded; ascending."""
        return [
            first + number
            for first, reader in zip(self._firsts, self._readers, strict=False)
            if (field, value) in reader
            for number in reader.postings(field, value).all_ids()
        ]

    def values_of(self, field: str) -> list[str]:
        """Every value of a field, folded, in the order of code points."""
        return sorted({value for reader in self._readers for value in reader.field_terms(field)})

    def values(self) -> Iterator[tuple[str, str, Sequence[Interval]]]:
        """Every value of every field, with the intervals of its passages' numbers."""
        return values(self._segments)

    def terms_from(self, prefix: str) -> Iterator[str]:
        """Every term that begins so, in the order of code points."""
        found = (reader.expand_prefix(TEXT, prefix) for reader in self._readers)
        for term, _ in groupby(heapq.merge(*found)):
            yield term.decode("utf-8")

    def words(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Every term of the text, in the order of code points, with its positions in the archive.

        They ascend. One is left free between two passages.
        """
        return words(self._segments)

    @property
    def lengths(self) -> Sequence[int]:
        """How many tokens each passage has."""
        return array("I", chain.from_iterable(segment.lengths for segment in self._segments))

    @property
    def sizes(self) -> Sequence[int]:
        """How many passages each edition has."""
        return [size for segment in self._segments for size in segment.sizes]

    @cached_property
    def _segments(self) -> Sequence[Segment]:
        return [segment_in(folder) for folder in self._folders]

    def spread(self, term: str) -> int:
        """In how many passages a term stands; 0 for a term that the archive does not have."""
        return sum(int(reader.doc_frequency(TEXT, term)) for reader in self._readers)

    def frequency(self, term: str) -> int:
        """How often a term stands in the archive."""
        return sum(int(reader.frequency(TEXT, term)) for reader in self._readers)

    def places(
        self, term: str, among: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """The passages in which a term stands, ascending, and its positions there.

        Read the places of a term before you ask for another term: they come one by one.

        Args:
            term: that is looked up; one that the archive does not have stands nowhere.
            among: the only passages that matter, ascending; None for all.
        """
        for segment, reader in enumerate(self._readers):
            first, end = self._firsts[segment : segment + 2]
            here = among
            if among is not None:
                here = among[bisect_left(among, first) : bisect_left(among, end)]
            yield from _places(reader, term, first, here)


def _places(
    reader: IndexReader, term: str, first: int, among: Sequence[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """The places of a term in a segment, whose passages are numbered from `first` on."""
    try:
        matcher = reader.postings(TEXT, term)
    except TermNotFound:
        return
    # `value_as` would look this method up again for every passage.
    positions = matcher.format.decode_positions
    if among is None:
        while matcher.is_active():
            yield first + matcher.id(), positions(matcher.value())
            matcher.next()
        return
    for passage in among:
        if not matcher.is_active():
            return
        if first + matcher.id() < passage:
            matcher.skip_to(passage - first)
        if matcher.is_active() and first + matcher.id() == passage:
            yield passage, positions(matcher.value())


def _about(folder: Path) -> Any:
    """The file beside Whoosh's own, once it is sure that it describes the others as they are."""

    def missing(what: str) -> IndexMissingError:
        return IndexMissingError(what, where=str(folder), remedy="run: consultations build")

    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        found = digests(folder)
    except FileNotFoundError as error:
        raise missing("there is no index") from error
    except (OSError, ValueError) as error:
        raise missing("the index cannot be read") from error
    if not is_of_this_version(about):
        raise missing("the index was made by another version")
    written = about["files"]
    if found != written:
        changed = next(n for n in sorted({*found, *written}) if found.get(n) != written.get(n))
        raise missing(f"the index has changed since it was written: its file {changed}")
    return about
