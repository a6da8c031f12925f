"""An archive that grew step by step is the same, to the byte, as one made from nothing."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stopped import run, tree
from tests.takedown.conftest import add

from consultations import pipeline
from consultations.settings import Project

ERRATUM = """[[erratum]]
line = {line}
before = "{before}"
after = "{after}"
kind = "other"
reason = "The printed copy has it."
"""
DAY = ("--reason", "Its author asked.", "--date", "2026-11-28")


def taken_in(root: Path) -> None:
    """A document by the command, from a file of another encoding."""
    file = root.parent / "reply.txt"
    file.write_bytes("# A reply\r\n\r\nWe pay £5 for the café.\r\n".encode("cp1252"))
    given = ["--id", "reply-2011", "--type", "letter", "--date", "2011", "--rights", "Made up."]
    assert run(root, ["add", str(file), *given]).returncode == 0


def edited(root: Path) -> None:
    errata = root / "archive" / "answer-2011" / "errata.toml"
    text = ERRATUM.format(line=3, before="thank", after="thanked")
    errata.write_text(text, encoding="utf-8")


def renamed(root: Path) -> None:
    (root / "archive" / "answer-2011").rename(root / "archive" / "reply-to-letter")
    with (root / "archive" / "ids.toml").open("a", encoding="utf-8") as ids:
        ids.write('\n[moved.answer-2011]\nto = "reply-to-letter"\nreason = "A clearer id."\n')


def named(root: Path) -> None:
    folder = root / "archive" / "authority"
    folder.mkdir(exist_ok=True)
    entry = '[organisation.farm-board]\nname = "the farm"\n'
    (folder / "more.toml").write_text(entry, encoding="utf-8")


def redacted(root: Path) -> None:
    ids = (root / "archive" / "letter-2011" / "permalinks.tsv").read_text("utf-8").split("\n")
    passage = next(row for row in ids if "committee may write" in row).split("\t")[0]
    words = ["--passage", passage, "--words", "zeb@quimbleforth.example"]
    assert run(root, ["redact", "letter-2011", *words, *DAY]).returncode == 0


def withdrawn(root: Path) -> None:
    assert run(root, ["withdraw", "reply-2011", *DAY]).returncode in (0, 1)


def another(root: Path) -> None:
    add(root, "later-2012", "A later letter", "Jo Doe", b"# Later\n\nThe farm is sold.\n")


STEPS: list[Callable[[Path], None]] = [
    taken_in,
    edited,
    renamed,
    named,
    redacted,
    another,
    withdrawn,
]


@pytest.mark.parametrize("seed", range(3))
def test_what_grew_is_what_is_made_from_nothing(project: Project, seed: int) -> None:
    steps = list(STEPS)
    random.Random(seed).shuffle(steps)  # noqa: S311 (an order, no secret)
    # What is to be withdrawn, and what is to be edited under its old id, must be there.
    steps.sort(key=lambda step: step in (withdrawn, renamed))
    for step in steps:
        step(project.root)
        pipeline.prepare(project.root)
    grown = tree(project.root, "archive", "docs")
    other = project.root.parent / "another path"
    shutil.copytree(project.root, other)
    for folder in pipeline.GENERATED:
        shutil.rmtree(other / "docs" / folder, ignore_errors=True)
    shutil.rmtree(other / ".cache")
    pipeline.prepare(other)
    assert tree(other, "archive", "docs") == grown
