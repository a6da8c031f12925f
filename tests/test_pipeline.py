"""The whole order on a document of its own, through everything that may happen to it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.documents import write_document

from consultations import index, pipeline
from consultations.cache import Cache, digest_of
from consultations.editing import kept as kept_editions
from consultations.editing import making
from consultations.errors import UnfaithfulError
from consultations.export import texts
from consultations.intake import PERMALINKS
from consultations.model.edition import Edition
from consultations.review.checks.freshness import lost_ids
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent
TEXT = """# Notes of a meeting

The first paragraph says why we met, and it has a mispeling in it that nobody can know.

The second paragraph is of two parts. Here begins the other part, which is as long as the first.

The third paragraph is the last one, and it stays as it is whatever happens above it.

The same words.

The same words.
"""
ERRATA = """
[[erratum]]
line = 3
before = "mispeling"
after = "misspelling"
reason = "a typist's slip that the author corrected in his own copy"

[[erratum]]
line = 5
before = " Here begins"
after = "\\n\\nHere begins"
reason = "two paragraphs in print"

[[erratum]]
line = 7
before = "The third"
after = "One paragraph more, which the conversion lost.\\n\\nThe third"
reason = "it stands in print"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    write_document(tmp_path, "a-meeting", TEXT)
    (tmp_path / "archive" / "authority").mkdir()
    return tmp_path


def edition(root: Path) -> Edition:
    pipeline.prepare(root)
    (made,) = pipeline.read(find_project(root)).editions
    return made


def test_old_links_are_followed_through_the_editors_changes(project: Path) -> None:
    old = edition(project)
    (project / "archive" / "a-meeting" / "errata.toml").write_text(ERRATA, encoding="utf-8")
    new = edition(project)
    texts = [passage.text for passage in new.passages]
    assert "One paragraph more, which the conversion lost." in texts
    assert any("misspelling" in text for text in texts)
    page = (project / "docs" / "texts" / "a-meeting" / "index.md").read_text(encoding="utf-8")
    for passage in old.passages:
        there = new.by_id[new.moved.get(passage.id, passage.id)]
        assert there.text.split()[:3] == passage.text.split()[:3]
        assert f"#{passage.id} " in page
    kept = project / "archive" / "a-meeting" / PERMALINKS
    before = kept.read_bytes()
    assert edition(project) == new
    assert kept.read_bytes() == before, "what is kept comes to rest"


def test_a_second_run_makes_no_edition_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = edition(project)

    def never(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(making, "edit", never)
    (again,) = pipeline.read(find_project(project)).editions
    assert again == first
    (project / "archive" / "a-meeting" / "errata.toml").write_text(ERRATA, encoding="utf-8")
    with pytest.raises(AssertionError, match="made again"):
        pipeline.read(find_project(project))


def searched(root: Path) -> dict[str, bytes]:
    """What the browser searches, by address."""
    files = pipeline.prepare(root).files
    return {
        address: content.read_bytes()
        for address, content in files.items()
        if address.startswith("search/") and isinstance(content, Path)
    }


def from_nothing(root: Path) -> dict[str, bytes]:
    """The same, made in a project that has nothing but the archive."""
    with TemporaryDirectory() as folder:
        for name in ("archive", "docs"):
            shutil.copytree(root / name, Path(folder) / name)
        shutil.copy(root / "mkdocs.yml", folder)
        return searched(Path(folder))


def test_a_build_that_goes_on_makes_what_a_build_from_nothing_makes(project: Path) -> None:
    archive = project / "archive"
    seen = [searched(project)]
    for change in (
        lambda: write_document(project, "b-meeting", TEXT.replace("meeting", "gathering")),
        lambda: write_document(project, "a-meeting", TEXT.replace("last", "final")),
        lambda: (archive / "a-meeting").rename(archive / "c-meeting"),
        lambda: shutil.rmtree(archive / "b-meeting"),
    ):
        change()
        seen.append(searched(project))
        assert seen[-1] == from_nothing(project)
        assert seen[-1] != seen[-2]


def test_an_index_that_is_whole_is_not_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = searched(project)
    monkeypatch.setattr(index, "write_segments", lambda *_: pytest.fail("made again"))
    assert searched(project) == first


@pytest.mark.parametrize("folder", ["index", "search", "search.disk"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"other")])
def test_what_was_kept_is_not_taken_where_it_was_harmed(
    project: Path, folder: str, harm: Callable[[Path], object]
) -> None:
    whole = searched(project)
    for file in sorted((project / ".cache" / folder).rglob("*")):
        if file.is_file():
            harm(file)
    assert searched(project) == whole
    with index.Index(project / ".cache" / "index") as opened:
        assert index.search(opened, "mispeling").total == 1


@pytest.mark.parametrize("undone", [False, True])
def test_a_build_that_was_stopped_is_taken_up(
    project: Path, undone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched(project)
    write_document(project, "b-meeting", TEXT)
    with monkeypatch.context() as stopped:
        stopped.setattr(texts, "_block", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            pipeline.prepare(project)
    if undone:
        shutil.rmtree(project / "archive" / "b-meeting")
    assert searched(project) == from_nothing(project)
    with index.Index(project / ".cache" / "index") as opened:
        assert len(opened.editions) == 2 - undone


def test_an_unfaithful_edition_is_refused_and_leaves_all_as_it_was(project: Path) -> None:
    edition(project)
    before = {path: path.read_bytes() for path in (project / "docs").rglob("*.md")}
    (project / "archive" / "a-meeting" / "errata.toml").write_text(
        '[[erratum]]\nline = 5\nbefore = "parts. Here begins the"\n'
        'after = "pieces.\\n\\nThere begins an"\nreason = "over the end of a paragraph"\n',
        encoding="utf-8",
    )
    with pytest.raises(UnfaithfulError) as refused:
        pipeline.prepare(project)
    assert "within each of them" in refused.value.remedy
    assert {path: path.read_bytes() for path in (project / "docs").rglob("*.md")} == before


def test_an_id_is_given_once_and_whoever_takes_it_away_must_say_what_became_of_it(
    project: Path,
) -> None:
    pipeline.prepare(project)
    ids = project / "archive" / "ids.toml"
    assert '"a-meeting"' in ids.read_text(encoding="utf-8")
    (project / "archive" / "a-meeting").rename(project / "archive" / "renamed")
    (finding,) = lost_ids(pipeline.read(find_project(project)))
    assert finding.code == "id-dies"
    assert "a-meeting" in finding.what
    with ids.open("a", encoding="utf-8") as file:
        file.write('\n[moved.a-meeting]\nto = "renamed"\nreason = "a test"\n')
    prepared = pipeline.prepare(project)
    assert not list(lost_ids(pipeline.read(find_project(project))))
    assert "(../renamed/index.md)" in prepared.pages["texts/a-meeting/index.md"]
    assert '"renamed"' in ids.read_text(encoding="utf-8")
    assert "a test" in ids.read_text(encoding="utf-8"), "a build keeps what a person has written"


def test_what_was_kept_is_held_to_the_first_law(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edition,) = pipeline.read(find_project(project)).editions
    first = replace(edition.passages[1], text=edition.passages[1].text.replace("why", "not why"))
    spoilt = replace(edition, passages=(edition.passages[0], first, *edition.passages[2:]))
    kept = kept_editions._KeptEdition(spoilt, "", known=digest_of())
    sort = kept_editions._KeptEdition
    monkeypatch.setattr(Cache, "get", lambda _, __, kind, *___: kept if kind is sort else None)
    (again,) = pipeline.read(find_project(project)).editions
    assert again.passages == edition.passages
