"""`places.json`: what the format of a file says of places, and what its reader left out.

A reader writes it, nobody edits it, and the record's digest of the transcript holds both together:
offsets count code points of the transcript.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

from consultations.errors import SourceError
from consultations.intake.validation.files import read_bytes, where
from consultations.model.transcript import Drop, DropKind, PageStart, Transcript

_LIMIT = 20_000_000
"""Bytes."""
_SCHEMA = "2"
_LABEL_LENGTH = 40
"""Code points of a page's label that are kept."""


def as_json(transcript: Transcript) -> str:
    """The file's content, the same bytes for the same transcript."""
    data = {
        "schema": _SCHEMA,
        "pages": [[page.label, page.offset] for page in transcript.pages],
        "dropped": [_known(asdict(drop)) for drop in transcript.drops],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _known(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value not in (None, "")}


def read_places(
    archive: Path, path: Path, length: int
) -> tuple[tuple[PageStart, ...], tuple[Drop, ...]]:
    """Where pages begin in a transcript, and what its reader left out.

    Args:
        archive: the archive's folder.
        path: of the file.
        length: of the transcript, in code points.

    Raises:
        SourceError: the file is none that a reader writes, or does not fit the transcript.
    """
    try:
        data = json.loads(read_bytes(archive, path, _LIMIT, SourceError))
        if data["schema"] != _SCHEMA:
            raise ValueError(data["schema"])
        pages = tuple(_page(entry) for entry in data["pages"])
        drops = tuple(_drop(entry) for entry in data["dropped"])
        _require_fit([page.offset for page in pages], length)
        _require_fit(sorted(d.offset for d in drops if d.offset is not None), length)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise SourceError(
            "this is no list of places of this transcript",
            where=where(archive, path),
            remedy="it is written by `consultations add` and never edited: put it back as it was,"
            " or take it away, and the edition has no page numbers",
        ) from None
    return pages, drops


def _page(entry: Any) -> PageStart:
    label, offset = entry
    if not isinstance(label, str) or type(offset) is not int or not label.isprintable():
        raise ValueError(entry)
    return PageStart(label[:_LABEL_LENGTH], offset)


def _drop(entry: Any) -> Drop:
    """One thing that was left out. Anything may stand in the file, so every type is looked at."""
    drop = Drop(**entry)
    texts = (drop.text, drop.reason, drop.after, drop.page or "")
    if (
        drop.kind not in get_args(DropKind)
        or not all(isinstance(text, str) for text in texts)
        or not (drop.offset is None or type(drop.offset) is int)
    ):
        raise ValueError(entry)
    return drop


def _require_fit(offsets: list[int], length: int) -> None:
    if offsets != sorted(offsets) or not all(0 <= offset <= length for offset in offsets):
        raise ValueError(offsets)
