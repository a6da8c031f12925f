"""What is made of one edition by itself, and kept while that edition stays as it is."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.documents import write_document

from consultations import pages, pipeline

ROOT = Path(__file__).parent.parent
MEETING = """# Notes of a meeting

We met in May, and we will pay for new oil.

The second paragraph stays as it is whatever happens to the other notes.
"""
OTHER = """# Notes of a walk

The path goes round the pond, and the bridge over it is closed for the winter.
"""
WITHDRAWN = """
[withdrawn.b-walk]
reason = "Its author asked."
withdrawn = "2011-05-01"
title = "A walk"
"""
SAME_WORDS = OTHER + "\nThe second paragraph stays as it is whatever happens to the other notes.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "archive" / "authority").mkdir(parents=True)
    write_document(tmp_path, "a-meeting", MEETING)
    write_document(tmp_path, "b-walk", OTHER)
    return tmp_path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the editions whose pages are drawn, as it happens."""
    ids: list[str] = []
    for name in ("reading_page", "apparatus_page"):
        draw = getattr(pages, name)

        def told(edition: Any, *more: Any, draw: Any = draw) -> str:
            ids.append(edition.id)
            return str(draw(edition, *more))

        monkeypatch.setattr(pages, name, told)
    return ids


def made(root: Path) -> dict[str, bytes]:
    """All Markdown, and all data that are no file of one form."""
    prepared = pipeline.prepare(root)
    files = {
        address: content.read_bytes() if isinstance(content, Path) else content
        for address, content in prepared.files.items()
        if not address.endswith((".zip", ".epub"))
    }
    return files | {path: text.encode() for path, text in prepared.pages.items()}


def from_nothing(root: Path) -> dict[str, bytes]:
    shutil.rmtree(root / ".cache")
    return made(root)


def test_only_the_pages_of_a_document_that_changed_are_drawn_again(
    project: Path, drawn: list[str]
) -> None:
    made(project)
    assert drawn == ["a-meeting", "a-meeting", "b-walk", "b-walk"]
    drawn.clear()
    made(project)
    assert drawn == []
    write_document(project, "b-walk", OTHER + "\nOne line more.\n")
    grown = made(project)
    assert drawn == ["b-walk", "b-walk"]
    assert grown == from_nothing(project)


def test_what_other_documents_have_in_common_with_one_is_drawn_on_its_page(project: Path) -> None:
    before = made(project)["texts/a-meeting/index.md"]
    write_document(project, "b-walk", SAME_WORDS)
    grown = made(project)
    assert b"Same words" not in before
    assert b"Same words" in grown["texts/a-meeting/index.md"]
    assert grown == from_nothing(project)


def test_what_was_made_of_a_document_goes_with_it(project: Path) -> None:
    made(project)
    kept = project / ".cache" / "made"
    assert {file.name for file in kept.glob("*/*")} == {"a-meeting", "b-walk"}
    shutil.rmtree(project / "archive" / "b-walk")
    with (project / "archive" / "ids.toml").open("a", encoding="utf-8") as ids:
        ids.write(WITHDRAWN)
    made(project)
    assert {file.name for file in kept.glob("*/*")} == {"a-meeting"}


def test_what_no_program_asks_for_any_more_is_removed(project: Path) -> None:
    made(project)
    kept = project / ".cache" / "made"
    asked = sorted(folder.name for folder in kept.iterdir())
    old = kept / "of-an-older-program"
    old.mkdir()
    (old / "a-meeting").write_bytes(b"once")
    made(project)
    assert sorted(folder.name for folder in kept.iterdir()) == asked
