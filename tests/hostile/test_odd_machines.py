"""Commands give the same bytes on any machine, and two at once leave what one would."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.releasing.conftest import PROGRAM, write
from tests.stopped import ODD, run, tree

from consultations import pipeline
from consultations.founding import found_archive
from consultations.settings import find_project

LETTER = """# Letter to the Board

We welcome the plan, and we have two doubts about it. Our address is 4 Pier Street, Zeb’s old house.

- The first is the price of the ticket.
- The second is the timetable.
"""
ANSWER = "# Answer of the Board\n\nWe have read the letter, and thank its author.\n"
NOTE = "# Note of the Clerk\n\nThe ladders are back, and the caf\u00e9 is open until June.\n"
DAY = ("--date", "2026-11-28")
OF_NOTE = ("--id", "note-2011", "--title", "Note", "--date", "2011", "--rights", "Made up.")
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "add": ("add", "note.txt", *OF_NOTE),
    "build": ("build",),
    "new": ("new", "another", "--title", "Another Debate", "--contact", "a@example.org"),
    "redact": ("redact", "letter-2011", "--passage", "PASSAGE", "--reason", "Hers.", *DAY),
    "release": ("release", *DAY),
    "review": ("review", "HEAD", "--seed", "7"),
    "withdraw": ("withdraw", "letter-2011", "--reason", "Its author asked.", *DAY),
}
CHANGED = ("archive", "docs", "releases", "dist", "site", "another")
MIDST = {"review": 3}
"""The change of a file at which the second begins, where a command makes less than eight."""
each_command = pytest.mark.parametrize("name", COMMANDS)

Archive = tuple[Path, dict[str, tuple[str, ...]]]
Usual = Callable[[str], tuple[dict[str, str], str]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of two documents, kept with git, and each command with its arguments."""
    root = tmp_path_factory.mktemp("odd") / "harbour"
    found_archive(root, "The Harbour Debate", PROGRAM)
    project = find_project(root)
    write(project, "answer-2011", "Answer", "Ida Brack", ANSWER)
    write(project, "letter-2011", "Letter", "Jo Marsh", LETTER)
    (root / "note.txt").write_text(NOTE, encoding="utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "An archive"]):
        subprocess.run([*git, *command], cwd=root, check=True, capture_output=True)
    edition = pipeline.read_one(project, "letter-2011")
    (passage,) = (p.id for p in edition.passages if "Pier Street" in p.text)
    given = {
        name: tuple(passage if word == "PASSAGE" else word for word in words)
        for name, words in COMMANDS.items()
    }
    return root, given


def copied(archive: Archive, to: Path) -> Path:
    shutil.copytree(archive[0], to / "harbour")
    return to / "harbour"


def changed(root: Path) -> dict[str, str]:
    """What may have changed, but for the day on which a document was added: the clock says it."""
    for record in root.glob("archive/*/record.toml"):
        text = record.read_text(encoding="utf-8")
        record.write_text(re.sub(r'(?m)^added = "[\d-]{10}"$', "", text), encoding="utf-8")
    return tree(root, *CHANGED)


@pytest.fixture(scope="module")
def usual(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Usual:
    """What a command leaves and says where nothing is odd."""

    @cache
    def done(name: str) -> tuple[dict[str, str], str]:
        root = copied(archive, tmp_path_factory.mktemp("usual"))
        done = run(root, archive[1][name])
        assert done.returncode in (0, 1), done.stderr  # a review may have findings
        return changed(root), done.stdout.replace(str(root), "")

    return done


@each_command
def test_the_same_bytes_on_any_machine(
    archive: Archive, usual: Usual, tmp_path: Path, name: str
) -> None:
    files, said = usual(name)
    root = copied(archive, tmp_path / "an odd path")
    done = run(root, archive[1][name], environment=ODD, umask=0o077, early=True)
    assert "Traceback" not in done.stderr
    assert changed(root) == files
    assert done.stdout.replace(str(root), "") == said


@each_command
def test_two_at_once_leave_what_one_leaves(
    archive: Archive, usual: Usual, tmp_path: Path, name: str
) -> None:
    files, _ = usual(name)
    root = copied(archive, tmp_path / "two")
    done = run(root, archive[1][name], stop=-MIDST.get(name, 8))
    _, _, second = done.stderr.partition("second: ")
    assert second, "nothing was run beside it"
    assert "Traceback" not in done.stderr
    # One of the two does it; the other waits in vain, or finds that nothing is left to be done.
    statuses = {done.returncode, int(second.split()[0])}
    assert statuses & {0, 1}
    assert statuses <= {0, 1} or "to do:" in done.stderr
    assert changed(root) == files
    assert not [p for p in root.rglob(".*") if p.suffix in (".building", ".last", ".part", ".lock")]


@pytest.mark.parametrize("umask", [0o000, 0o277])
def test_whatever_files_may_be_made(
    archive: Archive, usual: Usual, tmp_path: Path, umask: int
) -> None:
    for name in ("add", "new"):
        files, _ = usual(name)
        root = copied(archive, tmp_path / name)
        done = run(root, archive[1][name], umask=umask)
        assert done.returncode == 0 or "to do:" in done.stderr
        assert changed(root) in (files, changed(archive[0]))
