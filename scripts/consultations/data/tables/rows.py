"""The rows of the tables of data; `tables` says what their columns mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from consultations.model.edition import Edition
from consultations.model.emended import emended_places
from consultations.model.entity import Authority, Entity, EntityKind, family_first
from consultations.model.text import squeeze

Cell = str | int | bool | Sequence[str] | None
Row = tuple[Cell, ...]


def documents(edition: Edition, authority: Authority) -> Iterator[Row]:
    """The row of a document."""
    record = edition.source.record
    yield (
        edition.id,
        record.title,
        authority.byline(record),
        record.authors,
        record.organisation,
        record.date,
        record.type,
        record.responds_to,
        record.language,
        len(edition.passages),
        edition.words,
        edition.source.digest,
        squeeze(record.rights),
    )


def passages(edition: Edition, _: Authority) -> Iterator[Row]:
    """A row for each passage, in their order."""
    for passage in edition.passages:
        pages = edition.source.pages_of(passage.source)
        where = passage.section, passage.question, "–".join(pages) or None
        yield edition.id, passage.id, passage.kind, passage.text, *where


def quotations(edition: Edition, _: Authority) -> Iterator[Row]:
    """A row for each quotation, terms and titles among them; `kind` tells them apart."""
    for q in edition.quotations:
        page = "–".join(edition.source.pages_of(edition.by_id[q.passage].source)) or None
        place = edition.id, q.passage, q.start, q.end, q.text
        yield *place, q.attributed_to, q.speaker, q.kind, q.state, page


def questions(edition: Edition, _: Authority) -> Iterator[Row]:
    """A row for each question, with all words of its answer in one cell."""
    for q in edition.questions:
        answer = "\n\n".join(edition.by_id[passage].text for passage in q.answer)
        asked = q.asked.partition("/")[0] if q.asked else None
        yield (
            edition.id,
            q.heading,
            q.number,
            q.kind,
            q.text,
            asked,
            q.asked,
            q.state,
            q.answered,
            q.answer,
            answer,
            q.asked_by,
            q.answered_by,
        )


def mentions(edition: Edition, authority: Authority) -> Iterator[Row]:
    """A row for each mention, with the kind of what is named."""
    for m in edition.mentions:
        kind = authority.by_id[m.entity].kind
        yield edition.id, m.passage, m.start, m.end, m.text, m.entity, kind


def citations(edition: Edition, _: Authority) -> Iterator[Row]:
    """A row for each citation."""
    for c in edition.citations:
        yield edition.id, c.passage, c.start, c.end, c.text, c.work


def gaps(edition: Edition, _: Authority) -> Iterator[Row]:
    """A row for each gap, numbered from 1."""
    for number, gap in enumerate(edition.gaps, 1):
        yield edition.id, number, gap.after, gap.what, gap.evidence


def emendations(edition: Edition, _: Authority) -> Iterator[Row]:
    """A row for each emendation; one that stands in no passage has no place in one."""
    # By identity, since that is what `emended_places` gives back, and quicker than comparing all
    # that an emendation holds.
    places = {id(p.emendation): p for p in emended_places(edition)}
    for e in edition.emendations:
        place = places.get(id(e))
        stands = (place.passage, place.start, place.end) if place else (None, None, None)
        yield (
            edition.id,
            e.start,
            e.end,
            e.before,
            e.after,
            e.kind,
            e.rule,
            e.by,
            e.certainty,
            e.reason,
            *stands,
        )


def works(authority: Authority, named: Mapping[str, int]) -> Iterator[Row]:
    """A row for each work of the authorities, and in how many passages it is named."""
    for work in authority.of_kind("work"):
        csl = work.csl
        said = [str(csl[key]) if csl.get(key) else None for key in ("container-title", "publisher")]
        yield (
            work.id,
            work.title,
            tuple(family_first(author) for author in work.authors),
            work.year,
            work.issued.edtf or work.issued.literal or None,
            str(csl.get("type", "document")),
            *said,
            csl.get("DOI"),
            csl.get("URL") or work.url,
            named.get(work.id, 0),
        )


def entities(kind: EntityKind) -> Callable[[Authority, Mapping[str, int]], Iterator[Row]]:
    """What makes the rows of one kind of entities."""

    def of_kind(authority: Authority, named: Mapping[str, int]) -> Iterator[Row]:
        for entity in authority.of_kind(kind):
            yield _entity(entity, named)

    return of_kind


def _entity(entity: Entity, named: Mapping[str, int]) -> Row:
    other = (*entity.variants, *entity.abbreviations)
    return entity.id, entity.name, other, entity.url, entity.note, named.get(entity.id, 0)


def named_in(editions: Iterable[Edition]) -> dict[str, int]:
    """In how many passages each entity is named or cited."""
    places: dict[str, set[tuple[str, str]]] = {}
    for edition in editions:
        for mention in edition.mentions:
            places.setdefault(mention.entity, set()).add((edition.id, mention.passage))
        for citation in edition.citations:
            places.setdefault(citation.work, set()).add((edition.id, citation.passage))
    return {entity: len(found) for entity, found in places.items()}
