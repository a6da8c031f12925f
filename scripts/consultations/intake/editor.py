"""`errata.toml`, `stet.toml`, `annotations.toml`: what the editor of a document has decided."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import tomli_w

from consultations.errors import EditorError
from consultations.intake.folders import require_id
from consultations.intake.validation.shapes import Fault
from consultations.intake.validation.tables import read_table
from consultations.model.editor import Erratum, Judgement, Redaction, Stet
from consultations.model.text import squeeze


def read_errata(archive: Path, document: str) -> tuple[Erratum, ...]:
    """The corrections of a document, in the order of their file; none where there is no file.

    Whether each fits its source is seen when it is applied.

    Raises:
        EditorError: the file cannot be read.
        SourceError: the id is none.
    """
    return tuple(
        Erratum(
            line=entry["line"],
            column=entry.get("column"),
            before=entry["before"],
            after=entry["after"],
            kind=entry.get("kind", "other"),
            reason=squeeze(entry["reason"]),
            entry=where,
        )
        for where, entry in _entries(archive, document, "errata", "erratum")
    )


def read_stet(archive: Path, document: str) -> tuple[Stet, ...]:
    """The places that a rule must leave alone, in the order of their file.

    Raises:
        EditorError: the file cannot be read.
        SourceError: the id is none.
    """
    return tuple(
        Stet(
            rule=entry["rule"],
            line=entry["line"],
            column=entry.get("column"),
            text=entry["text"],
            reason=squeeze(entry["reason"]),
            entry=where,
        )
        for where, entry in _entries(archive, document, "stet", "stet")
    )


def read_judgements(archive: Path, document: str) -> tuple[Judgement, ...]:
    """What is right and what is wrong of the annotations of a document, confirmed ones first.

    Raises:
        EditorError: the file cannot be read.
        SourceError: the id is none.
    """
    states: tuple[Literal["confirmed", "rejected"], ...] = ("confirmed", "rejected")
    return tuple(
        Judgement(
            state=state,
            sort=entry["sort"],
            passage=entry["passage"],
            text=entry["text"],
            reason=squeeze(entry["reason"]),
            entry=where,
        )
        for state in states
        for where, entry in _entries(archive, document, "annotations", state)
    )


def read_redactions(archive: Path, document: str) -> tuple[Redaction, ...]:
    """What was taken out of a document's source, in the order of its file.

    Raises:
        EditorError: the file cannot be read.
        SourceError: the id is none.
    """
    return tuple(
        Redaction(entry["passage"], entry["characters"], entry["date"], squeeze(entry["reason"]))
        for _, entry in _entries(archive, document, "redactions", "redaction")
    )


def redactions_as_text(redactions: Iterable[Redaction]) -> str:
    """The file that `read_redactions` reads as these."""
    return tomli_w.dumps({"redaction": [vars(redaction) for redaction in redactions]})


def _entries(
    archive: Path,
    document: str,
    schema: Literal["annotations", "errata", "redactions", "stet"],
    key: str,
) -> list[tuple[str, dict[str, Any]]]:
    """Every entry with its file and line."""
    require_id(archive, document)
    path = archive / document / f"{schema}.toml"
    if not path.exists() and not path.is_symlink():
        return []
    table = read_table(archive, path, schema, EditorError)
    entries = table.data.get(key, [])
    same = [
        Fault((key, i), f"`{key}[{i + 1}]`: `before` and `after` are the same")
        for i, entry in enumerate(entries)
        if "before" in entry and entry["before"] == entry["after"]
    ]
    if same:
        raise table.refusal(same, "an erratum changes something; take it out, or mend it")
    return [(table.where((key, i)), entry) for i, entry in enumerate(entries)]
