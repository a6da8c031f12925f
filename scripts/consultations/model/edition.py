"""The edition: one document, cleaned and annotated, as contract/edition.schema.json draws it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Literal

from consultations.model.annotation import (
    Abbreviation,
    Annotation,
    Citation,
    CrossReference,
    Link,
    Mention,
    Quotation,
)
from consultations.model.by_passage import ByPassage
from consultations.model.connection import Connection
from consultations.model.draft import BlockKind, TablePlace
from consultations.model.editor import Judgement
from consultations.model.emendation import Emendation
from consultations.model.finding import Finding
from consultations.model.permalink import Permalink
from consultations.model.source import Source
from consultations.model.text import Interval

QuestionKind = Literal["question", "recommendation", "oral-question", "proposal", "comment"]
AnswerState = Literal[
    "answered",
    "declined",
    "not-applicable",
    "empty",
    "refers-elsewhere",
    "accepted",
    "accepted-in-part",
    "accepted-in-principle",
    "not-accepted",
    "noted",
]


@dataclass(frozen=True)
class PassageEmphasis:
    """A stretch of a passage's text that its author set in italics or in bold."""

    start: int
    end: int
    kind: Literal["em", "strong"]


@dataclass(frozen=True)
class Passage:
    """A block of an edition: the unit of linking and of search."""

    id: str
    """Anchor on the published page; unique in its edition."""
    kind: BlockKind
    text: str
    """Cleaned and without markup, one blank for a run of white space; of a table, its cells."""
    source: tuple[Interval, ...]
    """Where it comes from, in code points of the source's text, in reading order."""
    section: tuple[str, ...] = ()
    """Ids of the headings that it stands under, outermost first."""
    level: int | None = None
    """Of a heading: 1 to 6."""
    marker: str | None = None
    """Of a list item: its number as printed; None for a bullet."""
    depth: int | None = None
    """Of a list item: 1 for the outermost list."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table: its rows of cells, the header row first."""
    question: str | None = None
    """Number, or where it has none the heading's id, of the question that it answers."""
    cell: TablePlace | None = None
    """Where it stands in a table of prose, if it does."""
    emphasis: tuple[PassageEmphasis, ...] = ()

    @property
    def types(self) -> tuple[Literal["em", "strong"], ...]:
        """The types in which all of its text is set."""
        return tuple(e.kind for e in self.emphasis if (e.start, e.end) == (0, len(self.text)))

    @property
    def bold_until(self) -> int:
        """Where the bold type ends with which it begins; 0 where it begins in another."""
        return next((e.end for e in self.emphasis if e.kind == "strong" and e.start == 0), 0)


@dataclass(frozen=True)
class NoteReference:
    """Where the marker of a footnote stood."""

    passage: str
    offset: int
    """In code points of the passage's text: between what stood before and after the marker."""


@dataclass(frozen=True)
class Footnote:
    """A note: the passages from `passage` on, up to the next note's, are its text."""

    label: str
    """As printed: a number, a letter or a sign."""
    passage: str
    reference: NoteReference | None
    """None only where the source has no marker for this note."""
    again: tuple[NoteReference, ...] = ()
    """Other places that call it, in the text's order."""

    @property
    def references(self) -> tuple[NoteReference, ...]:
        """Every place that calls it, the first one first."""
        return () if self.reference is None else (self.reference, *self.again)


@dataclass(frozen=True)
class Question:
    """What calls for an answer, and the answer that this document gives.

    A question of a consultation, a recommendation of a committee, a question put to a witness, or
    a proposal that was consulted on.
    """

    number: str | None
    """As printed, without the word before it: 3, B2, 8.1, 5 and 6."""
    text: str
    heading: str
    """Id of the passage that asks it, or of the first of those that do."""
    answer: tuple[str, ...]
    """Ids of the passages that answer it, in order."""
    state: AnswerState
    asked: str | None = None
    """`<consultation id>/<question id>`, where the authorities list it."""
    kind: QuestionKind = "question"
    asked_by: str | None = None
    """Of an oral question: who asks, as printed, or by the name that the document's list of those
    present gives for initials."""
    answered_by: str | None = None
    """Of an oral question: who answers first, in the same way."""
    rule: str = ""
    """Name of the rule that found it."""

    @property
    def key(self) -> str:
        """What the passages that answer it call it: its number, or else its heading's id."""
        return self.number or self.heading

    @property
    def answered(self) -> bool:
        """Whether there is an answer; one that refers to another answer is one."""
        return self.state not in ("declined", "not-applicable", "empty")


