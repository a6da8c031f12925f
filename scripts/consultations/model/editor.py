"""What the editor of one document decides: corrections, places left alone, annotations judged."""

from dataclasses import dataclass
from typing import Literal

from consultations.errors import EditorError
from consultations.model.emendation import Kind
from consultations.model.finding import Finding
from consultations.model.source import Locator, Source
from consultations.model.text import Interval, clipped

_TOLD = 80
"""Code points of an editor's text that an error repeats."""


@dataclass(frozen=True)
class Erratum:
    """A correction that no rule can know: `before`, at one place of the source, reads `after`."""

    line: int
    """Line of the source as it stands, from 1, on which `before` begins."""
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
    """A place that one rule must leave as it stands, or a finding that the editor accepts."""

    rule: str
    """Name of the rule, or code of the finding."""
    line: int
    """Line of the source as it stands, from 1, on which `text` begins."""
    column: int | None
    """Code points from 1, where `text` stands more than once on that line; else None."""
    text: str
    reason: str
    entry: str
    """File and line of the entry itself, such as `archive/<id>/stet.toml:7`."""

    def not_needed(self, place: Locator) -> Finding:
        """The finding that it forbids something that no rule proposed."""
        return Finding(
            code="stet-not-needed",
            severity="error",
            what=f"{self.rule} has nothing to say of {self.text!r} in line {self.line}",
            hint="delete the entry, or correct its rule or place",
            file=self.entry,
            place=place,
        )


def place_of(source: Source, entry: Erratum | Stet, text: str) -> Interval:
    """The one place at which an entry's text begins in its line of the source, or at its column.

    Args:
        source: the document that the entry is about.
        entry: which says the line and may say the column.
        text: what the entry says that the source has there.

    Raises:
        EditorError: there is no such line, or the text begins there never, or more than once.
    """
    try:
        start, end = source.line_interval(entry.line)
    except IndexError:
        raise EditorError(
            f"the source has no line {entry.line}",
            where=entry.entry,
            remedy="correct the line's number",
        ) from None
    if entry.column is not None:
        start = end = start + entry.column - 1
    first, told = source.text.find(text, start, end + len(text)), clipped(text, _TOLD)
    if first < 0:
        raise EditorError(
            f"{told!r} does not begin in line {entry.line} of the source as it stands",
            where=entry.entry,
            remedy="copy the text from the source, and correct the line's number or the column",
        )
    if source.text.find(text, first + 1, end + len(text)) >= 0:
        raise EditorError(
            f"{told!r} begins more than once in line {entry.line} of the source",
            where=entry.entry,
            remedy="take in more of the words around it, or say the column",
        )
    return first, first + len(text)


AnnotationSort = Literal["citation", "cross-reference", "link", "mention", "quotation"]


@dataclass(frozen=True)
class Judgement:
    """The editor's word on an annotation that a rule has found: that it is right, or wrong."""

    state: Literal["confirmed", "rejected"]
    sort: AnnotationSort
    passage: str
    """Id of the passage in which it stands."""
    text: str
    """The annotated words: in every place of the passage that has them."""
    reason: str
    entry: str
    """File and line of the entry itself, such as `archive/<id>/annotations.toml:7`."""


@dataclass(frozen=True)
class Redaction:
    """Words that the editor has taken out of a source for good; only their length is kept.

    In their place the source has `[redacted]`.
    """

    passage: str
    """Id of the passage in which they stood."""
    characters: int
    """How many code points of the source they were."""
    date: str
    """Day on which they were taken out, as ISO 8601."""
    reason: str
