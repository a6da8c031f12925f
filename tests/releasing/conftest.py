"""A small archive of two documents, of which editions are released."""

import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from consultations import pipeline, releasing
from consultations.forms import SiteName
from consultations.founding import Program, found_archive
from consultations.model.release import Release
from consultations.settings import Project, find_project

PROGRAM = Program("consultations==0.1.0")
SITE = SiteName("The Harbour Debate", "https://harbour.example/", "What was said of the harbour")
LETTER = """# Letter to the Board

Wilhelmina Oxtoby welcomes the plan, and has two doubts about it.

- The first is the price of the ticket.
- The second is the timetable.

| Fare | Price |
| --- | --- |
| adult | four pounds |
"""
ANSWER = "# Answer of the Board\n\nWe have read the letter, and thank its author.\n"
RECORD = """title = "{title}"
authors = ["{author}"]
date = "2011-05"
type = "letter"
rights = "Made up for a test."
language = "en-GB"
provenance = "A test."
converter = "none"
sha256 = "{digest}"
"""


def write(project: Project, id_: str, title: str, author: str, text: str) -> None:
    """Put a document into the archive, or another text in its place."""
    folder = project.archive / id_
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_text(text, encoding="utf-8")
    digest = sha256(text.encode()).hexdigest()
    record = RECORD.format(title=title, author=author, digest=digest)
    (folder / "record.toml").write_text(record, encoding="utf-8")
    pipeline.prepare(project.root)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive as it is before its first release."""
    root = tmp_path_factory.mktemp("founded") / "harbour"
    found_archive(root, "The Harbour Debate", PROGRAM)
    made = find_project(root)
    write(made, "answer-2011", "Answer", "Ida Brack", ANSWER)
    write(made, "letter-2011", "Letter", "Jo Marsh", LETTER)
    return root


@pytest.fixture
def project(tmp_path: Path, founded: Path) -> Project:
    shutil.copytree(founded, tmp_path / "harbour")
    return find_project(tmp_path / "harbour")


@pytest.fixture
def release(project: Project) -> Callable[..., Release]:
    """Makes a release of the archive, on the first of a month."""

    def made(month: int, number: str | None = None) -> Release:
        return releasing.release(project, SITE, number, date(2026, month, 1))

    return made
