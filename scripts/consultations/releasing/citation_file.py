"""CITATION.cff: how the archive as a whole is cited, for GitHub, Zenodo and reference managers.

The form is that of https://citation-file-format.github.io, number 1.2.0.
"""

from pathlib import Path
from typing import Any

import yaml

from consultations.errors import ReleaseError
from consultations.forms import SiteName
from consultations.model.release import Release

CITATION_FILE = "CITATION.cff"
_MESSAGE = "Cite the archive so, and a document of it by the reference that its own page gives."
_REMEDY = "mend the file, or remove it: the command makes a new one"


def citation_file(root: Path, site: SiteName, release: Release) -> bytes:
    """What the file is to hold: what people wrote there stays, such as authors and a DOI.

    Args:
        root: the project's folder.
        site: what the archive is called, and where it is published.
        release: the newest.

    Raises:
        ReleaseError: the file that is there is not YAML.
    """
    said = _kept(root) or {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": site.name,
        "authors": [{"name": site.name}],
        **({"abstract": site.description} if site.description else {}),
    }
    # These three are the command's own, whatever stood there.
    said |= {"version": release.number, "date-released": release.day}
    if site.address is not None:
        said["url"] = site.address
    written: str = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100)
    return written.encode()


def version_there(root: Path) -> str | None:
    """The release that the file names; None where there is none.

    Raises:
        ReleaseError: the file that is there is not YAML.
    """
    version = _kept(root).get("version")
    return None if version is None else str(version)


def _kept(root: Path) -> dict[str, Any]:
    file = root / CITATION_FILE
    # To Python, a link that leads nowhere does not exist. It is refused here, not written over.
    if not file.exists() and not file.is_symlink():
        return {}
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        said = None
    if not isinstance(said, dict) or not all(isinstance(key, str) for key in said):
        raise ReleaseError("not YAML with keys", where=CITATION_FILE, remedy=_REMEDY)
    return said
