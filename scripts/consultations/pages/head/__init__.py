"""What the head of a page says to programs: to reference managers, search engines, other sites.

- `tags`: Highwire Press and Dublin Core, as reference managers read them
- `linked`: JSON-LD in the words of schema.org
- `coins`: a work, or what a body has written, as an OpenURL

Addresses are paths below the site; `publish/heads.py` makes them whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from consultations.model.entity import FOLDERS
from consultations.pages.head.coins import Pairs, edition_openurl, work_openurl
from consultations.pages.head.linked import (
    OnSite,
    edition_linked,
    entity_linked,
    glossary_linked,
    question_linked,
    quotations_linked,
    themes_linked,
)
from consultations.pages.head.tags import Tag, edition_tags, work_tags
from consultations.pages.indexes import Register
from consultations.pages.indexes.asked.answers import responses
from consultations.pages.links import entity_path, question_path, quotations_path


@dataclass(frozen=True)
class Head:
    """What the head of one page says, beside its title and its description."""

    tags: tuple[Tag, ...] = ()
    linked: Mapping[str, Any] | None = None
    """A JSON-LD object of schema.org, without `@context`."""
    is_document: bool = False
    """Whether the page is a text that somebody wrote, and no list or tool."""
    openurl: Pairs = ()
    """The same as an OpenURL, of works and of what a body has written."""


def page_heads(register: Register, versions: Mapping[str, str]) -> dict[str, Head]:
    """The heads of the pages made from editions, by path under docs/.

    Args:
        register: of the archive.
        versions: what a reference calls the edition of a document, by its id.
    """
    return dict(_heads(register, versions))


def _heads(register: Register, versions: Mapping[str, str]) -> Iterator[tuple[str, Head]]:
    authority = register.authority
    for edition in register.editions:
        yield (
            f"texts/{edition.id}/index.md",
            Head(
                tuple(edition_tags(edition, authority)),
                {
                    **edition_linked(edition, authority),
                    **({"version": versions[edition.id]} if edition.id in versions else {}),
                },
                is_document=True,
                openurl=edition_openurl(edition, authority),
            ),
        )
        quoted = quotations_linked(edition, authority)
        yield quotations_path(edition.id), Head(linked=quoted)
    for response in responses(register.editions, authority):
        for asked in response.asked:
            if asked.answers:
                path = question_path(asked.consultation, asked.id)
                yield path, Head(linked=question_linked(asked, authority))
    for kind in FOLDERS:
        for entity in register.present(kind):
            path, linked = entity_path(kind, entity.id), entity_linked(entity)
            if kind == "work":
                yield path, Head(tuple(work_tags(entity)), linked, openurl=work_openurl(entity))
            else:
                yield path, Head(linked=linked)
    yield "glossary/index.md", Head(linked=glossary_linked(register.editions, authority))
    yield "themes/index.md", Head(linked=themes_linked(authority))


__all__ = ["Head", "OnSite", "Tag", "page_heads"]
