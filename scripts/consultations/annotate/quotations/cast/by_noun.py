"""The bodies of a document by the nouns of their names: "the board", "the Agency"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from consultations import patterns as re
from consultations.annotate.quotations.cast.bodies import bodies
from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.annotate.taken import Taken
from consultations.model.edition import Edition
from consultations.model.entity import Authority

_ANSWERING = re.compile(
    r"\b(?i:comments|evidence|reply|response|submission) (?:on|to)\b",
)
"""In a title, before what the document answers."""
_CAPITALISED = re.compile(r"\bthe (?P<noun>[A-Z]\w*)\b(?! [A-Z])")
"""Where "the Court" sat: in "the Court Room" it is part of a longer name."""
_HEAD_NOUN = re.compile(r"\w+(?= (?:of|for) )")


@dataclass(frozen=True)
class BodiesByNoun:
    """Which body a noun means, of all that an edition names."""

    edition: Edition
    authority: Authority
    known: Sequence[Sequence[Candidate]]
    """Of each passage those whom the authority knows."""
    words: Set[str]
    """Of the edition."""

    @cached_property
    def _called(self) -> Mapping[str, Set[Voice]]:
        """All bodies of the document, by the nouns of their names in small letters.

        That is the last word; else the one before "of" or "for": "Department for Tides".
        """
        heads: dict[str, set[Voice]] = defaultdict(set)
        found: dict[str, set[Voice]] = defaultdict(set)
        for passage, known in zip(self.edition.passages, self.known, strict=True):
            taken = Taken((one.start, one.end) for one in known)
            for one in (*known, *(b for b in bodies(passage.text) if not taken.meets(*b[:2]))):
                if one.voice and one.voice.kind == "publication":
                    name = self._name(one.voice)
                    found[name.split()[-1].casefold()].add(one.voice._replace(label=name))
                    if (head := _HEAD_NOUN.search(name)) is not None:
                        heads[head[0].casefold()].add(one.voice._replace(label=name))
        return {**heads, **found}

    @cached_property
    def _capitalised(self) -> Set[str]:
        """The nouns that the document has with a capital behind "the", and no other capital."""
        texts = (passage.text for passage in self.edition.passages)
        return {match["noun"] for text in texts for match in _CAPITALISED.finditer(text)}

    def _name(self, voice: Voice) -> str:
        return self.authority.by_id[voice.entity].name if voice.entity else voice.label

    def called(self, noun: str) -> Voice | None:
        """The only body of the document whose name ends in a noun: "the board", "the Agency".

        Where the document has "the Court" for it, "the court" is another.
        """
        if noun.islower() and noun.capitalize() in self._capitalised:
            return None
        voices = self._called.get(noun.casefold(), ())
        return next(iter(voices)) if len(voices) == 1 else None

    def is_unnamed(self, noun: str) -> bool:
        """Whether no body that the document names can be meant by "the union"."""
        record = self.edition.source.record
        own = f"{record.type} {record.title} {' '.join(record.authors)}".casefold()
        return noun.casefold() not in own and noun.capitalize() not in self.words

    def calls_itself(self, noun: str) -> bool:
        """Whether a noun for works may mean this document: "the report" in a report.

        What it answers it is not: "the review" in a "Response to the Lamp Review".
        """
        record = self.edition.source.record
        title = _ANSWERING.split(record.title, maxsplit=1)[0]
        return noun.casefold().rstrip("s") in f"{record.type} {title}".casefold()
