"""Who may be speaking: the people, bodies, works and unnamed speakers that a document names.

Whoever is described and not named stays so, and never becomes the body that quotes him. The
document itself and its own author are in no cast: what they say is no quotation.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from consultations import patterns as re
from consultations.annotate.initials import initials_of
from consultations.annotate.quotations.anaphora.spoken_of import OWNER, PRONOUN, SUCH, UNSAID
from consultations.annotate.quotations.cast.apposed import (
    named_behind,
    named_in_front,
    named_once,
    without_whose,
)
from consultations.annotate.quotations.cast.by_noun import BodiesByNoun
from consultations.annotate.quotations.cast.called import by_forename, by_initials
from consultations.annotate.quotations.cast.described import described_speakers, those_who_speak
from consultations.annotate.quotations.cast.people import People
from consultations.annotate.quotations.cast.scene import Scene
from consultations.annotate.quotations.cast.seats import seated
from consultations.annotate.quotations.cast.strangers import (
    beside_saying,
    is_office,
    strangers,
    titles,
)
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.voices import (
    SOMEBODY,
    Candidate,
    Voice,
    voice_of,
    voice_of_work,
)
from consultations.annotate.taken import Taken
from consultations.english.credit_lines import HYPHENED_CODE
from consultations.english.kinds import BODIES
from consultations.english.personal_names import personal_names
from consultations.model.by_passage import ByPassage
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority
from consultations.model.lexicon import WORD
from consultations.model.text import Interval, masked

_NOTE_MARKER = re.compile(
    r"""
    (?: (?<= \w [.,;:?!] )          # rusty.3
      | (?<= [.,;:?!] [”’"')] )     # “rusty.”3
      | (?<= [”’"')] [.,;:?!] )     # “rusty”,3
    ) \d{1,3} (?= \s | \Z )
    """,
    re.VERBOSE,
)
"""A number right behind a mark of punctuation: a raised one that has come down."""
_CODE_BEHIND = re.compile(rf"(?:\A|[”’»\"'][.,]?)\s?(?:[(\[]|[–—]\s?){HYPHENED_CODE}")
"""What may be the code of whoever spoke, right behind what is quoted or under it."""


@dataclass(frozen=True)
class Cast:
    """All who are named in an edition."""

    edition: Edition
    authority: Authority
    quoted: ByPassage[Quoted]
    """Where others speak: who is named there speaks to nobody here."""

    _scenes: dict[str, Scene] = field(default_factory=dict)
    """What was asked of passages before."""

    @cached_property
    def letters_of_codes(self) -> Set[str]:
        """The letters of a study's codes for those who speak: two stand behind quotations."""
        texts = (passage.text for passage in self.edition.passages)
        found = {
            m.group("letters", "number") for text in texts for m in _CODE_BEHIND.finditer(text)
        }
        counted = Counter(letters for letters, _ in found)
        return {letters for letters, count in counted.items() if count > 1}

    def named(self, passage: Passage, start: int, end: int) -> list[Candidate]:
        """Who is named in a stretch of a passage, in order and without overlaps."""
        scene = self.scene(passage)
        first, last = bisect_left(scene.starts, start), bisect_left(scene.starts, end)
        return [candidate for candidate in scene.named[first:last] if candidate.end <= end]

    def first_named(self, passage: Passage, start: int, end: int) -> Candidate | None:
        """Who is named first in a stretch of a passage; None where nobody is."""
        scene = self.scene(passage)
        first, last = bisect_left(scene.starts, start), bisect_left(scene.starts, end)
        each = (scene.named[number] for number in range(first, last))
        return next((candidate for candidate in each if candidate.end <= end), None)

    def named_before(self, passage: Passage, at: int) -> Iterator[Candidate]:
        """Who is named in a passage before a place, the last of them first."""
        scene = self.scene(passage)
        for number in reversed(range(bisect_left(scene.starts, at))):
            if scene.named[number].end <= at:
                yield scene.named[number]

    def silent(self, passage: Passage) -> str:
        """The text of a passage with blanks for what others say in it, its marks too."""
        return self.scene(passage).silent

    def plain(self, passage: Passage) -> str:
        """The text of a passage with blanks for note markers that nothing has read."""
        return self.scene(passage).plain

    def scene(self, passage: Passage) -> Scene:
        """Who is named in a passage."""
        if passage.id not in self._scenes:
            self._scenes[passage.id] = self._set(passage)
        return self._scenes[passage.id]

    def _set(self, passage: Passage) -> Scene:
        quoted = sorted(one.outer for one in self.quoted[passage.id])
        plain = _NOTE_MARKER.sub(lambda match: " " * len(match[0]), passage.text)
        silent = masked(plain, quoted, " ")
        entities = list(self._entities(passage))
        speaking = sorted(those_who_speak(silent), key=lambda one: one[0])
        return Scene(
            self._candidates(passage, entities, quoted),
            entities,
            [one for one in speaking if one[1].kind == "respondent"],
            [one for one in speaking if one[1].kind != "respondent"],
            plain,
            silent,
            quoted,
        )

    def _candidates(
        self, passage: Passage, entities: list[Candidate], quoted: Sequence[Interval]
    ) -> list[Candidate]:
        """Everybody named outside the words of others; of two at one place the better known."""
        text = passage.text
        spoken_of = [
            Candidate(*match.span(), self._meant(match) if pattern is SUCH else None)
            for pattern in (PRONOUN, OWNER, UNSAID, SUCH)
            for match in pattern.finditer(text)
        ]
        described = list(described_speakers(text, 0, len(text)))
        # Mentions that may not speak, such as the document's own author, are nobody else either.
        mute = {(m.start, m.end) for m in self.edition.mentions_of[passage.id]}
        taken = Taken(mute - {(one.start, one.end) for one in entities})
        found: list[Candidate] = []
        known = [*self._cited(passage), *entities]
        works = list(titles(passage))
        beside = list(beside_saying(_without(text, works), self._people.common))
        fronts = dict(named_in_front(text, described, self._people.common))
        described = [one for one in described if one not in fronts.values()]
        strangers = [*self._strangers(passage), *fronts, *named_behind(text, described)]
        known, strangers = without_whose(known, described), without_whose(strangers, described)
        groups = (
            known,
            works,
            list(seated(text)),
            strangers,
            list(by_forename(text, self._people)),
            spoken_of,
            described,
            beside,
        )
        for group in groups:
            for one in sorted(group, key=lambda c: (c.start, -c.end)):
                if not taken.meets(one.start, one.end):
                    taken.add(one.start, one.end)
                    if not _spoken(quoted, one):
                        found.append(one)
        called = (one for one in beside if one.voice and one.voice.kind == "publication")
        return _told_once(text, found, {*described, *called})

    def _entities(self, passage: Passage) -> Iterator[Candidate]:
        record = self.edition.source.record
        own = {record.organisation, record.responds_to}
        for mention in self.edition.mentions_of[passage.id]:
            entity = self.authority.by_id[mention.entity]
            ours = mention.entity in own or entity.name in record.authors
            if entity.kind != "consultation" and not ours:
                yield Candidate(mention.start, mention.end, voice_of(entity, mention.text))

    @cached_property
    def _people(self) -> People:
        texts = [passage.text for passage in self.edition.passages]
        return People.of(texts, {word for word in self._words if word[0].islower()})

    @cached_property
    def _words(self) -> Set[str]:
        """The words of the document."""
        texts = (passage.text for passage in self.edition.passages)
        return {word[0] for text in texts for word in WORD.finditer(text)}

    @cached_property
    def _expansions(self) -> Mapping[str, str]:
        return {short.text: short.expansion for short in self.edition.abbreviations}

    @cached_property
    def _initials(self) -> Mapping[str, str]:
        called = by_initials(passage.text for passage in self.edition.passages)
        unnamed = {short: short for short in called - self._expansions.keys()}
        return {**unnamed, **initials_of(self.edition)}

    @cached_property
    def by_noun(self) -> BodiesByNoun:
        """The bodies of the document, by the nouns of their names."""
        known = (
            [one for one in self._entities(passage) if one.voice and one.voice.entity]
            for passage in self.edition.passages
        )
        return BodiesByNoun(self.edition, self.authority, list(known), self._words)

    def _meant(self, such: re.Match[str]) -> Voice | None:
        """The only body that "the Board" can be, by its capital; None where it is still open."""
        noun = such["noun"] or ""
        if noun[:1].islower() or noun.casefold() not in BODIES or such["year"] or such["dated"]:
            return None
        return None if such["of"] or such["owned"] else self.by_noun.called(noun)

    def _strangers(self, passage: Passage) -> Iterator[Candidate]:
        """Whoever is named and known to nobody, and is not the document itself or its author."""
        record = self.edition.source.record
        own = " ".join(record.authors)
        for candidate in strangers(passage.text, self._people, self._expansions, self._initials):
            voice = candidate.voice
            if voice in (None, SOMEBODY) or voice.label not in own:
                yield candidate

    def _cited(self, passage: Passage) -> Iterator[Candidate]:
        for citation in self.edition.citations_of[passage.id]:
            if citation.text[0] != "(":
                voice = voice_of_work(self.authority.by_id[citation.work])
                yield Candidate(citation.start, citation.end, voice)

    def is_person(self, voice: Voice) -> bool:
        """Whether it is the voice of one person who is named."""
        if voice.entity:
            return self.authority.by_id[voice.entity].kind == "person"
        if voice.kind == "speech":
            return True
        # Of one who has written; "Justice Committee" begins as the name of a judge.
        return any(name.evidence != "form" for name in personal_names(voice.label)[:1])

    def back(self, passage: Passage, at: int, most: int) -> Iterator[tuple[Passage, int]]:
        """A passage up to a place, then at most so many before it, each with its length.

        A note has nothing before it: what stands there is another note.
        """
        yield passage, at
        if passage.kind == "footnote":
            return
        index = self.edition.order[passage.id]
        for before in reversed(self.edition.passages[max(0, index - most) : index]):
            yield before, len(before.text)


def _told_once(text: str, found: Iterable[Candidate], described: Set[Candidate]) -> list[Candidate]:
    """Those of a text in order, without the descriptions and the offices of who is named beside."""
    offices = {one for one in found if is_office(one.voice)}
    return named_once(text, sorted(found, key=lambda c: c.start), described | offices)


def _without(text: str, candidates: Iterable[Candidate]) -> str:
    """A text with full stops where some are named."""
    return masked(text, [(one.start, one.end) for one in candidates], ".")


def _spoken(quoted: Sequence[Interval], candidate: Candidate) -> bool:
    """Whether a candidate is named in the words of others; at their end it may be a credit."""
    index = bisect_left(quoted, (candidate.start, 0))
    return index > 0 and candidate.end + 4 < quoted[index - 1][1]
