"""Mentions of the organisations, people, works and consultations that the archive knows.

Symptom: a name of the authorities, under any of the wordings and abbreviations that they list, or
under one that the document itself has introduced.

Found by: all wordings of all entities looked for at once, of several at a place the longest. Names
may be in capitals, and the punctuation inside a title is of no account. An abbreviation stands for
what the document expands it to. One word that is also a common word of English counts where nothing
else can be meant: in mid-sentence for a body, in italics, between marks or beside "report" for a
work; and once it is certain in one place, in all.

Leaves alone: what may be two entities; an abbreviation that the document expands to something that
nobody knows; parts of words, of addresses, and names over the end of a sentence; a common word that
begins a sentence and is a name nowhere else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from consultations.annotate.names.common_words import lower_case_words, stands_alone
from consultations.annotate.names.customs import customs_of
from consultations.annotate.names.people import people
from consultations.annotate.names.sightings import SightedName, sightings
from consultations.annotate.names.surnames import surname_mentions
from consultations.model.annotation import Mention
from consultations.model.edition import Edition
from consultations.model.entity import Authority

RULE = "mentions"


class _Seen(NamedTuple):
    """A name, whose it is, and whether it cannot be anything but a name."""

    name: SightedName
    entity: str
    sure: bool


def with_mentions(edition: Edition, authority: Authority) -> Edition:
    """The edition with its mentions, once its links and abbreviations are known."""
    for find in (_listed, people, surname_mentions):
        edition = edition.with_more_mentions(find(edition, authority))
    return edition


def _listed(edition: Edition, authority: Authority) -> Iterator[Mention]:
    """Mentions under a wording that the authorities list or the document introduces."""
    customs = customs_of(edition, authority)
    common = lower_case_words(edition)
    seen = [
        _Seen(name, entity, stands_alone(name, authority.by_id[entity].kind, common))
        for name in sightings(edition, [authority.lexicon, customs.lexicon])
        if (entity := customs.meant(name.sighting))
    ]
    sure = {s.entity for s in seen if s.sure and authority.by_id[s.entity].kind != "work"}
    for name, entity, certain in seen:
        if certain or entity in sure:
            yield Mention(name.passage.id, name.start, name.end, name.text, entity, rule=RULE)
