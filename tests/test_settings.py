import os
from collections.abc import Callable
from pathlib import Path

import pytest

from consultations.errors import ProjectError
from consultations.intake import require_settings
from consultations.settings import find_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "archive").mkdir()
    return tmp_path


@pytest.mark.parametrize("below", ["", "archive", "docs/texts/nowhere"])
def test_a_project_is_found_from_any_folder_in_it(root: Path, below: str) -> None:
    project = find_project(root / below)
    assert project.root == root
    assert project.archive == root / "archive"
    assert project.docs == root / "docs"
    assert project.site == root / "site"
    assert project.configuration == root / "mkdocs.yml"


def test_a_folder_between_that_is_no_project_is_passed_by(root: Path) -> None:
    inner = root / "vendor"
    (inner / "archive").mkdir(parents=True)
    assert find_project(inner / "archive").root == root


def test_no_project_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as failure:
        find_project(tmp_path)
    assert failure.value.where == str(tmp_path)
    assert "mkdocs.yml" in failure.value.remedy


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("nowhere")])
def test_settings_that_are_no_plain_file_are_told_and_not_passed_by(
    root: Path, make: Callable[[Path], None]
) -> None:
    inner = root / "inner"
    (inner / "archive").mkdir(parents=True)
    make(inner / "mkdocs.yml")
    assert find_project(inner).root == inner
    with pytest.raises(ProjectError) as failure:
        require_settings(inner)
    assert failure.value.where == "mkdocs.yml"
