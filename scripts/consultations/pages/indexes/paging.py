"""An index as one page. A long one is several: a page for each group, and one that lists them.

A group whose entries would make too long a page has several, its sheets; and where there are too
many groups for one list, the list has several pages as well.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TypeVar

from consultations.pages.facts import front_matter
from consultations.pages.links import Here, joined
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Element, element
from consultations.pages.writing.markdown import Markdown

MOST_ON_A_PAGE = 1000
"""Entries of one page. An index of more has a page for each group, since long pages open slowly."""

MOST_ON_A_SHEET = 120_000
"""Code points of the entries of one sheet, roughly: as HTML twice as many bytes, as a rule."""
_MOST_GROUPS = 500
"""Groups in one list. A list of more is several pages."""
_AN_ENTRY = 120
"""Code points of an entry that is a name and how often it stands, roughly."""

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
    sheets: Sequence["Group"] = ()
    """The same in parts, one a page, where it would be too long for one."""
    entries: Sequence[object] = ()
    """What it holds, as far as somebody must be led to the right page of it."""


@dataclass(frozen=True)
class PagedIndex:
    """An index of the archive, at `<folder>/`."""

    folder: str
    title: str
    description: str
    introduction: Callable[[Here], Iterable[Markdown]]
    """What stands above the groups."""
    groups: Sequence[Group]
    most: int = MOST_ON_A_PAGE
    """Entries that one page can hold."""

    def pages(self) -> Iterator[tuple[str, str]]:
        """Its pages, each with its path under docs/."""
        here = Here(f"{self.folder}/index.md")
        body: list[Markdown] = []
        if not self._is_divided:
            for group in self.groups:
                body += [blocks.heading(2, [group.title], {"id": f"part:{group.id}"})]
                body += group.draw(here)
        else:
            body = [blocks.lists(self._entry(group, here) for group in self._listed(0))]
            yield from self._lists(here, body)
            for group in self.groups:
                for sheet in sheets_of(group):
                    yield self._sheet(sheet, group, here)
        yield (
            here.path,
            self._page(
                self.title,
                self.description,
                [*self._head(self.title), *self.introduction(here), *body],
            ),
        )

    def path_of(self, group: str) -> str:
        """Path under docs/ of the page that has a group, or a sheet of one."""
        return f"{self.folder}/{f'part/{group}/' if self._is_divided else ''}index.md"

    @property
    def _is_divided(self) -> bool:
        return sum(group.size for group in self.groups) > self.most

    def _listed(self, number: int) -> Sequence[Group]:
        """The groups in one of the pages of the list, counted from 0."""
        return self.groups[number * _MOST_GROUPS : (number + 1) * _MOST_GROUPS]

    def _lists(self, here: Here, body: list[Markdown]) -> Iterator[tuple[str, str]]:
        """The further pages of the list of groups; the first page gets links to them."""
        for number in range(1, -(-len(self.groups) // _MOST_GROUPS)):  # rounded up
            listed = self._listed(number)
            # No id has such a sign, so that no group is called so.
            there = Here(f"{self.folder}/part/list_{number + 1}/index.md")
            title = f"{self.title}: from {listed[0].title}"
            link = element("a", f"From {listed[0].title}", href=here.to(there.path))
            body.append(blocks.paragraph([link], {}))
            entries = blocks.lists(self._entry(group, there) for group in listed)
            body_there = [self._back(there, here), *self._head(title), entries]
            yield there.path, self._page(title, f"{self.description}: a list", body_there)

    def _sheet(self, sheet: Group, group: Group, here: Here) -> tuple[str, str]:
        """A group on a page of its own, or a part of it."""
        there = Here(self.path_of(sheet.id))
        title = f"{self.title}: {sheet.title}"
        body = [self._back(there, here), *self._head(title)]
        if group.sheets:
            body.append(blocks.paragraph(["Pages: ", *self._numbers(group, there)], {}))
        return (
            there.path,
            self._page(title, f"{self.description}: {sheet.title}", [*body, *sheet.draw(there)]),
        )

    def _numbers(self, group: Group, here: Here) -> Iterator[str | Element]:
        """The numbers of a group's sheets, as links."""
        yield from joined(
            element("a", f"{n}", href=here.to(self.path_of(sheet.id)))
            for n, sheet in enumerate(group.sheets, start=1)
        )

    def _entry(self, group: Group, here: Here) -> Item:
        first = sheets_of(group)[0]
        link = element("a", group.title, href=here.to(self.path_of(first.id)))
        pages = [", pages ", *self._numbers(group, here)] if group.sheets else []
        return Item([link, f" ({group.size:,})", *pages], f"part:{group.id}")

    def _back(self, there: Here, here: Here) -> Markdown:
        link = element("a", self.title, href=there.to(here.path))
        return blocks.paragraph([link], {"class": "kind"})

    def _page(self, title: str, description: str, body: Iterable[Markdown]) -> str:
        return blocks.page(front_matter(title, description, kind="index"), body)

    def _head(self, title: str) -> Iterator[Markdown]:
        yield blocks.heading(1, [title], {"id": "index:title"})


