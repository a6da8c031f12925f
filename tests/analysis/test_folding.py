import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultations.analysis import fold, placed, tokens, within

CONTRACT = json.loads((Path(__file__).parents[1] / "contract/analysis.json").read_text("utf-8"))

# Letters with what folding looks at strewn among them.
texts = st.text(
    st.characters() | st.sampled_from("aé' ’‘-‑–—.\u00ad\u200b\u0301\ufb01ßΣςı́"), max_size=60
)


@pytest.mark.parametrize("case", CONTRACT["tokens"], ids=lambda case: case["label"])
def test_contract(case: dict[str, object]) -> None:
    assert [list(token) for token in tokens(str(case["text"]))] == case["tokens"]


@given(texts)
def test_tokens_stand_in_order_and_fold_to_their_terms(text: str) -> None:
    found = list(tokens(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    for token in found:
        assert token.term
        assert fold(text[token.start : token.end]) == [token.term]


@given(texts)
@example("a'\u0301 b")  # an accent that ends a word, and goes
@example("a\ufdfa b")  # a letter that opens into several words
@example("a \u0301 b")  # an accent that stands alone, and is no word
def test_the_terms_of_a_text_are_those_of_its_tokens(text: str) -> None:
    assert fold(text) == [token.term for token in tokens(text)]
    assert placed(text, fold(text)) == list(tokens(text))


@given(st.text("abc é'’-‑", max_size=40))
def test_marks_and_case_make_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text)
    assert fold(text.replace("’", "'").replace("‑", "-")) == fold(text)
    assert fold("“" + text + "”") == fold(text)


@given(st.lists(st.text("ab", min_size=1, max_size=3), max_size=8), st.data())
def test_within_gives_the_words_that_lie_wholly_inside(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    offsets = st.integers(0, len(text))
    start, end = sorted([data.draw(offsets), data.draw(offsets)])
    found = list(tokens(text))
    inside = [i for i, token in enumerate(found) if start <= token.start and token.end <= end]
    assert within(found, [(start, end)]) == ([(inside[0], inside[-1] + 1)] if inside else [])
