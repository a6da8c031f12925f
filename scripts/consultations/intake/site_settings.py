"""`mkdocs.yml`: the settings of the site, held to what an archive may set before MkDocs reads them.

MkDocs' own reader makes any object of Python that the file names, and so runs what a stranger
writes there. Nothing of that is needed: the settings are text, numbers, lists and tables.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from posixpath import normpath
from typing import Any
from urllib.parse import urlsplit

from consultations.errors import ProjectError
from consultations.intake.docs import PAGE
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.faults import FAULT_LIMIT, refusal
from consultations.intake.validation.files import read_bytes, where
from consultations.intake.validation.shapes import faults_of, near
from consultations.intake.validation.toml_lines import KeyPath, nearest_line
from consultations.intake.validation.yaml_lines import NotYamlError, read_yaml

SETTINGS = "mkdocs.yml"
SIZE_LIMIT = 100_000
"""Bytes."""


def require_settings(root: Path) -> None:
    """Make sure that the settings of the site are such as an archive may have.

    Args:
        root: the project's folder.

    Raises:
        ProjectError: the file cannot be read as YAML, or sets what it may not; all is told.
    """
    path = root / SETTINGS
    beside = root / "archive"
    data, lines = _read(beside, path)
    found = islice(faults_of("settings", {} if data is None else data), FAULT_LIMIT)
    if faults := [(nearest_line(lines, fault.key), fault.what) for fault in found]:
        remedy = "leave it as a new archive has it, or set what docs/project/archive.md names"
        raise refusal(beside, path, faults, remedy, ProjectError)


def require_pages_of_nav(root: Path, pages: Collection[str]) -> None:
    """Make sure that every page that the navigation names is there.

    Args:
        root: the project's folder, whose settings are such as an archive may have.
        pages: the paths under docs/ of all pages that the site will have.

    Raises:
        ProjectError: one is not; all of them are told, each with its line.
    """
    path = root / SETTINGS
    beside = root / "archive"
    data, lines = _read(beside, path)
    missing = (one for one in _named(("nav",), (data or {}).get("nav")) if one[1] not in pages)
    if faults := [
        (
            nearest_line(lines, key),
            f"`nav` names a page that is not there, `{page}`{near(page, pages)}",
        )
        for key, page in islice(missing, FAULT_LIMIT)
    ]:
        remedy = "mend the path, write the page under docs/, or take the line out"
        raise refusal(beside, path, faults, remedy, ProjectError)


def _named(key: KeyPath, part: Any) -> Iterator[tuple[KeyPath, str]]:
    """The pages that a part of the navigation names, each with its key."""
    if isinstance(part, str):
        if part.endswith(PAGE):
            yield key, normpath(part)
        return
    inner = part.items() if isinstance(part, dict) else enumerate(part or ())
    for name, below in inner:
        yield from _named((*key, name), below)


def names_contact(root: Path) -> bool:
    """Whether the settings say to whom readers can write, or where they can open an issue.

    Args:
        root: the project's folder, whose settings are such as an archive may have.

    Raises:
        ProjectError: as `require_settings`.
    """
    data = _said(root)
    return bool((data.get("extra") or {}).get("contact") or data.get("repo_url"))


def site_path(root: Path) -> str:
    """Where on its machine the settings say that the site stands: `/`, or `/lamps/`.

    Args:
        root: the project's folder, whose settings are such as an archive may have.

    Raises:
        ProjectError: as `require_settings`.
    """
    return urlsplit(_said(root).get("site_url") or "").path.rstrip("/") + "/"


def _said(root: Path) -> Mapping[str, Any]:
    data, _ = _read(root / "archive", root / SETTINGS)
    return data or {}


def _read(beside: Path, path: Path) -> tuple[Any, Mapping[KeyPath, int]]:
    """What the file says, and on which lines; None where it is empty."""
    data = read_bytes(beside, path, SIZE_LIMIT, ProjectError)
    if not data.strip():
        return None, {}
    try:
        return read_yaml(decode(data))
    except (NotTextError, NotYamlError) as reason:
        line = reason.line if isinstance(reason, NotYamlError) else None
        raise ProjectError(
            str(reason), where=where(beside, path, line), remedy="mend the line"
        ) from None
