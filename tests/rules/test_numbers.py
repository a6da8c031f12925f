"""Numbers in front of words: which follow each other, and which stand under which."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from consultations.model.draft import ContentsEntry
from consultations.rules.heading_evidence import ranks
from consultations.rules.heading_evidence.listed_depths import ListedDepths
from consultations.rules.item_depths import ItemMark, item_depths
from consultations.rules.numbering import Number, read_number, without_number

CASES = tomllib.loads(Path(__file__).with_name("numbers.toml").read_text(encoding="utf-8"))


def number(line: str) -> Number:
    found = read_number(line)
    assert found is not None, line
    return found


@pytest.mark.parametrize("row", CASES["row"])
def test_a_number_is_the_next_of_its_row(row: list[str]) -> None:
    assert [b for a, b in pairwise(row) if not number(b).follows(number(a))] == []
    assert [a for a, b in pairwise(row) if number(a).follows(number(b))] == []


@pytest.mark.parametrize(("first", "second"), CASES["no_row"])
def test_a_number_is_not_the_next(first: str, second: str) -> None:
    assert not number(second).follows(number(first))


def test_a_number_comes_soon_after_another() -> None:
    assert [[a, b] for a, b in CASES["soon"] if not number(b).counts_on(number(a))] == []
    assert [[a, b] for a, b in CASES["not_soon"] if number(b).counts_on(number(a))] == []


def test_a_number_opens_the_next_chapter() -> None:
    assert [[a, b] for a, b in CASES["opens_next"] if not number(b).opens_next(number(a))] == []
    assert [[a, b] for a, b in CASES["opens_none"] if number(b).opens_next(number(a))] == []


@pytest.mark.parametrize(("line", "parts", "words"), CASES["read"])
def test_a_number_has_parts_and_words_after_it(line: str, parts: list[int], words: str) -> None:
    assert number(line).path == tuple(parts)
    assert without_number(line) == line[number(line).length :] == words


@pytest.mark.parametrize("line", CASES["none"])
def test_a_line_has_no_number(line: str) -> None:
    assert read_number(line) is None
    assert without_number(line) == line


@pytest.mark.parametrize("case", CASES["depths"])
def test_headings_stand_under_others_by_their_numbers(case: dict[str, list[Any]]) -> None:
    numbers = [number(line) for line, _ in case["headings"]]
    depths = ranks.depths(numbers)
    found = [[line, depths[n.form]] for (line, _), n in zip(case["headings"], numbers, strict=True)]
    assert found == case["headings"]


@pytest.mark.parametrize("case", CASES["listed"])
def test_headings_have_the_depth_that_the_contents_list_gives(case: dict[str, list[Any]]) -> None:
    entries = (ContentsEntry(words, "", level or None) for words, level in case["entries"])
    listed = ListedDepths(tuple(entries))
    found = [[words, listed.depth(words) or 0] for words, _ in case["headings"]]
    assert found == case["headings"]


@pytest.mark.parametrize("case", CASES["items"])
def test_items_stand_under_others_by_indent_and_mark(case: dict[str, list[Any]]) -> None:
    marks = []
    for line, _ in case["list"]:
        sign = line.split()[0].strip("().")
        is_number = re.fullmatch(r"[\w.]+", sign) is not None and sign != "o"
        column = len(line) - len(line.lstrip())
        marks.append(ItemMark(column, sign, is_number, line.endswith(":")))
    found = [
        [line, depth] for (line, _), depth in zip(case["list"], item_depths(marks), strict=True)
    ]
    assert found == case["list"]
