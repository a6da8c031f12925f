"""Editions, and what they say together, as pages of Markdown and as files of data.

Nothing is read or written here.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from consultations.model.edition import Edition
from consultations.model.entity import Authority, ThemesFound
from consultations.model.memo import NO_MEMO, Memo
from consultations.model.release import Releases, edition_name, text_of
from consultations.pages.catalogue import catalogue_pages
from consultations.pages.client_facts import ClientFacts, client_facts
from consultations.pages.data import as_json, catalogue_data, edition_data
from consultations.pages.drawings import drawings
from consultations.pages.edition.apparatus import apparatus_page
from consultations.pages.edition.reading import reading_page
from consultations.pages.facts import published_name
from consultations.pages.figures import figures_data
from consultations.pages.former import former_pages, ids_data
from consultations.pages.head import Head, page_heads
from consultations.pages.indexes import Elsewhere, Register, index_files, index_pages, tooltips
from consultations.pages.released import standing_line
from consultations.pages.releases import release_pages

_NONE_RELEASED = Releases()


def markdown_files(
    editions: Sequence[Edition],
    authority: Authority,
    releases: Releases = _NONE_RELEASED,
    found: ThemesFound | None = None,
    parts: Mapping[str, Authority] | None = None,
    memo: Memo = NO_MEMO,
) -> dict[str, str]:
    """The Markdown of every page that is made from editions, under its path in docs/.

    Args:
        editions: all of the archive.
        authority: what they were annotated with.
        releases: of the archive.
        found: what the queries of the themes find.
        parts: the part of the authorities that an edition was annotated with, by its id; all of
            them, where there is none.
        memo: what was drawn of single documents before.
    """
    register = Register(editions, authority)
    made = dict(catalogue_pages(editions, authority))
    made.update(document_pages(register, editions, releases, parts or {}, memo))
    made.update(index_pages(register, found or {}, memo))
    if releases.all:
        texts = {edition.id: text_of(edition, authority) for edition in editions}
        made.update(release_pages(releases, texts))
    return dict(sorted(made.items()))


def document_pages(
    register: Register,
    editions: Iterable[Edition],
    releases: Releases,
    parts: Mapping[str, Authority],
    memo: Memo = NO_MEMO,
) -> dict[str, str]:
    """The Markdown of the pages of these editions, under its path in docs/.

    Args:
        register: all editions of the archive, which the pages may lead to.
        editions: whose pages are made.
        releases: of the archive.
        parts: the part of the authorities that an edition was annotated with, by its id; all of
            them, where there is none.
        memo: pages as they were drawn before.
    """
    every = register.editions
    known = frozenset([e.id for e in every] + [f"{e.id}#{p.id}" for e in every for p in e.passages])
    elsewhere = Elsewhere(register)
    made = {}
    for edition in editions:
        authority = parts.get(edition.id, register.authority)
        # All that a page says of other editions, and of entities that this one does not meet.
        led_to = sorted({reference.target for reference in edition.cross_references} & known)
        foot = [*elsewhere.foot(edition), *tooltips(edition, register.authority)]
        released, now = releases.of(edition.id), text_of(edition, register.authority)
        standing, version = standing_line(released, now), edition_name(released, now)
        draw = partial(reading_page, edition, authority, frozenset(led_to), foot, standing, version)
        of = (led_to, foot, standing, version)
        made[f"texts/{edition.id}/index.md"] = memo("reading", edition, of, draw)
        draw = partial(apparatus_page, edition)
        made[f"texts/{edition.id}/apparatus.md"] = memo("apparatus", edition, (), draw)
    return made


def data_files(editions: Sequence[Edition], authority: Authority) -> dict[str, str]:
    """The files of data that all editions are in, under their addresses on the site."""
    made = {"data/catalogue.json": as_json(catalogue_data(editions, authority))}
    made.update(index_files(Register(editions, authority)))
    return dict(sorted(made.items()))


def edition_file(edition: Edition) -> tuple[str, str]:
    """The data of an edition, with its address on the site before it."""
    return f"data/editions/{edition.id}.json", as_json(edition_data(edition))


def source_files(edition: Edition) -> dict[str, str]:
    """What can be downloaded of a source: the address on the site, and the path in archive/."""
    source = edition.source
    return {
        f"texts/{edition.id}/{published_name(file)}": file
        for file in (source.file, source.transcript)
        if file
    }


__all__ = [
    "ClientFacts",
    "Head",
    "Register",
    "client_facts",
    "data_files",
    "document_pages",
    "drawings",
    "edition_file",
    "figures_data",
    "former_pages",
    "ids_data",
    "markdown_files",
    "page_heads",
    "source_files",
]
