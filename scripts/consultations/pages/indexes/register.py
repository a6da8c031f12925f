"""What all editions say of what: looked up by entity, by work cited, and by who is quoted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations.model.annotation import Annotation, Quotation
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, Entity, EntityKind
from consultations.model.text import Interval
from consultations.pages.facts import chronological


@dataclass(frozen=True)
class Appearance:
    """A passage that names or cites an entity, and where it does so: stretches in order."""

    edition: Edition
    passage: Passage
    stretches: tuple[Interval, ...]


@dataclass(frozen=True)
class PlacedQuotation:
    """A quotation, with its edition and the passage that it stands in."""

    edition: Edition
    passage: Passage
    quotation: Quotation


class Register:
    """All editions and the authorities, read through once.

    Args:
        editions: the editions of the archive.
        authority: what they were annotated with.
    """

    def __init__(self, editions: Iterable[Edition], authority: Authority) -> None:
        self.editions: Sequence[Edition] = chronological(editions)
        self.authority = authority
        self._appearances = self._find_appearances()
        self.quotations = tuple(self._find_quotations())
        """In the order of the editions and of their passages."""
        # Somebody whom no page would name has no page, so that no link leads to an empty one.
        speakers = (q.quotation.speaker for q in self.quotations if q.quotation.kind != "term")
        records = [edition.source.record for edition in self.editions]
        responded_to = (record.responds_to for record in records)
        bodies = (record.organisation for record in records)
        self._present = {*self._appearances, *speakers, *responded_to, *bodies}

    def appearances(self, entity: str) -> Sequence[Appearance]:
        """The passages that name or cite an entity, from the earliest document to the latest."""
        return self._appearances.get(entity, ())

    def present(self, kind: EntityKind) -> Sequence[Entity]:
        """The entities of a kind that a document names, cites, quotes, answers or is by."""
        return [e for e in self.authority.of_kind(kind) if e.id in self._present]

    def _find_appearances(self) -> dict[str, list[Appearance]]:
        found: dict[str, list[Appearance]] = {}
        for edition in self.editions:
            here: dict[str, dict[int, list[Interval]]] = {}
            for entity, annotation in _names(edition):
                passages = here.setdefault(entity, {})
                stretch = (annotation.start, annotation.end)
                passages.setdefault(edition.order[annotation.passage], []).append(stretch)
            for entity, passages in here.items():
                for index, stretches in sorted(passages.items()):
                    appearance = Appearance(edition, edition.passages[index], _apart(stretches))
                    found.setdefault(entity, []).append(appearance)
        return found

    def _find_quotations(self) -> Iterable[PlacedQuotation]:
        for edition in self.editions:
            places = ((edition.order[q.passage], q.start, q) for q in edition.quotations)
            for _, _, quotation in sorted(places, key=lambda place: place[:2]):
                yield PlacedQuotation(edition, edition.by_id[quotation.passage], quotation)


def _names(edition: Edition) -> Iterable[tuple[str, Annotation]]:
    """Every stretch that names or cites an entity."""
    yield from ((mention.entity, mention) for mention in edition.mentions)
    yield from ((citation.work, citation) for citation in edition.citations)


def _apart(stretches: Iterable[Interval]) -> tuple[Interval, ...]:
    """Intervals in order; those that overlap as one."""
    apart: list[Interval] = []
    for start, end in sorted(stretches):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)
