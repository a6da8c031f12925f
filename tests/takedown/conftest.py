"""A small project of two documents, of which one has words that no other text has."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from consultations import pipeline
from consultations.settings import Project, find_project

ROOT = Path(__file__).parent.parent.parent
LETTER = """# Letter to the committee

Zebulonia Quimbleforth wrote this first paragraph about the vexillary gromwells of her town.

The committee may write to zeb@quimbleforth.example, which is her own address, at any
time of the day, or call
01632 960001 after six.

- an item about the farm
- an item about (call 01632 960001) the house

The last paragraph stays as it is, whatever is taken out above it.
"""
OTHER = """# Answer of the committee

We have read her letter, and we thank her for it. There is nothing more to be said.
"""
RECORD = """title = "{title}"
authors = ["{author}"]
date = "2011"
type = "letter"
rights = "Made up for a test."
language = "en-GB"
provenance = "A test."
converter = "none"
sha256 = "{digest}"
"""


def add(root: Path, id_: str, title: str, author: str, data: bytes) -> Path:
    folder = root / "archive" / id_
    folder.mkdir(parents=True)
    (folder / "source.txt").write_bytes(data)
    record = RECORD.format(title=title, author=author, digest=sha256(data).hexdigest())
    (folder / "record.toml").write_text(record, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as its first build leaves it: made once, and copied for every test."""
    root = tmp_path_factory.mktemp("prepared") / "project"
    shutil.copytree(ROOT / "docs", root / "docs", ignore=_ignored)
    shutil.copy(ROOT / "mkdocs.yml", root)
    add(root, "letter-2011", "A letter", "Zeb Q.", LETTER.encode())
    add(root, "answer-2011", "An answer", "The committee", OTHER.encode())
    pipeline.prepare(root)
    return root


@pytest.fixture
def project(tmp_path: Path, prepared: Path) -> Project:
    return find_project(shutil.copytree(prepared, tmp_path / "project"))


def _ignored(_: str, names: list[str]) -> set[str]:
    return set(pipeline.GENERATED) & set(names)
