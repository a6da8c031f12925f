#!/usr/bin/env python3
"""Write what both languages hold alike for the browser: analysis/contract.toml, and small words.

Run it with the project's Python (.venv/bin/python) after a change of that file. A test fails until
the modules say the same. What the quotation check alone needs is a module of its own, since a
search does without it.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from consultations.analysis.contract import CONTRACT
from consultations.index.occurrences import SMALL

FOLDER = Path("scripts/consultations/client/engine/analysis")
OF_THE_CHECK = ("quotation", "article")
WIDTH = 100
HEAD = """\
/**
 * What Python and the browser hold alike. Written by tools/contract.py from
 * analysis/contract.toml, where each entry is explained, and english/small_words.toml: change
 * those files, never this one.
 *
 * @module {name}
 */
"""


def modules() -> dict[str, str]:
    """The modules as they should be, by name: a constant for each table of the file."""
    check = {name: table for name, table in CONTRACT.items() if name in OF_THE_CHECK}
    search = {name: table for name, table in CONTRACT.items() if name not in OF_THE_CHECK}
    search["small_words"] = {"stems": sorted(SMALL)}
    return {"contract": _module("contract", search), "quoting": _module("quoting", check)}


def _module(name: str, tables: Mapping[str, Mapping[str, object]]) -> str:
    lines = [HEAD.format(name=name).rstrip()]
    for constant, table in tables.items():
        lines += ["", f"export const {constant.upper()} = {{", *_entries(table, "  "), "};"]
    return "\n".join(lines) + "\n"


def _entries(table: Mapping[str, object], indent: str, *, is_data: bool = False) -> Iterator[str]:
    for name, value in table.items():
        key = re.sub(r"_(\w)", lambda match: match[1].upper(), name)
        # What is looked up by a text is no name of the program's own.
        key = _written(name) if is_data else key
        if isinstance(value, Mapping):
            yield f"{indent}{key}: {{"
            is_data_too = all(isinstance(one, str) for one in value.values())
            yield from _entries(value, indent + "  ", is_data=is_data_too)
            yield f"{indent}}},"
        elif isinstance(value, list) and len(f"{indent}{key}: {_written(value)},") > WIDTH:
            yield f"{indent}{key}: ["
            yield from _wrapped(value, indent + "  ")
            yield f"{indent}],"
        else:
            yield f"{indent}{key}: {_written(value)},"


def _wrapped(values: list[object], indent: str) -> Iterator[str]:
    line = indent
    for value in map(_written, values):
        if len(line) + len(value) > WIDTH:
            yield line.rstrip()
            line = indent
        line += f"{value}, "
    yield line.rstrip()


def _written(value: object) -> str:
    """A value as JavaScript; characters that cannot be seen by their numbers."""
    plain = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c)[0] == "C" else c for c in plain)


if __name__ == "__main__":
    for made, text in modules().items():
        (FOLDER / f"{made}.js").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{FOLDER / made}.js\n")
