"""Copying a site so that readers have a whole one at every moment, whatever happens.

What nobody refers to yet comes first, pages next, and last what leads to all the rest: the manifest
of the search and the front page. Files whose names change with their content stay for a while when
they are no more, since pages that somebody has open ask for them; all else goes once the pages that
led to it are there anew. What is there, and since when a file is gone, stands in a file at the
target, which is written before the first change and after the last: a copy that was stopped is
taken up by the next one.
"""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import file_digest
from mimetypes import MimeTypes
from pathlib import Path

from consultations import patterns as re
from consultations import report
from consultations.errors import PublishError
from consultations.hosting.target import Headers, Target

LISTING = ".published.json"
"""The file at the target that says what the target has."""
_FORMAT = 1

_HASHED = re.compile(
    r"""
    search/(?:disk/)? \w+-[0-9a-f]{12}\.[\w.]+   # search/terms-0123456789ab.bin
    | assets/.+ \.[0-9a-f]{8}\.min\..+          # assets/stylesheets/main.01234567.min.css
    """,
    re.VERBOSE,
)
"""Names that have a digest of what they hold: shards of the search, and the theme's own files."""
_POINTERS = re.compile(
    r"""
    search/(?:disk/)? manifest\.[\w.]+            # search/manifest.json
    | sitemap[\w-]*\.xml                         # sitemap-2.xml
    | feed\.xml
    """,
    re.VERBOSE,
)
"""Files that lead to others, and are written after them."""
_FOR_EVER = "public, max-age=31536000, immutable"
_BRIEFLY = "public, max-age=60"
_AN_HOUR = "public, max-age=3600"
_TYPES = MimeTypes(filenames=())
"""Without the files of this machine, so that a type is the same everywhere."""
_OTHER_TYPES = {
    ".avif": "image/avif",
    ".bib": "application/x-bibtex",
    ".bin": "application/octet-stream",
    ".epub": "application/epub+zip",
    ".js": "text/javascript",
    ".jsonl": "application/x-ndjson",
    ".md": "text/markdown",
    ".ris": "application/x-research-info-systems",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Types that not every version of Python knows."""


@dataclass(frozen=True)
class Copied:
    """What was done, or is to be done: names on the site, in the order in which it is."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    """How many files are there already and need no change."""
    leaving: int
    """How many files are no more, and are removed by a later copy."""


@dataclass
class _Listing:
    """What a target has."""

    files: dict[str, str | None] = field(default_factory=dict)
    """The SHA-256 of each file; None for one that a copy was about to write or remove."""
    gone: dict[str, str] = field(default_factory=dict)
    """Since when a file that is still there has been left over, as ISO 8601."""

    def as_json(self) -> bytes:
        """As it stands at the target."""
        held = {"format": _FORMAT, "files": self.files, "gone": self.gone}
        return (json.dumps(held, indent=0, sort_keys=True) + "\n").encode()


def copy_site(
    site: Path, target: Target, now: datetime, delay: timedelta, *, dry: bool = False
) -> Copied:
    """Copy what has changed of a site.

    Args:
        site: the folder of the site as it was built.
        target: where it goes.
        now: for what is removed later.
        delay: how long a file stays that is no more and may still be asked for.
        dry: only say what would be done.

    Raises:
        PublishError: the target holds something else, or does not take what is sent.
        OutputError: likewise, of a folder.
    """
    there = _read_listing(target)
    digests = {path.relative_to(site).as_posix(): _digest(path) for path in _files(site)}
    changed = sorted(
        (name for name, digest in digests.items() if there.files.get(name) != digest), key=_turn
    )
    gone = {name: there.gone.get(name, now.isoformat()) for name in _no_more(there, digests)}
    due = [
        name
        for name, since in sorted(gone.items())
        if not _HASHED.fullmatch(name) or now - datetime.fromisoformat(since) >= delay
    ]
    later = {name: since for name, since in gone.items() if name not in set(due)}
    done = Copied(tuple(changed), tuple(due), len(digests) - len(changed), len(later))
    if dry:
        return done
    if changed or due:
        # Whatever happens from here on, the next copy knows these names and trusts none of them.
        before = _Listing({**there.files, **dict.fromkeys((*changed, *due))}, gone)
        _write_listing(target, before)
    _write(site, target, changed)
    target.remove(due)
    _write_listing(target, _Listing({**digests}, later))
    return done


def _files(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*")) if path.is_file())


def _no_more(there: _Listing, digests: Mapping[str, str]) -> Iterator[str]:
    return (name for name in sorted({*there.files, *there.gone}) if name not in digests)


def _turn(name: str) -> tuple[int, str]:
    """The turn at which a file is written: those that others lead to come before the others."""
    if name == "index.html":
        return 4, name
    if _POINTERS.fullmatch(name):
        return 3, name
    if name.endswith(".html"):
        return 2, name
    return (0 if _HASHED.fullmatch(name) else 1), name


def _write(site: Path, target: Target, names: list[str]) -> None:
    """Write files turn by turn, and those of one turn at the same time where the target can."""
    bar = iter(report.track(names, "Copying"))
    turns: dict[int, list[str]] = {}
    for name in names:
        turns.setdefault(_turn(name)[0], []).append(name)
    with ThreadPoolExecutor(target.at_once) as pool:
        for _, run in sorted(turns.items()):
            waiting = [pool.submit(target.write, name, site / name, _headers(name)) for name in run]
            try:
                for one in waiting:
                    one.result()
                    next(bar, None)
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise


def _headers(name: str) -> Headers:
    """The type of a file, and for how long it may be kept."""
    kind = _OTHER_TYPES.get(Path(name).suffix) or _TYPES.guess_type(name)[0]
    kind = kind or "application/octet-stream"
    if kind.startswith("text/") or kind in ("application/json", "application/xml"):
        kind += "; charset=utf-8"
    if _HASHED.fullmatch(name):
        return kind, _FOR_EVER
    brief = name.endswith(".html") or _POINTERS.fullmatch(name)
    return kind, _BRIEFLY if brief else _AN_HOUR


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _read_listing(target: Target) -> _Listing:
    held = target.read(LISTING)
    if held is None:
        if target.is_empty():
            return _Listing()
        raise PublishError(
            "something is there already, and no site that was published from here",
            where=target.place,
            remedy="name an empty place, or empty this one",
        )
    try:
        data = json.loads(held)
        if data["format"] != _FORMAT:
            raise ValueError(data["format"])
        return _Listing(dict(data["files"]), dict(data["gone"]))
    except (ValueError, KeyError, TypeError) as reason:
        raise PublishError(
            f"what is said to be there cannot be read: {reason!r}",
            where=f"{target.place}/{LISTING}",
            remedy="publish with the version that wrote it, or empty the place and publish anew",
        ) from reason


def _write_listing(target: Target, listing: _Listing) -> None:
    target.write(LISTING, listing.as_json(), ("application/json", "no-store"))
