"""A command that is stopped at any moment, or has no room, leaves the old state or the new one."""

import shutil
from pathlib import Path

import pytest
from tests.stopped import KILLED, run, tree

from consultations import pipeline
from consultations.errors import OutputError
from consultations.settings import Project

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

ROOM_FOR_SOURCES = 1500
"""Bytes that a file may have, so that those of the archive can be written, and no page."""


def committed(root: Path) -> dict[str, str]:
    """Every committed file with its digest."""
    return tree(root, "archive", "docs")


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
    done = committed(clean)
    for stop in (1, 3, 8, 12, 20, 30, 38, 55):
        root = project.root.parent / f"stopped-{stop}"
        shutil.copytree(project.root, root)
        if run(root, arguments, stop=stop).returncode != KILLED:
            break
        assert run(root, arguments).returncode in (0, 17), "it is done, or was done already"
        pipeline.prepare(root)
        assert committed(root) == done, f"stopped at its {stop}th change"
        shutil.rmtree(root)


def test_a_copy_that_a_stop_has_left_goes_with_the_next_command(project: Project) -> None:
    arguments = command(project, "redact")
    elsewhere = project.root.parent / "elsewhere"
    elsewhere.mkdir()
    given = {"TMPDIR": str(elsewhere)}
    assert run(project.root, arguments, stop=18, environment=given).returncode == KILLED
    (left,) = project.cache.glob(".*.scratch")
    assert "quimbleforth.example" in "".join(p.read_text("utf-8") for p in left.rglob("*.txt"))
    assert left.stat().st_mode & 0o077 == 0
    assert not list(elsewhere.iterdir())
    pipeline.prepare(project.root)
    assert not list(project.cache.glob(".*.scratch"))


@pytest.mark.parametrize("name", ["withdraw", "redact"])
def test_a_disk_without_room_costs_nothing(project: Project, name: str) -> None:
    arguments = command(project, name)
    before = {path: d for path, d in committed(project.root).items() if path.startswith("archive/")}
    done = run(project.root, arguments, room=60)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    after = {path: d for path, d in committed(project.root).items() if path.startswith("archive/")}
    assert after == before


@pytest.mark.parametrize(
    ("name", "done"),
    [
        ("withdraw", "letter-2011 is withdrawn"),
        ("redact", "taken out of archive/letter-2011"),
    ],
)
def test_without_room_for_the_pages_it_says_what_is_done_and_what_finishes_it(
    project: Project, name: str, done: str
) -> None:
    arguments = command(project, name)
    clean = project.root.parent / "clean"
    shutil.copytree(project.root, clean)
    assert run(clean, arguments).returncode == 0
    failed = run(project.root, arguments, room=ROOM_FOR_SOURCES)
    assert failed.returncode == OutputError.exit_status
    assert done in failed.stderr
    assert "the same command then finishes it" in failed.stderr
    assert run(project.root, arguments).returncode in (0, 17), "it is done, or was done already"
    assert committed(project.root) == committed(clean)


def test_a_copy_that_cannot_be_written_is_told_with_its_place(project: Project) -> None:
    failed = run(project.root, command(project, "redact"), room=60)
    assert ".scratch" in failed.stderr
    assert "ulimit" in failed.stderr
    assert not list(project.cache.glob(".*.scratch"))


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
    assert committed(other) == committed(project.root)
    for folder in pipeline.GENERATED:
        shutil.rmtree(other / "docs" / folder, ignore_errors=True)
    shutil.rmtree(other / ".cache")
    pipeline.prepare(other)
    assert committed(other) == committed(project.root)
