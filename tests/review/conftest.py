"""A small project of one document, with its pages."""

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


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs").mkdir()
    for page in ("search.md", "about.md", "quote.md", "index.md"):
        (tmp_path / "docs" / page).write_text(f"# {page}\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("# contact:", "contact:")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    write_document(tmp_path, "a-meeting", TEXT)
    pipeline.prepare(tmp_path)
    return find_project(tmp_path)
