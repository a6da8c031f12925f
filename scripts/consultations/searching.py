"""The index of an archive, kept between builds, and what the queries of its themes find in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from consultations import export, index, report
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
    cache: Path, editions: Sequence[Edition], authority: Authority, versions: Mapping[str, str]
) -> SearchFolders:
    """The index of an archive, made anew where a passage or the code changed.

    Nor is it kept when any of its files is not as it was made.

    Args:
        cache: the folder of what is kept between builds.
        editions: all of the archive.
        authority: what they were annotated with.
        versions: what a reference calls each of them, by its id.

    Raises:
        OutputError: a file cannot be written.
    """
    folders = SearchFolders(cache / "index", cache / "search", cache / "search.disk")
    parts = folders.index, folders.served, folders.disk
    made_of = cache / "search.made-of"
    passages = list(search_passages(editions, authority, versions))
    digest = _digest(passages)
    kept = made_of.read_bytes() if made_of.is_file() else b""
    # Whether files were harmed is of no account where they are of other passages.
    if kept.startswith(digest.encode()) and kept == _stamp(digest, parts):
        return folders
    index.write(report.track(passages, "Indexing"), folders.index)
    with index.Index(folders.index) as opened:
        export.write(opened, folders.served)
    export.write_for_disk(folders.served, folders.disk)
    put(made_of, _stamp(digest, parts))
    return folders


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


def _digest(passages: Iterable[SearchPassage]) -> str:
    """A digest of passages, each edition taken once."""
    groups = groupby(passages, key=attrgetter("edition"))
    return digest_of(
        *(digest_of(edition, *(one.as_json() for one in group)) for edition, group in groups)
    )
