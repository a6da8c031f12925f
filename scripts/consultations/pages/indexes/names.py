"""People and organisations, by their names."""

from collections.abc import Iterator, Sequence

from consultations.model.entity import FOLDERS, Entity, EntityKind
from consultations.pages.facts import counted
from consultations.pages.indexes.paging import PagedIndex, by_letter
from consultations.pages.indexes.register import Appearance, Register
from consultations.pages.links import TITLES, Here, entity_path
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import element
from consultations.pages.writing.markdown import Markdown


def sort_name(entity: Entity) -> str:
    """The name by which an entity is sorted: a person's with its last word first."""
    if entity.kind != "person":
        return entity.name
    *given, family = entity.name.split()
    return " ".join([family, *given])


def how_often(appearances: Sequence[Appearance]) -> str:
    """In how many passages something stands, and of how many documents where those are several."""
    passages = counted(len(appearances), "passage", "passages")
    documents = len({appearance.edition.id for appearance in appearances})
    return f"{passages} in {documents:,} documents" if documents > 1 else passages


def told_often(appearances: Sequence[Appearance]) -> str:
    """The same behind a name in a list; nothing where one passage names it, as most are."""
    return f": {how_often(appearances)}" if len(appearances) > 1 else ""


def name_indexes(register: Register) -> Iterator[tuple[str, str]]:
    """The pages of `people/` and `organisations/`, each with its path; none without names."""
    yield from _index(register, "person", "People whom the documents name")
    yield from _index(register, "organisation", "Bodies that the documents name")


def _index(register: Register, kind: EntityKind, description: str) -> Iterator[tuple[str, str]]:
    """The pages of the entities of one kind, in groups of one initial."""
    named = register.present(kind)
    if not named:
        return

    def introduction(here: Here) -> Iterator[Markdown]:
        del here
        yield blocks.paragraph([f"{description}, with every passage that does."], {})

    def draw(group: Sequence[Entity], here: Here) -> Iterator[Markdown]:
        yield blocks.lists(_item(entity, register.appearances(entity.id), here) for entity in group)

    groups = list(by_letter(named, key=sort_name, draw=draw))
    yield from PagedIndex(FOLDERS[kind], TITLES[kind], description, introduction, groups).pages()


def _item(entity: Entity, appearances: Sequence[Appearance], here: Here) -> Item:
    link = element("a", entity.name, href=here.to(entity_path(entity.kind, entity.id)))
    short = f" ({', '.join(entity.abbreviations)})" if entity.abbreviations else ""
    return Item([link, short + told_often(appearances)], f"entity:{entity.id}")
