"""Editions as search sees them: one passage after the other, with all that can be asked of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Self

from consultations.model.draft import BlockKind
from consultations.model.edition import Edition, Passage
from consultations.model.emended import emended_places
from consultations.model.entity import Authority, Entity
from consultations.model.text import Interval


@dataclass(frozen=True)
class SearchQuestion:
    """A question of a consultation, as a document answers it."""

    value: str
    """How its passages name it: its number, or where it has none the heading's id."""
    number: str | None
    text: str
    asked: str | None = None
    """`<consultation id>/<question id>`, where the authorities list it."""


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
    """Where other people's words stand: code points of the text, in order and apart."""
    voices: tuple[tuple[int, int, str], ...] = ()
    """Whose words stand where, but for mere terms in quotation marks: [start, end) in code points,
    in order, and who it is as a reader would say it; empty where that cannot be told."""
    notes: tuple[tuple[int, str], ...] = ()
    """Where markers of notes stood, in order: before which code point, and the label."""
    mended: tuple[tuple[int, int, str], ...] = ()
    """Where emendations stand, in order: text[start:end] is what the source has otherwise, and
    what it has there."""

    def voice_at(self, start: int, end: int) -> str | None:
        """Whose words text[start:end] are, of voices the innermost; None: the document's own."""
        around = [voice for voice in self.voices if voice[0] <= start and end <= voice[1]]
        return min(around, key=lambda voice: voice[1] - voice[0])[2] if around else None

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes back; the edition is left out."""
        found = {name: value for name, value in vars(self).items() if value and name != "edition"}
        return {"text": "", **found}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], edition: SearchEdition) -> Self:
        """The passage that `as_json` wrote, in its edition."""
        lists = {name: tuple(data.get(name, ())) for name in ("section", "mentions", "cites")}
        quoted = tuple((start, end) for start, end in data.get("quoted", ()))
        voices = tuple((start, end, who) for start, end, who in data.get("voices", ()))
        notes = tuple((at, label) for at, label in data.get("notes", ()))
        mended = tuple((start, end, before) for start, end, before in data.get("mended", ()))
        intervals = {"quoted": quoted, "voices": voices, "notes": notes, "mended": mended}
        return cls(edition=edition, **{**data, **lists, **intervals})


def search_passages(editions: Iterable[Edition], authority: Authority) -> Iterator[SearchPassage]:
    """Every passage of the archive in document order: editions by id, passages as they are read."""
    for edition in sorted(editions, key=lambda edition: edition.id):
        yield from _passages(edition, _search_edition(edition, authority), authority)


def _search_edition(edition: Edition, authority: Authority) -> SearchEdition:
    record = edition.source.record
    entity = authority.by_id.get(record.organisation or "")
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
        questions=tuple(
            SearchQuestion(
                question.number or question.heading, question.number, question.text, question.asked
            )
            for question in edition.questions
        ),
    )


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.abbreviations)


def _passages(
    edition: Edition, about: SearchEdition, authority: Authority
) -> Iterator[SearchPassage]:
    mentions = _by_passage(
        (m.passage, name)
        for m in edition.mentions
        for name in (m.entity, *_names(authority.by_id[m.entity]))
    )
    cites = _by_passage((c.passage, c.work) for c in edition.citations)
    quoted: dict[str, list[Interval]] = {}
    voices: dict[str, list[tuple[int, int, str]]] = {}
    for quotation in edition.quotations:
        interval = quotation.start, quotation.end
        quoted.setdefault(quotation.passage, []).append(interval)
        if quotation.kind != "term":
            voice = *interval, quotation.attributed_to or ""
            voices.setdefault(quotation.passage, []).append(voice)
    notes: dict[str, list[tuple[int, str]]] = {}
    for note in edition.footnotes:
        for reference in note.references:
            notes.setdefault(reference.passage, []).append((reference.offset, note.label))
    mended: dict[str, list[tuple[int, int, str]]] = {}
    for place in emended_places(edition):
        change = place.start, place.end, place.emendation.before
        mended.setdefault(place.passage, []).append(change)
    for passage in edition.passages:
        yield SearchPassage(
            edition=about,
            id=passage.id,
            kind=passage.kind,
            text=passage.text,
            section=tuple(_headings(edition, passage)),
            question=passage.question,
            mentions=mentions.get(passage.id, ()),
            cites=cites.get(passage.id, ()),
            quoted=tuple(_merged(quoted.get(passage.id, ()))),
            voices=tuple(sorted(voices.get(passage.id, ()))),
            notes=tuple(sorted(notes.get(passage.id, ()))),
            mended=tuple(mended.get(passage.id, ())),
        )


def _headings(edition: Edition, passage: Passage) -> Iterator[str]:
    for heading in map(edition.by_id.__getitem__, passage.section):
        if heading.level != 1:
            yield heading.text


def _by_passage(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Of pairs of a passage and an id: each passage's ids, sorted, each once."""
    ordered = groupby(sorted(set(pairs)), key=lambda pair: pair[0])
    return {passage: tuple(id_ for _, id_ in group) for passage, group in ordered}


def _merged(intervals: Iterable[Interval]) -> Iterator[Interval]:
    """The same code points in intervals in order and apart: a quotation may hold another."""
    last: Interval | None = None
    for start, end in sorted(intervals):
        if last and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last
