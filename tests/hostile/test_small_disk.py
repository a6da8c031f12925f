"""A disk that is full at any moment of a build: told as it is, and the last site stays."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.hostile.conftest import Project, whole_project

COMMAND = Path(sys.executable).with_name("consultations")
ON_A_SMALL_DISK = """
mount -t tmpfs -o size="$1" tmpfs "$2" && cp -a "$3/." "$2" && cd "$2" && echo mounted || exit 99
"$4" build; status=$?
cp -a site "$5" && find . -name '.site*' -o -name '*.part' -o -name 'tmp*' | sort >"$5.left"
exit $status
"""
"""A disk of so many bytes, in a namespace of its own, with a copy of a project; then a build."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = whole_project(tmp_path_factory.mktemp("small") / "project")
    assert subprocess.run([COMMAND, "build"], cwd=project.root, check=False).returncode == 0
    project.put("docs/about.md", "# About\n\nOther words than before.\n")
    return project


def size(folder: Path) -> int:
    """Bytes that the files of a folder take on a disk of pages."""
    page = resource.getpagesize()
    sizes = (path.lstat().st_size for path in folder.rglob("*"))
    return sum(page * (1 + number // page) for number in sizes)


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("share", [0, 0.02, 0.1, 0.25, 0.5])
def test_a_disk_that_is_full_costs_nothing(built: Project, tmp_path: Path, share: float) -> None:
    """There is room for a share of what a second site would take, by an estimate that is high."""
    room = int(share * size(built.root / "site"))
    disk, out = tmp_path / "disk", tmp_path / "site"
    disk.mkdir()
    shutil.rmtree(built.root / ".cache", ignore_errors=True)  # so that all has to be made
    whole: list[str | Path] = [str(size(built.root) + room), disk, built.root, COMMAND, out]
    made = subprocess.run(
        ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", *whole],
        capture_output=True,
        text=True,
        check=False,
    )
    if "mounted" not in made.stdout:  # a machine on which nobody may mount: files are bounded there
        made = within_bounds(built.root, 20_000 + room // 100)
        shutil.copytree(built.root / "site", out)
        left = [path.name for path in built.root.glob(".site*")]
    else:
        left = Path(f"{out}.left").read_text("utf-8").split()
    assert made.returncode == 10, made.stderr
    told = made.stderr.strip().split("\n")[-3:]
    assert [line.split(":")[0].strip() for line in told][1:] == ["where", "to do"]
    assert "cannot be written" in told[0]
    assert "room" in told[2]
    assert contents(out) == contents(built.root / "site")
    assert not left


def within_bounds(root: Path, most: int) -> subprocess.CompletedProcess[str]:
    """A build in which no file may have more than so many bytes."""
    return subprocess.run(
        [COMMAND, "build"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
