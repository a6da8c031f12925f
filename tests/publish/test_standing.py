"""A site of which nothing has changed is left as it is, and whatever changes is noticed."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publish.test_site import change, run, tiny_project
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.publish.standing import Standing
from consultations.settings import Project, find_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    for name in ("archive/one", "docs/texts", "site/data", ".cache"):
        (root / name).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: A debate\n")
    for file in ("archive/one/source.txt", "docs/index.md", "docs/texts/one.md", "site/index.html"):
        (root / file).write_text("abc")
    return find_project(root)


def standing(project: Project) -> Standing:
    return Standing(project, project.site)


def rewrite(file: Path) -> None:
    """Other words of the same length, with the date of the old ones."""
    was = file.stat()
    file.write_text("xyz")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))


def replaced(file: Path) -> None:
    shutil.copy2(file, file.with_name("other"))
    file.with_name("other").replace(file)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda root: rewrite(root / "archive/one/source.txt"), id="a source"),
        pytest.param(lambda root: rewrite(root / "docs/index.md"), id="a page"),
        pytest.param(lambda root: rewrite(root / "site/index.html"), id="the site"),
        pytest.param(lambda root: replaced(root / "docs/index.md"), id="a copy in its place"),
        pytest.param(
            lambda root: (root / "mkdocs.yml").write_text("site_name: Another\n"), id="the settings"
        ),
        pytest.param(lambda root: (root / "docs/more.md").write_text(""), id="one page more"),
        pytest.param(lambda root: (root / "docs/texts/one.md").unlink(), id="a generated page"),
        pytest.param(lambda root: (root / "archive/two").mkdir(), id="a folder more"),
        pytest.param(lambda root: (root / "site/data").rmdir(), id="a folder of the site"),
        pytest.param(lambda root: shutil.rmtree(root / "site"), id="the whole site"),
        pytest.param(
            lambda root: (root / ".cache/standing").write_bytes(b"other"), id="what was kept"
        ),
        pytest.param(lambda root: (root / ".cache/standing").unlink(), id="nothing kept"),
    ],
)
def test_a_change_of_anything_is_noticed(
    project: Project, changed: Callable[[Path], object]
) -> None:
    assert not standing(project).holds()
    standing(project).keep({})
    assert standing(project).holds()
    changed(project.root)
    assert not standing(project).holds()


def test_another_site_is_another(project: Project) -> None:
    standing(project).keep({})
    shutil.copytree(project.site, project.root / "other")
    assert not Standing(project, project.root / "other").holds()


def test_other_packages_make_another_site(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    standing(project).keep({})
    assert standing(project).holds()
    (packages / "another-1.2.dist-info").mkdir()
    assert not standing(project).holds()


def test_what_the_build_itself_wrote_is_no_change(project: Project) -> None:
    building = standing(project)
    page = project.docs / "texts/two.md"
    page.write_text("new")
    (project.docs / "texts/one.md").unlink()
    building.keep({page: b"new", project.docs / "texts/one.md": None})
    assert standing(project).holds()


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param(lambda root: (root / "docs/index.md").write_text("other"), id="a page"),
        pytest.param(
            lambda root: (root / "docs/texts/one.md").write_text("not as it was made"),
            id="a generated page",
        ),
        pytest.param(lambda root: (root / "docs/new.md").write_text("new"), id="one page more"),
        pytest.param(
            lambda root: (root / "archive/one/errata.toml").write_text(""),
            id="what stands beside a source",
        ),
        pytest.param(lambda root: (root / "docs/index.md").unlink(), id="a page taken away"),
    ],
)
def test_what_somebody_changes_while_a_site_is_built_is_not_taken_for_built(
    project: Project, meanwhile: Callable[[Path], object]
) -> None:
    building = standing(project)
    meanwhile(project.root)
    building.keep({project.docs / "texts/one.md": b"abc"})
    assert not standing(project).holds()


def test_twice_the_pages_are_looked_through_with_twice_the_work(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    work = []
    for count in (16, 16 * TIMES):
        building = standing(project)
        pages = [project.docs / f"texts/{count}-{n}/index.md" for n in range(count)]
        for page in pages:
            page.parent.mkdir()
            page.write_text("new")
        work.append(lines_run(building.keep, dict.fromkeys(pages, b"new")).lines)
        assert standing(project).holds()
    assert not grows_too_fast(*work), work


def test_a_build_of_nothing_new_leaves_the_site_and_any_other_makes_it(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    assert run(root).returncode == 0
    first = (root / "site").stat().st_ino
    again = run(root)
    assert (again.returncode, again.stdout) == (0, f"{root / 'site'}\n")
    assert (root / "site").stat().st_ino == first
    change(root)
    assert run(root).returncode == 0
    assert (root / "site").stat().st_ino != first
    assert "One more line." in (root / "site/index.html").read_text(encoding="utf-8")
