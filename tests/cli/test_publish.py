"""`consultations publish`, as it is called, and as it is killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.hosting.sites import FIRST, SECOND, missing, write_site

from consultations.hosting.copying import LISTING

COMMAND = [sys.executable, "-c", "from consultations.cli import main; main()", "publish"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "archive").mkdir(parents=True)
    (root / "mkdocs.yml").touch()
    write_site(root / "site", FIRST)
    return root


def publish(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LISTING and path.suffix != ".part"
    }


def test_a_site_is_copied_and_told(root: Path) -> None:
    told = "8 files to copy, 0 there already, 0 to remove, 0 to be removed later\n"
    assert publish(root, "../there", "--dry-run").stdout == told
    assert not (root.parent / "there").exists()
    done = publish(root, "../there", "--host", "github-pages")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "8 files copied, 0 there already, 0 removed, 0 to be removed later\n"
    assert there(root.parent / "there") == {name: text.encode() for name, text in FIRST.items()}


def test_what_cannot_be_is_told_in_three_lines(root: Path) -> None:
    (root / "site" / "data" / "catalogue.json").unlink()
    refused = publish(root, "../there")
    assert refused.returncode == 22
    assert len(refused.stderr.splitlines()) == 3
    assert "consultations build" in refused.stderr
    assert publish(root, "there", "--host", "nobody").returncode == 2


def test_a_host_that_does_not_take_the_site_is_told_before(root: Path) -> None:
    with (root / "site" / "data" / "archive.zip").open("wb") as large:
        large.truncate(101 * 1024 * 1024)
    refused = publish(root, "../there", "--host", "github-pages")
    assert (refused.returncode, "takes 105 MB of one file" in refused.stderr) == (22, True)
    assert not (root.parent / "there").exists()
    assert "Note: GitHub Pages takes" in publish(root, "../there", "--dry-run").stderr


def test_a_copy_killed_at_any_moment_leaves_a_whole_site(root: Path, tmp_path: Path) -> None:
    more = {f"data/text/{n}.txt": f"{n}" * 5000 for n in range(400)}
    write_site(root / "site", more)
    folder = root.parent / "there"
    assert publish(root, "../there").returncode == 0
    second = write_site(tmp_path / "second", {**SECOND, **{n: t + "!" for n, t in more.items()}})
    began = time.monotonic()
    assert publish(root, str(tmp_path / "other"), "--site", str(second)).returncode == 0
    length = time.monotonic() - began
    for part in (0.5, 0.7, 0.8, 0.9, 0.95, 1.0):
        with subprocess.Popen(
            [*COMMAND, "../there", "--site", str(second)], cwd=root, stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(length * part)
            process.send_signal(signal.SIGKILL)
        assert not missing(there(folder))
    assert publish(root, "../there", "--site", str(second), "--delay", "0").returncode == 0
    assert there(folder) == there(second)
