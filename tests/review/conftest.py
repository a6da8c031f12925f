"""A small project of one document, with its pages."""

import shutil
from pathlib import Path

import pytest
from tests.documents import write_document

from consultations import pipeline
from consultations.settings import Project, find_project

ROOT = Path(__file__).parent.parent.parent
TEXT = """# Notes of a meeting

The first paragraph says why we met\u00a0twice, and it names nobody.

The second paragraph is longer, and carol@example.org has written it for all of us.
"""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as its first build leaves it: made once, and copied for every test."""
    root = tmp_path_factory.mktemp("prepared") / "project"
    (root / "docs").mkdir(parents=True)
    for page in ("search.md", "about.md", "quote.md", "index.md"):
        (root / "docs" / page).write_text(f"# {page}\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("# contact:", "contact:")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    write_document(root, "a-meeting", TEXT)
    pipeline.prepare(root)
    return root


@pytest.fixture
def project(tmp_path: Path, prepared: Path) -> Project:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return find_project(tmp_path)
