"""Works, those first that several documents cite or name."""

from collections.abc import Iterator, Sequence
from functools import partial

from consultations.model.entity import Entity
from consultations.pages import blocks
from consultations.pages.blocks import Item
from consultations.pages.indexes.exports import downloads
from consultations.pages.indexes.names import how_often
from consultations.pages.indexes.paging import PagedIndex, alphabetical, by_letter, group_of
from consultations.pages.indexes.references import reference, reference_key
from consultations.pages.indexes.register import Register
from consultations.pages.links import Here, entity_path
from consultations.pages.markdown import Markdown

_INTRODUCTION = (
    "Works that documents cite or name. Those that several documents share come first; of two "
    "documents that print a title differently each keeps its wording."
)


def works_index(register: Register) -> Iterator[tuple[str, str]]:
    """The pages of `works/`, each with its path under docs/; none where no work is named."""
    works = register.present("work")
    if not works:
        return
    draw = partial(_draw, register)
    counts = {work.id: len({p.edition.id for p in register.appearances(work.id)}) for work in works}
    # What several documents rest on is what their readers look for first.
    shared = sorted(
        (work for work in works if counts[work.id] > 1),
        key=lambda work: (-counts[work.id], alphabetical(reference_key(work))),
    )
    single = [work for work in works if counts[work.id] < 2]
    groups = list(by_letter(single, reference_key, draw))
    if shared:
        groups.insert(0, group_of("shared", "In several documents", shared, draw))
    yield from PagedIndex(
        folder="works",
        title="Works",
        description="Works that the documents cite or name",
        introduction=_introduction,
        groups=groups,
    ).pages()


def _introduction(here: Here) -> Iterator[Markdown]:
    yield blocks.paragraph([_INTRODUCTION], {})
    links = downloads("data/works", here)
    yield blocks.paragraph(["All of them, to download: ", *links], {})


def _draw(register: Register, works: Sequence[Entity], here: Here) -> Iterator[Markdown]:
    yield blocks.lists(_item(register, work, here) for work in works)


def _item(register: Register, work: Entity, here: Here) -> Item:
    href = here.to(entity_path("work", work.id))
    often = f": {how_often(register.appearances(work.id))}"
    return Item([*reference(work, href), often], f"entity:{work.id}")
