"""What is kept of a segment beside Whoosh's own files: all that the whole archive is told of it."""

import heapq
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from consultations.analysis import stem
from consultations.cache import Cache
from consultations.errors import IndexMissingError
from consultations.index.inversion import Inversion
from consultations.index.schema import intervals_of
from consultations.index.scoring import Stream
from consultations.model.text import Interval
from consultations.passages import SearchEdition

Numbers: TypeAlias = "array[int]"

_FILE = "segment"


@dataclass(frozen=True)
class Segment:
    """The documents of a segment, with the numbers of its own passages and positions, from 0.

    The words stand in few large pieces: there are thousands of them in each of many segments, and
    an object for each would take more memory than what it holds.
    """

    editions: Sequence[SearchEdition]
    streams: Sequence[Stream]
    readings: Sequence[tuple[str, int, Interval]]
    sizes: Sequence[int]
    """How many passages each edition has."""
    lengths: Numbers
    """How many words each passage has."""
    terms: str
    """A term a line, in the order of code points."""
    stems: str
    """The stem of each, likewise."""
    counts: Numbers
    """How often each stands there."""
    positions: Numbers
    """Where, one term after the other."""
    values: Mapping[str, Mapping[str, Numbers]]
    """The passages whose field has a value, by field and value, as bounds of intervals."""

    @property
    def passages(self) -> int:
        """How many it has."""
        return len(self.lengths)

    @property
    def width(self) -> int:
        """How many positions it has. One stands free behind each passage."""
        return sum(self.lengths) + len(self.lengths)

    def words(self, first: int) -> Iterator[tuple[str, Sequence[int]]]:
        """Every term with its positions, where those of the segment begin at `first`."""
        start = 0
        # Without a word, `terms` is one empty line, and `counts` has nothing.
        for term, count in zip(self.terms.split("\n"), self.counts, strict=False):
            yield term, list(map(first.__add__, self.positions[start : start + count]))
            start += count


def segment_of(
    inversion: Inversion,
    editions: Sequence[SearchEdition],
    streams: Sequence[Stream],
    readings: Sequence[tuple[str, int, Interval]],
    sizes: Sequence[int],
) -> Segment:
    """A segment, from what was gathered of its passages."""
    places = inversion.places()
    return Segment(
        editions=editions,
        streams=streams,
        readings=readings,
        sizes=sizes,
        lengths=inversion.lengths,
        terms="\n".join(places),
        stems="\n".join(map(stem, places)),
        counts=array("I", map(len, places.values())),
        positions=array("I", chain.from_iterable(places.values())),
        values={
            field: {value: _bounds(passages) for value, passages in found.items()}
            for field, found in inversion.values().items()
        },
    )


def _bounds(ascending: Iterable[int]) -> Numbers:
    """Numbers as the bounds of intervals [start, end) that are apart."""
    bounds = array("I")
    for number in ascending:
        if bounds and bounds[-1] == number:
            bounds[-1] = number + 1
        else:
            bounds.extend((number, number + 1))
    return bounds


def keep_segment(folder: Path, segment: Segment) -> None:
    """Keep it in a folder, beside Whoosh's files of it.

    Raises:
        OutputError: it cannot be written.
    """
    Cache(folder).keep(_FILE, segment, folder.name)


def segment_in(folder: Path) -> Segment:
    """What was kept in a folder.

    Raises:
        IndexMissingError: it is not there as it was.
    """
    segment = Cache(folder).get(_FILE, Segment, folder.name)
    if segment is None:
        raise IndexMissingError(
            "a segment of the index cannot be read",
            where=str(folder),
            remedy="run: consultations build",
        )
    return segment


def words(segments: Sequence[Segment]) -> Iterator[tuple[str, Sequence[int]]]:
    """Every term of an archive, in the order of code points, with its positions there, ascending.

    Args:
        segments: all of the archive's, in order.
    """
    firsts = accumulate((segment.width for segment in segments), initial=0)
    runs = (segment.words(first) for segment, first in zip(segments, firsts, strict=False))
    # Of two runs with the same term that of the earlier segment comes first.
    for term, found in groupby(heapq.merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
        yield term, [position for _, positions in found for position in positions]


def values(segments: Sequence[Segment]) -> Iterator[tuple[str, str, Sequence[Interval]]]:
    """Every value of every field, with the intervals of its passages in the archive.

    Args:
        segments: all of the archive's, in order.
    """
    firsts = list(accumulate((segment.passages for segment in segments), initial=0))
    for field in sorted({field for segment in segments for field in segment.values}):
        here = [segment.values.get(field, {}) for segment in segments]
        for value in sorted(set().union(*here)):
            found: list[int] = []
            for first, of in zip(firsts, here, strict=False):
                bounds = [first + bound for bound in of.get(value, ())]
                # An interval that goes on in the next segment is one.
                if bounds and found and found[-1] == bounds[0]:
                    found.pop()
                    del bounds[0]
                found += bounds
            yield field, value, intervals_of(found)


def families(segments: Sequence[Segment]) -> dict[str, list[str]]:
    """The words of each stem of an archive, where they are not the stem alone."""
    stems: dict[str, str] = {}
    for segment in segments:
        stems.update(zip(segment.terms.split("\n"), segment.stems.split("\n"), strict=True))
    found: dict[str, list[str]] = {}
    for term in sorted(stems):
        found.setdefault(stems[term], []).append(term)
    return {root: words for root, words in sorted(found.items()) if words != [root]}
