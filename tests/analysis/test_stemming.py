import json
from pathlib import Path

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from consultations.analysis import stem
from consultations.analysis.contract import table

CONTRACT = json.loads((Path(__file__).parents[1] / "contract/analysis.json").read_text("utf-8"))


@pytest.mark.parametrize(("term", "root"), CONTRACT["stems"])
def test_contract(term: str, root: str) -> None:
    assert stem(term) == root


@pytest.mark.parametrize(("form", "word"), table("inflected").items())
def test_the_table_has_what_no_ending_tells_and_nothing_twice(form: str, word: str) -> None:
    assert stem(form) == stem(word)
    assert snowballstemmer.stemmer("english").stemWord(form) != stem(word) or form == "analysis"
    assert word not in table("inflected"), "a chain of words would depend on the order"


@given(st.text())
def test_no_stem_is_empty(term: str) -> None:
    assert stem(term) or not term
