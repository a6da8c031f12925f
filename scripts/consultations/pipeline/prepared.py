"""All that a site consists of, as the archive gives it; pages go to their places under docs/."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from consultations import intake, pages, searching
from consultations.annotate.names.candidates.candidates import candidates
from consultations.editing import EditAll, edit_all
from consultations.forms import ARCHIVE_FILE, SiteName, archive_file, form_files, is_archived
from consultations.kept_patterns import patterns_kept
from consultations.model.edition import Edition
from consultations.pages import ClientFacts, Head
from consultations.pipeline.archive import GENERATED, Archive, alone_folder, read, things_folder
from consultations.placing import exclusive, put, remove_scratch, tidy, writing
from consultations.settings import Project, find_project

_UNNAMED = SiteName("An archive")


@dataclass(frozen=True)
class Prepared:
    """What the site is made of, beside what people wrote under docs/."""

    pages: Mapping[str, str]
    """Markdown, by path under docs/; it is there."""
    files: Mapping[str, bytes | Path]
    """Files that are published as they are, by address on the site."""
    heads: Mapping[str, Head]
    """What the heads of pages say to programs, by path under docs/."""
    client_facts: Mapping[str, ClientFacts]
    """What the client is told of each edition, by its id."""
    drawings: Mapping[str, Mapping[str, str]]
    """For each page, by its path under docs/: what is drawn on it, by the keys of the places."""
    own: Mapping[Path, bytes | None]
    """Files under docs/ and archive/ as a build leaves them, None for those that it took away."""
    changed: Mapping[str, str]
    """The day on which a page last changed, where that is known, by its address on the site."""
    rendered: Path
    """The folder in which pages are kept as they were rendered."""


def prepare(root: Path, site: SiteName = _UNNAMED, edit_all: EditAll = edit_all) -> Prepared:
    """Make everything that the site needs, and put the generated Markdown in place under docs/.

    Args:
        root: the project's folder, or any below it.
        site: what it is called, and where it is published; whoever only wants the pages need
            not say it.
        edit_all: makes the editions that have to be made.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or put in place.
    """
    project = find_project(root)
    with exclusive(project.cache), patterns_kept(project.cache):
        with writing(project.archive, "the archive"):
            for folder in (project.archive, project.releases):
                tidy(folder)
        remove_scratch(project.cache)
        archive = read(project, edit_all)
        made = markdown_files(archive)
        gone = put_pages(project.docs, made)
        ids = id_files(project.archive, archive)
        put_all(ids)
        with writing(project.cache, "what is made of the archive"):
            files = _published(project, archive, site)
            drawn = pages.drawings(archive.editions, archive.authority, archive.found, archive.memo)
        archive.memo.forget_unasked()
        return Prepared(
            pages=made,
            files=files,
            heads=pages.page_heads(
                pages.Register(archive.editions, archive.authority), archive.versions
            ),
            client_facts={edition.id: pages.client_facts(edition) for edition in archive.editions},
            drawings=drawn,
            own={
                **ids,
                **{project.docs / path: text.encode() for path, text in made.items()},
                **{project.docs / path: None for path in gone},
            },
            changed=_page_days(archive),
            rendered=rendered_pages(project),
        )


def markdown_files(archive: Archive) -> dict[str, str]:
    """The Markdown of every page that is generated, by its path under docs/."""
    made = pages.markdown_files(
        archive.editions,
        archive.authority,
        archive.releases,
        archive.found,
        archive.parts,
        archive.memo,
    )
    former = pages.former_pages(archive.ids, made, archive.releases.numbers)
    return dict(sorted({**made, **former}.items()))


def put_pages(docs: Path, made: Mapping[str, str]) -> list[str]:
    """Write each page that has changed, whole or not at all, and take away those left over.

    Returns:
        The paths of those that were taken away.

    Raises:
        OutputError: a file cannot be written.
    """
    for path, text in made.items():
        put(docs / path, text.encode())
    with writing(docs, "the pages"):
        gone = left_over(docs, made)
        for path in gone:
            (docs / path).unlink()
    return gone


def id_files(folder: Path, archive: Archive) -> dict[Path, bytes]:
    """The files of the ids that passages, documents and entities were given."""
    files = dict(permalinks_file(folder, edition) for edition in archive.editions)
    if archive.ids.given:
        files[folder / intake.IDS] = intake.ids_as_text(archive.ids).encode()
    return files


def permalinks_file(folder: Path, edition: Edition) -> tuple[Path, bytes]:
    """The file of the ids that the passages of an edition were given, and what it holds."""
    return folder / edition.id / intake.PERMALINKS, intake.as_text(edition.permalinks).encode()


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write each file that has changed, whole or not at all.

    Raises:
        OutputError: a file cannot be written.
    """
    for file, content in files.items():
        put(file, content)


