"""Where a project keeps its things."""

from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from consultations.errors import ProjectError


@dataclass(frozen=True)
class Project:
    """The folders of a project, all absolute."""

    root: Path
    archive: Path
    """What comes from outside, or is written by people."""
    releases: Path
    """The editions that were released, as they were."""
    docs: Path
    """What MkDocs publishes."""
    site: Path
    """The site as built."""
    cache: Path
    """What can be made again, and is kept to save time."""

    @property
    def configuration(self) -> Path:
        """MkDocs' configuration."""
        return self.root / "mkdocs.yml"


def find_project(start: Path) -> Project:
    """The project that a folder belongs to: its own, or that of the nearest folder above.

    Raises:
        ProjectError: neither the folder nor any above holds mkdocs.yml and archive/.
    """
    for root in (start.resolve(), *start.resolve().parents):
        # What stands there and is no plain file is told by whoever reads the settings.
        if lexists(root / "mkdocs.yml") and (root / "archive").is_dir():
            return Project(
                root=root,
                archive=root / "archive",
                releases=root / "releases",
                docs=root / "docs",
                site=root / "site",
                cache=root / ".cache",
            )
    raise ProjectError(
        "no project here, nor in any folder above",
        where=str(start),
        remedy="go to the folder that holds mkdocs.yml and archive/",
    )
