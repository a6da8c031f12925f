import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

TEXT = b"A document, as it was received.\n"


@dataclass(frozen=True)
class Shelf:
    """An archive to be filled by a test."""

    archive: Path

    def put(self, path: str, content: bytes | str) -> Path:
        file = self.archive / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def record(self, content: bytes = TEXT, /, **changes: str | None) -> str:
        """A record that is right; a change is TOML, None leaves the key out."""
        lines = {
            "title": '"A Response"',
            "authors": '["A. Smith"]',
            "date": '"2001-05"',
            "type": '"consultation response"',
            "rights": '"The text is its author\'s."',
            "language": '"en-GB"',
            "provenance": '"Sent by its author."',
            "converter": '"unknown"',
            "sha256": f'"{hashlib.sha256(content).hexdigest()}"',
        }
        kept = {key: value for key, value in (lines | changes).items() if value is not None}
        return "".join(f"{key} = {value}\n" for key, value in kept.items())

    def document(
        self, name: str, content: bytes = TEXT, file: str = "source.txt", /, **changes: str | None
    ) -> Path:
        """A document with its record; the path of its source."""
        self.put(f"{name}/record.toml", self.record(content, **changes))
        return self.put(f"{name}/{file}", content)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    archive = tmp_path / "archive"
    archive.mkdir()
    return Shelf(archive)