def _published(project: Project, archive: Archive, site: SiteName) -> dict[str, bytes | Path]:
    """Every file that is published beside the pages, the data once more in one archive file."""
    files = dict(_files(project, archive))
    data = data_of(project, archive, site)
    archived = {address: file for address, file in data.items() if is_archived(address)}
    kept = project.cache / "forms"
    return files | data | {ARCHIVE_FILE: archive_file(kept, archived)}


def data_of(project: Project, archive: Archive, site: SiteName) -> dict[str, bytes | Path]:
    """Every file of data with its address on the site, and those for programs that read.

    Raises:
        OutputError: a file cannot be written to what is kept between builds.
    """
    site = replace(site, changed=archive.news, versions=archive.versions)
    files = dict(_data_files(archive))
    kept = project.cache / "forms"
    of = (archive.editions, archive.authority, archive.parts, archive.digests)
    files.update(form_files(kept, site, *of))
    return files


def _page_days(archive: Archive) -> dict[str, str]:
    days = {f"texts/{id_}/": day for id_, day in archive.changed.items()}
    if last := archive.releases.last:
        days["releases/"] = last.day
    return days | {f"releases/{x.number}/": x.day for x in archive.releases.all}


def _data_files(archive: Archive) -> Iterator[tuple[str, bytes | Path]]:
    for address, text in pages.data_files(archive.editions, archive.authority).items():
        yield address, text.encode()
    yield "data/ids.json", pages.ids_data(archive.ids).encode()
    unknown_names = len(candidates(archive.editions, archive.authority, archive.memo))
    yield "data/figures.json", pages.figures_data(archive.editions, unknown_names).encode()


def _files(project: Project, archive: Archive) -> Iterator[tuple[str, bytes | Path]]:
    """What the browser searches, the releases, and the sources as they were received."""
    of = (archive.editions, archive.parts, archive.versions, archive.digests)
    search = searching.search_folders(project.cache, *of)
    for file in sorted(search.served.iterdir()):
        yield f"search/{file.name}", file
    for file in sorted(search.disk.iterdir()):
        yield f"search/disk/{file.name}", file
    for release in archive.releases.all:
        for name, data in intake.release_files(release).items():
            yield f"releases/{release.number}/{name}", data
    for edition in archive.editions:
        for address, path in pages.source_files(edition).items():
            yield address, project.archive / path


def forget_pages(project: Project) -> None:
    """Remove what is kept of pages, and was half written, with words that are to be nowhere.

    Raises:
        OutputError: it cannot be removed.
    """
    with writing(project.cache, "what is kept between builds"):
        tidy(project.cache)
        for folder in (rendered_pages(project), things_folder(project), alone_folder(project)):
            if folder.is_dir():
                shutil.rmtree(folder)


def rendered_pages(project: Project) -> Path:
    """The folder in which pages are kept as they were rendered."""
    return project.cache / "rendered"


def left_over(docs: Path, made: Mapping[str, str]) -> list[str]:
    """Paths under the generated folders of docs/ that no page has."""
    return sorted(set(intake.files_below(docs, GENERATED)) - made.keys())
