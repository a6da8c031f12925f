"""What is made of one edition by itself, and kept while that edition stays as it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.documents import write_document

from consultations import pages, pipeline
from consultations.annotate.across import other_editions
from consultations.model.edition import Edition
from consultations.pages.indexes.asked import question_page
from consultations.pages.indexes.excerpts import in_full
from consultations.pages.writing.markdown import Markdown
from consultations.settings import find_project

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
REPLY = """# Reply to a report on lamps

Recommendation 1: The council should light the harbour.

We accept this. The lamps will be lit from dusk.

Recommendation 2: The ferry should run on Sundays.

We reject this, since nobody asked for it.
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


def test_only_the_answers_of_a_document_that_changed_are_drawn_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def told(edition: Edition, *more: Any) -> Iterator[Markdown]:
        drawn.append(edition.id)
        return in_full(edition, *more)

    monkeypatch.setattr(question_page, "in_full", told)
    write_document(project, "c-reply", REPLY)
    write_document(project, "d-reply", REPLY.replace("lamps", "lights"))
    made(project)
    assert sorted(drawn) == ["c-reply", "c-reply", "d-reply", "d-reply"]
    drawn.clear()
    write_document(project, "d-reply", REPLY.replace("nobody", "no ferryman"))
    grown = made(project)
    assert drawn == ["d-reply", "d-reply"]
    assert any(b"no ferryman" in page for path, page in grown.items() if "questions/" in path)
    assert grown == from_nothing(project)


def test_an_answer_stays_under_its_question_where_another_document_orders_them(
    project: Path,
) -> None:
    authority = project / "archive" / "authority" / "consultations.toml"
    authority.write_text('[consultation.lamps]\nname = "Lamps"\n', encoding="utf-8")

    def reply(id_: str, text: str) -> None:
        record = write_document(project, id_, text) / "record.toml"
        record.write_text(f'{record.read_text("utf-8")}responds_to = "lamps"\n', encoding="utf-8")

    # Questions that the authorities do not know stand in the order of the first document.
    title, first, accepted, second, rejected = REPLY.strip().split("\n\n")
    reply("c-reply", "\n\n".join([title, second, rejected, first, accepted, ""]))
    reply("d-reply", REPLY)
    before = made(project)
    reply("c-reply", OTHER)
    grown = made(project)
    assert any(path.startswith("questions/lamps/") for path in before.keys() & grown.keys())
    assert grown == from_nothing(project)


def test_what_other_documents_have_in_common_with_one_is_drawn_on_its_page(project: Path) -> None:
    before = made(project)["texts/a-meeting/index.md"]
    write_document(project, "b-walk", SAME_WORDS)
    grown = made(project)
    assert b"Same words" not in before
    assert b"Same words" in grown["texts/a-meeting/index.md"]
    assert grown == from_nothing(project)


def test_titles_are_looked_for_again_only_where_words_or_titles_have_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    find = other_editions._Others._titled_in

    def told(others: Any, edition: Edition) -> Any:
        looked.append(edition.id)
        return find(others, edition)

    monkeypatch.setattr(other_editions._Others, "_titled_in", told)
    made(project)
    assert looked == ["a-meeting", "b-walk"]
    looked.clear()
    write_document(project, "b-walk", OTHER + "\nSee A long title of five words at last.\n")
    made(project)
    assert looked == ["b-walk"]
    looked.clear()
    record = project / "archive" / "a-meeting" / "record.toml"
    (title,) = [x for x in record.read_text("utf-8").split("\n") if x.startswith("title = ")]
    new = record.read_text("utf-8").replace(title, 'title = "A long title of five words at last"')
    record.write_text(new, encoding="utf-8")
    grown = made(project)
    assert sorted(set(looked)) == ["a-meeting", "b-walk"]
    assert b"texts/a-meeting/" in grown["data/editions/b-walk.json"] or any(
        b"a-meeting" in content for path, content in grown.items() if "b-walk" in path
    )
    assert grown == from_nothing(project)
    pipeline.forget_pages(find_project(project))
    assert not (project / ".cache" / "alone").exists()


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
