"""Who is named in one passage."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.model.text import Interval


@dataclass(frozen=True)
class Scene:
    """Who is named in one passage, in order."""

    named: list[Candidate]
    """Outside the words of others, and without overlaps."""
    entities: list[Candidate]
    """Everywhere."""
    respondents: list[tuple[int, Voice]]
    """Speakers without a name, each with the end of the words for them."""
    speakers: list[tuple[int, Voice]]
    """Other people without a name, in the same way."""
    plain: str
    """The text of the passage with blanks in place of note markers that nothing has read."""
    silent: str
    """The same with blanks in place of what others say in it, too."""
    quoted: list[Interval]
    """What others say in it, with the marks around it, in order."""

    @cached_property
    def starts(self) -> list[int]:
        """Where those named begin."""
        return [candidate.start for candidate in self.named]

    @cached_property
    def _quoted_ends(self) -> list[int]:
        return sorted(end for _, end in self.quoted)

    def quoted_behind(self, at: int) -> int | None:
        """Where the next words of others begin, at a place or after it."""
        index = bisect_left(self.quoted, (at, 0))
        return self.quoted[index][0] if index < len(self.quoted) else None

    def quoted_before(self, at: int) -> int | None:
        """Where the last words of others end at a place or before it."""
        index = bisect_right(self._quoted_ends, at)
        return self._quoted_ends[index - 1] if index else None

    def speaking(self, at: int) -> Voice | None:
        """The last speaker without a name before a place, respondents first."""
        for voices in (self.respondents, self.speakers):
            before = bisect_right(voices, at, key=lambda one: one[0])
            if before:
                return voices[before - 1][1]
        return None
