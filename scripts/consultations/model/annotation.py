"""What is known of a stretch of a passage: who is quoted, what is cited, who is named."""

from dataclasses import dataclass, field
from typing import Literal

QuotationKind = Literal["respondent", "participant", "publication", "speech", "unknown", "term"]
AnnotationState = Literal["found", "confirmed", "rejected"]
"""`found` by a rule and not looked at; `confirmed` or `rejected` by an editor."""


@dataclass(frozen=True)
class Annotation:
    """A stretch of a passage about which something is known: text[start:end] of the passage."""

    passage: str
    start: int
    end: int
    text: str
    rule: str = field(default="", kw_only=True)
    """Name of the rule that found it."""
    state: AnnotationState = field(default="found", kw_only=True)
    """Whether an editor has looked at it, and said what."""


@dataclass(frozen=True)
class Quotation(Annotation):
    """Words that the document quotes; the interval is what stands inside the marks."""

    attributed_to: str | None
    """Whose words, as a reader would say it; None where it cannot be told."""
    kind: QuotationKind
    """Who speaks: `unknown` where somebody does and it cannot be told who; `term` where nobody
    does, since it is a title, a term or a wording that is being discussed."""
    speaker: str | None = field(default=None, kw_only=True)
    """The entity that is quoted, where the authorities know it."""


@dataclass(frozen=True)
class Citation(Annotation):
    """A reference to a work of the authorities."""

    work: str


@dataclass(frozen=True)
class Mention(Annotation):
    """The name of an entity of the authorities."""

    entity: str


@dataclass(frozen=True)
class Abbreviation(Annotation):
    """An abbreviation, at a place where the document expands it."""

    expansion: str


@dataclass(frozen=True)
class Link(Annotation):
    """An address of the web, as mended."""

    url: str


@dataclass(frozen=True)
class CrossReference(Annotation):
    """Words that send the reader to another place."""

    target: str
    """`#passage-id`, an edition's id, or `edition-id#passage-id`."""
