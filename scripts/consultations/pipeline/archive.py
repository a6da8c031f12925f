"""The archive as it is read: every document as an edition, and all that was said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from consultations import intake, report
from consultations.annotate import Gazetteer, connected, with_references_to_editions
from consultations.editing import Copy, EditAll, KeptEditions, edit, edit_all, read_copy
from consultations.edition import judged, with_twins, with_unused_judgements
from consultations.errors import ConsultationsError, Refusals
from consultations.model.edition import Edition
from consultations.model.entity import Authority, ThemesFound
from consultations.model.ids import BearerKind, GivenIds, living_ids
from consultations.model.memo import NO_MEMO, Memo
from consultations.model.release import (
    ReleasedEdition,
    ReleasedText,
    Releases,
    edition_name,
    text_of,
)
from consultations.pipeline.kept_authority import read_authority
from consultations.pipeline.kept_things import KeptThings, edition_digests
from consultations.placing import exclusive
from consultations.settings import Project

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
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of each edition and its part of the authorities all that they hold, but what other editions
    have to do with it and what only the maintainer is told; by its id."""
    memo: Memo = NO_MEMO
    """What is made of one edition by itself, as it was made before."""

    @property
    def living(self) -> dict[str, BearerKind]:
        """The ids of these documents and entities, each with what bears it."""
        return living_ids((edition.id for edition in self.editions), self.authority)

    @cached_property
    def changed(self) -> Mapping[str, str]:
        """The day on which the words of each document were released, where they have been since."""
        days = {id_: self.releases.changed_on(now) for id_, now in self._texts.items()}
        return {id_: day for id_, day in days.items() if day is not None}

    @property
    def news(self) -> Mapping[str, str]:
        """The day on which each document was last new to readers, by its id, where it is known.

        That of the last release of its words, or else that on which it was taken in.
        """
        days = {edition.id: edition.source.record.added for edition in self.editions}
        days |= {id_: of[-1].release.day for id_ in days if (of := self.releases.of(id_))}
        return {id_: day for id_, day in days.items() if day is not None}

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """What a reference calls the edition of each document, by its id."""
        return {id_: edition_name(self.releases.of(id_), now) for id_, now in self._texts.items()}

    @cached_property
    def _texts(self) -> Mapping[str, ReleasedText]:
        """The words of today of each document, by its id."""
        return {edition.id: text_of(edition, self.authority) for edition in self.editions}


def read(project: Project, edit_all: EditAll = edit_all) -> Archive:
    """Every edition: made from its source, or as it was kept where nothing has changed.

    Args:
        project: whose archive it is.
        edit_all: makes the editions that have to be made.

    Raises:
        ConsultationsError: a source, a record, an authority, an editor's entry, a setting of the
            site or a file under docs/ cannot be taken; every such file is told.
        UnfaithfulError: from an edition its source cannot be read back.
    """
    authority, copies, ids, releases = _taken_in(project)
    kept = kept_editions(project, authority)
    kept.forget_all_but(copy.source.id for copy in copies)
    alone = editions_of(copies, kept, edit_all)
    by_itself = KeptThings(alone_folder(project), kept.digests)
    editions = with_whole_archive(alone, authority, by_itself)
    digests = dict(edition_digests(kept.digests, alone, editions))
    memo = KeptThings(things_folder(project), digests)
    archive = Archive(editions, authority, ids, kept.parts, releases, {}, digests, memo)
    return replace(archive, found=_themes_found(project, archive))


def _taken_in(project: Project) -> tuple[Authority, Sequence[Copy], GivenIds, Releases]:
    """What people have handed in: authorities, documents, ids that were given, releases."""
    told = Refusals()
    told.take(require_site, project)
    known = told.take(read_authority, project)
    documents = told.take(intake.document_ids, project.archive) or ()
    copies = [told.take(read_copy, project.archive, document, known) for document in documents]
    authority = known or Authority()
    living = living_ids(documents, authority)
    ids = told.take(intake.read_ids, project.archive, living) if known else None
    releases = told.take(read_releases, project, ids) if ids else None
    if ids is None or releases is None or told:
        raise told.together()
    return authority, [copy for copy in copies if copy], ids.with_living(living), releases


def require_site(project: Project) -> None:
    """Make sure that the settings of the site and the files under docs/ can be taken.

    Raises:
        ConsultationsError: one cannot; every such file is told.
    """
    told = Refusals()
    told.take(intake.require_settings, project.root)
    told.take(_require_docs, project.docs)
    told.require_none()


def _require_docs(docs: Path) -> None:
    intake.require_docs(docs, GENERATED)
    intake.require_pages(docs, GENERATED)


def alone_folder(project: Project) -> Path:
    """The folder of what is kept of single editions before others have anything to do with them."""
    return project.cache / "alone"


def things_folder(project: Project) -> Path:
    """The folder of what is kept of single editions, pages among it."""
    return project.cache / "made"


def _themes_found(project: Project, archive: Archive) -> ThemesFound:
    """What the queries of the themes find; no index is made for it where no theme has one."""
    authority = archive.authority
    if not any(theme.query for theme in authority.themes):
        return {}
    # Whoosh is not imported for what reads one document.
    from consultations import searching  # noqa: PLC0415

    with exclusive(project.cache):
        of = (archive.editions, archive.parts, archive.versions, archive.digests)
        search = searching.search_folders(project.cache, *of)
        return searching.themes_found(search, authority)


def with_whole_archive(
    editions: Sequence[Edition], authority: Authority, memo: Memo = NO_MEMO
) -> tuple[Edition, ...]:
    """Editions, each with what only the whole archive can tell of it.

    Args:
        editions: all of the archive, as each is by itself.
        authority: what is known of the world.
        memo: what was made of them before, as each is by itself.
    """
    # An editor may judge references to other editions too, and what is rejected connects nothing.
    referring = with_references_to_editions(editions, authority, memo)
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
    authority = authority or read_authority(project)
    copy = read_copy(project.archive, document, authority)
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
    return edit(read_copy(archive, document), Gazetteer(authority))


def kept_editions(project: Project, authority: Authority) -> KeptEditions:
    """The editions that builds keep, with the authorities as they are now."""
    return KeptEditions(project.cache / "editions", authority)


def editions_of(
    copies: Sequence[Copy], kept: KeptEditions, edit_all: EditAll = edit_all
) -> list[Edition]:
    """The edition of each copy in order, those that had to be made kept for the next time.

    Raises:
        ConsultationsError: some cannot be made; each is told.
    """
    found = {copy.source.id: kept.get(copy) for copy in copies}
    missing = [copy for copy in copies if found[copy.source.id] is None]
    made = report.track(edit_all(missing, kept.authority), "Editing", len(missing))
    told = Refusals()
    for copy, edition in zip(missing, made, strict=True):
        if isinstance(edition, ConsultationsError):
            told.note(edition)
            continue
        kept.keep(copy, edition)
        found[copy.source.id] = edition
    told.require_none()
    return [edition for edition in found.values() if edition is not None]
