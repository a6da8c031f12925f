"""The folders of the archive: one a document, named by its id, with the files that it may hold."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from consultations import patterns as re
from consultations.errors import SourceError
from consultations.intake.ids import IDS, is_withdrawn
from consultations.intake.validation.files import entries, require_file, where
from consultations.intake.validation.formats import FORMATS, RESERVED, is_id
from consultations.intake.validation.shapes import near

AUTHORITY = "authority"
"""The folder that holds no document, but the authority files."""

PLACES = "places.json"
TRANSCRIPTS = ("transcript.md", "transcript.txt")
_BESIDE = (
    "annotations.toml",
    "errata.toml",
    "permalinks.tsv",
    "record.toml",
    "redactions.toml",
    "stet.toml",
    "places.json",
    "transcript.md",
    "transcript.txt",
)
_PLAIN = (".txt", ".md")
# Published under its own name: no more than a few letters and digits that say what it is.
_SOURCE = re.compile(r"source(\.[A-Za-z0-9]{1,10})?")


@dataclass(frozen=True)
class Folder:
    """One document's files, each of them a plain file."""

    id: str
    record: Path
    source: Path
    transcript: Path | None
    places: Path | None
    """What the file's format knows of places, where a reader has written it down."""

    @property
    def text(self) -> Path:
        """The file that holds the text: the transcript where there is one, else the source."""
        return self.transcript or self.source


def document_ids(archive: Path) -> list[str]:
    """The ids of all documents, in order.

    Files and folders whose names begin with a dot are not the archive's, and not looked at.

    Raises:
        SourceError: there is no archive, or something in it is not a document's folder.
    """
    if not archive.is_dir():
        raise SourceError(
            "there is no archive", where=where(archive, archive), remedy="make the folder"
        )
    if archive.is_symlink():
        raise SourceError(
            "a symbolic link is not followed: it could publish what is not in the project",
            where=where(archive, archive),
            remedy="put the folder itself in its place",
        )
    paths = entries(archive, archive, SourceError)
    _refuse_collisions(archive, paths)
    ids = []
    for path in paths:
        if path.name not in (AUTHORITY, IDS):
            _require_folder(archive, path)
            require_id(archive, path.name)
            ids.append(path.name)
    return ids


def require_id(archive: Path, name: str) -> None:
    """Make sure that a name can be a document's id; nothing else becomes part of a path.

    Raises:
        SourceError: it cannot.
    """
    if name in {AUTHORITY, *RESERVED}:
        raise SourceError(
            f"`{name}` is a reserved name",
            where=f"{where(archive, archive)}/{name}",
            remedy="give the document another id",
        )
    if not is_id(name):
        shown = ascii(name[:100])
        raise SourceError(
            f"{shown} is not an id: it must be {FORMATS['id'].what}",
            where=where(archive, archive),
            remedy="rename the folder, or give an id of that form",
        )


def open_folder(archive: Path, document: str) -> Folder:
    """Find a document's files.

    Raises:
        SourceError: the id is none, or the folder does not hold just what it should.
    """
    require_id(archive, document)
    folder = archive / document
    _require_folder(archive, folder)
    source = _source(archive, folder)
    transcripts = [path for path in map(folder.joinpath, TRANSCRIPTS) if path.exists()]
    if len(transcripts) > 1:
        raise SourceError(
            f"there are two transcripts, {' and '.join(path.name for path in transcripts)}",
            where=where(archive, folder),
            remedy="keep the one that record.toml has the digest of",
        )
    opened = Folder(
        document,
        record=folder / "record.toml",
        source=source,
        transcript=transcripts[0] if transcripts else None,
        places=folder / PLACES if (folder / PLACES).exists() else None,
    )
    if opened.text.suffix not in _PLAIN:
        raise SourceError(
            f"a {opened.source.suffix or 'nameless'} file cannot be read as text",
            where=where(archive, opened.source),
            remedy="add it with `consultations add`, or put a converter's output beside it, as"
            " transcript.md or transcript.txt in UTF-8",
        )
    return opened


def _source(archive: Path, folder: Path) -> Path:
    """The one source in a folder, in which nothing stands that a document has not.

    Raises:
        SourceError: there is no source, or several, or some other file.
    """
    sources = []
    for path in entries(archive, folder, SourceError):
        require_file(archive, path, SourceError)
        if _SOURCE.fullmatch(path.name):
            sources.append(path)
        elif path.name not in _BESIDE:
            raise SourceError(
                f"a document has no such file{near(path.name, (*_BESIDE, 'source.txt'))}",
                where=where(archive, path),
                remedy="rename it, or take it out of the archive",
            )
    if len(sources) != 1:
        found = " and ".join(path.name for path in sources)
        raise SourceError(
            f"there are several sources, {found}" if sources else "there is no source",
            where=where(archive, folder),
            remedy="keep one file named source, with its own ending: the file as it was received",
        )
    return sources[0]


def _require_folder(archive: Path, path: Path) -> None:
    if path.is_symlink():
        raise SourceError(
            "a symbolic link is not followed: it could publish what is not in the archive",
            where=where(archive, path),
            remedy="put the folder itself in its place",
        )
    if not path.exists() and is_withdrawn(archive, path.name):
        raise SourceError(
            "the document was withdrawn",
            where=where(archive, path),
            remedy="its address says when and why, and so does archive/ids.toml",
        )
    if not path.is_dir():
        raise SourceError(
            "not a document's folder" if path.exists() else "there is no such document",
            where=where(archive, path),
            remedy="the archive holds a folder a document, and authority/; take out what else is "
            "there"
            if path.exists()
            else "see `archive/` for the ids that there are",
        )


def _refuse_collisions(archive: Path, paths: list[Path]) -> None:
    """No two names may be one where case or the composition of letters makes no difference."""
    alike = defaultdict(list)
    for path in paths:
        alike[unicodedata.normalize("NFKC", path.name).casefold()].append(ascii(path.name))
    for names in alike.values():
        if len(names) > 1:
            raise SourceError(
                f"{' and '.join(names)} would be one name on other machines",
                where=where(archive, archive),
                remedy="rename one of them",
            )
