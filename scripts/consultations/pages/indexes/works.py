"""Works, those first that several documents cite or name."""

from collections.abc import Iterator, Sequence
from functools import partial

from consultations.model.edition import Edition
from consultations.model.entity import Entity
from consultations.pages.facts import byline, counted, name_of, told_apart
from consultations.pages.indexes.exports import downloads
from consultations.pages.indexes.names import told_often
from consultations.pages.indexes.paging import PagedIndex, alphabetical, by_letter, group_of
from consultations.pages.indexes.references import kind_of, reference, reference_key
from consultations.pages.indexes.register import Appearance, Register
from consultations.pages.links import Here, entity_path
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_INTRODUCTION = (
    "Works that documents cite or name. Those that several documents share come first; of two "
    "documents that print a title differently each keeps its wording."
)
_SHARED = "In several documents"
_MOST_COLUMNS = 8
"""Documents for which a table has room."""


def works_index(register: Register) -> Iterator[tuple[str, str]]:
    """The pages of `works/`, each with its path under docs/; none where no work is named."""
    works = register.present("work")
    if not works:
        return
    draw = partial(_draw, register)
    shared = shared_works(register)
    single = [work for work in works if work not in shared]
    groups = list(by_letter(single, reference_key, draw))
    if shared:
        groups.insert(0, group_of("shared", _SHARED, shared, partial(_shared, register)))
    yield from PagedIndex(
        folder="works",
        title="Works",
        description="Works that the documents cite or name",
        introduction=_introduction,
        groups=groups,
    ).pages()


def shared_works(register: Register) -> Sequence[Entity]:
    """Works that several documents cite or name: those that most do first."""
    works = register.present("work")
    counts = {work.id: len({p.edition.id for p in register.appearances(work.id)}) for work in works}
    # What several documents rest on is what their readers look for first.
    return sorted(
        (work for work in works if counts[work.id] > 1),
        key=lambda work: (-counts[work.id], alphabetical(reference_key(work))),
    )


def _introduction(here: Here) -> Iterator[Markdown]:
    yield blocks.paragraph([_INTRODUCTION], {})
    links = downloads("data/works", here)
    yield blocks.paragraph(["All of them, to download: ", *links], {})


def _shared(register: Register, works: Sequence[Entity], here: Here) -> Iterator[Markdown]:
    """The works against the documents, as a drawing and a table; of many documents as a list."""
    ids = {a.edition.id for work in works for a in register.appearances(work.id)}
    editions = [edition for edition in register.editions if edition.id in ids]
    if len(editions) > _MOST_COLUMNS:
        yield from _draw(register, works, here)
        return
    yield blocks.drawing("shared")
    titles = told_apart(editions, [_body(edition, register) for edition in editions])
    columns = list(zip(titles, editions, strict=True))
    header: list[Content] = [
        [element("a", title, href=here.to_passage(edition.id))] for title, edition in columns
    ]
    rows: list[list[Content]] = [[["Work"], *header]]
    rows += [_row(work, register.appearances(work.id), columns, here) for work in works]
    yield blocks.table(rows, "works:shared")


def _row(
    work: Entity,
    found: Sequence[Appearance],
    columns: Sequence[tuple[str, Edition]],
    here: Here,
) -> list[Content]:
    """A work, and in how many passages of each document it stands."""
    cells = (
        _cell(title, [a for a in found if a.edition is edition], here) for title, edition in columns
    )
    named = reference(work, here.to(entity_path("work", work.id)))
    return [[*named, *_kind(work)], *cells]


def _body(edition: Edition, register: Register) -> str:
    """Who speaks, in few words for the head of a column: the body, else the authors."""
    body = edition.source.record.organisation
    return name_of(body, register.authority) if body else byline(edition, register.authority)


def _cell(document: str, found: Sequence[Appearance], here: Here) -> Content:
    """In how many passages of a document a work stands, as a link to the first of them."""
    if not found:
        return []
    href = here.to_passage(found[0].edition.id, found[0].passage.id)
    words = counted(len(found), "passage", "passages")
    return [element("span", f"{document}: ", class_="who"), element("a", words, href=href)]


def _draw(register: Register, works: Sequence[Entity], here: Here) -> Iterator[Markdown]:
    yield blocks.lists(_item(register, work, here) for work in works)


def _item(register: Register, work: Entity, here: Here) -> Item:
    href = here.to(entity_path("work", work.id))
    often = told_often(register.appearances(work.id))
    return Item([*reference(work, href), often, *_kind(work)], f"entity:{work.id}")


def _kind(work: Entity) -> Iterator[str | Element]:
    """What sort of work it is; the page's filter reads the attribute."""
    if kind := kind_of(work):
        yield " "
        yield Element("span", (kind,), {"class": "of", "data-kind": kind})
