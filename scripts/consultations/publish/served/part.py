"""A few pages built alone, in a site that exists: what MkDocs must know of all the rest."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from mkdocs.structure.files import Files

from consultations.pipeline import Prepared
from consultations.preview import prepare_first
from consultations.settings import find_project

_GENERATED = ("data", "search", "texts")
"""Folders of a site with files that are not in docs/, beside the pages."""


def prepare_part(root: Path, site: Path, urls: Collection[str]) -> Prepared:
    """Make the documents that some pages are of, and take the other files as the site has them.

    Args:
        root: the project's folder.
        site: the folder in which the whole site stands.
        urls: of the pages, such as `texts/a-paper/`.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or put in place.
    """
    project = find_project(root)
    named = {url.split("/")[1] for url in urls if url.startswith("texts/") and url.count("/") > 1}
    documents = sorted(name for name in named if (project.archive / name / "record.toml").is_file())
    first = prepare_first(root, documents)
    there = {
        path.relative_to(site).as_posix(): path
        for folder in _GENERATED
        for path in sorted((site / folder).rglob("*"))
        if path.is_file() and path.suffix != ".html"
        # A file that a person put into docs/ is MkDocs' own.
        if not (project.docs / path.relative_to(site)).exists()
    }
    return replace(first, files={**there, **first.files})


def leave_others(files: Files, urls: Collection[str]) -> None:
    """Let MkDocs leave every page as it stands in the site but those with these addresses."""
    for file in files.documentation_pages():
        is_asked = file.url.removeprefix("./") in urls
        # MkDocs asks this of each page in a build that it calls dirty.
        file.is_modified = lambda is_asked=is_asked: is_asked  # type: ignore[method-assign,misc]
