"""A number, an amount or a compound is found whole, or as a word of its own."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.quote.scan import WORD, Scan, is_inside_unit

from consultations import index
from consultations.passages import SearchEdition, SearchPassage

TABLE = tomllib.loads(Path(__file__).with_name("whole.toml").read_text("utf-8"))
CASES, TEXTS = TABLE["case"], TABLE["texts"]
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


def test_a_plain_scan_finds_the_same_phrases(tmp_path: Path) -> None:
    passages = [SearchPassage(EDITION, f"p{i}", "paragraph", text) for i, text in enumerate(TEXTS)]
    scan = Scan(passages)
    index.write(passages, tmp_path / "index")
    with index.Index(tmp_path / "index") as opened:
        for passage in passages:
            for phrase, cut in phrases(passage.text):
                if cut is not None and len(list(scan.places(phrase))) == 1:
                    assert index.search(opened, f'"{phrase}"').total == int(not cut), phrase


def phrases(text: str) -> Iterator[tuple[str, bool | None]]:
    """Runs of two to four words, and whether they begin or end inside a unit; None: a word does.

    The words behind a number may begin a phrase, so nothing is said of them.
    """
    spans = [match.span() for match in WORD.finditer(text)]
    for count in (2, 3, 4):
        for first, last in zip(spans, spans[count - 1 :], strict=False):
            start, end = first[0], last[1]
            cut = is_inside_unit(text, start) or is_inside_unit(text, end)
            is_word = text[start].isalpha() and text[start - 1 : start] == " "
            yield text[start:end], None if cut and is_word else cut
