"""The whole order, from sources to everything that the site is made of.

archive/ -> intake -> rules -> annotate -> editions -> pages -> docs/
                                                    -> passages -> index -> export
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from consultations import export, index, intake, pages, report, rules
from consultations.annotate import annotate, resolve
from consultations.annotate.faithful import faults
from consultations.errors import OutputError, UnfaithfulError
from consultations.model.edition import Edition
from consultations.model.editor import Stet
from consultations.model.entity import Authority
from consultations.model.finding import Finding
from consultations.model.source import Source
from consultations.passages import SearchPassage, search_passages
from consultations.settings import Project, find_project

_PACKAGE = Path(__file__).parent

_PATIENCE = 60
"""Seconds that a build waits for another to be done."""

GENERATED = ("texts",)
"""Folders of docs/ in which every file is generated."""


@dataclass(frozen=True)
class Archive:
    """Every document as an edition, and the authorities that they were annotated with."""

    editions: tuple[Edition, ...]
    """In the order of their ids."""
    authority: Authority


@dataclass(frozen=True)
class Prepared:
    """What the site is made of, beside what people wrote under docs/."""

    pages: Mapping[str, str]
    """Markdown, by path under docs/; it is there."""
    files: Mapping[str, bytes | Path]
    """Files that are published as they are, by address on the site."""
    watch: tuple[Path, ...]
    """Folders from which all of this is made."""


def read(project: Project) -> Archive:
    """Make every edition anew from its source.

    Raises:
        ConsultationsError: a source, a record, an authority or an editor's entry cannot be taken.
        UnfaithfulError: from an edition its source cannot be read back.
    """
    sources = intake.read_archive(project.archive)
    authority = intake.read_authority(project.archive)
    editions = [_edit(project, s, authority) for s in report.track(sources, "Editing")]
    return Archive(tuple(resolve(editions, authority)), authority)


def read_one(project: Project, document: str) -> Edition:
    """Make the edition of one document, without what only the whole archive can tell of it.

    Raises:
        ConsultationsError: as `read`.
    """
    source = intake.read_source(project.archive, document)
    return _edit(project, source, intake.read_authority(project.archive))


def _edit(project: Project, source: Source, authority: Authority) -> Edition:
    stets = intake.read_stet(project.archive, source.id)
    draft = rules.emend(source, intake.read_errata(project.archive, source.id), stets)
    edition = annotate(draft, authority)
    _require_faithful(edition)
    return _waive(edition, stets)


def prepare(root: Path) -> Prepared:
    """Make everything that the site needs, and put the generated Markdown in place under docs/.

    Args:
        root: the project's folder, or any below it.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or put in place.
    """
    project = find_project(root)
    with exclusive(project):
        archive = read(project)
        made = pages.markdown_files(archive.editions, archive.authority)
        put_pages(project.docs, made)
        return Prepared(
            pages=made,
            files=dict(_files(project, archive)),
            watch=(project.archive, _PACKAGE),
        )


def stale_pages(project: Project, archive: Archive) -> Iterator[Finding]:
    """Each committed page that is not what the sources give: changed, missing or left over."""
    made = pages.markdown_files(archive.editions, archive.authority)
    hint = "run `consultations build` and commit what it changes under docs/"
    for path, text in made.items():
        file = project.docs / path
        if not file.is_file():
            yield Finding(
                "page-missing", "error", f"{path} is not there", hint, file=f"docs/{path}"
            )
        elif file.read_bytes() != text.encode():
            what = f"{path} is not what the sources give"
            yield Finding("page-stale", "error", what, hint, file=f"docs/{path}")
    for path in _left_over(project.docs, made):
        what = f"{path} comes from no source"
        yield Finding("page-left-over", "error", what, hint, file=f"docs/{path}")


def put_pages(docs: Path, made: Mapping[str, str]) -> None:
    """Write each page that has changed, whole or not at all, and take away those left over.

    Raises:
        OutputError: a file cannot be written.
    """
    try:
        for path, text in made.items():
            _put(docs / path, text.encode())
        for path in _left_over(docs, made):
            (docs / path).unlink()
    except OSError as error:
        raise OutputError(
            f"a page cannot be written: {error.strerror}",
            where=str(error.filename),
            remedy="make room or mend the folder's permissions, and build again",
        ) from error


@contextmanager
def exclusive(project: Project) -> Iterator[None]:
    """Hold the project for one build; a second waits, and gives up after a minute.

    A process that holds it may take it again.

    Raises:
        OutputError: the other build goes on for longer, or the folder cannot be written.
    """
    file = project.cache / "build.lock"
    try:
        project.cache.mkdir(exist_ok=True)
        lock = FileLock(file, timeout=_PATIENCE, is_singleton=True)
        lock.acquire()
    except Timeout:
        raise OutputError(
            "another build of this project is at work",
            where=str(file),
            remedy="wait until it is done, or stop it",
        ) from None
    except OSError as error:
        raise OutputError(
            f"the folder for what is kept between builds cannot be written: {error.strerror}",
            where=str(project.cache),
            remedy="make room or mend the folder's permissions, and build again",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _require_faithful(edition: Edition) -> None:
    found = list(faults(edition))
    if found:
        raise UnfaithfulError(
            f"the source of {edition.id} cannot be read back from its edition: {found[0]}",
            where=f"archive/{edition.source.transcript or edition.source.file}",
            remedy="this is a fault of a rule, not of the source: please report it with the file",
        )


def _waive(edition: Edition, stets: Sequence[Stet]) -> Edition:
    """The edition without the findings that its editor has looked at and let stand."""
    names = {rule.name for rule in rules.RULES}
    waivers = {(stet.rule, stet.line): stet for stet in stets if stet.rule not in names}
    kept = []
    needed = set()
    for finding in edition.findings:
        key = (finding.code, finding.place.line) if finding.place else None
        if key in waivers:
            needed.add(key)
        else:
            kept.append(finding)
    for key in waivers.keys() - needed:
        stet = waivers[key]
        place = edition.source.locate(edition.source.line_interval(stet.line)[0])
        kept.append(rules.not_needed(stet, place))
    return replace(edition, findings=tuple(kept))


def _files(project: Project, archive: Archive) -> Iterator[tuple[str, bytes | Path]]:
    for address, text in pages.data_files(archive.editions, archive.authority).items():
        yield address, text.encode()
    for file in sorted(_search(project, archive).iterdir()):
        yield f"search/{file.name}", file
    for edition in archive.editions:
        source = edition.source
        for path in filter(None, (source.file, source.transcript)):
            yield f"texts/{source.id}/{Path(path).name}", project.archive / path


def _search(project: Project, archive: Archive) -> Path:
    """The folder of what the browser searches, made anew where a passage or the code changed."""
    folder, made_of = project.cache / "search", project.cache / "search.made-of"
    passages = list(search_passages(archive.editions, archive.authority))
    digest = _digest(passages)
    if folder.is_dir() and made_of.is_file() and made_of.read_text(encoding="ascii") == digest:
        return folder
    made_of.unlink(missing_ok=True)
    index.write(report.track(passages, "Indexing"), project.cache / "index")
    with index.Index(project.cache / "index") as opened:
        export.write(opened, folder)
    _put(made_of, digest.encode("ascii"))
    return folder


def _digest(passages: Iterable[SearchPassage]) -> str:
    """Of all that an index is made of: the passages, and the code that makes it."""
    digest = sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in (".py", ".toml"):
            digest.update(file.read_bytes())
    for passage in passages:
        digest.update(repr(passage).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _left_over(docs: Path, made: Mapping[str, str]) -> list[str]:
    """Paths under the generated folders of docs/ that no page has."""
    found = (file for folder in GENERATED for file in (docs / folder).rglob("*") if file.is_file())
    return sorted({file.relative_to(docs).as_posix() for file in found} - made.keys())


def _put(file: Path, content: bytes) -> None:
    """Put a file in place whole, unless it is there as it should be."""
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
