"""The documents of this folder, for the tests and for benchmarks/quality."""

import tomllib
from pathlib import Path

from consultations import rules
from consultations.annotate import annotate
from consultations.edition import edition_of
from consultations.intake import read_authority
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.source import Record, Source

HERE = Path(__file__).parent


def source(folder: Path) -> Source:
    """The source of a document, with what its record says."""
    record = tomllib.loads((folder / "record.toml").read_text(encoding="utf-8"))
    known = Record(
        title=record["title"],
        authors=tuple(record.get("authors", ())),
        organisation=record.get("organisation"),
        date=record["date"],
        type=record["type"],
        responds_to=record.get("responds_to"),
        rights=record["rights"],
        language="en-GB",
        provenance=record["provenance"],
        converter=record["converter"],
    )
    text = (folder / "source.txt").read_bytes().decode("utf-8")
    return Source(folder.name, known, "source.txt", None, "0" * 64, text)


def authority(folder: Path) -> Authority:
    """What is known of the world of a document: its own `authority/`, and nothing else."""
    return read_authority(folder) if (folder / "authority").is_dir() else Authority()


def annotated(folder: Path) -> Edition:
    """A document as an edition with everything that can be known of it."""
    return annotate(edition_of(rules.emend(source(folder))), authority(folder))
