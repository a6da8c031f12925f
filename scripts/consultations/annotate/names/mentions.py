"""Mentions of organisations, people, works and consultations.

All wordings of all entities are looked for at once, the longest at a place winning. Then the
document's own customs are followed: an abbreviation stands for what the document expands it to,
and a surname alone for the one person of that name whom the document has named in full by then.
What may be two entities is neither.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from consultations.annotate.names.surnames import surname_mentions
from consultations.annotate.names.wording import (
    Place,
    lower_case_words,
    stands_alone,
    written_as_name,
)
from consultations.annotate.taken import Taken
from consultations.model.edition import Edition, Mention
from consultations.model.entity import Authority
from consultations.model.lexicon import WORD, Form, Lexicon, Sighting


def with_mentions(edition: Edition, authority: Authority) -> Edition:
    """The edition with its mentions, once its links and abbreviations are known."""
    customs = _customs(edition, authority)
    common = lower_case_words(edition)
    seen = [
        _Seen(place, entity, stands_alone(place, authority.by_id[entity].kind, common))
        for place in _sightings(edition, [authority.lexicon, customs.lexicon])
        if (entity := customs.meant(place.sighting))
    ]
    # What is a name for certain in one place is taken for it in another, if it is no common word.
    sure = {s.entity for s in seen if s.sure and authority.by_id[s.entity].kind != "work"}
    mentions = [
        Mention(
            s.place.passage.id, s.place.start, s.place.end, s.place.text, s.entity, rule="names"
        )
        for s in seen
        if s.sure or s.entity in sure
    ]
    mentions += surname_mentions(replace(edition, mentions=tuple(mentions)), authority)
    mentions.sort(key=lambda m: (edition.order[m.passage], m.start))
    return replace(edition, mentions=tuple(mentions))


class _Seen(NamedTuple):
    """A name at its place, whose it is, and whether it cannot be anything but a name."""

    place: Place
    entity: str
    sure: bool


@dataclass(frozen=True)
class _Customs:
    """What abbreviations mean in this document."""

    meaning: Mapping[str, str | None]
    """Entity by abbreviation; None where the document expands it to something unknown."""
    lexicon: Lexicon
    """The abbreviations that have a meaning here, whether the authorities list them or not."""

    def meant(self, sighting: Sighting) -> str | None:
        """The one entity that is meant, or None where that cannot be told."""
        if all(form.abbreviation for form in sighting.forms):
            short = sighting.forms[0].text
            if short in self.meaning:
                return self.meaning[short]
        entities = sighting.entities
        return entities.pop() if len(entities) == 1 else None


def _customs(edition: Edition, authority: Authority) -> _Customs:
    meaning: dict[str, str | None] = {}
    for found in edition.abbreviations:
        entity = _expansion(found.expansion, found.text, authority)
        for short in {found.text, found.text.removesuffix("s")}:
            meaning[short] = entity or meaning.get(short)
    forms = [Form(short, entity, abbreviation=True) for short, entity in meaning.items() if entity]
    return _Customs(meaning, Lexicon(forms))


def _expansion(full: str, short: str, authority: Authority) -> str | None:
    """The entity that an expansion names, in its words or, where the abbreviation is its, most."""
    found = [
        sighting
        for sighting in authority.lexicon.find(full, written_as_name)
        if (sighting.start, sighting.end) == (0, len(full)) and len(sighting.entities) == 1
    ]
    if found:
        return found[0].forms[0].entity
    words = {word[0].casefold() for word in WORD.finditer(full)}
    alike = {
        form.entity
        for sighting in authority.lexicon.find(short, written_as_name)
        for form in sighting.forms
        for name in authority.by_id[form.entity].forms
        if len(words & set(name.words)) * 2 >= len(name.words)
    }
    return alike.pop() if len(alike) == 1 else None


def _sightings(edition: Edition, lexicons: Iterable[Lexicon]) -> Iterator[Place]:
    """Names in reading order of passages; those of an earlier lexicon stand before a later's."""
    for passage in edition.passages:
        taken = Taken((link.start, link.end) for link in edition.links_of[passage.id])
        for lexicon in lexicons:
            for sighting in list(lexicon.find(passage.text, written_as_name)):
                if not taken.meets(sighting.start, sighting.end):
                    taken.add(sighting.start, sighting.end)
                    yield Place(passage, sighting)
