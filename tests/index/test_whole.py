"""A number, an amount or a compound is found whole, or as a word of its own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from consultations import index
from consultations.passages import SearchEdition, SearchPassage

CASES = tomllib.loads(Path(__file__).with_name("whole.toml").read_text("utf-8"))["case"]
EDITION = SearchEdition("one", "One", None, "", (), "2010", "response")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_what_is_part_of_a_unit_is_not_found(case: dict[str, Any], tmp_path: Path) -> None:
    index.write([SearchPassage(EDITION, "p", "paragraph", case["text"])], tmp_path / "index")
    with index.Index(tmp_path / "index") as opened:
        totals = {
            query: index.search(opened, query).total
            for query in (*case["found"], *case["not_found"])
        }
        lines = {query: len(index.concordance(opened, query)) for query in case["not_found"]}
    assert totals == dict.fromkeys(case["found"], 1) | dict.fromkeys(case["not_found"], 0)
    assert not any(lines.values())
