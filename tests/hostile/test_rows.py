"""Every row of the tables of hostile inputs and faults has tests and cases that are there."""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
ROWS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "rows.toml").read_text("utf-8"))["rows"]


def named_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def rows_in(file: str) -> set[str]:
    return {case["row"] for case in tomllib.loads((HERE / file).read_text("utf-8"))["case"]}


def test_both_tables_are_there_whole() -> None:
    assert set(ROWS) == {*map(str, range(1, 32)), *(f"F{n}" for n in range(1, 18))}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_held_by_tests_that_are_there(row: str) -> None:
    held, cases = ROWS[row]["held"], ROWS[row].get("cases", [])
    assert held or cases
    for name in held:
        path, _, test = name.partition("::")
        assert test in named_in(path), name
    for file in cases:
        assert row in rows_in(file), f"{file} has no case of it"


@pytest.mark.parametrize(
    "file", ["damaged.toml", "handed_in.toml", "pasted.toml", "told.toml", "visited.toml"]
)
def test_a_case_names_a_row(file: str) -> None:
    assert rows_in(file) <= {row for row, about in ROWS.items() if file in about.get("cases", [])}
