"""A name that no authority knows, with its spellings and places, and what an entry would gain."""

from collections import Counter
from dataclasses import dataclass, field

from consultations.annotate.names.candidates.listed_works import ListedWork
from consultations.annotate.names.candidates.unknown_names import CandidateKind
from consultations.english.name_parts import PersonalName

_ANOTHER_DOCUMENT = 3
"""A name that links two documents gains as much as this many places in one."""
_SHORT, _UNSURE = 2, 2
"""A name of this many words is a kind of body as often as a name, and gains this much less."""
_EXPANDED = 3
"""A name that the document itself gives an abbreviation gains as much, for that is a name too."""


@dataclass
class Unknown:
    """A name that may be worth an entry."""

    kind: CandidateKind
    key: str
    """What its spellings have in common."""
    wordings: Counter[str] = field(default_factory=Counter)
    parts: PersonalName | None = None
    """Of a person: those of the fullest wording."""
    slips: set[str] = field(default_factory=set)
    """Wordings with a letter wrong."""
    abbreviations: set[str] = field(default_factory=set)
    listed: ListedWork | None = None
    """Of a work: what a list of references says of it."""
    places: list[str] = field(default_factory=list)
    """`<edition id>#<passage id>` of each time it is named, in order."""

    @property
    def name(self) -> str:
        """The wording that the entry has as its name."""
        length = len if self.kind == "person" else (lambda _: 0)
        return min(self.wordings, key=lambda w: (-length(w), -self.wordings[w], w))

    @property
    def variants(self) -> list[str]:
        """The other wordings, in order."""
        return sorted((self.wordings.keys() | self.slips) - {self.name})

    @property
    def weight(self) -> tuple[int, str]:
        """For sorting: those come first that are named often, in several documents, or expanded.

        Two words, of which the one says what the other is, may name many things: Expert Panel.
        """
        documents = {place.partition("#")[0] for place in self.places}
        gained = len(self.places) + _ANOTHER_DOCUMENT * (len(documents) - 1)
        gained += _EXPANDED * len(self.abbreviations)
        short = self.kind != "person" and len(self.name.split()) == _SHORT
        return -gained + (_UNSURE if short and not self.abbreviations else 0), self.name
