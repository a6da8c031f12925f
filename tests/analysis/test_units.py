"""Numbers, amounts and compounds are one unit, and what stands beside them is none."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultations.analysis import AMOUNT, COMPOUND, NUMBER, fold, joints, may_join, tokens

CASES = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))["case"]
KINDS = {"compound": COMPOUND, "amount": AMOUNT, "number": NUMBER}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_joints(case: dict[str, Any]) -> None:
    found = list(tokens(case["text"]))
    joined = joints(case["text"], found)
    for name, kind in KINDS.items():
        told = [f"{found[i - 1].term}|{found[i].term}" for i, k in joined.items() if k == kind]
        assert told == case.get(name, [])


WORDS = "1 12 250 000 three hundred per cent am non violent GBP £ % , . : - – / '"
PARTS = st.sampled_from(WORDS.split())
texts = st.lists(PARTS | st.sampled_from([" ", " ", "\u2009", "\n"]), max_size=20).map("".join)


@given(texts)
@example("a hundred thousand lamps")  # without a cardinal
def test_joints_stand_between_tokens_and_the_quick_look_misses_none(text: str) -> None:
    found = list(tokens(text))
    joined = joints(text, found)
    assert list(joined) == sorted(joined)
    assert all(0 < i < len(found) for i in joined)
    assert not joined or may_join(text, fold(text))