@dataclass(frozen=True)
class Gap:
    """What the original held and this source has lost; marked, never filled."""

    what: str
    after: str | None
    """Id of the passage that it followed; None at the beginning."""
    evidence: str
    """The words, or the lack of them, that show it."""


_place = attrgetter("passage")


@dataclass(frozen=True)
class Edition:
    """One document, cleaned and annotated. Never mutated: each stage makes a new one."""

    source: Source
    passages: tuple[Passage, ...]
    """In reading order; footnotes after the body."""
    emendations: tuple[Emendation, ...]
    footnotes: tuple[Footnote, ...] = ()
    questions: tuple[Question, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    citations: tuple[Citation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    links: tuple[Link, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    connections: tuple[Connection, ...] = ()
    """To other editions, in the order of the grounds and of the passages."""
    rejected: tuple[Annotation, ...] = ()
    """Annotations that an editor has judged to be wrong, and that stand nowhere else."""
    judgements: tuple[Judgement, ...] = ()
    """What the editor says of this document's annotations."""
    gaps: tuple[Gap, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    """Every id that was given to a passage, and what became of it: first those that are here."""
    findings: tuple[Finding, ...] = ()
    """Not published: for the maintainer."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.source.id

    @cached_property
    def by_id(self) -> Mapping[str, Passage]:
        """Every passage under its id."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The index of every passage, by its id."""
        return {passage.id: index for index, passage in enumerate(self.passages)}

    @cached_property
    def in_source_order(self) -> tuple[Passage, ...]:
        """The passages in the order of the source: a note where its page ends, not at the end."""
        return tuple(sorted(self.passages, key=lambda passage: passage.source[0]))

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """Every annotation of whatever sort, those of one sort together; no rejected ones."""
        return (
            *self.quotations,
            *self.citations,
            *self.mentions,
            *self.abbreviations,
            *self.links,
            *self.cross_references,
        )

    @cached_property
    def mentions_of(self) -> ByPassage[Mention]:
        """The mentions in each passage, in the order of the edition's."""
        return ByPassage(self.mentions, _place)

    @cached_property
    def citations_of(self) -> ByPassage[Citation]:
        """The citations in each passage, in the order of the edition's."""
        return ByPassage(self.citations, _place)

    @cached_property
    def links_of(self) -> ByPassage[Link]:
        """The links in each passage, in the order of the edition's."""
        return ByPassage(self.links, _place)

    @cached_property
    def notes_called_in(self) -> ByPassage[Footnote]:
        """The footnotes whose marker stands in each passage, in the order of the edition's."""
        return ByPassage(self.footnotes, lambda n: n.reference.passage if n.reference else None)

    @property
    def moved(self) -> Mapping[str, str]:
        """Ids that lead to another passage now, each with the id of the passage that holds it."""
        return {link.id: link.note for link in self.permalinks if link.state == "moved"}

    @property
    def words(self) -> int:
        """How many words its passages hold, counted between blanks."""
        return sum(len(passage.text.split()) for passage in self.passages)

    def with_more_mentions(self, found: Iterable[Mention]) -> "Edition":
        """The edition with some mentions more, all of them in the order of the text."""
        mentions = [*self.mentions, *found]
        mentions.sort(key=lambda mention: (self.order[mention.passage], mention.start))
        return replace(self, mentions=tuple(mentions))

    def led_to(self, id_: str) -> Passage | None:
        """The passage that has this id, or had it once; None where there is none."""
        return self.by_id.get(self.moved.get(id_, id_))
