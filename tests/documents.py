"""Small documents that tests put into an archive of their own."""

from hashlib import sha256
from pathlib import Path

RECORD = """title = "Notes of a meeting"
authors = []
date = "2011"
type = "article"
rights = "Made up for a test."
language = "en-GB"
provenance = "A test."
converter = "none"
sha256 = "{digest}"
"""


def write_document(root: Path, id_: str, text: str) -> Path:
    """Put a document, or another text of it, into the archive of a project; give its folder."""
    folder = root / "archive" / id_
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_bytes(text.encode())
    digest = sha256(text.encode()).hexdigest()
    (folder / "record.toml").write_text(RECORD.format(digest=digest), encoding="utf-8")
    return folder
