"""Ids of documents and entities: those that were given, and what became of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from consultations.model.entity import Authority, EntityKind

BearerKind = Literal["document", "organisation", "person", "work", "consultation"]
"""What bears an id. Documents and entities share one space of ids."""
KINDS: tuple[BearerKind, ...] = get_args(BearerKind)


@dataclass(frozen=True)
class MovedId:
    """An id that leads on: its document or entity was renamed, or merged into another."""

    to: str
    """The id that bears it now, or that has moved or was withdrawn in its turn."""
    reason: str


@dataclass(frozen=True)
class Withdrawal:
    """What is still said of a document or an entity that was taken down."""

    title: str
    """Title of the document, or name of the entity."""
    withdrawn: str
    """Day on which it was taken down, as ISO 8601."""
    reason: str
    by: str | None = None
    """Of a document: its authors and its body, as printed."""
    date: str | None = None
    """Of a document: its date, as precise as its record had it."""
    type: str | None = None
    """Of a document."""


@dataclass(frozen=True)
class GivenIds:
    """Every id that a document or an entity was ever given."""

    given: Mapping[str, BearerKind] = field(default_factory=dict)
    """Ids in their order, each with what it was given to."""
    moved: Mapping[str, MovedId] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)

    def __iter__(self) -> Iterator[str]:
        """Every id that nobody may use for something else."""
        return iter(self.given)

    @cached_property
    def leading(self) -> Mapping[str, str]:
        """Every id that has moved, with the id at the end of its way."""
        ends: dict[str, str] = {}
        for id_ in self.moved:
            way, at = [], id_
            # Each way has an end: whoever reads the file of ids refuses one that goes in a ring.
            while at in self.moved and at not in ends:
                way.append(at)
                at = self.moved[at].to
            ends.update(dict.fromkeys(way, ends.get(at, at)))
        return ends

    def with_living(self, living: Mapping[str, BearerKind]) -> "GivenIds":
        """The same with the ids that bear something now."""
        return GivenIds(dict(sorted({**living, **self.given}.items())), self.moved, self.withdrawn)

    def lost(self, living: Mapping[str, BearerKind]) -> dict[str, BearerKind]:
        """The ids that nothing has now, and whose fate nobody has said."""
        return {
            id_: kind
            for id_, kind in self.given.items()
            if id_ not in living and id_ not in self.moved and id_ not in self.withdrawn
        }


def living_ids(documents: Iterable[str], authority: Authority) -> dict[str, BearerKind]:
    """The ids of the documents and entities that there are, each with what bears it."""
    entities: dict[str, EntityKind] = {entity.id: entity.kind for entity in authority.entities}
    return {**entities, **dict.fromkeys(documents, "document")}
