"""A command that is stopped at any moment, or has no room, leaves the old state or the new one."""

import os
import resource
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from consultations import pipeline
from consultations.settings import Project

# Ends as if killed, at the n-th time that a file or folder is moved, made or removed.
STOPPED = """
import os, sys
stop, seen = int(sys.argv.pop(1)), 0
def hook(event, _):
    global seen
    if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir"):
        seen += 1
        if seen == stop:
            os._exit(9)
from consultations.cli import main
sys.addaudithook(hook)
main()
"""
WITHDRAW = ["withdraw", "letter-2011", "--reason", "Its author asked.", "--date", "2026-11-28"]
REDACT = [
    "redact",
    "letter-2011",
    "--passage",
    "PASSAGE",
    "--words",
    "zeb@quimbleforth.example",
    "--reason",
    "Hers.",
    "--date",
    "2026-11-28",
]


def run(
    root: Path,
    arguments: list[str],
    stop: int = 0,
    room: int = 0,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-c", STOPPED, str(stop), *arguments],
        cwd=root,
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room if room else None,
    )


def tree(root: Path) -> dict[str, str]:
    """Every committed file with its digest."""
    files = (p for folder in ("archive", "docs") for p in (root / folder).rglob("*"))
    return {
        str(p.relative_to(root)): sha256(p.read_bytes()).hexdigest() for p in files if p.is_file()
    }


def command(project: Project, name: str) -> list[str]:
    (edition,) = (e for e in pipeline.read(project).editions if e.id == "letter-2011")
    passage = next(p.id for p in edition.passages if "committee may write" in p.text)
    given = WITHDRAW if name == "withdraw" else REDACT
    return [passage if word == "PASSAGE" else word for word in given]


@pytest.mark.parametrize("name", ["withdraw", "redact"])
def test_stopped_at_any_moment_it_can_be_done_again(project: Project, name: str) -> None:
    arguments = command(project, name)
    clean = project.root.parent / "clean"
    shutil.copytree(project.root, clean)
    assert run(clean, arguments).returncode == 0
    done = tree(clean)
    for stop in (1, 2, 3, 5, 8, 12, 20):
        root = project.root.parent / f"stopped-{stop}"
        shutil.copytree(project.root, root)
        if run(root, arguments, stop).returncode != 9:
            break
        assert run(root, arguments).returncode in (0, 17), "it is done, or was done already"
        pipeline.prepare(root)
        assert tree(root) == done, f"stopped at its {stop}th change"
        shutil.rmtree(root)


@pytest.mark.parametrize("name", ["withdraw", "redact"])
def test_a_disk_without_room_costs_nothing(project: Project, name: str) -> None:
    arguments = command(project, name)
    before = {path: d for path, d in tree(project.root).items() if path.startswith("archive/")}
    done = run(project.root, arguments, room=60)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    after = {path: d for path, d in tree(project.root).items() if path.startswith("archive/")}
    assert after == before


@pytest.mark.parametrize("name", ["withdraw", "redact"])
def test_what_has_grown_is_the_same_as_what_is_made_from_nothing(
    project: Project, name: str
) -> None:
    arguments = command(project, name)
    odd = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    other = project.root.parent / "another path"
    shutil.copytree(project.root, other)
    assert run(project.root, arguments).returncode == 0
    assert run(other, arguments, environment=odd).returncode == 0
    assert tree(other) == tree(project.root)
    for folder in pipeline.GENERATED:
        shutil.rmtree(other / "docs" / folder, ignore_errors=True)
    shutil.rmtree(other / ".cache")
    pipeline.prepare(other)
    assert tree(other) == tree(project.root)
