"""`docs/`: what MkDocs publishes, held to what may stand there before any of it is read or moved.

MkDocs follows links, takes whatever file it finds, and lets one of two files with one address win.
So each file must be a plain file of a kind that no browser runs, with an address of its own and a
name that every machine can write.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from consultations import patterns as re
from consultations.errors import DocsError
from consultations.intake.validation.files import read_bytes, where
from consultations.intake.validation.formats import DEVICES
from consultations.intake.validation.shapes import Fault, faults_of

SIZE_LIMIT = 20_000_000
"""Bytes of one file that a person wrote."""

GENERATED_LIMIT = 400_000_000
"""Bytes of one page that a build wrote: the apparatus has many for each word that was mended."""

FAULT_LIMIT = 20
"""Number of files that an error names."""

PAGE = ".md"
_KINDS = (PAGE, ".avif", ".csv", ".gif", ".jpeg", ".jpg", ".json", ".png", ".txt", ".webp")
_FIRST = ("index", "readme")
"""Names, without ending, of the page that opens a folder, in lower case."""
_LINK = "a symbolic link is not followed: it could publish what is not in the project"
_NAME_LENGTH = 200
"""Bytes of a name; disks take 255, with what a build puts before and behind it while it writes."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\]|[. ]\Z|\A ')
"""Signs that Windows does not write, and blanks or a point at places where it drops them."""


def require_docs(docs: Path, generated: Collection[str] = ()) -> None:
    """Make sure that everything under docs/ may be published.

    Args:
        docs: the folder.
        generated: folders in it in which a build writes all pages.

    Raises:
        DocsError: a link, a device, a kind that browsers run, a file too large, or two files with
            one address; all of them are told.
    """
    faults = list(_faults(docs, generated))
    if faults:
        told = [f"{where(docs, path)}: {what}" for path, what in faults[:FAULT_LIMIT]]
        more = f"; and {len(faults) - FAULT_LIMIT} more" if len(faults) > FAULT_LIMIT else ""
        raise DocsError(
            faults[0][1] if len(faults) == 1 else f"{len(faults)} faults: {'; '.join(told)}{more}",
            where=where(docs, faults[0][0]),
            remedy=f"docs/ holds plain files that end in {', '.join(_KINDS)}, each with an address"
            " of its own: mend it, or take it out",
        )


def read_written(folder: Path, path: str, limit: int = SIZE_LIMIT) -> bytes | None:
    """The bytes of a file that a build writes and people may have changed; None if there is none.

    Args:
        folder: docs/ or archive/.
        path: below it.
        limit: in bytes.

    Raises:
        DocsError: it is no plain file, is larger, or cannot be read.
    """
    file = folder / path
    if not file.exists() and not file.is_symlink():
        return None
    return read_bytes(folder, file, limit, DocsError)


def page_faults(meta: Mapping[str, Any]) -> Iterator[Fault]:
    """What the front matter of a page that a person wrote says although it may not."""
    return faults_of("page", meta)


def plain_files(docs: Path) -> Iterator[Path]:
    """All files below docs/ that are published, in order."""
    for path in _walk(docs):
        if path.is_file() and not _is_hidden(path.relative_to(docs)):
            yield path


def files_below(docs: Path, folders: tuple[str, ...]) -> Iterator[str]:
    """The paths of all files in some folders of docs/, in order."""
    for folder in folders:
        for path in _walk(docs / folder):
            if path.is_symlink() or path.is_file():
                yield path.relative_to(docs).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder, without what lies behind a link."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for path in sorted(folder.iterdir()):
        yield path
        yield from _walk(path)


def _faults(docs: Path, generated: Collection[str]) -> Iterator[tuple[Path, str]]:
    if docs.is_symlink():
        yield docs, _LINK
        return
    addresses: dict[str, Path] = {}
    for path in _walk(docs):
        is_generated = path.relative_to(docs).parts[0] in generated
        limit = GENERATED_LIMIT if is_generated else SIZE_LIMIT
        if wrong := _wrong_by_itself(docs, path, limit):
            yield path, wrong
        elif path.is_file() and not _is_hidden(path.relative_to(docs)):
            address = _address(path.relative_to(docs).as_posix())
            other = addresses.setdefault(address, path)
            if other is not path:
                yield path, f"it has the address of {where(docs, other)}"


def _wrong_by_itself(docs: Path, path: Path, limit: int) -> str | None:
    """What is wrong with a file or folder by itself, whatever else stands under docs/."""
    if path.is_symlink():
        return _LINK
    if _is_hidden(path.relative_to(docs)):
        return None
    if path.is_dir():
        return _wrong_in_name(path)
    if not path.is_file():
        return "not a plain file"
    if path.suffix.lower() not in _KINDS:
        return "a browser could run a file of this kind"
    if path.stat().st_size > limit:
        return f"larger than {limit // 1_000_000} MB, the limit for such a file"
    return _wrong_in_name(path)


def _is_hidden(path: Path) -> bool:
    """Whether MkDocs passes a file over for its name."""
    return any(part.startswith(".") for part in path.parts)


def _wrong_in_name(path: Path) -> str | None:
    """What in a file's name cannot stand in an address, or on another machine."""
    if not path.name.isprintable():
        return "a name with characters that do not print, or bytes that are not UTF-8"
    if _NOT_IN_NAMES.search(path.stem if path.suffix == PAGE else path.name):
        return 'a name with < > : " | ? * or a backslash, or with a blank or a point at an end'
    if path.name.partition(".")[0].strip().casefold() in DEVICES:
        return "a name that Windows takes for a device"
    if len(path.name.encode()) > _NAME_LENGTH:
        return f"a name of more than {_NAME_LENGTH} bytes"
    return None


def _address(path: str) -> str:
    """A file's address, equal for files that some machine would take for the same."""
    name = unicodedata.normalize("NFKC", path).casefold()
    page = PurePosixPath(name)
    if page.suffix != PAGE:
        return name
    return str(page.parent if page.stem in _FIRST else page.with_suffix(""))
