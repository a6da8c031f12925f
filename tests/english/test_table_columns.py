"""What heads of columns say, one by one, as `table_heads.toml` has them."""

import tomllib
from pathlib import Path

import pytest

from consultations.english.table_columns import columns_of

HEADS = tomllib.loads(Path(__file__).with_name("table_heads.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sort", HEADS["call"])
def test_a_column_calls_for_an_answer_beside_it(sort: str) -> None:
    found = {head: columns_of([head, "Response"]) for head in HEADS["call"][sort]}
    kinds = {head: columns.kind if columns else "none" for head, columns in found.items()}
    assert kinds == dict.fromkeys(kinds, sort)


@pytest.mark.parametrize("sort", HEADS["answer"])
def test_a_column_answers_the_one_before_it(sort: str) -> None:
    found = {head: columns_of(["Comment", head]) is not None for head in HEADS["answer"][sort]}
    assert found == dict.fromkeys(found, sort == "answer")


@pytest.mark.parametrize("sort", HEADS["remark"])
def test_a_column_speaks_of_what_is_recommended_beside_it(sort: str) -> None:
    for call in ("Recommendation", "Proposal"):
        found = {head: columns_of([call, head]) is not None for head in HEADS["remark"][sort]}
        assert found == dict.fromkeys(found, sort == "answer")
    assert not any(columns_of(["Comment", head]) for head in HEADS["remark"][sort])


@pytest.mark.parametrize("sort", HEADS["state"])
def test_a_column_says_what_became_of_it(sort: str) -> None:
    found = {head: columns_of(["Comment", "Response", head]) for head in HEADS["state"][sort]}
    states = {head: columns.state if columns else 0 for head, columns in found.items()}
    assert states == dict.fromkeys(states, 3 if sort == "state" else None)


@pytest.mark.parametrize("sort", HEADS["number"])
def test_a_column_has_the_numbers(sort: str) -> None:
    found = {head: columns_of([head, "Comment", "Response"]) for head in HEADS["number"][sort]}
    numbers = {head: columns.number if columns else 0 for head, columns in found.items()}
    assert numbers == dict.fromkeys(numbers, 1 if sort == "number" else None)
