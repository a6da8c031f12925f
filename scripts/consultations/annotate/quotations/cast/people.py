"""The people whom a document names, and who of one family name is meant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from consultations import patterns as re
from consultations.english.name_parts import PersonalName
from consultations.english.personal_names import personal_names
from consultations.english.persons import EVERYBODYS, POST, WITH_FORENAME

_THE = re.compile(r"\b[Tt]he (?:(?:acting|current|former|new|outgoing|then) )?\Z")
"""Before an office: the Town Recorder, the then Town Recorder."""
_THE_NEAR = len(" the outgoing ")
OFFICE = re.compile(rf"\b(?:{POST})\Z", re.IGNORECASE)
_BEFORE_OFFICE = len("Chief ")
"""The name of an office may begin so far before what looks like a name: Chief Medical Officer."""
_INTRODUCED = re.compile(r" (?:at|from|of) (?:the )?[A-Z]")
"""Behind somebody whom nobody has heard of yet: Dr Moss of the Tide Office."""


@dataclass(frozen=True)
class People:
    """The people whom a document names, by family name."""

    named: Mapping[str, Mapping[str, PersonalName]]
    """By family name: each wording with its parts."""
    common: Set[str]
    """The words that the document has in lower case."""
    apart: Set[str]
    """Wordings such as "Dr Moss" of people whom the document names in no other way."""
    knights: Mapping[str, Mapping[str, PersonalName]]
    """Those who are called by title and forename, by both: "Sir Alec"."""

    @classmethod
    def of(cls, texts: Iterable[str], common: Set[str]) -> "People":
        """The people named in some texts."""
        named: dict[str, dict[str, PersonalName]] = {}
        knights: dict[str, dict[str, PersonalName]] = {}
        introduced: set[str] = set()
        for text in texts:
            for name in personal_names(text):
                if (name.given or name.evidence == "title") and is_person(text, name, common):
                    words = text[name.start : name.end].rstrip(".")
                    named.setdefault(name.family, {})[words] = name
                    if name.given and (title := name.title.rpartition(" ")[2]) in WITH_FORENAME:
                        knights.setdefault(f"{title} {name.given[0]}", {})[words] = name
                    introduced |= {words} if _INTRODUCED.match(text, name.end) else set()
        apart = (one for people in named.values() for one in _apart(people, introduced))
        return cls(named, common, frozenset(apart), knights)

    @cached_property
    def by_forename(self) -> Mapping[str, Sequence[str]]:
        """The wordings that have a forename, by the first of each."""
        found: dict[str, list[str]] = {}
        for people in self.named.values():
            for words, name in people.items():
                for forename in name.given[:1]:
                    found.setdefault(forename, []).append(words)
        return found

    def full(self, name: PersonalName, printed: str) -> str | None:
        """The longest wording of the one person whose name this is; None where it may be two's."""
        knights = self.knights.get(printed)
        if printed in self.apart and not knights:
            return printed
        alike = knights or {
            words: other
            for words, other in self.named.get(name.family, {}).items()
            if _may_be(name, other) and not (name.title and words in self.apart)
        }
        rank = _ranks(name)
        alike = {w: o for w, o in alike.items() if o.given and rank & _ranks(o)} or alike
        if _are_several(alike.values()) or (len(alike) > 1 and not self.apart.isdisjoint(alike)):
            return None
        return max([printed, *alike], key=len)


def _apart(people: Mapping[str, PersonalName], introduced: Set[str]) -> Iterator[str]:
    """The wordings of a rank and a family name that none of the fuller names before them means.

    Args:
        people: those of one family name, each wording with its parts, the first one first.
        introduced: wordings that somewhere have behind them whose or from where somebody is.
    """
    before: list[PersonalName] = []
    for words, name in people.items():
        if name.given:
            before.append(name)
            continue
        fuller = [one for one in people.values() if one.given and name.may_be(one)]
        if not _ranks(name) or any(_ranks(name) & _ranks(one) for one in fuller):
            continue
        told = any(name.may_be(one) for one in before)
        if not told or words in introduced or _are_several(fuller):
            yield words


def _are_several(names: Iterable[PersonalName]) -> bool:
    """Whether some of the names cannot be those of one person."""
    every = list(names)
    return any(not _may_be(one, other) for one in every for other in every)


def _may_be(one: PersonalName, other: PersonalName) -> bool:
    """Whether two names may be one person's: those of a judge and a doctor need a forename."""
    ranks = _ranks(one), _ranks(other)
    told = one.given or other.given or not all(ranks) or ranks[0] & ranks[1]
    return bool(told) and one.may_be(other)


def _ranks(name: PersonalName) -> frozenset[str]:
    """The titles of a name that not everybody has."""
    return frozenset(name.title.split()) - EVERYBODYS


def is_person(text: str, name: PersonalName, common: Set[str]) -> bool:
    """Whether a name is a person's: "Written Evidence" has words that the document has as such.

    Nor is "Harbour Secretary" one, which is an office, or "the Town Recorder".
    """
    if name.evidence != "form":
        return True
    if _THE.search(text, max(0, name.start - _THE_NEAR), name.start):
        return False
    words = [word for word in (*name.given, *name.family.split()) if word[0].isupper()]
    is_office = OFFICE.search(text, max(0, name.start - _BEFORE_OFFICE), name.end)
    return not (is_office or any(word.casefold() in common for word in words))
