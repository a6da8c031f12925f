#!/usr/bin/env python3
"""Write what both languages hold alike for the browser: contract.js from analysis/contract.toml.

Run it with the project's Python (.venv/bin/python) after a change of that file. A test fails until
the module says the same.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from consultations.analysis.contract import CONTRACT

MODULE = Path("scripts/consultations/client/engine/analysis/contract.js")
WIDTH = 100
HEAD = """\
/**
 * What Python and the browser hold alike. Written by tools/contract.py from
 * analysis/contract.toml, where each entry is explained: change that file, never this one.
 *
 * @module contract
 */
"""


def module() -> str:
    """The module as it should be: a constant for each table of the file."""
    lines = [HEAD.rstrip()]
    for name, table in CONTRACT.items():
        lines += ["", f"export const {name.upper()} = {{", *_entries(table, "  "), "};"]
    return "\n".join(lines) + "\n"


def _entries(table: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, value in table.items():
        key = re.sub(r"_(\w)", lambda match: match[1].upper(), name)
        key = key if re.fullmatch(r"[A-Za-z]\w*", key, re.ASCII) else _written(key)
        if isinstance(value, Mapping):
            yield f"{indent}{key}: {{"
            yield from _entries(value, indent + "  ")
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
    MODULE.write_text(module(), encoding="utf-8")
    sys.stdout.write(f"{MODULE}\n")
