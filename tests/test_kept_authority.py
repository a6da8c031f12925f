"""The authorities are kept for as long as their files are as they were, and no longer."""

from pathlib import Path

import pytest

from consultations import intake, pipeline
from consultations.errors import AuthorityError
from consultations.model.entity import Authority
from consultations.settings import Project, find_project

ENTRY = '[organisation.{id}]\nname = "Society of {name}"\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "archive" / "authority"
    folder.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lamps\n", encoding="utf-8")
    entry(folder / "one.toml", "lighters", "Lamplighters")
    return find_project(tmp_path)


def entry(file: Path, id_: str, name: str) -> None:
    file.write_text(ENTRY.format(id=id_, name=name), encoding="utf-8")


def names(project: Project) -> list[str]:
    return [entity.name for entity in pipeline.read_authority(project).entities]


def test_they_are_read_again_when_a_file_changes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = intake.read_authority
    times: list[Path] = []

    def told(archive: Path) -> Authority:
        times.append(archive)
        return read(archive)

    monkeypatch.setattr(intake, "read_authority", told)
    folder = project.archive / "authority"
    for _ in range(2):
        assert names(project) == ["Society of Lamplighters"]
    assert len(times) == 1
    entry(folder / "one.toml", "lighters", "Ferrymen")
    assert names(project) == ["Society of Ferrymen"]
    entry(folder / "two.toml", "bridges", "Bridges")
    assert names(project) == ["Society of Bridges", "Society of Ferrymen"]
    (folder / "one.toml").unlink()
    assert names(project) == ["Society of Bridges"]
    assert pipeline.read_authority(project) == read(project.archive)


def test_what_is_refused_is_refused_again(project: Project, tmp_path: Path) -> None:
    folder = project.archive / "authority"
    assert names(project)
    outside = tmp_path / "outside.toml"
    (folder / "one.toml").rename(outside)
    (folder / "one.toml").symlink_to(outside)  # which holds what was kept
    with pytest.raises(AuthorityError, match="symbolic link"):
        names(project)


def test_what_is_read_of_a_file_that_is_being_written_is_not_kept(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, file = intake.read_authority, project.archive / "authority" / "one.toml"

    def meanwhile(archive: Path) -> Authority:
        entry(file, "lighters", "Ferrymen")
        return read(archive)

    monkeypatch.setattr(intake, "read_authority", meanwhile)
    assert names(project) == ["Society of Ferrymen"]
    monkeypatch.setattr(intake, "read_authority", read)
    entry(file, "lighters", "Lamplighters")  # as it was when it was looked at first
    assert names(project) == ["Society of Lamplighters"]


def test_where_nothing_can_be_written_they_are_read(project: Project) -> None:
    project.cache.write_text("not a folder", encoding="utf-8")
    assert names(project) == ["Society of Lamplighters"]
