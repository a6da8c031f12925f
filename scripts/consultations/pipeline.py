"""The whole order, from sources to everything that the site is made of.

archive/ -> intake -> rules -> edition, annotate -> editions -> pages -> docs/
                                                             -> passages -> index -> export
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from consultations import intake, pages, report, searching
from consultations.annotate import Gazetteer, connected, with_references_to_editions
from consultations.annotate.names.candidates import candidates
from consultations.editing import Copy, KeptEditions, edit, edit_all, read_hand
from consultations.edition import judged, with_twins, with_unused_judgements
from consultations.errors import ConsultationsError
from consultations.forms import ARCHIVE_FILE, SiteName, archive_file, form_files, is_archived
from consultations.model.edition import Edition
from consultations.model.entity import Authority, ThemesFound
from consultations.model.ids import BearerKind, GivenIds, living_ids
from consultations.model.release import ReleasedEdition, Releases, standing, text_of
from consultations.model.source import Source
from consultations.pages import Head
from consultations.placing import exclusive, put, tidy, writing
from consultations.settings import Project, find_project

GENERATED = (
    "compare",
    "footnotes",
    "glossary",
    "indexes",
    "organisations",
    "people",
    "questions",
    "quotations",
    "releases",
    "texts",
    "themes",
    "works",
)
"""Folders of docs/ in which every file is generated."""


_UNNAMED = SiteName("An archive")


@dataclass(frozen=True)
class Archive:
    """Every document as an edition, and the authorities that they were annotated with."""

    editions: tuple[Edition, ...]
    """In the order of their ids."""
    authority: Authority
    ids: GivenIds = field(default_factory=GivenIds)
    """Those that were given before, and those of these documents and entities."""
    parts: Mapping[str, Authority] = field(default_factory=dict)
    """The part of the authorities that each edition was annotated with, by its id."""
    releases: Releases = field(default_factory=Releases)
    found: ThemesFound = field(default_factory=dict)
    """What the queries of the themes find."""

    @property
    def living(self) -> dict[str, BearerKind]:
        """The ids of these documents and entities, each with what bears it."""
        return living_ids((edition.id for edition in self.editions), self.authority)


@dataclass(frozen=True)
class Prepared:
    """What the site is made of, beside what people wrote under docs/."""

    pages: Mapping[str, str]
    """Markdown, by path under docs/; it is there."""
    files: Mapping[str, bytes | Path]
    """Files that are published as they are, by address on the site."""
    heads: Mapping[str, Head]
    """What the heads of pages say to programs, by path under docs/."""
    drawings: Mapping[str, Mapping[str, str]]
    """Of each page by its path under docs/: what is drawn on it, by the keys of the places."""
    own: Mapping[Path, bytes | None]
    """Files under docs/ and archive/ as a build leaves them, None for those that it took away."""
    changed: Mapping[str, str]
    """The day on which a page last changed, where that is known, by its address on the site."""
    rendered: Path
    """The folder in which pages are kept as they were rendered."""


def read(project: Project) -> Archive:
    """Every edition: made from its source, or as it was kept where nothing has changed.

    Raises:
        ConsultationsError: a source, a record, an authority, an editor's entry, a setting of the
            site or a file under docs/ cannot be taken.
        UnfaithfulError: from an edition its source cannot be read back.
    """
    intake.require_settings(project.root)
    intake.require_docs(project.docs)
    authority = intake.read_authority(project.archive)
    sources = intake.read_archive(project.archive, authority)
    living = living_ids((source.id for source in sources), authority)
    ids = intake.read_ids(project.archive, living).with_living(living)
    kept = kept_editions(project, authority)
    kept.forget_all_but(source.id for source in sources)
    editions = with_whole_archive(editions_of(sources, project, kept), authority)
    found = _themes_found(project, editions, authority)
    return Archive(editions, authority, ids, kept.parts, read_releases(project, ids), found)


def _themes_found(
    project: Project, editions: Sequence[Edition], authority: Authority
) -> ThemesFound:
    """What the queries of the themes find; no index is made for it where no theme has one."""
    if not any(theme.query for theme in authority.themes):
        return {}
    with exclusive(project.cache):
        search = searching.search_folders(project.cache, editions, authority)
        return searching.themes_found(search, authority)


def with_whole_archive(editions: Sequence[Edition], authority: Authority) -> tuple[Edition, ...]:
    """Editions, each with what only the whole archive can tell of it."""
    # An editor may judge references to other editions too, and what is rejected connects nothing.
    referring = with_references_to_editions(editions, authority)
    stated = [with_unused_judgements(judged(edition)) for edition in referring]
    return tuple(connected(list(with_twins(stated)), authority))


def read_releases(project: Project, ids: GivenIds) -> Releases:
    """Every release of the archive.

    Args:
        project: whose releases.
        ids: what became of documents that were released.

    Raises:
        ReleaseError: one is not as it was made.
    """
    led = {id_ for id_, target in ids.leading.items() if target in ids.withdrawn}
    gone = ids.withdrawn.keys() | led
    # Of what is being withdrawn the words are taken out last: nothing is made of them before that.
    kept = (
        replace(release, texts=tuple(x for x in release.texts if x.document not in gone))
        for release in intake.read_releases(project.releases, gone)
    )
    return Releases(tuple(kept), ids.leading)


def released(project: Project, document: str) -> tuple[ReleasedEdition, ...]:
    """The editions of one document that were released, from the first to the last.

    Raises:
        ConsultationsError: what cannot be read.
    """
    moved = dict.fromkeys(intake.former_ids(project.archive, document), document)
    return Releases(intake.read_releases(project.releases, None), moved).of(document)


def read_one(project: Project, document: str, authority: Authority | None = None) -> Edition:
    """The edition of one document, without what only the whole archive can tell of it.

    It is made, or taken as a build kept it; nothing is kept for the next time.

    Args:
        project: whose archive holds it.
        document: its id.
        authority: that of the archive, where it has been read: in a large one it takes a second.

    Raises:
        ConsultationsError: as `read`.
    """
    authority = authority or intake.read_authority(project.archive)
    source = intake.read_source(project.archive, document, authority)
    copy = Copy(source, read_hand(project.archive, document))
    edition = kept_editions(project, authority).get(copy)
    return judged(edition or edit(copy, Gazetteer(authority)))


def try_out(archive: Path, document: str, authority: Authority) -> Edition:
    """Make the edition of a document that is not as the project's archive has it, or not there yet.

    Args:
        archive: a folder that holds the document's folder, with what is written beside its source.
        document: its id.
        authority: with which it is annotated.

    Raises:
        ConsultationsError: as `read`.
    """
    copy = Copy(intake.read_source(archive, document), read_hand(archive, document))
    return edit(copy, Gazetteer(authority))


def kept_editions(project: Project, authority: Authority) -> KeptEditions:
    """The editions that builds keep, with the authorities as they are now."""
    return KeptEditions(project.cache / "editions", authority)


def editions_of(sources: Sequence[Source], project: Project, kept: KeptEditions) -> list[Edition]:
    """The edition of each source in order, those that had to be made kept for the next time.

    Raises:
        ConsultationsError: of the last that cannot be made; of the others it is told.
    """
    copies = [Copy(source, read_hand(project.archive, source.id)) for source in sources]
    found = {copy.source.id: kept.get(copy) for copy in copies}
    missing = [copy for copy in copies if found[copy.source.id] is None]
    made = report.track(edit_all(missing, kept.authority), "Editing", len(missing))
    failures = []
    for copy, edition in zip(missing, made, strict=True):
        if isinstance(edition, ConsultationsError):
            failures.append(edition)
            continue
        kept.keep(copy, edition)
        found[copy.source.id] = edition
    if failures:
        for failure in failures[:-1]:
            report.tell_failure(failure)
        raise failures[-1]
    return [edition for edition in found.values() if edition is not None]


def prepare(root: Path, site: SiteName = _UNNAMED) -> Prepared:
    """Make everything that the site needs, and put the generated Markdown in place under docs/.

    Args:
        root: the project's folder, or any below it.
        site: what it is called, and where it is published; whoever only wants the pages need
            not say it.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or put in place.
    """
    project = find_project(root)
    with exclusive(project.cache):
        with writing(project.archive, "the archive"):
            for folder in (project.archive, project.releases):
                tidy(folder)
        archive = read(project)
        made = markdown_files(archive)
        gone = put_pages(project.docs, made)
        ids = id_files(project.archive, archive)
        put_all(ids)
        return Prepared(
            pages=made,
            files=_published(project, archive, site),
            heads=pages.page_heads(
                pages.Register(archive.editions, archive.authority), _versions(archive)
            ),
            drawings=pages.drawings(archive.editions, archive.authority, archive.found),
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
        archive.editions, archive.authority, archive.releases, archive.found
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
    site = replace(site, changed=_changed(archive), versions=_versions(archive))
    files = dict(_data_files(archive))
    kept = project.cache / "forms"
    files.update(form_files(kept, site, archive.editions, archive.authority, archive.parts))
    return files


def _changed(archive: Archive) -> dict[str, str]:
    """The day on which the words of each document were released, where they have been since."""
    found = {
        e.id: archive.releases.changed_on(text_of(e, archive.authority)) for e in archive.editions
    }
    return {id_: day for id_, day in found.items() if day is not None}


def _page_days(archive: Archive) -> dict[str, str]:
    days = {f"texts/{id_}/": day for id_, day in _changed(archive).items()}
    if last := archive.releases.last:
        days["releases/"] = last.day
    return days | {f"releases/{x.number}/": x.day for x in archive.releases.all}


def _versions(archive: Archive) -> dict[str, str]:
    """What a reference calls the edition of each document that was released."""
    found = {
        e.id: standing(archive.releases.of(e.id), text_of(e, archive.authority))
        for e in archive.editions
    }
    return {id_: name for id_, name in found.items() if name is not None}


def _data_files(archive: Archive) -> Iterator[tuple[str, bytes | Path]]:
    for address, text in pages.data_files(archive.editions, archive.authority).items():
        yield address, text.encode()
    yield "data/ids.json", pages.ids_data(archive.ids).encode()
    unknown_names = len(candidates(archive.editions, archive.authority))
    yield "data/figures.json", pages.figures_data(archive.editions, unknown_names).encode()


def _files(project: Project, archive: Archive) -> Iterator[tuple[str, bytes | Path]]:
    """What the browser searches, the releases, and the sources as they were received."""
    search = searching.search_folders(project.cache, archive.editions, archive.authority)
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


def forget_rendered(project: Project) -> None:
    """Remove what is kept of pages as they were rendered, with words that are to be nowhere.

    Raises:
        OutputError: it cannot be removed.
    """
    with writing(project.cache, "what is kept between builds"):
        if rendered_pages(project).is_dir():
            shutil.rmtree(rendered_pages(project))


def rendered_pages(project: Project) -> Path:
    """The folder in which pages are kept as they were rendered."""
    return project.cache / "rendered"


def left_over(docs: Path, made: Mapping[str, str]) -> list[str]:
    """Paths under the generated folders of docs/ that no page has."""
    return sorted(set(intake.files_below(docs, GENERATED)) - made.keys())
