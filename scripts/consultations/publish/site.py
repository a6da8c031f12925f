"""The site as a whole: built aside and then put in its place, or served on this machine."""

import gc
import logging
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from consultations import patterns as re
from consultations.editing import EditAll, edit_all
from consultations.errors import ConsultationsError, OutputError, ProjectError
from consultations.forms import SiteName
from consultations.intake import require_settings
from consultations.model.text import squeeze
from consultations.placing import exclusive, replacing, unwritten
from consultations.publish.heads import site_in
from consultations.publish.standing import Standing
from consultations.settings import Project, find_project

if TYPE_CHECKING:
    from consultations.publish.plugin import ConsultationsPlugin

_DOC_FILE = re.compile(r"'([\w/.-]+\.md)'")
_TOLD = 3
"""Warnings of MkDocs that are shown again when it gives up."""
_NEW_OBJECTS, _YOUNG, _OLDER = 50_000, 20, 100
"""After how many new objects, and how many such rounds, Python looks for unused circles of them."""


def build_site(project: Project, site: Path, edit_all: EditAll = edit_all) -> None:
    """Build the site aside, and put it in the place of the last one when all of it is made.

    Where nothing has changed since the last build, the site stays as it is.

    Args:
        project: whose site it is.
        site: the folder it goes to.
        edit_all: makes the editions that have to be made.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or written; the last site
            is as it was.
    """
    with exclusive(project.cache), _failures_told(site):
        require_settings(project.root)
        _require_ours(project, site)
        standing = Standing(project, site)
        if standing.holds():
            return
        with replacing(site) as made, _few_collections():
            config = load_config(str(project.configuration), site_dir=str(made), strict=True)
            _plugin(config).begin_with_editions_by(edit_all)
            mkdocs_build(config)
        standing.keep(_plugin(config).own_files)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Have Python look for unused circles of objects more rarely than it does by itself.

    A build holds millions of objects to its end and makes few circles, so that a twentieth of its
    time went by in looking for them.
    """
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLDER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def build_served(root: Path, site: Path, address: str) -> None:
    """Build the site as it is served on this machine, into a folder that is not there yet.

    Args:
        root: the project's folder.
        site: the folder.
        address: at which the site is served.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or written.
    """
    project = find_project(root)
    with exclusive(project.cache), _failures_told(site):
        require_settings(project.root)
        config = load_config(str(project.configuration), site_dir=str(site), site_url=address)
        _plugin(config).begin_served()
        mkdocs_build(config, serve_url=address)


def build_pages(root: Path, site: Path, address: str, urls: Collection[str]) -> None:
    """Build some pages anew in a site that is served, with the documents that they are of.

    Args:
        root: the project's folder.
        site: the folder in which the whole site stands.
        address: at which it is served.
        urls: of the pages, such as `texts/a-paper/`.

    Raises:
        ConsultationsError: as `build_served`.
    """
    project = find_project(root)
    with _failures_told(site):
        require_settings(project.root)
        config = load_config(str(project.configuration), site_dir=str(site), site_url=address)
        _plugin(config).begin_served()
        _plugin(config).begin_with(urls)
        # MkDocs says of such a build that links to other pages may be out of date.
        logging.getLogger("mkdocs.commands.build").addFilter(_is_no_warning_of_a_part)
        mkdocs_build(config, serve_url=address, dirty=True)


def _plugin(config: MkDocsConfig) -> "ConsultationsPlugin":
    return cast("ConsultationsPlugin", config.plugins["consultations"])


def _is_no_warning_of_a_part(record: logging.LogRecord) -> bool:
    return "'dirty' build" not in record.getMessage()


def site_name(project: Project) -> SiteName:
    """What mkdocs.yml says of the site.

    Raises:
        ConsultationsError: mkdocs.yml cannot be read.
    """
    require_settings(project.root)
    with _failures_told(project.configuration):
        config = load_config(str(project.configuration))
    return site_in(config)


@contextmanager
def _failures_told(place: Path) -> Iterator[None]:
    """Turn the failures of MkDocs and of the disk into ones that say what to do."""
    handler = _Warnings()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    try:
        yield
    except MkDocsException as error:
        ours = _ours_behind(error)
        if ours is not None:
            raise ours from None
        told = handler.told or [str(error)]
        named = _DOC_FILE.search(told[0])
        raise ProjectError(
            f"MkDocs cannot build the site: {squeeze('; '.join(told[:_TOLD]))}",
            where=f"docs/{named[1]}" if named else "mkdocs.yml or docs/",
            remedy="mend the page, or the document that it is made from",
        ) from error
    except OSError as error:
        raise unwritten(error, place, "the site") from error
    finally:
        logger.removeHandler(handler)


class _Warnings(logging.StreamHandler[TextIO]):
    """Prints what MkDocs warns of, and keeps it: the error that it ends with has only a number."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())
        super().emit(record)


def _ours_behind(error: BaseException | None) -> ConsultationsError | None:
    """The failure of ours that MkDocs has wrapped in its own, where there is one."""
    while error is not None and not isinstance(error, ConsultationsError):
        error = error.__cause__ or error.__context__
    return error


def _require_ours(project: Project, site: Path) -> None:
    """Refuse to replace a folder that is no site, or that could not be removed afterwards."""
    for made_from in (project.archive, project.docs, project.releases, project.cache):
        if made_from in site.resolve().parents:
            raise OutputError(
                f"the site would stand in {made_from.name}/, which it is made from",
                where=str(site),
                remedy="name a folder outside of it",
            )
    if site.is_symlink():
        raise OutputError(
            "there is a link where the site's folder is to be",
            where=str(site),
            remedy="name the folder that it leads to with --output, or remove the link",
        )
    # Every site of ours has its catalogue. A folder without it may be somebody's documents.
    if site.is_dir() and any(site.iterdir()) and not (site / "data" / "catalogue.json").is_file():
        raise OutputError(
            "the folder for the site holds something else",
            where=str(site),
            remedy="name another folder, or empty this one",
        )
    if site.exists() and not site.is_dir():
        raise OutputError(
            "there is a file where the site's folder is to be",
            where=str(site),
            remedy="name another folder, or move the file",
        )
    for folder, _, _ in os.walk(site):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(
                "the last site could not be removed: a folder of it is read-only",
                where=folder,
                remedy="mend the folder's permissions, and build again",
            )
