"""What editions and authorities say, as tables: which there are, and what their columns mean.

`rows` makes the rows. The columns of a table stand in the order of the cells there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from consultations.data.tables import rows
from consultations.data.tables.rows import Row
from consultations.model.edition import Edition
from consultations.model.entity import Authority

ColumnType = Literal["string", "integer", "boolean", "array"]


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    what: str
    """What it holds, as the beginning of a sentence."""
    type: ColumnType = "string"
    to: str | None = None
    """The table whose `id` it names."""


@dataclass(frozen=True)
class DataTable:
    """A table of data, `data/<name>.csv` and `data/<name>.jsonl`."""

    name: str
    what: str
    columns: tuple[Column, ...]
    of_edition: Callable[[Edition, Authority], Iterable[Row]] | None = None
    """The rows of one edition, in its order."""
    of_authority: Callable[[Authority, Mapping[str, int]], Iterable[Row]] | None = None
    """The rows of the authorities, given in how many passages each entity is named."""
    key: tuple[str, ...] = ()
    """The columns that together identify a row."""


_EDITION = Column("edition", "id of the document", to="documents")
_PASSAGE = Column("passage", "id of the passage, with which its address ends")
_START = Column("start", "where it begins in the passage, in code points from 0", "integer")
_END = Column("end", "where it ends in the passage", "integer")
_TEXT = Column("text", "the words, as the passage has them")


_NAMED = Column("passages", "in how many passages it is named or cited", "integer")
_KNOWN = (
    Column("id", "its id"),
    Column("name", "the wording under which pages list it"),
    Column("variants", "other wordings and abbreviations, as printed", "array"),
    Column("url", "where it can be found in the web"),
    Column("note", "what else is known of it"),
    _NAMED,
)

TABLES: tuple[DataTable, ...] = (
    DataTable(
        "documents",
        "The documents of the archive",
        (
            Column("id", "its id, with which its address ends: texts/ID/"),
            Column("title", "its title"),
            Column("by", "who speaks: the authors and their body"),
            Column("authors", "the authors, as printed", "array"),
            Column("organisation", "id of the body", to="organisations"),
            Column("date", "ISO 8601, as precise as it is known: a year, a month or a day"),
            Column("type", "what sort of document it is"),
            Column("responds_to", "id of the consultation or the work that it responds to"),
            Column("language", "BCP 47 tag"),
            Column("passages", "how many passages it has", "integer"),
            Column("words", "how many words, counted between blanks", "integer"),
            Column("sha256", "of the file as it was received"),
            Column("rights", "whose the words are, and on what terms they are shown"),
        ),
        of_edition=rows.documents,
        key=("id",),
    ),
    DataTable(
        "passages",
        "Every passage with its words",
        (
            _EDITION,
            _PASSAGE,
            Column("kind", "heading, paragraph, list_item, blockquote, table, footnote, reference"),
            Column("text", "its words; of a table, its cells with blanks between"),
            Column("section", "ids of the headings that it stands under, outermost first", "array"),
            Column("question", "number, or heading's id, of the question that it answers"),
            Column("page", "printed page of the file, where it has pages"),
        ),
        of_edition=rows.passages,
        key=("edition", "passage"),
    ),
    DataTable(
        "quotations",
        "Words that documents quote, with whose they are",
        (
            _EDITION,
            _PASSAGE,
            _START,
            _END,
            _TEXT,
            Column("attributed_to", "whose words, as a reader would say it; empty if not known"),
            Column("speaker", "id of the person or the body, where the archive knows it"),
            Column("kind", "respondent, participant, publication, speech, unknown, term"),
            Column("state", "found by a rule, or confirmed by an editor"),
            Column("page", "printed page of the passage"),
        ),
        of_edition=rows.quotations,
    ),
    DataTable(
        "questions",
        "What asks for an answer, with the answer that the document gives",
        (
            _EDITION,
            Column("heading", "id of the passage that asks"),
            Column("number", "as printed"),
            Column("kind", "question, recommendation, oral-question, proposal, comment"),
            Column("text", "what is asked"),
            Column("consultation", "id of what asks it"),
            Column("asked", "CONSULTATION/QUESTION, the same for all who answer it"),
            Column("state", "answered, declined, not-applicable, empty, accepted and so on"),
            Column("answered", "whether there is an answer", "boolean"),
            Column("answer_passages", "ids of the passages that answer it", "array"),
            Column("answer", "their words, with a blank line between two passages"),
            Column("asked_by", "of an oral question: who asks"),
            Column("answered_by", "of an oral question: who answers first"),
        ),
        of_edition=rows.questions,
    ),
    DataTable(
        "mentions",
        "Names of people, bodies, works and consultations in the texts",
        (
            _EDITION,
            _PASSAGE,
            _START,
            _END,
            _TEXT,
            Column("entity", "id of whom or what they name"),
            Column("kind", "organisation, person, work, consultation"),
        ),
        of_edition=rows.mentions,
    ),
    DataTable(
        "citations",
        "References to works",
        (_EDITION, _PASSAGE, _START, _END, _TEXT, Column("work", "id of the work", to="works")),
        of_edition=rows.citations,
    ),
    DataTable(
        "gaps",
        "What the original had and the source has lost",
        (
            _EDITION,
            Column("number", "in the order of the edition, from 1", "integer"),
            Column("after", "id of the passage that it followed; empty at the beginning"),
            Column("what", "what is missing"),
            Column("evidence", "the words that show it"),
        ),
        of_edition=rows.gaps,
        key=("edition", "number"),
    ),
    DataTable(
        "emendations",
        "Every change from a source to its edition",
        (
            _EDITION,
            Column("start", "where it begins in the source's text, in code points", "integer"),
            Column("end", "where it ends there", "integer"),
            Column("before", "what the source has"),
            Column("after", "what the edition has"),
            Column("kind", "what sort of change it is"),
            Column("rule", "the rule that made it, or `editor`"),
            Column("by", "rule or editor"),
            Column("certainty", "certain or probable"),
            Column("reason", "why, in words"),
            Column("passage", "id of the passage in which it stands, if it stands in one"),
            Column("passage_start", "where it begins there", "integer"),
            Column("passage_end", "where it ends there", "integer"),
        ),
        of_edition=rows.emendations,
    ),
    DataTable(
        "works",
        "Works that documents cite or name",
        (
            Column("id", "its id"),
            Column("title", "its title"),
            Column("authors", "its authors or editors, family names first", "array"),
            Column("year", "when it was issued, to sort by", "integer"),
            Column(
                "date",
                "the same as it is known, in EDTF: 1998-05; 1998-21 in spring; 1998~ about then; "
                "1998/2001; else in words",
            ),
            Column("type", "as CSL has it"),
            Column("container", "the journal or the book in which it stands"),
            Column("publisher", "who published it"),
            Column("doi", "its DOI"),
            Column("url", "where it can be found in the web"),
            _NAMED,
        ),
        of_authority=rows.works,
        key=("id",),
    ),
    DataTable(
        "people",
        "People whom documents name",
        _KNOWN,
        of_authority=rows.entities("person"),
        key=("id",),
    ),
    DataTable(
        "organisations",
        "Bodies that documents name",
        _KNOWN,
        of_authority=rows.entities("organisation"),
        key=("id",),
    ),
)
"""All tables, in the order in which they are told of."""
