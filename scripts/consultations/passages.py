"""Editions as search sees them: one passage after the other, with all that can be asked of it.

The index and the export take this form, so that neither has to know what an edition is. Everything
that the browser shows of a hit is here; what is only shown in an edition is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self, TypeVar

from consultations.model.draft import BlockKind
from consultations.model.edition import Edition, Passage, QuestionKind
from consultations.model.emended import emended_places
from consultations.model.entity import Authority, Entity
from consultations.model.text import Interval, merged
from consultations.model.voices import Spoken, only_words, voice_at, voice_of

Item = TypeVar("Item")
_NO_VERSIONS: Mapping[str, str] = {}


@dataclass(frozen=True)
class SearchQuestion:
    """A question of a consultation, as a document answers it."""

    value: str
    """How its passages name it: its number, or the heading's id where it has none, or where another
    question before it has the same."""
    number: str | None
    text: str
    asked: str | None = None
    """`<consultation id>/<question id>`, where the authorities list it."""
    kind: QuestionKind = "question"


@dataclass(frozen=True)
class SearchEdition:
    """What a hit says about the document that it stands in."""

    id: str
    title: str
    organisation: str | None
    """Id of an organisation in the authorities."""
    body: str
    """Who speaks: the organisation's name, else the authors'; empty where neither is known."""
    authors: tuple[str, ...]
    date: str
    """ISO 8601: a year, a month or a day."""
    type: str
    names: tuple[str, ...] = ()
    """How else a query may name who speaks: the organisation's name and abbreviations."""
    consultation: str | None = None
    """Id of what it responds to, where it answers questions."""
    consultation_name: str = ""
    questions: tuple[SearchQuestion, ...] = ()
    """Those that it answers, in its order."""
    version: str = ""
    """What a reference calls the edition, where that is known: `edition 3f9a2c1`."""

    @property
    def by(self) -> tuple[str, ...]:
        """Who speaks, as a query asks for it: the organisation's id, else the authors."""
        return (self.organisation,) if self.organisation else self.authors

    @property
    def year(self) -> str:
        """The year of its date, four digits."""
        return self.date[:4]

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The edition that `as_json` wrote."""
        lists = {name: tuple(data[name]) for name in ("authors", "names")}
        questions = tuple(SearchQuestion(**question) for question in data["questions"])
        return cls(**{**data, **lists, "questions": questions})

    def question(self, value: str | None) -> SearchQuestion | None:
        """The question that a passage of it names so."""
        return next((question for question in self.questions if question.value == value), None)


@dataclass(frozen=True)
class SearchPassage:
    """A passage with what can be asked of it."""

    edition: SearchEdition
    id: str
    kind: BlockKind
    text: str
    """As printed."""
    section: tuple[str, ...] = ()
    """The headings that it stands under, outermost first, without the document's title."""
    question: str | None = None
    mentions: tuple[str, ...] = ()
    """How a query may name the entities that it mentions: ids, names, abbreviations; sorted."""
    cites: tuple[str, ...] = ()
    """Ids of the works that it cites, sorted."""
    quoted: tuple[Interval, ...] = ()
    """Where other people's words stand: code points of the text, in order and apart. A term or a
    title in quotation marks is nobody's words but the document's own."""
    voices: tuple[Spoken, ...] = ()
    """Whose words stand there: [start, end) in code points, in order, and who it is as a reader
    would say it; None where that is not known."""
    notes: tuple[tuple[int, str], ...] = ()
    """Where markers of notes stood, in order: before which code point, and the label."""
    mended: tuple[tuple[int, int, str], ...] = ()
    """Where emendations stand, in order: text[start:end] is what the source has otherwise, and
    what it has there."""
    pages: tuple[str, ...] = ()
    """Labels of the first and the last page of its source on which it stands; one where both are
    one, none where the source has no pages."""

    def voice_at(self, start: int, end: int) -> str | None:
        """Whose words text[start:end] are: OWN, the document's; a name; None: not known whose."""
        return voice_at(self.voices, (start, end))

    def voice_of(self, start: int, end: int) -> str | None:
        """The same, with `partly ` before a name where only some of the words are that voice's."""
        return voice_of(self.voices, only_words(self.text, (start, end)))

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes back. The edition is left out, and so is whatever is empty."""
        found = {name: value for name, value in vars(self).items() if value and name != "edition"}
        return {"text": "", **found}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], edition: SearchEdition) -> Self:
        """The passage that `as_json` wrote, in its edition."""
        lists = {
            name: tuple(data.get(name, ())) for name in ("section", "mentions", "cites", "pages")
        }
        quoted = tuple((start, end) for start, end in data.get("quoted", ()))
        voices = tuple((start, end, who) for start, end, who in data.get("voices", ()))
        notes = tuple((at, label) for at, label in data.get("notes", ()))
        mended = tuple((start, end, before) for start, end, before in data.get("mended", ()))
        intervals = {"quoted": quoted, "voices": voices, "notes": notes, "mended": mended}
        return cls(edition=edition, **{**data, **lists, **intervals})


def search_passages(
    editions: Iterable[Edition], authority: Authority, versions: Mapping[str, str] = _NO_VERSIONS
) -> Iterator[SearchPassage]:
    """Every passage of the archive in document order: editions by id, passages as they are read.

    Args:
        editions: of the archive.
        authority: what they were annotated with.
        versions: what a reference calls each of them, by its id, where somebody wants to cite.
    """
    for edition in sorted(editions, key=lambda edition: edition.id):
        about = _search_edition(edition, authority, versions.get(edition.id, ""))
        yield from _passages(edition, about, authority)


def _search_edition(edition: Edition, authority: Authority, version: str) -> SearchEdition:
    """What every hit in a document says of it."""
    record = edition.source.record
    entity = authority.by_id.get(record.organisation or "")
    # A document may respond to one without a question that was found in it, and answers none then.
    consultation = record.responds_to if edition.questions else None
    asked = authority.by_id.get(consultation or "")
    return SearchEdition(
        id=edition.id,
        title=record.title,
        organisation=record.organisation,
        body=entity.name if entity else ", ".join(record.authors),
        authors=record.authors,
        date=record.date,
        type=record.type,
        names=_names(entity) if entity else (),
        consultation=consultation,
        consultation_name=asked.name if asked else "",
        questions=tuple(_questions(edition)),
        version=version,
    )


def _questions(edition: Edition) -> Iterator[SearchQuestion]:
    """The questions of a document; numbers may begin again in it."""
    numbers: set[str] = set()
    for one in edition.questions:
        value = one.heading if one.number is None or one.number in numbers else one.number
        numbers.add(value)
        yield SearchQuestion(value, one.number, one.text, one.asked, one.kind)


def _answering(edition: Edition, about: SearchEdition) -> Iterator[str | None]:
    """Of each passage which question it answers: of those with one number the last before it."""
    values: dict[str, str] = {}
    pairs = zip(edition.questions, about.questions, strict=True)
    begun = _by_passage((one.heading, (one.key, question.value)) for one, question in pairs)
    for passage in edition.passages:
        values |= begun[passage.id]
        yield values.get(passage.question, passage.question) if passage.question else None


def _names(entity: Entity) -> tuple[str, ...]:
    """How a query may name an entity, beside its id."""
    return (entity.name, *entity.abbreviations)


def _passages(
    edition: Edition, about: SearchEdition, authority: Authority
) -> Iterator[SearchPassage]:
    """The passages of one document; what is said of each is gathered first, once for all."""
    voices = _by_passage(
        (quotation.passage, (quotation.start, quotation.end, quotation.attributed_to))
        for quotation in edition.quotations
        if quotation.kind != "term"
    )
    notes = _by_passage(
        (reference.passage, (reference.offset, note.label))
        for note in edition.footnotes
        for reference in note.references
    )
    mended = _by_passage(
        (place.passage, (place.start, place.end, place.emendation.before))
        for place in emended_places(edition)
    )
    for passage, answers in zip(edition.passages, _answering(edition, about), strict=True):
        yield SearchPassage(
            edition=about,
            id=passage.id,
            kind=passage.kind,
            text=passage.text,
            section=tuple(_headings(edition, passage)),
            question=answers,
            mentions=tuple(sorted(_mentioned(edition, passage, authority))),
            cites=tuple(sorted({one.work for one in edition.citations_of[passage.id]})),
            # Between two quotations that touch stands nothing of the document's own.
            quoted=tuple(merged((start, end) for start, end, _ in voices[passage.id])),
            voices=tuple(sorted(voices[passage.id], key=lambda voice: voice[:2])),
            notes=tuple(sorted(notes[passage.id])),
            mended=tuple(mended[passage.id]),
            pages=edition.source.pages_of(passage.source),
        )


def _headings(edition: Edition, passage: Passage) -> Iterator[str]:
    """The headings over a passage; the first level is the document's title, which a hit has."""
    for heading in map(edition.by_id.__getitem__, passage.section):
        if heading.level != 1:
            yield heading.text


def _mentioned(edition: Edition, passage: Passage, authority: Authority) -> set[str]:
    """How a query may name the entities that a passage mentions."""
    ids = {mention.entity for mention in edition.mentions_of[passage.id]}
    return ids.union(*(_names(authority.by_id[id_]) for id_ in ids))


def _by_passage(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, list[Item]]:
    """What is said of each passage, in the order given; nothing of one that is not named."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for passage, item in pairs:
        found[passage].append(item)
    return found
