"""What is kept of an archive beside its passages and their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consultations.index.schema import ANALYSIS, FORMAT
from consultations.index.scoring import Stream
from consultations.model.text import Interval
from consultations.passages import SearchEdition


@dataclass(frozen=True)
class AboutArchive:
    """What concerns the whole archive; `Searchable` says what each part of it is."""

    editions: Sequence[SearchEdition]
    streams: Sequence[Stream]
    families: Mapping[str, Sequence[str]]
    readings: Sequence[tuple[str, int, Interval]]

    def as_json(self) -> dict[str, Any]:
        """As it is kept, with what tells an index of this version from any other."""
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
        """What was kept; `is_of_this_version` must have said that it can be read."""
        return cls(
            tuple(SearchEdition.from_json(edition) for edition in data["editions"]),
            tuple(Stream(*pair) for pair in data["streams"]),
            data["stems"],
            tuple((words, n, (first, last)) for words, n, first, last in data["readings"]),
        )


def is_of_this_version(data: object) -> bool:
    """Whether something that was kept is of an index that this version can read."""
    if not isinstance(data, dict):
        return False
    return data.get("format") == FORMAT and data.get("analysis") == ANALYSIS
