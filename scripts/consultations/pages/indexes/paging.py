"""An index as one page. A long one is several: a page for each group, and one that lists them."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TypeVar

from consultations.pages import blocks
from consultations.pages.blocks import Item
from consultations.pages.content import element
from consultations.pages.facts import front_matter
from consultations.pages.links import Here
from consultations.pages.markdown import Markdown

MOST_ON_A_PAGE = 1000
"""Entries of one page. An index of more has a page for each group, since long pages open slowly."""

T = TypeVar("T")


@dataclass(frozen=True)
class Group:
    """Entries of an index that stay together."""

    id: str
    title: str
    size: int
    """How many entries it has."""
    draw: Callable[[Here], Iterable[Markdown]]
    """Its blocks, for the page on which they stand; it has headings from the third level on."""


@dataclass(frozen=True)
class PagedIndex:
    """An index of the archive, at `<folder>/`."""

    folder: str
    title: str
    description: str
    introduction: Callable[[Here], Iterable[Markdown]]
    """What stands above the groups."""
    groups: Sequence[Group]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Its pages, each with its path under docs/."""
        here = Here(f"{self.folder}/index.md")
        body: list[Markdown] = []
        if not self._is_divided:
            for group in self.groups:
                body += [blocks.heading(2, [group.title], {"id": f"part:{group.id}"})]
                body += group.draw(here)
        else:
            body = [blocks.lists(self._entry(group, here) for group in self.groups)]
            for group in self.groups:
                there = Here(self.path_of(group.id))
                back = element("a", self.title, href=there.to(here.path))
                head = blocks.paragraph([back], {"class": "kind"})
                title = f"{self.title}: {group.title}"
                description = f"{self.description}: {group.title}"
                body_there = [head, *self._head(title), *group.draw(there)]
                yield there.path, self._page(title, description, body_there)
        yield (
            here.path,
            self._page(
                self.title,
                self.description,
                [*self._head(self.title), *self.introduction(here), *body],
            ),
        )

    def path_of(self, group: str) -> str:
        """Path under docs/ of the page that has a group, beside those of single entries."""
        return f"{self.folder}/{f'part/{group}/' if self._is_divided else ''}index.md"

    @property
    def _is_divided(self) -> bool:
        return sum(group.size for group in self.groups) > MOST_ON_A_PAGE

    def _entry(self, group: Group, here: Here) -> Item:
        link = element("a", group.title, href=here.to(self.path_of(group.id)))
        return Item([link, f" ({group.size:,})"], f"part:{group.id}")

    def _page(self, title: str, description: str, body: Iterable[Markdown]) -> str:
        return blocks.page(front_matter(title, description, kind="index"), body)

    def _head(self, title: str) -> Iterator[Markdown]:
        yield blocks.heading(1, [title], {"id": "index:title"})


def by_letter(
    entries: Iterable[T],
    key: Callable[[T], str],
    draw: Callable[[Sequence[T], Here], Iterable[Markdown]],
    size: Callable[[T], int] = lambda _: 1,
) -> Iterator[Group]:
    """Entries in the order of their keys, in groups of one initial.

    Args:
        entries: in any order.
        key: the name by which an entry is sorted.
        draw: the blocks of the entries of one group.
        size: for how many entries of a page one of these stands.
    """
    ordered = sorted(entries, key=lambda entry: alphabetical(key(entry)))
    for letter, run in groupby(ordered, key=lambda entry: initial(key(entry))):
        group = tuple(run)
        title = letter.upper() if len(letter) == 1 else "Other signs"
        yield Group(letter, title, sum(map(size, group)), partial(draw, group))


def alphabetical(name: str) -> tuple[bool, str, str]:
    """What names are sorted by: letters alone, whatever their case or accents; Latin ones first."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in plain if c.isalnum() or c == " ").strip()
    return not "a" <= letters[:1] <= "z", letters, name


def initial(name: str) -> str:
    """Id of the group in which a name stands: its first letter, or `other`."""
    is_other, letters, _ = alphabetical(name)
    return "other" if is_other else letters[0]
