"""What is known while an edition's quotations are given their speakers, one after the other."""

from dataclasses import dataclass, field
from typing import NamedTuple

from consultations.annotate.quotations.anaphora.fitting import label_end
from consultations.annotate.quotations.anaphora.standing_for import is_called, stands_for
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.sentences import sentence_start
from consultations.model.edition import Passage

_NEAR = 3
"""A speaker is carried to a later quotation at most this many passages further on."""


class Ruling(NamedTuple):
    """What a ground says of a quotation."""

    voice: Voice
    """Whose words; `SOMEBODY` where the ground shows that one speaks and cannot tell who."""
    end: int
    """Where the words end that say so: with them the quotation's surroundings are used up."""


class Heard(NamedTuple):
    """A quotation that has had its ruling."""

    quoted: Quoted
    ruling: Ruling
    ground: str
    """The name of the ground on which a speaker is named, else nothing."""


@dataclass
class Stage:
    """Everybody who may speak, and the quotations heard so far, in reading order."""

    cast: Cast
    heard: list[Heard] = field(default_factory=list)

    @property
    def last(self) -> Heard | None:
        """The quotation before."""
        return self.heard[-1] if self.heard else None

    def last_in(self, passage: Passage) -> Heard | None:
        """The quotation before, if it stands in this passage."""
        last = self.last
        return last if last and last.quoted.passage.id == passage.id else None

    def last_near(self, passage: Passage, most: int = _NEAR) -> Voice | None:
        """Whose the quotation before is, if it stands shortly before and in the same section."""
        last = self.last
        if last is None or self._far(last.quoted.passage, passage) > most:
            return None
        return last.ruling.voice if last.ruling.voice != SOMEBODY else None

    def _far(self, before: Passage, passage: Passage) -> int:
        """How many passages lie from one to the other; very many where they belong apart."""
        edition = self.cast.edition
        if before.id == passage.id:
            return 0
        if passage.kind == "footnote" or before.section != passage.section:
            return len(edition.order)
        return edition.order[passage.id] - edition.order[before.id]

    def voice(self, passage: Passage, candidate: Candidate) -> Voice:
        """The voice of a candidate, or of the one for whom it stands."""
        if candidate.voice:
            last = self.last_near(passage)
            known = last and is_called(self.cast, passage, candidate, last)
            return last if last and known else candidate.voice
        return stands_for(self.cast, passage, candidate, self.last_near(passage)) or SOMEBODY

    def sentence(self, quoted: Quoted) -> int:
        """Where the sentence begins in which a quotation stands, in code points.

        The label of a speech is no part of it, nor the words that say whose the last quotation is.
        """
        passage, at = quoted.passage, quoted.outer[0]
        start = max(sentence_start(self.cast.plain(passage), at), label_end(self.cast, passage, at))
        last = self.last_in(passage)
        if last and last.quoted.outer[1] < last.ruling.end <= at:
            return max(start, last.ruling.end)
        return start
