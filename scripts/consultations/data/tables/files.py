"""Tables as files: CSV for spreadsheets, JSON Lines for programs, and the data package of both.

https://specs.frictionlessdata.io/tabular-data-package/
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from consultations.data.tables.columns import TABLES, Column, DataTable
from consultations.data.tables.rows import Cell, Row
from consultations.data.tables.spreadsheet import escaped

_LICENCE = {
    "name": "MIT",
    "title": "MIT License, for what this archive adds; the words belong to their authors",
    "path": "https://opensource.org/license/mit",
}
_ABOUT = (
    "Tables made from the editions of this archive. The words of the documents belong to their "
    "authors and bodies: the column `rights` of `documents` says on what terms each is shown. In "
    "the CSV files an apostrophe stands before a sign with which a spreadsheet would begin a "
    "formula (= + - @), at the beginning of a text and after a semicolon, a tab or a line end; the "
    "JSON Lines files have each text as it is."
)


def as_csv(rows: Iterable[Row]) -> bytes:
    """Rows of CSV in UTF-8, every cell between quotes, each row ended by LF."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def header_row(table: DataTable) -> bytes:
    """The first row of a table's CSV."""
    return as_csv([tuple(column.name for column in table.columns)])


def as_json_lines(table: DataTable, rows: Iterable[Row]) -> bytes:
    """Rows as objects, one on each line, in UTF-8."""
    names = [column.name for column in table.columns]
    lines = (
        json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=list) + "\n"
        for row in rows
    )
    return "".join(lines).encode()


def data_package(
    name: str, title: str, files: Mapping[str, tuple[int, str]], contact: str | None
) -> bytes:
    """The file data/datapackage.json, which says what each table is.

    Args:
        name: of the package: lower-case words and digits with hyphens.
        title: of the archive.
        files: bytes and SHA-256 of each table's files, by name.
        contact: where rights and errors are told, if that is known.
    """
    who = {"title": title, "role": "maintainer"}
    if contact is not None:
        mail = contact.startswith("mailto:")
        who["email" if mail else "path"] = contact.removeprefix("mailto:")
    package = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "description": _ABOUT,
        "contributors": [who],
        "licenses": [_LICENCE],
        "resources": [
            _resource(table, ending, files)
            for table in TABLES
            for ending in ("csv", "jsonl")
            # Of a file without a line no reader can tell the columns, and a package is not valid
            # that has one; the first row of a CSV file names them.
            if files[f"{table.name}.{ending}"][0]
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(
    table: DataTable, ending: str, files: Mapping[str, tuple[int, str]]
) -> dict[str, Any]:
    path = f"{table.name}.{ending}"
    size, digest = files[path]
    return {
        "profile": "tabular-data-resource",
        "name": table.name if ending == "csv" else f"{table.name}-lines",
        "path": path,
        "title": table.what,
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/jsonl",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": _schema(table),
    }


def _schema(table: DataTable) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        {"fields": [c.name], "reference": {"resource": c.to, "fields": ["id"]}}
        for c in table.columns
        if c.to
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.type, "description": column.what}


def _cell(cell: Cell) -> str | int:
    """A cell of CSV: a list is JSON, a truth is `true` or `false`, what is not known is empty."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return escaped(cell)
    if isinstance(cell, int) and not isinstance(cell, bool):  # to Python, a truth is a number
        return cell
    return json.dumps(cell, ensure_ascii=False, default=list)
