"""`places.json`: what a file's format knows of places, and what its reader left out.

A reader writes it, nobody edits it, and the record's digest of the transcript holds both together:
offsets count code points of the transcript.
"""

import json
from pathlib import Path
from typing import Any

from consultations.errors import SourceError
from consultations.intake.files import read_bytes, where
from consultations.model.transcript import PageStart, Transcript

_LIMIT = 20_000_000
"""Bytes."""
_SCHEMA = "1"
_LABEL_LENGTH = 40


def as_json(transcript: Transcript) -> str:
    """The file's content, the same bytes for the same transcript."""
    data = {
        "schema": _SCHEMA,
        "pages": [[page.label, page.offset] for page in transcript.pages],
        "dropped": [
            {"kind": d.kind, "page": d.page, "text": d.text, "reason": d.reason}
            for d in transcript.drops
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_pages(archive: Path, path: Path, length: int) -> tuple[PageStart, ...]:
    """Where pages begin in a transcript.

    Args:
        archive: the archive's folder.
        path: of the file.
        length: of the transcript, in code points.

    Raises:
        SourceError: the file is none that a reader writes, or does not fit the transcript.
    """
    try:
        data = json.loads(read_bytes(archive, path, _LIMIT, SourceError))
        pages = (
            tuple(_page(entry) for entry in data["pages"]) if data["schema"] == _SCHEMA else None
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        pages = None
    if pages is None or not _fit(pages, length):
        raise SourceError(
            "this is no list of places of this transcript",
            where=where(archive, path),
            remedy="it is written by `consultations add` and never edited: put it back as it was,"
            " or take it away, and the edition has no page numbers",
        )
    return pages


def _page(entry: Any) -> PageStart:
    label, offset = entry
    if not isinstance(label, str) or type(offset) is not int or not label.isprintable():
        raise ValueError(entry)
    return PageStart(label[:_LABEL_LENGTH], offset)


def _fit(pages: tuple[PageStart, ...], length: int) -> bool:
    offsets = [page.offset for page in pages]
    return offsets == sorted(offsets) and all(0 <= offset <= length for offset in offsets)
