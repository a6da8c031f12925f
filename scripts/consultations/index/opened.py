"""An archive's index, open to be read."""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import whoosh.index

from consultations.errors import IndexMissingError
from consultations.index.about import AboutArchive, is_of_this_version
from consultations.index.digests import digests
from consultations.index.schema import ABOUT, COLUMNS, FACETS, TEXT, intervals_of, joints_of
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
        # Only now that the files are known to be ours and whole, since Whoosh unpickles what it
        # opens.
        try:
            self._searcher = whoosh.index.open_dir(folder, readonly=True).searcher()
        except (OSError, whoosh.index.IndexError) as reason:
            raise IndexMissingError(
                f"the index cannot be opened: {getattr(reason, 'strerror', None) or reason}",
                where=str(folder),
                remedy="see whether it can be read, and how many files may be open (ulimit -n)",
            ) from reason
        self._reader = self._searcher.reader()
        # Whoosh has no columns to read where there is no passage.
        names = COLUMNS if len(self) else ()
        self._columns = {name: self._reader.column_reader(name) for name in names}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._searcher.close()

    def __len__(self) -> int:
        """How many passages it has."""
        return int(self._reader.doc_count_all())

    def passage(self, number: int) -> SearchPassage:
        """A passage by its number."""
        stored = json.loads(self._columns["passage"][number])
        return SearchPassage.from_json(stored, self.edition(number))

    def passages(self) -> Iterator[SearchPassage]:
        """All passages in document order."""
        return map(self.passage, range(len(self)))

    def edition(self, number: int) -> SearchEdition:
        """The edition that a passage stands in."""
        return self.editions[int(self._columns["edition"][number])]

    def length(self, number: int) -> int:
        """How many tokens a passage has."""
        return int(self._columns["length"][number])

    def stream(self, number: int) -> int:
        """The stream that a passage is in."""
        return int(self._columns["stream"][number])

    def quoted(self, number: int) -> Sequence[Interval]:
        """The positions of a passage that stand inside quotations, in order and apart."""
        return intervals_of(array("I", self._columns["voice"][number]))

    def joints(self, number: int) -> Mapping[int, int]:
        """The kinds of the joints of a passage, by the position of the word after each."""
        return joints_of(array("I", self._columns["joints"][number]))

    def valued(self, field: str, value: str) -> Sequence[int]:
        """The passages of which a field has a value, folded; ascending."""
        if (field, value) not in self._reader:
            return []
        return list(self._reader.postings(field, value).all_ids())

    def values_of(self, field: str) -> list[str]:
        """Every value of a field, folded, in the order of code points."""
        return list(self._reader.field_terms(field))

    def values(self) -> Iterator[tuple[str, str, Iterator[int]]]:
        """Every value of every field, with its passages' numbers, ascending.

        Read the passages of a value before you ask for the next value: they come one by one.
        """
        for field in FACETS:
            for value in self._reader.field_terms(field):
                yield field, value, self._reader.postings(field, value).all_ids()

    def terms_from(self, prefix: str) -> Iterator[str]:
        """Every term that begins so, in the order of code points."""
        for term in self._reader.expand_prefix(TEXT, prefix):
            yield term.decode("utf-8")

    def terms(self) -> list[str]:
        """Every term of the text, in the order of code points."""
        return list(self._reader.field_terms(TEXT))

    def spread(self, term: str) -> int:
        """In how many passages a term stands; 0 for a term that the archive does not have."""
        return int(self._reader.doc_frequency(TEXT, term))

    def frequency(self, term: str) -> int:
        """How often a term stands in the archive."""
        return int(self._reader.frequency(TEXT, term))

    def places(
        self, term: str, among: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """The passages in which a term stands, ascending, and its positions there.

        Read the places of a term before you ask for another term: they come one by one.

        Args:
            term: that is looked up; one that the archive does not have stands nowhere.
            among: the only passages that matter, ascending; None for all.
        """
        if (TEXT, term) not in self._reader:
            return
        matcher = self._reader.postings(TEXT, term)
        # `value_as` would look this method up again for every passage.
        positions = matcher.format.decode_positions
        if among is None:
            while matcher.is_active():
                yield matcher.id(), positions(matcher.value())
                matcher.next()
            return
        for passage in among:
            if not matcher.is_active():
                return
            if matcher.id() < passage:
                matcher.skip_to(passage)
            if matcher.is_active() and matcher.id() == passage:
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
