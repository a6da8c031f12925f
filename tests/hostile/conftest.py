"""A project of one small document, whole and right, in which a test spoils what it likes."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = """# Notes of a meeting

## Who came

The first paragraph says why we met[^1], and the Board of Trade came too.

- The first item
- The second item

[^1]: A note of ours.

> A quotation of another's words that is long enough to stand by itself.

| Year | Sum |
| --- | --- |
| 2001 | ten |
"""
RECORD = """title = "Notes of a meeting"
authors = ["A. Smith"]
organisation = "board"
date = "2011"
type = "article"
rights = "Made up for a test."
language = "en-GB"
provenance = "A test."
converter = "unknown"
sha256 = "{digest}"
"""
AUTHORITY = """[organisation.board]
name = "Board of Trade"
"""


@dataclass(frozen=True)
class Project:
    """A project's folder, to be spoilt."""

    root: Path

    def put(self, path: str, content: bytes | str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def link(self, path: str, to: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.symlink_to(to)

    def document(self, name: str, text: bytes | str = TEXT, record: str = RECORD) -> None:
        content = text.encode() if isinstance(text, str) else text
        self.put(f"archive/{name}/source.md", content)
        digest = hashlib.sha256(content).hexdigest()
        self.put(f"archive/{name}/record.toml", record.replace("{digest}", digest))


def whole_project(root: Path) -> Project:
    """A project with one document, one authority and the pages that a site has."""
    made = Project(root)
    made.document("a-meeting")
    made.put("archive/authority/bodies.toml", AUTHORITY)
    shutil.copy(ROOT / "mkdocs.yml", made.root)
    for page in ("index", "about", "data", "search", "quote"):
        (made.root / "docs").mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / f"{page}.md", made.root / "docs")
    for page in ("index", "rules", "annotators"):  # which the navigation and about.md name
        made.put(f"docs/project/{page}.md", "# The project\n")
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return whole_project(tmp_path / "project")
