"""The page of an entity: what is known of it, and every passage that names or cites it."""

from collections.abc import Iterator

from consultations.model.edition import Edition
from consultations.model.entity import Entity
from consultations.pages import blocks
from consultations.pages.content import Content, Element, element
from consultations.pages.facts import day, front_matter
from consultations.pages.indexes.excerpts import by_document
from consultations.pages.indexes.exports import downloads
from consultations.pages.indexes.names import how_often
from consultations.pages.indexes.quotations import Quotations
from consultations.pages.indexes.references import reference
from consultations.pages.indexes.register import Register
from consultations.pages.links import FOLDERS, TITLES, Here, entity_path, joined, outside


class Entities:
    """The pages of the entities that a document has to do with, and of no others.

    Args:
        register: all editions, read through.
        quotations: what each of them says.
    """

    def __init__(self, register: Register, quotations: Quotations) -> None:
        self._register = register
        self._quotations = quotations
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
                here = Here(entity_path(kind, entity.id))
                yield here.path, self._page(entity, here)

    def _page(self, entity: Entity, here: Here) -> str:
        """The page of one entity: the facts, then the places, document by document."""
        index = element("a", TITLES[entity.kind], href=here.to(f"{FOLDERS[entity.kind]}/index.md"))
        appearances = self._register.appearances(entity.id)
        return blocks.page(
            front_matter(entity.name, f"Where documents name {entity.name}", kind="index"),
            [
                blocks.paragraph([index], {"class": "kind"}),
                blocks.heading(1, [entity.name], {"id": "index:title"}),
                *(blocks.paragraph(fact, {"class": "fact"}) for fact in self._facts(entity, here)),
                *by_document(appearances, here),
            ],
        )

    def _facts(self, entity: Entity, here: Here) -> Iterator[Content]:
        """What the authorities know of it, and what of it is here."""
        if entity.kind == "work":
            yield list(reference(entity))
        if entity.note:
            yield [entity.note]
        other = [*entity.variants, *entity.abbreviations]
        if other:
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
                yield [what, *joined(_link(edition, here) for edition in editions)]
        said = self._quotations.of(entity, here)
        if said:
            yield ["Quoted: ", said]
        appearances = self._register.appearances(entity.id)
        if appearances:
            yield [f"Named in {how_often(appearances)}."]


def _link(edition: Edition, here: Here) -> Element:
    title = f"{edition.source.record.title} ({day(edition.source.record.date)})"
    return element("a", title, href=here.to_passage(edition.id))
