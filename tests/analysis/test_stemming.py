import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.analysis import stem

CONTRACT = json.loads((Path(__file__).parents[1] / "contract/analysis.json").read_text("utf-8"))


@pytest.mark.parametrize(("term", "root"), CONTRACT["stems"])
def test_contract(term: str, root: str) -> None:
    assert stem(term) == root


@given(st.text())
def test_no_stem_is_empty(term: str) -> None:
    assert stem(term) or not term
