"""The page of an entity: what is known of it, and every passage that names or cites it."""

from collections.abc import Iterator, Sequence

from consultations.english.dates import day
from consultations.model.edition import Edition
from consultations.model.entity import FOLDERS, Entity
from consultations.pages.facts import front_matter
from consultations.pages.indexes.asked import Questions
from consultations.pages.indexes.excerpts import AROUND, by_document
from consultations.pages.indexes.exports import downloads
from consultations.pages.indexes.names import how_often
from consultations.pages.indexes.paging import parted
from consultations.pages.indexes.quotations import Quotations
from consultations.pages.indexes.references import authors_and_year, imprint, reference
from consultations.pages.indexes.register import Appearance, Register
from consultations.pages.links import TITLES, Here, entity_path, joined, outside
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Content, Element, element

_MOST_DOCUMENTS = 200
"""Most documents by a body, or in response to something, that its facts link to."""
_AROUND = 150
"""Code points around the words of an excerpt: its link, its marks, a share of the heading."""


class Entities:
    """The pages of the entities that a document has to do with, and of no others.

    Args:
        register: all editions, read through.
        quotations: what each of them says.
        questions: what each of them asks.
    """

    def __init__(self, register: Register, quotations: Quotations, questions: Questions) -> None:
        self._register = register
        self._quotations = quotations
        self._questions = questions
        self._by: dict[str | None, list[Edition]] = {}
        self._answering: dict[str | None, list[Edition]] = {}
        for edition in register.editions:
            record = edition.source.record
            self._by.setdefault(record.organisation, []).append(edition)
            self._answering.setdefault(record.responds_to, []).append(edition)

    def pages(self) -> Iterator[tuple[str, str]]:
        """All pages, each with its path under docs/."""
        for kind in FOLDERS:
            for entity in self._register.present(kind):
                runs = parted(self._register.appearances(entity.id), _weight)
                # No id has such a sign, so that no question of a consultation is called so.
                further = [
                    f"{FOLDERS[kind]}/{entity.id}/page_{n}/index.md"
                    for n in range(2, len(runs) + 1)
                ]
                paths = [entity_path(kind, entity.id), *further]
                for number, (path, run) in enumerate(zip(paths, runs, strict=True), start=1):
                    here = Here(path)
                    links = [element("a", f"{n}", href=here.to(p)) for n, p in enumerate(paths, 1)]
                    pages = ["Pages: ", *joined(links)] if further else []
                    yield path, self._page(entity, here, number, pages, run)

    def _page(
        self,
        entity: Entity,
        here: Here,
        number: int,
        pages: Content,
        appearances: Sequence[Appearance],
    ) -> str:
        """A page of one entity: the first has the facts, then the places, document by document."""
        index = element("a", TITLES[entity.kind], href=here.to(f"{FOLDERS[entity.kind]}/index.md"))
        title = entity.name if number == 1 else f"{entity.name}, page {number}"
        facts = self._facts(entity, here) if number == 1 else iter(())
        return blocks.page(
            front_matter(title, f"Where documents name {title}", kind="index"),
            [
                blocks.paragraph([index], {"class": "kind"}),
                blocks.heading(1, [title], {"id": "index:title"}),
                *(blocks.paragraph(fact, {"class": "fact"}) for fact in facts),
                *([blocks.paragraph(pages, {})] if pages else []),
                *(self._questions.of(entity, here) if number == 1 else ()),
                *by_document(appearances, here),
            ],
        )

    def _facts(self, entity: Entity, here: Here) -> Iterator[Content]:
        """What the authorities know of it, and what of it is here."""
        # Of a work that is known by its title alone, the heading has said all.
        if entity.kind == "work" and (authors_and_year(entity) or imprint(entity)):
            yield list(reference(entity))
        if entity.note:
            yield [entity.note]
        if other := _other_names(entity):
            yield [f"Also printed as: {'; '.join(other)}."]
        if entity.url and (address := outside(entity.url)):
            yield [element("a", entity.url, href=address)]
        if entity.kind == "work":
            yield ["To cite it: ", *downloads(f"data/works/{entity.id}", here)]
        for what, editions in (
            ("Documents by it in this archive: ", self._by.get(entity.id)),
            ("Documents that respond to it: ", self._answering.get(entity.id)),
        ):
            if editions:
                links = (_link(edition, here) for edition in editions[:_MOST_DOCUMENTS])
                more = len(editions) - _MOST_DOCUMENTS
                yield [what, *joined(links), *([f", and {more:,} more"] if more > 0 else [])]
        said = self._quotations.of(entity, here)
        if said:
            yield ["Quoted: ", said]
        appearances = self._register.appearances(entity.id)
        if appearances:
            yield [f"Named in {how_often(appearances)}."]


def _other_names(entity: Entity) -> Sequence[str]:
    """What else it is called, but for names that differ in capitals alone."""
    own = entity.name.casefold()
    told: dict[str, str] = {}
    for name in (*entity.variants, *entity.abbreviations):
        told.setdefault(name.casefold(), name)
    return [name for folded, name in told.items() if folded != own]


def _weight(appearance: Appearance) -> int:
    """How many code points an excerpt takes on a page, roughly."""
    shown = sum(end - start + 2 * AROUND for start, end in appearance.stretches)
    links = len(appearance.stretches) * (len(appearance.edition.id) + _AROUND)
    return min(shown, len(appearance.passage.text)) + links


def _link(edition: Edition, here: Here) -> Element:
    title = f"{edition.source.record.title} ({day(edition.source.record.date)})"
    return element("a", title, href=here.to_passage(edition.id))
