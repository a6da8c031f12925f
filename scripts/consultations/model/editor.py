"""What the editor of one document decides: corrections, and places that a rule leaves alone."""

from dataclasses import dataclass

from consultations.model.emendation import Kind


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
