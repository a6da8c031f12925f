"""What CI runs on a pull request, run here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consultations import pipeline

ROOT = Path(__file__).parent.parent.parent


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def test_the_script_writes_the_review_and_fails_where_something_presses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "docs").mkdir()
    for page in ("search.md", "about.md", "quote.md", "index.md"):
        (tmp_path / "docs" / page).write_text("# A page\n", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "review", tmp_path / "tools")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    command = tmp_path / ".venv" / "bin" / "consultations"
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "from consultations.cli import main; main()" "$@"\n'
    )
    command.chmod(0o755)
    pipeline.prepare(tmp_path)
    (tmp_path / ".gitignore").write_text(".cache/\n.venv/\nreview/\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")

    def run(base: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [tmp_path / "tools" / "review", base, "review"],
            env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
            capture_output=True,
            text=True,
            check=False,
        )

    assert run("main").returncode == 0
    review = (tmp_path / "review" / "review.md").read_text(encoding="utf-8")
    assert review.startswith("# Review against ")
    (tmp_path / "docs" / "about.md").write_text("[x](nowhere.md)\n", encoding="utf-8")
    done = run("main")
    assert done.returncode == 1
    assert "::error file=docs/about.md,line=1,title=link-dead::" in done.stdout.replace("\r", "")
    assert run("no-such-branch").returncode == 18
    # A new archive has no set-up of its own: the program is the one that is installed.
    shutil.move(command, tmp_path / "consultations")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert run("main").returncode == 1
