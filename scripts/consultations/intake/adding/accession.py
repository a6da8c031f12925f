"""Taking a document in: its folder in the archive, whole or not at all.

A file that is text in UTF-8 is the document's source and is read as it is. Of any other, a reader
makes a transcript, which stands beside the file with what its format knows of places.
"""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from consultations.intake import places
from consultations.intake.folders import PLACES
from consultations.intake.readers import FileKind
from consultations.model.transcript import Transcript
from consultations.placing import writing

_SUFFIXES: Mapping[FileKind, str] = {
    "pdf": ".pdf", "docx": ".docx", "html": ".html", "markdown": ".md", "text": ".txt",
}  # fmt: skip
_LAID_OUT = frozenset({"pdf", "docx", "html"})
"""Kinds whose readers see type and places: where they found no heading, a bold line is none. That
they read the file is told by `places.json`, though it may say nothing."""


@dataclass(frozen=True)
class Accession:
    """A document that is to be taken in."""

    id: str
    file: Path
    """The file as received; it is copied, never changed."""
    kind: FileKind
    record: Mapping[str, object]
    """Its record, but for the digests."""
    transcript: Transcript | None
    """None where the file itself is the text."""


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_folder(accession: Accession, folder: Path) -> None:
    """Write the document's folder, which is there and empty.

    Raises:
        OutputError: a file cannot be written.
    """
    record = {**accession.record, "sha256": digest_of_file(accession.file)}
    with writing(folder, f"the document {accession.id}"):
        shutil.copyfile(accession.file, folder / f"source{_SUFFIXES[accession.kind]}")
        if accession.transcript:
            name = "transcript.txt" if accession.kind == "text" else "transcript.md"
            text = accession.transcript.text.encode("utf-8", "replace")
            (folder / name).write_bytes(text)
            record["transcript_sha256"] = hashlib.sha256(text).hexdigest()
            if accession.kind in _LAID_OUT:
                content = places.as_json(accession.transcript).encode("utf-8", "replace")
                (folder / PLACES).write_bytes(content)
        written = tomli_w.dumps(record, multiline_strings=True)
        (folder / "record.toml").write_text(written, "utf-8", newline="\n")
