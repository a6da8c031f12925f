"""What a project was at another commit: which files have changed since, and its editions then."""

import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consultations import pipeline
from consultations.errors import ReviewError
from consultations.pages.data import edition_data
from consultations.placing import scratch
from consultations.settings import Project, find_project

EditionData = Mapping[str, Any]
"""An edition as data/editions/<id>.json has it."""

# What the program of the base is asked. That program was merged, so it may be run as it is. Nothing
# of the change goes into it but ids, which are arguments and not code.
_ASK = """
import json, sys
from pathlib import Path
from consultations import pipeline
from consultations.pages.data import edition_data
from consultations.settings import find_project
project = find_project(Path(sys.argv[1]))
print(json.dumps([edition_data(pipeline.read_one(project, id_)) for id_ in sys.argv[2:]]))
"""

_NO_COMMIT = (
    "name a commit or branch that is here (`git fetch` gets what is not);"
    " where the folder is no repository yet, begin one: `git init`, and a first commit"
)
_NO_ANSWER = "mend what git says, and try again"  # of a commit that is there: a full disk, a lock


@dataclass(frozen=True)
class Base:
    """The commit that a change is held against."""

    commit: str
    changed: tuple[str, ...]
    """Paths from the project's folder that differ from it, or are not committed; in order."""


def find_base(project: Project, name: str) -> Base:
    """The commit at which a change began: where it parted from another commit or branch.

    Raises:
        ReviewError: there is no such commit, or the project is not kept with git.
    """
    # `--end-of-options`: a branch may be called `--output=x`, and must not be read as an option.
    found = _git(project, "merge-base", "--end-of-options", name, "HEAD", remedy=_NO_COMMIT)
    commit = found.decode().strip()
    # `-z`: a path may hold anything but NUL.
    differing = _git(project, "diff", "--name-only", "--relative", "-z", commit, "--", ".")
    others = _git(project, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    paths = {path.decode(errors="replace") for path in (differing + others).split(b"\0") if path}
    return Base(commit, tuple(sorted(paths)))


@contextmanager
def tree(project: Project, base: Base) -> Iterator[Path]:
    """The project's files as they were, in a folder that is there for a while."""
    packed = _git(project, "archive", "--format=tar", base.commit, ".")
    with (
        scratch(project.cache) as folder,
        tarfile.open(fileobj=io.BytesIO(packed)) as files,
    ):
        # `data` refuses a file that would be written outside of the folder, and links out of it.
        files.extractall(folder, filter="data")
        yield folder


def editions_then(root: Path, documents: Sequence[str]) -> tuple[dict[str, EditionData], bool]:
    """Editions as they were, by the program as it was where the project holds it.

    Args:
        root: the project's files as they were.
        documents: ids; those that were not there are left out.

    Returns:
        The editions by their ids, and whether it was the program of that time that made them.
    """
    there = [id_ for id_ in documents if (root / "archive" / id_ / "record.toml").is_file()]
    # Without its settings it was no project then, and the one around it is that of now.
    if not there or not find_project(root).root.samefile(root):
        return {}, True
    code = root / "scripts"
    if (code / "consultations").is_dir():
        asked = subprocess.run(  # noqa: S603 (this Python; ids are no options to `-c`)
            [sys.executable, "-c", _ASK, str(root), *there],
            env={"PYTHONPATH": str(code), "PATH": ""},
            capture_output=True,
            check=False,
        )
        if asked.returncode == 0:
            return {data["id"]: data for data in json.loads(asked.stdout)}, True
    # The base may hold an archive without the program, or one whose program cannot be asked so.
    return editions_now(find_project(root), there), False


def editions_now(project: Project, documents: Sequence[str]) -> dict[str, EditionData]:
    """Editions of the documents that there are, by this program."""
    found: dict[str, EditionData] = {}
    for document in documents:
        if (project.archive / document / "record.toml").is_file():
            found[document] = edition_data(pipeline.read_one(project, document))
    return found


def _git(project: Project, *arguments: str, remedy: str = _NO_ANSWER) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 (git, with arguments of ours)
            ["git", *arguments],  # noqa: S607 (whichever git the person has)
            cwd=project.root,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise ReviewError(
            "git is not installed", where=str(project.root), remedy="install git"
        ) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().split("\n")[0]
        raise ReviewError(
            f"git cannot tell what has changed: {said}",
            where=f"git {arguments[0]}, in {project.root}",
            remedy=remedy,
        ) from error
    return done.stdout
