"""A body that is renamed throughout an archive is renamed in every index."""

import hashlib
import re
import shutil
from pathlib import Path

from consultations import pages, pipeline
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent
OLD, NEW = (
    "Alcohol Concern",
    "Harbour Council",
)  # of one length, so that excerpts end at the same words


def renamed(root: Path) -> Path:
    """A copy of the project in which every file says the new name, each source with its digest."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    shutil.copytree(ROOT / "archive", root / "archive")
    for file in (root / "archive").rglob("*.*"):
        text = file.read_bytes().decode()
        file.write_bytes(text.replace(OLD, NEW).encode())
    for record in (root / "archive").glob("*/record.toml"):
        digest = hashlib.sha256(record.with_name("source.txt").read_bytes()).hexdigest()
        text = re.sub(r'(?m)^sha256 = ".*"', f'sha256 = "{digest}"', record.read_text("utf-8"))
        record.write_text(text, "utf-8")
    return root


def test_every_index_follows_a_body_that_is_renamed(tmp_path: Path) -> None:
    before = pipeline.read(find_project(ROOT))
    after = pipeline.read(find_project(renamed(tmp_path)))
    made = pages.markdown_files(before.editions, before.authority)
    again = pages.markdown_files(after.editions, after.authority)
    assert sum(OLD in page for page in made.values()) > 20
    assert not [path for path, page in again.items() if OLD in page]
    # In a text, what letters can stand for depends on the name.
    counts = [
        {
            path: page.count(name)
            for path, page in files.items()
            if name in page and not path.startswith("texts/")
        }
        for files, name in ((made, OLD), (again, NEW))
    ]
    assert counts[0] == counts[1]
