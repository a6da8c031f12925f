"""What the editor of one document decides: corrections, places left alone, annotations judged."""

from dataclasses import dataclass
from typing import Literal

from consultations.model.emendation import Kind
from consultations.model.finding import Finding
from consultations.model.source import Locator


@dataclass(frozen=True)
class Erratum:
    """A correction that no rule can know: `before`, at one place of the source, reads `after`."""

    line: int
    """Of the source as it stands, from 1, on which `before` begins."""
    column: int | None
    """Code points from 1, where `before` stands more than once on that line; else None."""
    before: str
    after: str
    kind: Kind
    reason: str
    entry: str
    """File and line of the entry itself, such as `archive/<id>/errata.toml:7`."""


@dataclass(frozen=True)
class Stet:
    """A place that one rule must leave as it stands."""

    rule: str
    line: int
    """Of the source as it stands, from 1, on which `text` begins."""
    column: int | None
    """Code points from 1, where `text` stands more than once on that line; else None."""
    text: str
    reason: str
    entry: str
    """File and line of the entry itself, such as `archive/<id>/stet.toml:7`."""

    def not_needed(self, place: Locator) -> Finding:
        """That it forbids what nobody proposed, at its place in the source."""
        return Finding(
            code="stet-not-needed",
            severity="error",
            what=f"{self.rule} has nothing to say of {self.text!r} in line {self.line}",
            hint="delete the entry, or correct its rule or place",
            file=self.entry,
            place=place,
        )


AnnotationSort = Literal["citation", "cross-reference", "link", "mention", "quotation"]


@dataclass(frozen=True)
class Judgement:
    """What the editor says of an annotation that a rule has found: that it is right, or wrong."""

    state: Literal["confirmed", "rejected"]
    sort: AnnotationSort
    passage: str
    """Id of the passage in which it stands."""
    text: str
    """The words that are annotated; all of them, where the passage has them more than once."""
    reason: str
    entry: str
    """File and line of the entry itself, such as `archive/<id>/annotations.toml:7`."""
