"""Facts about a whole archive that an index keeps beside its passages and their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from consultations.index.schema import ANALYSIS, FORMAT
from consultations.index.scoring import STREAMS, Stream
from consultations.index.segment import Segment, families
from consultations.model.text import Interval
from consultations.passages import SearchEdition


@dataclass(frozen=True)
class AboutArchive:
    """Facts about the whole archive; `Searchable` says what each means."""

    editions: Sequence[SearchEdition]
    streams: Sequence[Stream]
    families: Mapping[str, Sequence[str]]
    readings: Sequence[tuple[str, int, Interval]]

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> "AboutArchive":
        """The facts of an archive, put together from those of its segments in order."""
        firsts = accumulate((segment.passages for segment in segments), initial=0)
        readings = (
            (words, first + number, at)
            for first, segment in zip(firsts, segments, strict=False)
            for words, number, at in segment.readings
        )
        return cls(
            [edition for segment in segments for edition in segment.editions],
            [_together([segment.streams[i] for segment in segments]) for i in range(len(STREAMS))],
            families(segments),
            list(readings),
        )

    def as_json(self) -> dict[str, Any]:
        """These facts as JSON, with what shows that an index was made by this version."""
        return {
            "format": FORMAT,
            "analysis": ANALYSIS,
            "streams": self.streams,
            "stems": self.families,
            "readings": [(words, number, *at) for words, number, at in self.readings],
            "editions": [edition.as_json() for edition in self.editions],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "AboutArchive":
        """These facts from JSON. Ask `is_of_this_version` first whether it can be read."""
        return cls(
            tuple(SearchEdition.from_json(edition) for edition in data["editions"]),
            tuple(Stream(*pair) for pair in data["streams"]),
            data["stems"],
            tuple((words, n, (first, last)) for words, n, first, last in data["readings"]),
        )


def _together(streams: Sequence[Stream]) -> Stream:
    return Stream(sum(one.passages for one in streams), sum(one.tokens for one in streams))


def is_of_this_version(data: object) -> bool:
    """Whether JSON that was kept belongs to an index that this version can read."""
    if not isinstance(data, dict):
        return False
    return data.get("format") == FORMAT and data.get("analysis") == ANALYSIS
