"""What adds to an archive, begins one or looks at a change may be stopped at any moment."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.stopped import KILLED, run, tree

LETTER = "# Letter to the Board\n\nWe welcome the plan, and we have two doubts about it.\n"
ADD = [
    "add",
    "letter.md",
    "--id",
    "letter-2012",
    "--title",
    "Letter to the Board",
    "--date",
    "2012",
]
ADD += ["--type", "letter", "--rights", "Made up for a test."]
NEW = ["new", "harbour", "--title", "The Harbour Debate"]


RELEASE = ["release", "--date", "2026-11-28"]

MOMENTS = (1, 6, 10, 16, 18, 24)
"""Changes of files and folders at which a command is stopped; `add` makes some thirty of them."""
MIDST = (6, 13)
"""The moments among them at which `add` has a copy to work on."""


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive without documents, and a letter to be added: begun once, and copied."""
    folder = tmp_path_factory.mktemp("founded")
    assert run(folder, NEW).returncode == 0
    (folder / "harbour" / "letter.md").write_text(LETTER)
    return folder / "harbour"


@pytest.fixture
def project(tmp_path: Path, founded: Path) -> Path:
    return shutil.copytree(founded, tmp_path / "harbour")


def added(root: Path) -> dict[str, str]:
    return tree(root, "archive/letter-2012")


def test_a_document_is_added_whole_or_not_at_all(project: Path) -> None:
    before = tree(project)
    assert run(project, ADD).returncode == 0
    whole = added(project)
    assert whole
    for stop in MOMENTS:
        for file in tree(project).keys() - before.keys():
            (project / file).unlink()
        (project / "archive" / "letter-2012").rmdir()  # which stands empty now
        if run(project, ADD, stop=stop).returncode != KILLED:
            break
        assert added(project) in ({}, whole), f"stopped at its change {stop}"
        again = run(project, ADD)
        assert again.returncode == 0 or "here already" in again.stderr
        assert added(project) == whole
    assert stop > MOMENTS[0], "it was stopped nowhere"


@pytest.mark.parametrize("command", [ADD, [*ADD, "--dry-run"]], ids=["add", "dry run"])
def test_a_copy_that_a_stop_has_left_is_nobody_elses_and_goes_with_the_next_command(
    project: Path, tmp_path: Path, command: list[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    left = 0
    for stop in MIDST:
        run(project, command, stop=stop, environment={"TMPDIR": str(elsewhere)})
        assert not list(elsewhere.iterdir())
        for folder in copies(project):
            left += any("we have two doubts" in p.read_text() for p in folder.rglob("*.md"))
            assert folder.stat().st_mode & 0o077 == 0
        assert run(project, [*ADD, "--dry-run"]).returncode in (0, 15)
        assert not copies(project)
        shutil.rmtree(project / "archive" / "letter-2012", ignore_errors=True)
    assert left, "it was stopped nowhere with words in its copy"


def copies(root: Path) -> list[Path]:
    return [path for path in root.rglob("*.scratch") if path.is_dir()]


def test_an_archive_is_begun_whole_or_not_at_all(tmp_path: Path, project: Path) -> None:
    (project / "letter.md").unlink()
    whole = tree(project)
    for stop in MOMENTS:
        root = tmp_path / str(stop)
        root.mkdir()
        if run(root, NEW, stop=stop).returncode != KILLED:
            break
        assert tree(root, "harbour") in ({}, {f"harbour/{path}": d for path, d in whole.items()})
        again = run(root, NEW)
        assert again.returncode == 0 or "holds something" in again.stderr
        assert tree(root / "harbour") == whole
        assert not list(root.glob(".*")), "nothing is left beside it"
    assert stop > MOMENTS[0], "it was stopped nowhere"


@pytest.mark.parametrize("command", [ADD, [*NEW[:1], "other", *NEW[2:]]], ids=["add", "new"])
def test_a_disk_without_room_costs_nothing(project: Path, command: list[str]) -> None:
    before = tree(project)
    done = run(project, command, room=10)
    assert done.returncode not in (0, 1, 2)
    assert "Traceback" not in done.stderr
    assert "to do:" in done.stderr
    assert tree(project).items() >= before.items()
    assert not [path for path in tree(project).keys() - before.keys() if ".cache" not in path]


def test_a_review_changes_nothing_however_it_ends(project: Path) -> None:
    assert run(project, ADD).returncode == 0
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "An archive"]):
        subprocess.run([*git, *command], cwd=project, check=True, capture_output=True)
    before = tree(project, "archive", "docs")
    whole = run(project, ["review", "HEAD"])
    assert whole.returncode in (0, 1)
    for stop in MOMENTS[:3]:
        run(project, ["review", "HEAD"], stop=stop)
        assert tree(project, "archive", "docs") == before
    assert run(project, ["review", "HEAD"]).stdout == whole.stdout
    shutil.rmtree(project / ".cache")
    done = run(project, ["review", "HEAD"], room=10)
    assert done.returncode not in (0, 1, 2)
    assert "Traceback" not in done.stderr
    assert "to do:" in done.stderr
    assert tree(project, "archive", "docs") == before


@pytest.fixture(scope="session")
def released_from(tmp_path_factory: pytest.TempPathFactory, founded: Path) -> Path:
    """An archive of one document that can be released: built once, and copied."""
    root = shutil.copytree(founded, tmp_path_factory.mktemp("built") / "harbour")
    assert run(root, ADD).returncode == 0
    assert run(root, ["build"]).returncode == 0
    shutil.rmtree(root / "site")
    return root


@pytest.fixture
def built(tmp_path: Path, released_from: Path) -> Path:
    return shutil.copytree(released_from, tmp_path / "harbour")


def test_a_release_is_there_whole_or_not_at_all(tmp_path: Path, built: Path) -> None:
    other = tmp_path / "whole" / "harbour"
    shutil.copytree(built, other)
    assert run(other, RELEASE).returncode == 0
    parts = ("releases", "docs", "dist")
    whole = tree(other, *parts)
    stopped = 0
    # At first, while its folder is filled, when that is in its place, before the last file.
    for stop in (1, 20, 28, 34):
        root = tmp_path / str(stop) / "harbour"
        shutil.copytree(built, root)
        stopped += run(root, RELEASE, stop=stop).returncode == KILLED
        folder = tree(root, "releases/1")
        assert folder in ({}, {path: d for path, d in whole.items() if "releases/" in path})
        again = run(root, RELEASE)
        assert again.returncode == 0 or "nothing has changed" in again.stderr
        assert tree(root, *parts) == whole, f"stopped at its change {stop}"
        cited = (root / "CITATION.cff").read_bytes()
        assert cited == (other / "CITATION.cff").read_bytes()
    assert stopped > 1


def test_a_release_without_room_leaves_what_was_there(built: Path) -> None:
    before = tree(built, "releases", "docs", "dist", "archive")
    for room in (10, 3000):
        done = run(built, RELEASE, room=room)
        assert done.returncode not in (0, 1, 2)
        assert "Traceback" not in done.stderr
        assert "to do:" in done.stderr
        assert tree(built, "releases", "docs", "dist", "archive") == before
        assert not (built / "CITATION.cff").exists()
