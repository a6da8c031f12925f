"""Entries of archive/authority: what is known of the world, and is in no document's gift."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

EntityKind = Literal["organisation", "person", "work", "consultation"]


@dataclass(frozen=True)
class ConsultationQuestion:
    """A question as the consultation asked it."""

    id: str
    number: str | None
    text: str


@dataclass(frozen=True)
class Entity:
    """An organisation, a person, a work or a consultation."""

    id: str
    kind: EntityKind
    name: str
    variants: tuple[str, ...] = ()
    """Other wordings under which documents name it, as printed, with their case."""
    abbreviations: tuple[str, ...] = ()
    url: str | None = None
    note: str | None = None
    csl: Mapping[str, object] | None = None
    """Of a work: its CSL-JSON item, without `id`."""
    questions: tuple[ConsultationQuestion, ...] = ()
    """Of a consultation, in its order."""


@dataclass(frozen=True)
class Theme:
    """Questions of different consultations that an editor holds to be on one theme."""

    id: str
    name: str
    reason: str
    questions: tuple[str, ...]
    """`<consultation id>/<question id>` each."""


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

    def of_kind(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of one kind."""
        return tuple(entity for entity in self.entities if entity.kind == kind)