def sheets_of(group: Group) -> Sequence[Group]:
    """The pages of a group: its sheets, or itself where it has none."""
    return group.sheets or (group,)


def by_letter(
    entries: Iterable[T],
    key: Callable[[T], str],
    draw: Callable[[Sequence[T], Here], Iterable[Markdown]],
    size: Callable[[T], int] = lambda _: 1,
    weight: Callable[[T], int] = lambda _: _AN_ENTRY,
) -> Iterator[Group]:
    """Entries in the order of their keys, in groups of one initial.

    Args:
        entries: in any order.
        key: the name by which an entry is sorted.
        draw: the blocks of the entries of one group.
        size: for how many entries of a page one of these stands.
        weight: how many code points it takes, roughly.
    """
    ordered = sorted(entries, key=lambda entry: alphabetical(key(entry)))
    for letter, run in groupby(ordered, key=lambda entry: initial(key(entry))):
        title = letter.upper() if len(letter) == 1 else "Other signs"
        yield group_of(letter, title, list(run), draw, size, weight)


def group_of(
    id_: str,
    title: str,
    entries: Sequence[T],
    draw: Callable[[Sequence[T], Here], Iterable[Markdown]],
    size: Callable[[T], int] = lambda _: 1,
    weight: Callable[[T], int] = lambda _: _AN_ENTRY,
) -> Group:
    """Entries as one group, with sheets where they are too much for a page.

    Args:
        id_: of the group.
        title: its title.
        entries: in order; one stands on one page, however long it is.
        draw: as in `by_letter`.
        size: likewise.
        weight: likewise.
    """
    runs = parted(entries, weight)
    sheets = [
        Group(
            # The first has the group's own id: a link to the group leads to its first page.
            id_ if n == 1 else f"{id_}/{n}",
            f"{title}, {n} of {len(runs)}",
            sum(map(size, run)),
            partial(draw, run),
            entries=run,
        )
        for n, run in enumerate(runs, start=1)
    ]
    whole = Group(id_, title, sum(map(size, entries)), partial(draw, entries), entries=entries)
    return whole if len(sheets) == 1 else replace(whole, sheets=sheets)


def parted(entries: Iterable[T], weight: Callable[[T], int]) -> list[list[T]]:
    """Entries in order, as many in one part as a page takes; of none, one part without any.

    Args:
        entries: one is never parted itself.
        weight: how many code points one takes, roughly.
    """
    runs: list[list[T]] = [[]]
    total = 0
    for entry in entries:
        heavy = weight(entry)
        if runs[-1] and total + heavy > MOST_ON_A_SHEET:
            runs.append([])
            total = 0
        runs[-1].append(entry)
        total += heavy
    return runs


def alphabetical(name: str) -> tuple[bool, str, str]:
    """What names are sorted by: letters alone, whatever their case or accents; Latin ones first."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in plain if c.isalnum() or c == " ").strip()
    return not "a" <= letters[:1] <= "z", letters, name


def initial(name: str) -> str:
    """Id of the group in which a name stands: its first letter, or `other`."""
    is_other, letters, _ = alphabetical(name)
    return "other" if is_other else letters[0]
