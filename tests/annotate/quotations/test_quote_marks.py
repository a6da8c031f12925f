"""Pairs of quotation marks, as `quote_marks.toml` has them, and what holds of any text."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate.quotations.quote_marks import pair

CASES = tomllib.loads(Path(__file__).with_name("quote_marks.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [text[m.start : m.end] + "!" * (not m.closed) for m in pair(text).outermost]
    assert found == case["found"]


@given(st.text("ab s.,()\"'“”‘’\n", max_size=60))
def test_pairs_stand_within_the_text_and_nest(text: str) -> None:
    paired = pair(text)
    closed = [m for m in paired.outermost if m.closed]
    assert all(0 < m.start <= m.end <= len(text) for m in paired.outermost)
    assert all(one.end < other.start for one, other in pairwise(closed))
    for outer in closed:
        assert all(outer.start <= inner.start <= inner.end <= outer.end for inner in outer.inner)
