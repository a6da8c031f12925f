"""Making a release: it is planned, put in place, and finished if it was stopped on the way.

Whatever the disk or a signal does, there is the whole release or none. What is committed of it is
the folder `releases/<number>`. All else is made from that: the pages, the archive file, and last of
all CITATION.cff. So a release that CITATION.cff does not name was stopped, and is finished by the
same command.
"""

import contextlib
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from consultations import intake, pipeline
from consultations.data import write_zip
from consultations.errors import ConsultationsError, ReleaseError
from consultations.forms import SiteName, content_digest, is_archived, slug
from consultations.intake import is_release_number
from consultations.model.release import Release, Releases, release_order, text_of, with_next_numbers
from consultations.pipeline import Archive
from consultations.placing import exclusive, put, replacing, tidy, writing
from consultations.releasing.changes import changes_as_text
from consultations.releasing.citation_file import CITATION_FILE, citation_file, version_there
from consultations.review import Check, check
from consultations.settings import Project

DEPOSITS = "dist"
"""Folder of archive files, which are not committed."""


def planned(
    project: Project, number: str | None, day: date, check: Check = check
) -> tuple[Archive, Release]:
    """The release that would be made now, and the archive with it among its releases.

    Args:
        project: whose archive.
        number: of the release; None for the one after the last.
        day: of the release.
        check: what nothing may press of.

    Raises:
        ReleaseError: the check has findings, nothing has changed since the last release, or the
            number or the day cannot be that of the next one.
        ConsultationsError: what cannot be read.
    """
    # Before anything else: a release is for good, and what the check tells would stay in it.
    found = [finding for finding in check(project).findings if finding.severity != "note"]
    if found:
        raise ReleaseError(
            f"the check has findings to look at, {len(found)}; the first: {found[0].what}",
            where=f"{found[0].file}:{found[0].line}" if found[0].line else found[0].file,
            remedy="run `consultations check`, and mend or waive what it tells; then release",
        )
    archive = pipeline.read(project)
    last = archive.releases.last
    given = _next(last) if number is None else number
    _require_next(last, given, day)
    texts = with_next_numbers(
        archive.releases, [text_of(edition, archive.authority) for edition in archive.editions]
    )
    # A release keeps only the texts that no earlier one has. Of the others it says the numbers.
    kept = {(one.text.document, one.text.edition) for one in archive.releases}
    editions = {text.document: text.edition for text in texts}
    new = tuple(text for text in texts if (text.document, text.edition) not in kept)
    if last is not None and not new and editions == last.editions:
        raise ReleaseError(
            f"nothing has changed since release {last.number}",
            where=f"releases/{last.number}",
            remedy="release when the words of a document have changed, or one was added",
        )
    made = Release(given, day.isoformat(), editions, new)
    releases = Releases((*archive.releases.all, made), archive.releases.moved)
    return replace(archive, releases=releases), made


def release(
    project: Project, site: SiteName, number: str | None, day: date, check: Check = check
) -> Release:
    """Make a release: its folder, the pages, the archive file with its checksums, CITATION.cff.

    Args:
        project: whose archive.
        site: what it is called, and where it is published.
        number: of the release; None for the one after the last.
        day: of the release.
        check: what nothing may press of.

    Raises:
        ReleaseError: as `planned`.
        ConsultationsError: what cannot be read or written; then all is as it was.
    """
    with exclusive(project.cache):
        archive, made = planned(project, number, day, check)
        citation = citation_file(project.root, site, made)
        folder, deposit = project.releases / made.number, _deposit(project, site, made)
        try:
            with writing(folder, f"release {made.number}"):
                _write_deposit(deposit, project, site, archive, made, citation)
                with replacing(folder) as filled:
                    for name, data in intake.release_files(made).items():
                        (filled / name).write_bytes(data)
                pipeline.put_pages(project.docs, pipeline.markdown_files(archive))
                put(project.root / CITATION_FILE, citation)
        except ConsultationsError:
            _undo(project, folder, deposit)
            raise
    return made


def unfinished(project: Project) -> Release | None:
    """The last release, if it was stopped before everything was made of it.

    Raises:
        ConsultationsError: what cannot be read.
    """
    with writing(project.releases, "the releases"):
        tidy(project.releases)
    last = pipeline.read(project).releases.last
    return last if last and version_there(project.root) != last.number else None


def finish(project: Project, site: SiteName, made: Release) -> None:
    """Make the pages and files of a release that is in its place.

    Raises:
        ConsultationsError: what cannot be read or written.
    """
    with exclusive(project.cache):
        archive = pipeline.read(project)
        citation = citation_file(project.root, site, made)
        _write_deposit(_deposit(project, site, made), project, site, archive, made, citation)
        pipeline.put_pages(project.docs, pipeline.markdown_files(archive))
        put(project.root / CITATION_FILE, citation)


def archive_file(project: Project, site: SiteName, made: Release) -> Path:
    """Where the archive file of a release is put."""
    folder = _deposit(project, site, made)
    return folder / f"{folder.name}.zip"


def _next(last: Release | None) -> str:
    if last is None:
        return "1"
    *before, end = last.number.split(".")
    return ".".join([*before, str(int(end) + 1)])


def _require_next(last: Release | None, number: str, day: date) -> None:
    if not is_release_number(number):
        raise ReleaseError(
            "no number of a release",
            where=f"{number[:40]!r}",
            remedy="say one to three whole numbers with points between them: 4, 2026.1",
        )
    if last is None:
        return
    if release_order(number) <= last.order:
        raise ReleaseError(
            f"the number is taken, or comes before release {last.number}",
            where=f"releases/{number}",
            remedy=f"say a higher one, such as {_next(last)}, or none",
        )
    if day.isoformat() < last.day:
        raise ReleaseError(
            f"the day is before that of release {last.number}, {last.day}",
            where=f"releases/{number}",
            remedy="say --date with the day of the release, or nothing for today",
        )


def _deposit(project: Project, site: SiteName, made: Release) -> Path:
    return project.root / DEPOSITS / f"{slug(site.name)}-{made.number}"


def _write_deposit(
    folder: Path, project: Project, site: SiteName, archive: Archive, made: Release, citation: bytes
) -> None:
    """Write the archive file: the data, the release's words, what changed, and all checksums."""
    made_of = pipeline.data_of(project, archive, site)
    files = {address: file for address, file in made_of.items() if is_archived(address)}
    for name, data in intake.release_files(made).items():
        files[f"release/{name}"] = data
    files["CHANGES.txt"] = changes_as_text(archive.releases, made).encode()
    files[CITATION_FILE] = citation
    sums = "".join(
        f"{content_digest(content)}  {name}\n" for name, content in sorted(files.items())
    )
    with writing(folder, "the archive file"), replacing(folder) as filled:
        archived = filled / f"{folder.name}.zip"
        write_zip(archived, [*sorted(files.items()), (intake.SUMS, sums.encode())])
        (filled / intake.SUMS).write_text(
            f"{content_digest(archived)}  {archived.name}\n", encoding="ascii"
        )


def _undo(project: Project, folder: Path, deposit: Path) -> None:
    """Take back what a release has put in place, as far as the disk lets us."""
    for made in (folder, deposit):
        shutil.rmtree(made, ignore_errors=True)
    for parent in (folder.parent, deposit.parent):
        with contextlib.suppress(OSError):
            parent.rmdir()  # which stays where it holds something
    with contextlib.suppress(ConsultationsError):
        pipeline.put_pages(project.docs, pipeline.markdown_files(pipeline.read(project)))
