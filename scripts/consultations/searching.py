"""The index of an archive, kept between builds, and what the queries of its themes find in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from consultations import export, index
from consultations.cache import digest_of, digest_of_files
from consultations.errors import AuthorityError, QueryError
from consultations.model.edition import Edition
from consultations.model.entity import Authority, Theme, ThemePassage, ThemesFound
from consultations.passages import SearchPassage, search_passages
from consultations.placing import put


@dataclass(frozen=True)
class SearchFolders:
    """Where the index is kept, in its three forms."""

    index: Path
    """Whoosh's."""
    served: Path
    """What the browser searches."""
    disk: Path
    """The same, as pages need it that are opened from a disk."""


def search_folders(
    cache: Path,
    editions: Sequence[Edition],
    parts: Mapping[str, Authority],
    versions: Mapping[str, str],
    digests: Mapping[str, str],
) -> SearchFolders:
    """The index of an archive; only the segments of changed documents are made anew.

    Nor is it kept when any of its files is not as it was made.

    Args:
        cache: the folder of what is kept between builds.
        editions: all of the archive.
        parts: the part of the authorities that each was annotated with, by its id.
        versions: what a reference calls each of them, by its id.
        digests: of each with its part, but without connections and findings, by its id.

    Raises:
        OutputError: a file cannot be written.
    """
    folders = SearchFolders(cache / "index", cache / "search", cache / "search.disk")
    made_of = cache / "search.made-of"
    segments = {
        digest_of([(digests[one.id], versions.get(one.id)) for one in run]): partial(
            _passages, run, parts, versions
        )
        for run in _runs(editions)
    }
    digest = digest_of(list(segments))
    kept = made_of.read_bytes() if made_of.is_file() else b""
    forms = folders.index, folders.served, folders.disk
    # Whether files were harmed is of no account where they are of other passages.
    if kept.startswith(digest.encode()) and kept == _stamp(digest, forms):
        return folders
    index.write_segments(segments, folders.index)
    with index.Index(folders.index) as opened:
        export.write(opened, folders.served)
    export.write_for_disk(folders.served, folders.disk)
    put(made_of, _stamp(digest, forms))
    return folders


def _passages(
    editions: Iterable[Edition], parts: Mapping[str, Authority], versions: Mapping[str, str]
) -> Iterator[SearchPassage]:
    for edition in editions:
        yield from search_passages([edition], parts[edition.id], versions)


def _runs(editions: Sequence[Edition]) -> Iterator[list[Edition]]:
    """The runs of documents that have a segment each: about as many as the root of their number.

    The id of a document says whether a run ends with it. So a document that comes or goes moves no
    other but those of its own run.
    """
    bits = len(editions).bit_length() // 2
    run: list[Edition] = []
    for edition in sorted(editions, key=attrgetter("id")):
        run.append(edition)
        if not int.from_bytes(sha256(edition.id.encode()).digest()) % (1 << bits):
            yield run
            run = []
    if run:
        yield run


def _stamp(digest: str, folders: Iterable[Path]) -> bytes:
    """What is kept of an index: the digest of its passages, and that of its files."""
    return f"{digest} {digest_of_files(*folders)}".encode("ascii")


def themes_found(folders: SearchFolders, authority: Authority) -> ThemesFound:
    """What the query of each theme finds, where it has one.

    Raises:
        AuthorityError: a query cannot be read.
    """
    with index.Index(folders.index) as opened:
        return {theme.id: tuple(_found(opened, theme)) for theme in authority.themes if theme.query}


def _found(opened: index.Index, theme: Theme) -> Iterator[ThemePassage]:
    """What one theme's query finds."""
    try:
        for passage, stretches in index.found_in(opened, theme.query or ""):
            yield ThemePassage(passage.edition.id, passage.id, stretches)
    except QueryError as error:
        raise AuthorityError(
            f"the query of the theme `{theme.id}` cannot be read: {error.what}",
            where=theme.entry,
            remedy=error.remedy,
        ) from error
