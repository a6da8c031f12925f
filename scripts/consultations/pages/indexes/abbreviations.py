"""What abbreviations stand for, in one document and in all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from consultations import patterns as re
from consultations.model.annotation import Abbreviation
from consultations.model.edition import Edition
from consultations.model.entity import FOLDERS, Authority, Entity
from consultations.pages.indexes.paging import PagedIndex, by_letter
from consultations.pages.indexes.register import Register
from consultations.pages.links import Here, entity_path, joined
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_WORD = re.compile(r"[^\W_]+")
_INTRODUCTION = (
    "Abbreviations, with what documents say that they stand for, and what this archive knows of "
    "those that no document expands."
)


def expansions(edition: Edition, authority: Authority) -> Mapping[str, str]:
    """What abbreviations stand for in one document: as it says itself, else as is known.

    One that stands for several things, here or among the authorities, is left out.
    """
    known: dict[str, set[str]] = {
        short: {full} for short, full in (authority.abbreviations or {}).items()
    }
    for entity in authority.entities:
        for short in entity.abbreviations:
            known.setdefault(short, set()).add(entity.name)
    own: dict[str, set[str]] = {}
    for abbreviation in edition.abbreviations:
        own.setdefault(abbreviation.text, set()).add(abbreviation.expansion)
    # `known | own`: what the document says itself stands in the place of what is known.
    return {
        short: next(iter(full)) for short, full in sorted((known | own).items()) if len(full) == 1
    }


def tooltips(edition: Edition, authority: Authority) -> Iterator[Markdown]:
    """What the abbreviations of a text stand for, as a block."""
    used = {word for passage in edition.passages for word in _WORD.findall(passage.text)}
    known = expansions(edition, authority)
    yield blocks.tooltips({short: full for short, full in known.items() if short in used})


class Glossary:
    """The pages of `glossary/`.

    Args:
        register: all editions, read through.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._meanings: dict[str, dict[str, _Meaning]] = {}
        for edition in register.editions:
            for found in edition.abbreviations:
                self._meaning(found.text, found.expansion).places.append((edition, found))
        for kind in FOLDERS:
            for entity in register.present(kind):
                for short in entity.abbreviations:
                    self._meaning(short, entity.name).entity = entity
        for short, full in (register.authority.abbreviations or {}).items():
            self._meaning(short, full)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Its pages, each with its path under docs/; none where nothing is abbreviated."""
        if not self._meanings:
            return
        yield from PagedIndex(
            folder="glossary",
            title="Abbreviations",
            description="Abbreviations, and what they stand for",
            introduction=lambda _: [blocks.paragraph([_INTRODUCTION], {})],
            groups=list(by_letter(self._meanings, str, self._draw)),
        ).pages()

    def _meaning(self, short: str, full: str) -> "_Meaning":
        """What an abbreviation may stand for; spellings that differ in their case are one."""
        return self._meanings.setdefault(short, {}).setdefault(full.casefold(), _Meaning(full))

    def _draw(self, group: Sequence[str], here: Here) -> Iterator[Markdown]:
        for short in group:
            meanings = self._meanings[short].values()
            drawn = [blocks.paragraph(_full(meaning, here), {}) for meaning in meanings]
            yield blocks.definition([short], drawn)


@dataclass
class _Meaning:
    """One thing that an abbreviation stands for."""

    full: str
    entity: Entity | None = None
    places: list[tuple[Edition, Abbreviation]] = field(default_factory=list)


def _full(meaning: _Meaning, here: Here) -> Content:
    """The words in full, and the documents that say so."""
    entity = meaning.entity
    if entity is None:
        words: str | Element = meaning.full
    else:
        words = element("a", meaning.full, href=here.to(entity_path(entity.kind, entity.id)))
    # Reversed, so that of each document its first place stays; and reversed again for their order.
    first = {edition.id: (edition, found) for edition, found in reversed(meaning.places)}
    links = [
        element("a", edition.source.record.title, href=here.to_passage(edition.id, found.passage))
        for edition, found in reversed(first.values())
    ]
    return [words, *([" – ", *joined(links)] if links else [])]
