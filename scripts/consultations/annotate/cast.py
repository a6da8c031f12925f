"""Who may be speaking: the people, bodies, works and anonymous speakers that a document names.

An anonymous speaker stays anonymous, and never becomes the body that quotes him. "She", "the
report", "another" are followed back to whom they stand for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consultations.annotate.anonymous import anonymous_speakers, those_who_speak
from consultations.annotate.reporting import REPORTING
from consultations.annotate.voices import Candidate, Voice, voice_of, voice_of_work
from consultations.model.edition import Citation, Edition, Mention, Passage
from consultations.model.entity import Authority
from consultations.model.text import Interval

_UNSAID = re.compile(
    rf"\b(?:(?:[Oo]ne|[Aa]nother|[Ss]ome) (?:man|men|people|person|woman|women)(?: here)?"
    rf"|(?:[Oo]ne|[Aa]nother|[Oo]thers|[Ss]ome|[Ss]everal|[Mm]any|[Ss]omeone(?: else)?|[Aa] few)"
    rf"(?: of (?:them|these))?(?=,?\s(?:(?:also|here|even|simply)\s)*{REPORTING}\b))(?![\w’'-])"
)
_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t(?=\s(?:also\s|then\s)?{REPORTING}\b))\b")
_SUCH = re.compile(
    r"\b(?:[Tt]h(?:e|is|at|eir) (?:(?:new|same|latter|recent|final|[A-Z][\w’']+) )?"
    r"(?i:(?P<noun>agency|alliance|article|association|authors?|board|body|commission|committee|council|department"
    r"|document|foundation|framework|group|guidance|handbook|inspectorate|institute|introduction"
    r"|manual|ministry|monograph|office|panel|paper|plan|policy|preface|report|review|society"
    r"|strategy|study|trust|website))|[Pp]age \d+)\b"
)
_BODIES = {
    "agency", "alliance", "association", "board", "body", "commission", "committee", "council",
    "department", "foundation", "group", "inspectorate", "institute", "ministry", "office", "panel",
    "society", "trust",
}  # fmt: skip


@dataclass(frozen=True)
class Cast:
    """All who are named in an edition."""

    edition: Edition
    authority: Authority
    mentions: Mapping[str, Sequence[Mention]]
    """By passage, in order."""
    citations: Mapping[str, Sequence[Citation]]
    """By passage, in order."""
    quoted: Mapping[str, Sequence[Interval]]
    """Where others speak, by passage: who is named there speaks to nobody here."""

    def named(self, passage: Passage, start: int, end: int) -> list[Candidate]:
        """Who is named in a stretch of a passage, in order and without overlaps."""
        # Who is named by name is not another one for being called "the … report" as well.
        entities = [*self._cited(passage, start, end), *self._entities(passage, start, end)]
        others = [
            *anonymous_speakers(passage.text, start, end),
            *(
                Candidate(*m.span(), None)
                for pattern in (_PRONOUN, _UNSAID, _SUCH)
                for m in pattern.finditer(passage.text, start, end)
            ),
        ]
        kept: list[Candidate] = []
        for one in [*entities, *sorted(others, key=lambda c: (c.start, -c.end))]:
            spoken = any(s < one.start and one.end + 4 < e for s, e in self.quoted[passage.id])
            if not spoken and all(one.end <= k.start or k.end <= one.start for k in kept):
                kept.append(one)
        return sorted(kept)

    def _entities(self, passage: Passage, start: int, end: int) -> Iterator[Candidate]:
        record = self.edition.source.record
        own = {record.organisation, record.responds_to}
        for mention in self.mentions.get(passage.id, ()):
            if start <= mention.start and mention.end <= end and mention.entity not in own:
                entity = self.authority.by_id[mention.entity]
                if entity.kind != "consultation" and entity.name not in record.authors:
                    voice = voice_of(entity, mention.text)
                    yield Candidate(mention.start, mention.end, voice)

    def _cited(self, passage: Passage, start: int, end: int) -> Iterator[Candidate]:
        for citation in self.citations.get(passage.id, ()):
            if start <= citation.start and citation.end <= end and citation.text[0] != "(":
                voice = voice_of_work(self.authority.by_id[citation.work])
                yield Candidate(citation.start, citation.end, voice)

    def stands_for(
        self, passage: Passage, candidate: Candidate, last: Voice | None
    ) -> Voice | None:
        """Whom "she", "another" or "the report" stands for: the last of that sort before it.

        Args:
            passage: where it stands.
            candidate: one without a voice of its own.
            last: who was quoted last, in this passage or the one before.
        """
        words = passage.text[candidate.start : candidate.end]
        if _PRONOUN.match(words + " said"):
            if words.casefold() == "they" and last:
                return last
            kinds = {"he": "person", "she": "person"}.get(words.casefold(), "")
            here = self._before(passage, candidate.start, kinds, "", 0) if kinds else None
            return (
                here
                or self._fits(last, kinds, "")
                or self._before(passage, candidate.start, kinds, "")
            )
        such = _SUCH.fullmatch(words)
        if not such:
            return self.unnamed(passage, candidate.start, last)
        noun = (such["noun"] or "page").rstrip("s").casefold()
        kind = "organisation" if noun in _BODIES else "work"
        return (
            self._before(passage, candidate.start, kind, noun, 0)
            or self._fits(last, kind, noun)
            or self._before(passage, candidate.start, kind, noun)
            or (self._before(passage, candidate.start, kind, "", 0) if kind == "work" else None)
            or (self._fits(last, "", "") if kind == "work" else None)
            or self._before(passage, candidate.start, kind, "")
        )

    def _fits(self, voice: Voice | None, kind: str, noun: str) -> Voice | None:
        """The voice, where it is an entity of this kind with this noun in its name."""
        entity = self.authority.by_id[voice.entity] if voice and voice.entity else None
        if entity and kind in ("", entity.kind) and noun in entity.name.casefold():
            return voice
        return None

    def _before(
        self, passage: Passage, at: int, kind: str, noun: str, most: int = 3
    ) -> Voice | None:
        """The last entity of this kind before a place, with this noun in its name."""
        for here, end in self._back(passage, at, most):
            for candidate in reversed(list(self._entities(here, 0, end))):
                if self._fits(candidate.voice, kind, noun):
                    return candidate.voice
        return None

    def unnamed(self, passage: Passage, at: int, last: Voice | None) -> Voice | None:
        """Who is meant by "another", or by a quotation without a name: an anonymous speaker.

        Args:
            passage: where the place is.
            at: the place.
            last: who was quoted last, in this passage or shortly before.
        """
        for here, end in self._back(passage, at, 12):
            speaking = those_who_speak(self._unquoted(here), end)
            if speaking:
                return speaking[-1]._replace(label=speaking[-1].label.partition(",")[0])
            if here is passage and last and last.anonymous:
                return last._replace(label=last.label.partition(",")[0])
        return None

    def _unquoted(self, passage: Passage) -> str:
        """Its text with blanks for the words of others."""
        text = passage.text
        for start, end in self.quoted[passage.id]:
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def _back(self, passage: Passage, at: int, most: int) -> Iterator[tuple[Passage, int]]:
        """A passage up to a place, then those before it, with their lengths."""
        yield passage, at
        if passage.kind == "footnote":
            return
        index = self.edition.order[passage.id]
        for before in reversed(self.edition.passages[max(0, index - most) : index]):
            yield before, len(before.text)
