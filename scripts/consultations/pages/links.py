"""Where the pages made from all editions stand, and how they lead to each other."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlencode

from consultations import patterns as re
from consultations.model.entity import FOLDERS, EntityKind
from consultations.pages.writing.content import Element, LinkAddress

_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
"""The addresses elsewhere that become links; of any other the words are kept, and that is all."""

TITLES: dict[EntityKind, str] = {
    "organisation": "Organisations",
    "person": "People",
    "work": "Works",
    "consultation": "Questions",
}
"""Titles of the indexes in which entities stand."""

COMPARE, SEARCH = "compare/index.md", "search.md"
"""Pages that show what their address says after its `#`."""


class Here:
    """The place of a page under docs/, from which it leads elsewhere."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._folder = posixpath.dirname(path)

    def to(self, path: str, anchor: str | None = None) -> LinkAddress:
        """The address of another file under docs/, or of an element on its page."""
        fragment = f"#{anchor}" if anchor else ""
        return LinkAddress(f"{_way(path, self._folder)}{fragment}")

    def to_address(self, path: str, anchor: str | None = None) -> str:
        """The address on the site of a page, for what is not Markdown: a folder, or an element."""
        # MkDocs publishes `a/b.md` as `a/b/index.html`: a page is a folder to its browser, and the
        # way to another begins there.
        fragment = f"#{anchor}" if anchor else ""
        folder = path.removesuffix("index.md").removesuffix(".md")
        own = self.path.removesuffix("index.md").removesuffix(".md")
        return f"{_way(folder, own)}/{fragment}"

    def to_published(self, path: str, anchor: str) -> LinkAddress:
        """The address on the site of an element of a page, for a link in finished HTML."""
        return LinkAddress(self.to_address(path, anchor))

    def to_state(self, path: str, state: Mapping[str, str]) -> LinkAddress:
        """The address of a page that shows what stands after its `#`."""
        return LinkAddress(self.to_address(path, urlencode(state)), is_state=True)

    def to_passage(self, edition: str, passage: str | None = None) -> LinkAddress:
        """The address of an edition, or of a passage in it."""
        return self.to(f"texts/{edition}/index.md", passage)


@lru_cache(maxsize=1 << 12)
def _way(path: str, folder: str) -> str:
    """The way to a path from a folder, both below docs/.

    A page of an index leads to each of its documents many times. From `/`, since Python would ask
    the system each time in which folder it works.
    """
    return posixpath.relpath(f"/{path}", f"/{folder}")


def on_page(anchor: str) -> LinkAddress:
    """The address of an element on the page that the link stands on."""
    return LinkAddress(f"#{anchor}")


def outside(url: str) -> LinkAddress | None:
    """An address as a document or an authority has it; None if it is not one to be followed."""
    return LinkAddress(url) if _FOLLOWED.fullmatch(url) else None


def entity_path(kind: EntityKind, entity: str) -> str:
    """Path under docs/ of the page of an entity."""
    return f"{FOLDERS[kind]}/{entity}/index.md"


def question_path(consultation: str, question: str) -> str:
    """Path under docs/ of the page of a question."""
    return f"questions/{consultation}/{question}/index.md"


def asker_path(asking: str) -> str:
    """Path under docs/ of the page of a consultation, or of a document that asks itself."""
    return f"questions/{asking}/index.md"


def theme_path(theme: str) -> str:
    """Path under docs/ of the page of a theme."""
    return f"themes/{theme}/index.md"


def quotations_path(edition: str) -> str:
    """Path under docs/ of the quotations of one document."""
    return f"quotations/{edition}/index.md"


def joined(links: Iterable[str | Element]) -> Iterator[str | Element]:
    """Links with commas between them."""
    for n, link in enumerate(links):
        if n:
            yield ", "
        yield link
