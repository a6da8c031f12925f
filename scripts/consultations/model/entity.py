"""Entries of archive/authority: what is known of the world, and is in no document's gift."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from consultations.model.lexicon import Form, Lexicon, without_accents
from consultations.model.source import Record
from consultations.model.text import Interval
from consultations.model.work_date import WorkDate

EntityKind = Literal["organisation", "person", "work", "consultation"]
FOLDERS: Mapping[EntityKind, str] = {
    "organisation": "organisations",
    "person": "people",
    "work": "works",
    "consultation": "questions",
}
"""The folder of the site in which an entity of a kind has its page."""


@dataclass(frozen=True)
class ConsultationQuestion:
    """A question as the consultation asked it."""

    id: str
    """Unique in its consultation."""
    number: str | None
    """As printed; None where the consultation did not number it."""
    text: str


@dataclass(frozen=True)
class Entity:
    """An organisation, a person, a work or a consultation."""

    id: str
    """Unique among all entities and documents."""
    kind: EntityKind
    name: str
    """The wording under which pages list it."""
    variants: tuple[str, ...] = ()
    """Other wordings under which documents name it, as printed, with their case."""
    abbreviations: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    """Of a person: the family name, with its particles, of each of these wordings."""
    given: str | None = None
    """Of a person: the given names or initials."""
    url: str | None = None
    """Where it can be found in the web."""
    note: str | None = None
    """What else a reader should know of it."""
    csl: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Of a work: its CSL-JSON item, without `id`; empty where nothing is known but its name."""
    date: str | None = None
    """Of a consultation: when it was held, a year, a month or a day of ISO 8601."""
    questions: tuple[ConsultationQuestion, ...] = ()
    """Of a consultation, in its order."""

    @property
    def authors(self) -> tuple[Mapping[str, str], ...]:
        """Of a work: its authors, or if it has none its editors, as CSL-JSON has names."""
        return tuple(self.csl.get("author") or self.csl.get("editor") or ())

    @property
    def title(self) -> str:
        """Of a work: its title."""
        return str(self.csl.get("title") or self.name)

    @property
    def item(self) -> Mapping[str, Any]:
        """Of a work: its CSL-JSON item, whole."""
        return {"id": self.id, **(self.csl or {"type": "document", "title": self.name})}

    @property
    def year(self) -> int | None:
        """Of a work: the year in which it was issued, where that is known."""
        return self.issued.year

    @property
    def issued(self) -> WorkDate:
        """Of a work: when it was issued."""
        return WorkDate.of(self.csl)

    @property
    def forms(self) -> Iterator[Form]:
        """Its name, its other wordings and its abbreviations."""
        # Titles are printed with other punctuation than names: with or without a colon or quotes.
        loose = self.kind in ("work", "consultation")
        for wording in (self.name, *self.variants):
            yield Form(wording, self.id, loose)
        for abbreviation in self.abbreviations:
            yield Form(abbreviation, self.id, abbreviation=True)


@dataclass(frozen=True)
class Theme:
    """What an editor holds to be on one subject: questions of consultations, and what is said."""

    id: str
    name: str
    reason: str
    questions: tuple[str, ...] = ()
    """`<consultation id>/<question id>` each; of different consultations."""
    query: str | None = None
    """Which passages are on it, in the language of the search."""
    entry: str = ""
    """File and line of the query, such as `archive/authority/themes.toml:7`."""


@dataclass(frozen=True)
class ThemePassage:
    """A passage that a theme's query finds, and where: stretches of its text, in order."""

    edition: str
    passage: str
    stretches: tuple[Interval, ...]


ThemesFound = Mapping[str, Sequence[ThemePassage]]
"""What the queries of themes find, by the themes' ids: in the order of editions and passages."""


@dataclass(frozen=True)
class Authority:
    """All entries, in the order of their ids."""

    entities: tuple[Entity, ...] = ()
    abbreviations: Mapping[str, str] | None = None
    """What an abbreviation stands for where no document expands it."""
    themes: tuple[Theme, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity under its id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every wording under which an entity is named."""
        return Lexicon(form for entity in self.entities for form in entity.forms)

    @cached_property
    def works_by_author(self) -> Mapping[str, tuple[Entity, ...]]:
        """Works under each of their authors, as one would cite them.

        A person's family name; all wordings and abbreviations of a body.
        """
        bodies = {form.text: body for body in self.of_kind("organisation") for form in body.forms}
        found: dict[str, list[Entity]] = {}
        for work in self.of_kind("work"):
            for name in {key for author in work.authors for key in _cited_as(author, bodies)}:
                found.setdefault(name, []).append(work)
        return {name: tuple(works) for name, works in sorted(found.items())}

    @cached_property
    def people_by_family(self) -> Mapping[str, tuple[Entity, ...]]:
        """People under each of their family names, as `family_key` compares them."""
        found: dict[str, list[Entity]] = {}
        for person in self.of_kind("person"):
            for family in {family_key(family) for family in person.families}:
                found.setdefault(family, []).append(person)
        return {family: tuple(people) for family, people in sorted(found.items())}

    def byline(self, record: Record) -> str:
        """A document's authors and their body, each once, as far as they are known."""
        body = self.by_id.get(record.organisation or "")
        return ", ".join(dict.fromkeys([*record.authors, *([body.name] if body else [])]))

    def of_kind(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of one kind."""
        return tuple(entity for entity in self.entities if entity.kind == kind)


def family_key(family: str) -> str:
    """A part of a person's name as it is compared: in small letters, without accents."""
    return without_accents(family).replace("’", "'").casefold()


def family_first(author: Mapping[str, str]) -> str:
    """A name of CSL-JSON: of a person with the family name first, of a body as it is.

    The family name has its particles before it: van der Berg, Una, Jr.
    """
    parted = ("dropping-particle", "non-dropping-particle", "family")
    family = " ".join(author[part] for part in parted if author.get(part))
    parts = (family, author.get("given"), author.get("suffix"))
    return ", ".join(filter(None, parts)) or author.get("literal", "")


def _cited_as(author: Mapping[str, str], bodies: Mapping[str, Entity]) -> Iterator[str]:
    """The names under which an author of CSL-JSON is cited; of a body also its abbreviations."""
    if "family" in author:
        yield author["family"]
        if particle := author.get("non-dropping-particle"):
            yield f"{particle} {author['family']}"
    elif "literal" in author:
        yield author["literal"]
        body = bodies.get(author["literal"])
        if body:
            yield from (form.text for form in body.forms)
