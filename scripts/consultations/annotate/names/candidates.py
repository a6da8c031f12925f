"""Names that no authority knows, for the maintainer: one entry a name, ranked by what is gained.

The spellings of one name are one entry: with and without `the`, `&` for `and`, other apostrophes
and hyphens; of a person, initials for forenames, where only one person of the family name can be
meant. The name is the wording that is printed most often, of a person the fullest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from consultations.annotate.names.common_words import lower_case_words
from consultations.annotate.names.unknown_names import CandidateKind, UnknownName, unknown_names
from consultations.annotate.taken import Taken
from consultations.english.personal_names import PersonalName, read_name
from consultations.model.edition import Edition
from consultations.model.entity import Authority

_MARKS = str.maketrans({"’": "'", "‘": "'", "-": " ", "‑": " ", "–": " ", "&": " and "})
_ANOTHER_DOCUMENT = 3
"""A name that links two documents gains as much as so many places in one."""
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
    abbreviations: set[str] = field(default_factory=set)
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
        return sorted(self.wordings.keys() - {self.name})

    @property
    def weight(self) -> tuple[int, str]:
        """For sorting: those come first that are named often, in several documents, or expanded."""
        documents = {place.partition("#")[0] for place in self.places}
        gained = len(self.places) + _ANOTHER_DOCUMENT * (len(documents) - 1)
        return -gained - _EXPANDED * len(self.abbreviations), self.name


def candidates(editions: Iterable[Edition], authority: Authority) -> list[Unknown]:
    """Names that no authority knows, the likeliest first.

    Args:
        editions: annotated.
        authority: with which they were annotated.
    """
    every = list(editions)
    common = frozenset[str]().union(*(lower_case_words(edition) for edition in every))
    names = list(_every_name(every, common))
    unknown = [
        *_people([(name, place) for name, place in names if name.parts]),
        *_others([(name, place) for name, place in names if not name.parts], every, authority),
    ]
    return sorted(_not_listed(unknown, authority), key=lambda one: one.weight)


def _people(names: Iterable[tuple[UnknownName, str]]) -> Iterator[Unknown]:
    """The people whom names mean. Surnames alone come last, when all given names are known."""
    found: dict[str, list[Unknown]] = defaultdict(list)
    alone: list[tuple[UnknownName, str]] = []
    for name, place in names:
        if name.parts and name.parts.given:
            _add(_fitting(found[name.parts.family.casefold()], name.parts), name, place)
        else:
            alone.append((name, place))
    for name, place in alone:
        _add_surname(found, name, place)
    return (one for family in found.values() for one in family)


def _others(
    names: Iterable[tuple[UnknownName, str]], editions: Iterable[Edition], authority: Authority
) -> Iterable[Unknown]:
    """The bodies and works that names mean, with the abbreviations that stand for them."""
    known = {_key(form.text) for entity in authority.entities for form in entity.forms}
    found: dict[str, Unknown] = {}
    for name, place in names:
        if (key := _key(name.name)) not in known:
            _add(found.setdefault(key, Unknown(name.kind, key)), name, place)
    for short in (short for edition in editions for short in edition.abbreviations):
        if (key := _key(short.expansion)) in found:
            found[key].abbreviations.add(short.text)
    return found.values()


def _every_name(
    editions: Iterable[Edition], common: frozenset[str]
) -> Iterator[tuple[UnknownName, str]]:
    """Every name that is known to nobody and overlaps no surer one, with its place.

    A place is `edition-id#passage-id`.
    """
    for edition in editions:
        for passage in edition.passages:
            taken = Taken()
            for one in (
                *edition.citations_of[passage.id],
                *edition.links_of[passage.id],
                *edition.mentions_of[passage.id],
            ):
                if not taken.meets(one.start, one.end):
                    taken.add(one.start, one.end)
            for name in unknown_names(passage, common):
                if not taken.meets(name.start, name.end):
                    taken.add(name.start, name.end)
                    yield name, f"{edition.id}#{passage.id}"


def _add(unknown: Unknown, name: UnknownName, place: str) -> None:
    unknown.wordings[name.name] += 1
    unknown.places.append(place)
    if name.parts and (unknown.parts is None or len(name.name) > len(unknown.name)):
        unknown.parts = name.parts


def _fitting(family: list[Unknown], parts: PersonalName) -> Unknown:
    """The one person of a family name whom these parts fit, or a new one."""
    fitting = [one for one in family if one.parts and one.parts.may_be(parts)]
    if len(fitting) == 1:
        return fitting[0]
    family.append(Unknown("person", parts.family, parts=parts))
    return family[-1]


def _add_surname(people: dict[str, list[Unknown]], name: UnknownName, place: str) -> None:
    """A title and a family name: of the one person whom it fits; else one of its own."""
    parts = name.parts
    if parts is None:
        return
    family = people[parts.family.casefold()]
    fitting = [one for one in family if one.parts and one.parts.may_be(parts)]
    if len(fitting) == 1 and fitting[0].parts and fitting[0].parts.given:
        fitting[0].places.append(place)
    elif not [one for one in fitting if one.parts and one.parts.given]:
        _add(fitting[0] if fitting else _fitting(family, parts), name, place)


def _not_listed(unknown: Iterable[Unknown], authority: Authority) -> Iterator[Unknown]:
    """Those who may not be somebody that the authorities know under other initials."""
    for one in unknown:
        listed = (
            authority.people_by_family.get(one.parts.family.casefold(), ()) if one.parts else ()
        )
        names = (read_name(form.text) for person in listed for form in person.forms)
        if not any(name and one.parts and name.may_be(one.parts) for name in names):
            yield one


def _key(name: str) -> str:
    """What the spellings of one name have in common."""
    words = name.translate(_MARKS).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
