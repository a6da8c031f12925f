"""Who may be speaking: the people, bodies, works and anonymous speakers that a document names.

An anonymous speaker stays anonymous, and never becomes the body that quotes him. "She", "the
report", "another" are followed back to whom they stand for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from consultations.annotate.quotations.anonymous import anonymous_speakers, those_who_speak
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.scene import Scene
from consultations.annotate.quotations.strangers import strangers, surnames
from consultations.annotate.quotations.voices import Candidate, Voice, voice_of, voice_of_work
from consultations.annotate.taken import Taken
from consultations.english.saying import SAYING
from consultations.model.edition import ByPassage, Edition, Passage
from consultations.model.entity import Authority
from consultations.model.text import Interval

_UNSAID = re.compile(
    rf"\b(?:(?:[Oo]ne|[Aa]nother|[Ss]ome) (?:man|men|people|person|woman|women)(?: here)?"
    rf"|(?:[Oo]ne|[Aa]nother|[Oo]thers|[Ss]ome|[Ss]everal|[Mm]any|[Ss]omeone(?: else)?|[Aa] few)"
    rf"(?: of (?:them|these))?(?=,?\s(?:(?:also|here|even|simply)\s)*{SAYING}\b))(?![\w’'-])"
)
_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t(?=\s(?:also\s|then\s)?{SAYING}\b))\b")
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
_MANY = 50
"""Among so many names before a place, whoever is meant there is to be found."""


@dataclass(frozen=True)
class Cast:
    """All who are named in an edition."""

    edition: Edition
    authority: Authority
    quoted: ByPassage[Quoted]
    """Where others speak: who is named there speaks to nobody here."""

    _scenes: dict[str, Scene] = field(default_factory=dict)
    """What was asked of passages before."""

    def named(self, passage: Passage, start: int, end: int) -> list[Candidate]:
        """Who is named in a stretch of a passage, in order and without overlaps."""
        scene = self._scene(passage)
        first, last = bisect_left(scene.starts, start), bisect_left(scene.starts, end)
        return [candidate for candidate in scene.named[first:last] if candidate.end <= end]

    def _scene(self, passage: Passage) -> Scene:
        if passage.id not in self._scenes:
            self._scenes[passage.id] = self._set(passage)
        return self._scenes[passage.id]

    def _set(self, passage: Passage) -> Scene:
        text, quoted = passage.text, sorted(one.outer for one in self.quoted[passage.id])
        entities = list(self._entities(passage))
        others = [
            *anonymous_speakers(text, 0, len(text)),
            *(
                Candidate(*match.span(), None)
                for pattern in (_PRONOUN, _UNSAID, _SUCH)
                for match in pattern.finditer(text)
            ),
        ]
        # Who is named by name is not another one for being called "the … report" as well.
        speakable = {(one.start, one.end) for one in entities}
        places = {(m.start, m.end) for m in self.edition.mentions_of[passage.id]}
        taken = Taken(places - speakable)
        named: list[Candidate] = []
        for group in ([*self._cited(passage), *entities], self._strangers(passage), others):
            for one in sorted(group, key=lambda c: (c.start, -c.end)):
                within = _last_from(quoted, one.start)
                spoken = within is not None and within[0] < one.start and one.end + 4 < within[1]
                if not taken.meets(one.start, one.end):
                    taken.add(one.start, one.end)
                    if not spoken:
                        named.append(one)
        named.sort(key=lambda c: c.start)
        silent = list(text)
        for start, end in quoted:
            silent[start:end] = " " * (end - start)
        speaking = list(those_who_speak("".join(silent)))
        return Scene(
            named,
            entities,
            [one for one in speaking if one[1].kind == "respondent"],
            [one for one in speaking if one[1].kind != "respondent"],
        )

    def _entities(self, passage: Passage) -> Iterator[Candidate]:
        record = self.edition.source.record
        own = {record.organisation, record.responds_to}
        for mention in self.edition.mentions_of[passage.id]:
            entity = self.authority.by_id[mention.entity]
            ours = mention.entity in own or entity.name in record.authors
            if entity.kind != "consultation" and not ours:
                yield Candidate(mention.start, mention.end, voice_of(entity, mention.text))

    @cached_property
    def _surnames(self) -> Mapping[str, str]:
        return surnames(passage.text for passage in self.edition.passages)

    def _strangers(self, passage: Passage) -> Iterator[Candidate]:
        """Whoever is named and known to nobody, and is not the document itself or its author."""
        record = self.edition.source.record
        own = " ".join([record.title, *record.authors])
        for candidate in strangers(passage.text, self._surnames):
            if candidate.voice and candidate.voice.label not in own:
                yield candidate

    def _cited(self, passage: Passage) -> Iterator[Candidate]:
        for citation in self.edition.citations_of[passage.id]:
            if citation.text[0] != "(":
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
            entities = self._scene(here).entities
            last = bisect_left(entities, end, key=lambda one: one.start)
            for candidate in reversed(entities[max(0, last - _MANY) : last]):
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
            voice = self._scene(here).speaking(end)
            if voice is None and here is passage and last and last.anonymous:
                voice = last
            if voice:
                return voice._replace(label=voice.label.partition(",")[0])
        return None

    def with_work(self, voice: Voice, passage: Passage, at: int) -> Voice:
        """A body's voice with the one of its works that was named last, shortly before a place."""
        body = self.authority.by_id[voice.entity] if voice.entity else None
        if body is None or body.kind != "organisation":
            return voice
        works = {work.id for work in self.authority.works_by_author.get(body.name, ())}
        for here, end in self._back(passage, at, 3):
            mentions = self.edition.mentions_of[here.id]
            before = bisect_right(mentions, end, key=lambda m: m.end)
            for mention in reversed(mentions[max(0, before - _MANY) : before]):
                if mention.entity in works:
                    return voice._replace(label=f"{voice.label}, {mention.text}")
        return voice

    def _back(self, passage: Passage, at: int, most: int) -> Iterator[tuple[Passage, int]]:
        """A passage up to a place, then those before it, with their lengths."""
        yield passage, at
        if passage.kind == "footnote":
            return
        index = self.edition.order[passage.id]
        for before in reversed(self.edition.passages[max(0, index - most) : index]):
            yield before, len(before.text)


def _last_from(intervals: Sequence[Interval], at: int) -> Interval | None:
    """The last interval that begins before a place."""
    index = bisect_left(intervals, (at, 0))
    return intervals[index - 1] if index else None
