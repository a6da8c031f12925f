"""Documents of the archive, each with its record, its digest and its text."""

import hashlib
from pathlib import Path

from consultations.errors import RecordError, SourceError
from consultations.intake.folders import Folder, document_ids, open_folder
from consultations.intake.places import read_places
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.files import digest, read_bytes, where
from consultations.intake.validation.shapes import Fault, near
from consultations.intake.validation.tables import Table, read_table
from consultations.model.entity import Authority, EntityKind
from consultations.model.source import Record, Source
from consultations.model.text import squeeze

TEXT_LIMIT = 10_000_000
"""Bytes of a document's text: a million and a half words, ten times a long inquiry report."""

LINE_LIMIT = 400_000
"""Lines of it that hold something, each of which may be a passage; such a report has 250,000."""

_REFERENCES: dict[str, tuple[EntityKind, ...]] = {
    "organisation": ("organisation",),
    "responds_to": ("consultation", "work"),
}
"""For each key of a record that names an entity: the kinds that it may name."""


def read_archive(archive: Path, authority: Authority) -> list[Source]:
    """Every document, in the order of their ids, each fit to the authorities.

    Raises:
        SourceError: a folder or a text cannot be taken.
        RecordError: a record says what cannot be, or names what no authority knows.
    """
    documents = document_ids(archive)
    return [read_source(archive, document, authority) for document in documents]


def read_source(archive: Path, document: str, authority: Authority | None = None) -> Source:
    """One document, fit to the authorities where they are given.

    Raises:
        SourceError: the folder or the text cannot be taken.
        RecordError: the record says what cannot be, or names what no authority knows.
    """
    folder = open_folder(archive, document)
    table = _read_record(archive, folder)
    if authority is not None:
        _refuse_unknown(table, document, authority)
    return _read(archive, folder, table)


def _read_record(archive: Path, folder: Folder) -> Table:
    if not folder.record.exists():
        raise RecordError(
            "the document has no record",
            where=where(archive, folder.record),
            remedy="write one; docs/project/archive.md has what it says",
        )
    table = read_table(archive, folder.record, "record", RecordError)
    if ("transcript_sha256" in table.data) != (folder.transcript is not None):
        says, is_there = "names", "there is none"
        if folder.transcript:
            says, is_there = "does not name", "there is one"
        raise RecordError(
            f"the record {says} the digest of a transcript, and {is_there}",
            where=table.where(("transcript_sha256",)),
            remedy="transcript_sha256 belongs in the record where a transcript is in the folder",
        )
    return table


def _read(archive: Path, folder: Folder, table: Table) -> Source:
    """A document from its files, once its record is known to be right.

    Where there is a transcript, the received file is held to its digest as well, though nothing of
    it is read: it is published, and must be what was received.
    """
    data = table.data
    if folder.transcript:
        found = digest(archive, folder.source, SourceError)
        _require_digest(archive, folder.source, found, data["sha256"])
    recorded = data["transcript_sha256" if folder.transcript else "sha256"]
    converter = data["converter"]
    text = _read_text(archive, folder.text, recorded)
    pages, drops = read_places(archive, folder.places, len(text)) if folder.places else ((), ())
    return Source(
        id=folder.id,
        record=Record(
            title=data["title"],
            authors=tuple(data["authors"]),
            organisation=data.get("organisation"),
            date=data["date"],
            type=data["type"],
            responds_to=data.get("responds_to"),
            rights=squeeze(data["rights"]),
            language=data["language"],
            provenance=squeeze(data["provenance"]),
            converter=None if converter == "unknown" else converter,
            added=data.get("added"),
        ),
        file=folder.source.relative_to(archive).as_posix(),
        transcript=folder.transcript.relative_to(archive).as_posix() if folder.transcript else None,
        digest=data["sha256"],
        text=text,
        pages=pages,
        drops=drops,
        is_laid_out=folder.places is not None,
    )


def _read_text(archive: Path, path: Path, recorded: str) -> str:
    """The text of a file that is held to its digest."""
    data = read_bytes(archive, path, TEXT_LIMIT, SourceError)
    _require_digest(archive, path, hashlib.sha256(data).hexdigest(), recorded)
    try:
        text = decode(data)
    except NotTextError as reason:
        raise SourceError(
            str(reason),
            where=where(archive, path),
            remedy="leave the file as it is; take it in with `consultations add`, which writes a"
            " transcript in UTF-8 beside it and names the converter in record.toml",
        ) from reason
    if len(text) > LINE_LIMIT and sum(map(bool, map(str.strip, text.splitlines()))) > LINE_LIMIT:
        raise SourceError(
            f"more than {LINE_LIMIT:,} lines, the limit for a document",
            where=where(archive, path),
            remedy="split it into several",
        )
    return text


def _require_digest(archive: Path, path: Path, found: str, recorded: str) -> None:
    if found != recorded:
        raise SourceError(
            f"not the file that was recorded: its SHA-256 is {found}, the record has {recorded}",
            where=where(archive, path),
            remedy="a source is never edited: put the received file back, and corrections in "
            "errata.toml; where another file was received, set its digest in record.toml",
        )


def _refuse_unknown(table: Table, document: str, authority: Authority) -> None:
    """Make sure that a record names only known entities, and that its own id is no other's."""
    faults = []
    for key, kinds in _REFERENCES.items():
        name = table.data.get(key)
        named = authority.by_id.get(name or "")
        if name is not None and (named is None or named.kind not in kinds):
            known = near(name, (entity.id for kind in kinds for entity in authority.of_kind(kind)))
            what = f"`{key}`: there is no {' or '.join(kinds)} `{name}`{known}"
            faults.append(Fault((key,), what))
    if document in authority.by_id:
        faults.append(Fault((), f"`{document}` is the id of an entity in archive/authority too"))
    if faults:
        raise table.refusal(faults, "mend the record, or add the entry to archive/authority")
