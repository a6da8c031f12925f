"""The passages of editions, each with what the edition knows of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from consultations.model.edition import Edition, Passage
from consultations.model.emended import emended_places
from consultations.model.entity import Authority, Entity
from consultations.model.text import merged
from consultations.passages.nouns import SearchEdition, SearchPassage, SearchQuestion

Item = TypeVar("Item")
_NO_VERSIONS: Mapping[str, str] = {}


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
    """For each passage the question it answers: of several with one number, the last before."""
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
