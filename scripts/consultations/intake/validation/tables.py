"""TOML files that a person writes: read, held against a schema, every fault told at once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from consultations import patterns as re
from consultations.errors import ConsultationsError
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.faults import FAULT_LIMIT, refusal
from consultations.intake.validation.files import read_bytes, where
from consultations.intake.validation.shapes import Fault, faults_of
from consultations.intake.validation.toml_lines import KeyPath, key_lines, nearest_line

TableSchema = Literal[
    "annotations", "authority", "errata", "ids", "record", "redactions", "release", "stet"
]
"""The schemas of the TOML files that a person writes."""

SIZE_LIMIT = 1_000_000
"""Bytes of a file that a person writes."""

# tomllib takes time quadratic in the parts of a dotted key; no file here has one of more than four.
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""")

_LONG_NUMBER = re.compile(r"(?<![\w\"'])[-+]?[0-9][0-9_]{1000}")
_DEEP_LIST = re.compile(r"(?:[\[{][^\[\]{}]*){32}")


@dataclass(frozen=True)
class Table:
    """A file's content, found to be of its schema's shape."""

    archive: Path
    path: Path
    text: str
    data: Mapping[str, Any]
    error: type[ConsultationsError]
    """The class of what is raised about this file."""

    @cached_property
    def _lines(self) -> Mapping[KeyPath, int]:
        return key_lines(self.text)

    def where(self, key: KeyPath) -> str:
        """File and line of a key, as a person is told it."""
        return where(self.archive, self.path, nearest_line(self._lines, key))

    def refusal(self, faults: Iterable[Fault], remedy: str) -> ConsultationsError:
        """One error that tells all of at least one fault, each with its line."""
        lines = [(nearest_line(self._lines, f.key), f.what) for f in faults]
        return refusal(self.archive, self.path, lines, remedy, self.error)


def read_table(
    archive: Path,
    path: Path,
    schema: TableSchema,
    error: type[ConsultationsError],
) -> Table:
    """Read a TOML file and hold it against its schema.

    Raises:
        ConsultationsError: of the class `error`, with every fault of the file.
    """
    try:
        text = decode(read_bytes(archive, path, SIZE_LIMIT, error))
    except NotTextError as reason:
        raise error(str(reason), where=where(archive, path), remedy=reason.remedy) from reason
    table = Table(archive, path, text, _parse(archive, path, text, error), error)
    if faults := list(islice(faults_of(schema, table.data), FAULT_LIMIT)):
        raise table.refusal(faults, "mend the file; docs/project/archive.md has what it may say")
    return table


def _parse(
    archive: Path, path: Path, text: str, error: type[ConsultationsError]
) -> Mapping[str, Any]:
    if deep := _DEEP_KEY.search(text):
        raise error(
            "not TOML as it is written here: a key of more than 32 parts",
            where=where(archive, path, text.count("\n", 0, deep.start()) + 1),
            remedy="mend the line",
        )
    try:
        return tomllib.loads(text)
    # Besides its own errors tomllib lets through those of numbers too long and lists too deep.
    except (ValueError, RecursionError) as reason:
        what, line = _said(reason, text)
        raise error(
            f"not TOML: {what[0].lower()}{what[1:200]}",
            where=where(archive, path, line),
            remedy="mend the line: a key stands once, and text in straight quotation marks",
        ) from reason


def _said(reason: ValueError | RecursionError, text: str) -> tuple[str, int | None]:
    """What tomllib has against a text, and on which line."""
    said = str(reason)
    if place := re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", said):
        last = text.rstrip().count("\n") + 1
        return said[: place.start()], int(place[1] or last)
    if isinstance(reason, RecursionError):
        return "lists too deep", _line_of(_DEEP_LIST.search(text), text)
    return "a number of too many digits", _line_of(_LONG_NUMBER.search(text), text)


def _line_of(match: re.Match[str] | None, text: str) -> int | None:
    return text.count("\n", 0, match.start()) + 1 if match else None
