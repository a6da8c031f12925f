"""Markdown that is made into HTML once: what MkDocs made of a page is kept for the next build.

The Markdown of a page is most of what a build costs after its editions. What comes out depends on
the page, on the settings of Markdown and of MkDocs, on their versions, and on the pages that it
links to: whether they are there, and where. So that is what a kept page is held against. A page
that MkDocs had something to say about is not kept, or the next build would be silent on it.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from consultations.cache import Cache, digest_of
from consultations.publish.addresses import with_addresses
from consultations.publish.written import too_deep

_MAKERS = ("mkdocs", "markdown", "pymdown-extensions")
_SETTINGS = ("markdown_extensions", "mdx_configs", "use_directory_urls", "validation")


@dataclass(frozen=True)
class _Rendered:
    """What rendering has set on a page, and what it has asked about other pages."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str]
    """Ids on the page that others may link to."""
    links: Mapping[str, Mapping[str, str]]
    """Anchors that the page links to on other pages, by the path of each such page under docs/."""
    targets: Mapping[str, str | None]
    """The address of each page that a link was looked up in, by the path that was asked for."""


class RenderedPages:
    """The pages of one build, each rendered only where none that fits is kept."""

    def __init__(self, folder: Path, config: MkDocsConfig, files: Files) -> None:
        """Forget pages that are no more.

        Args:
            folder: in which pages are kept; it need not be there yet.
            config: of the build.
            files: all that the site will have.
        """
        self._kept = Cache(folder)
        self._kept.forget_all_but(_name(file) for file in files.documentation_pages())
        self._files = _RecordingFiles(files)
        versions = [version(maker) for maker in _MAKERS]
        self._made_by = digest_of(versions, [config[name] for name in _SETTINGS])

    def take_over(self, page: Page) -> None:
        """Have this page rendered here when MkDocs comes to it."""
        makes = page.render

        def render(config: MkDocsConfig, files: Files) -> None:
            made_of = digest_of(self._made_by, page.file.src_uri, page.file.url, page.markdown)
            kept = self._kept.get(_name(page.file), _Rendered, made_of)
            if kept is not None and _leads_where_it_did(kept, files):
                _give(kept, page, files)
                return
            self._files.asked = {}
            try:
                with _remarks() as remarks:
                    makes(config, self._files)
            except RecursionError:
                raise _too_deep(page) from None
            if page.meta.get("kind") == "edition":
                page.content = with_addresses(page.content or "")
            if not remarks.said:
                self._kept.keep(_name(page.file), _taken_from(page, self._files.asked), made_of)

        page.render = render  # type: ignore[method-assign] # MkDocs has no event in its place


class _RecordingFiles(Files):
    """The files of a site, which remember what was looked up among them."""

    def __init__(self, files: Files) -> None:
        super().__init__(list(files))
        self.asked: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = super().get_file_from_path(path)
        self.asked[path] = file.url if file else None
        return file


def _name(file: File) -> str:
    """The name under which a page is kept: its path may have slashes, and be too long."""
    return sha256(file.src_uri.encode("utf-8", "surrogatepass")).hexdigest()


def _too_deep(page: Page) -> Abort:
    """What is told of a page that is too deep; `mkdocs build` by itself knows no error of ours."""
    told = too_deep(page.file.src_uri)
    aborts = Abort(str(told))
    aborts.__cause__ = told
    return aborts


def _leads_where_it_did(kept: _Rendered, files: Files) -> bool:
    found = ((files.get_file_from_path(path), url) for path, url in kept.targets.items())
    return all((file.url if file else None) == url for file, url in found)


def _taken_from(page: Page, asked: Mapping[str, str | None]) -> _Rendered:
    links = {file.src_uri: dict(to) for file, to in (page.links_to_anchors or {}).items()}
    return _Rendered(
        content=page.content or "",
        toc=page.toc,
        title=page._title_from_render,
        anchors=frozenset(page.present_anchor_ids or ()),
        links=links,
        targets=asked,
    )


def _give(kept: _Rendered, page: Page, files: Files) -> None:
    page.content = kept.content
    page.toc = kept.toc
    page._title_from_render = kept.title
    page.present_anchor_ids = set(kept.anchors)
    page.links_to_anchors = {
        file: dict(to)
        for path, to in kept.links.items()
        if (file := files.get_file_from_path(path)) is not None
    }


class _Remarks(logging.Handler):
    """Keeps the messages of MkDocs."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _remarks() -> Iterator[_Remarks]:
    """The messages of MkDocs while something is done."""
    remarks = _Remarks()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(remarks)
    try:
        yield remarks
    finally:
        logger.removeHandler(remarks)
