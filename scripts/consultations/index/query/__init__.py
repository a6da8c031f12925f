"""The query language: a query as text to a tree of what it asks for.

Here stand the nodes of that tree. `lexer` parts a query into lexemes, `parser` puts these together,
`leaves` says what a word, a phrase or a range stands for, and `mistakes` finds what is written as
in other query languages. client/engine/query mirrors all of it.
"""

from dataclasses import dataclass
from typing import Literal

SlotKind = Literal["term", "stem", "prefix", "pattern", "near"]
Voice = Literal["quoted", "own"]
FieldName = Literal["in", "by", "type", "kind", "question", "cites", "about"]
"""The fields of contract.toml whose values are asked for as they are; years and voices are not."""


@dataclass(frozen=True)
class Slot:
    """One place of a sequence, and the words that may stand there."""

    kind: SlotKind
    text: str
    """The term itself, a stem, a beginning, a pattern with * and ?, or a term to be near to."""
    edits: int = 0
    """Of `near`: letters that may be put in, left out or changed, never the first."""


@dataclass(frozen=True)
class Words:
    """Words in this order: the leaf of a query that is found in the text."""

    slots: tuple[Slot, ...]
    reach: int = 1
    """How many positions after the word before it each word may stand."""


@dataclass(frozen=True)
class Field:
    """Passages whose field has this value; the value is folded."""

    name: FieldName
    value: str


@dataclass(frozen=True)
class Years:
    """Passages of documents of these years, both included; None where it is open."""

    first: int | None
    last: int | None


@dataclass(frozen=True)
class Speaking:
    """That only words of one voice count. It holds for everything that an AND joins to it."""

    voice: Voice


@dataclass(frozen=True)
class And:
    """Passages that every part finds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Or:
    """Passages that any part finds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Not:
    """Passages that its part does not find."""

    part: "Node"


Node = Words | Field | Years | Speaking | And | Or | Not


def spoken_in(node: And) -> frozenset[Voice]:
    """The voices that the words in a node must stand in."""
    return frozenset(part.voice for part in node.parts if isinstance(part, Speaking))
