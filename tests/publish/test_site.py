"""The site is put in place whole or not at all, whatever happens to the build."""

import gc
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from tests.documents import write_document

from consultations import pipeline
from consultations.errors import OutputError
from consultations.publish import site
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent.parent
COMMAND = Path(sys.executable).with_name("consultations")
MADE = pipeline.GENERATED
TEXT = "# Notes of a meeting\n\nThe first paragraph says why we met.\n\nThe second is the last.\n"


def tree(folder: Path) -> str:
    """One digest of every path and byte below a folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    lines = (f"{f.relative_to(folder)} {sha256(f.read_bytes()).hexdigest()}\n" for f in files)
    return sha256("".join(lines).encode()).hexdigest()


def small_project(root: Path) -> Path:
    """A project with the smallest of the archive's documents."""
    sources = (ROOT / "archive").glob("*/source.txt")
    smallest = min(sources, key=lambda file: file.stat().st_size).parent
    shutil.copytree(ROOT / "archive" / "authority", root / "archive" / "authority")
    shutil.copytree(smallest, root / "archive" / smallest.name)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("texts"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def tiny_project(root: Path) -> Path:
    """A project with a document of three lines: enough for tests of how a site is put in place."""
    write_document(root, "a-meeting", TEXT)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns(*MADE, "project"))
    (root / "docs" / "project").mkdir()
    for page in ("index", "rules", "annotators"):  # which the navigation and about.md name
        (root / "docs" / "project" / f"{page}.md").write_text("# The project\n", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project with its site."""
    root = tiny_project(tmp_path_factory.mktemp("built"))
    assert run(root).returncode == 0
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    root = tmp_path / "a project"  # a blank in the path is nothing special
    shutil.copytree(built, root)
    return root


def test_python_tidies_up_more_rarely_while_a_site_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, during = gc.get_threshold(), []

    def stop(_config: object) -> None:
        during.append(gc.get_threshold())
        raise OSError

    monkeypatch.setattr(site, "mkdocs_build", stop)
    project = find_project(tiny_project(tmp_path))
    with pytest.raises(OutputError):
        site.build_site(project, project.site)
    assert during[0] > before
    assert gc.get_threshold() == before


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *(arguments or ("build",))],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def change(root: Path) -> None:
    """A change of a page that people write, so that the next site is another."""
    page = root / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")


def leftovers(root: Path) -> Iterator[Path]:
    return root.glob(".site*")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    built, other = (small_project(tmp_path / name) for name in ("a path", "another path"))
    assert run(built).returncode == 0
    made = run(other, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="86400")
    assert made.returncode == 0, made.stderr
    assert tree(other / "site") == tree(built / "site")
    assert tree(other / "docs") == tree(built / "docs")


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new(project: Path) -> None:
    old = tree(project / "site")
    change(project)
    began = time.monotonic()
    new_site = project.parent / "new"
    assert run(project, "build", "--output", str(new_site)).returncode == 0
    length = time.monotonic() - began
    new = tree(new_site)
    assert new != old
    for part in (0.2, 0.5, 0.8, 0.9, 0.95, 1.0):
        process = subprocess.Popen(
            [COMMAND, "build"], cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(part * length)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(project / "site") in (old, new)
    assert run(project).returncode == 0
    assert tree(project / "site") == new
    assert not list(leftovers(project))


def test_a_disk_that_is_full_costs_nothing(project: Path) -> None:
    old = tree(project / "site")
    change(project)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    made = subprocess.run(
        [COMMAND, "build"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room,
    )
    assert made.returncode == 10
    assert "to do:" in made.stderr
    assert "Traceback" not in made.stderr
    assert tree(project / "site") == old
    assert not list(leftovers(project))


def test_a_source_that_cannot_be_taken_costs_nothing(project: Path) -> None:
    old = tree(project / "site")
    (source,) = (project / "archive").glob("*/source.txt")
    source.write_bytes(source.read_bytes() + b"\n")
    made = run(project)
    assert made.returncode == 4
    assert made.stderr.count("SHA-256") == 1, "told once"
    assert "Traceback" not in made.stderr
    assert tree(project / "site") == old


def test_a_page_that_mkdocs_refuses_costs_nothing(project: Path) -> None:
    old = tree(project / "site")
    (project / "docs" / "about.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    made = run(project)
    assert made.returncode == 12
    assert "nowhere.md" in made.stderr
    assert "Traceback" not in made.stderr
    assert tree(project / "site") == old


def test_two_builds_at_once_give_what_one_gives(project: Path) -> None:
    change(project)
    both = [
        subprocess.Popen([COMMAND, "build"], cwd=project, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [process.wait(timeout=300) for process in both] == [0, 0]
    made = tree(project / "site")
    assert run(project).returncode == 0
    assert tree(project / "site") == made


def test_a_folder_that_is_no_site_is_not_replaced(project: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("ten years", encoding="utf-8")
    made = run(project, "build", "--output", str(precious))
    assert made.returncode == 10
    assert (precious / "thesis.txt").read_text(encoding="utf-8") == "ten years"


def test_a_port_in_use_is_told(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        made = run(project, "serve", "--port", str(taken.getsockname()[1]))
    assert made.returncode == 11
    assert "--port" in made.stderr


def test_a_server_that_is_ended_leaves_nothing_behind(project: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with subprocess.Popen(
        [COMMAND, "serve", "--port", port],
        cwd=project,
        env=os.environ | {"TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr
        assert any("The site is at" in line for line in server.stderr)
        assert [path.is_dir() for path in (project / ".cache").glob("*.scratch")] == [True]
        server.send_signal(signal.SIGTERM)
        server.stderr.read()
    assert server.returncode >= 0, "it came to its own end"
    assert not list((project / ".cache").glob("*.scratch"))
    assert not list(temporary.iterdir())
