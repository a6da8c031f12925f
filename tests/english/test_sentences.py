"""Sentences, as `sentences.toml` has them, and what holds of any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.english.sentences import (
    ends_sentence,
    sentence_end,
    sentence_ends,
    sentence_start,
)

CASES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))[
    "case"
]
TEXTS = st.lists(
    st.sampled_from(
        [
            "A",
            "b",
            "The",
            "no",
            "Mr",
            "p",
            "5",
            ".",
            ". ",
            "?",
            " ",
            "  ",
            "“",
            "”",
            "(",
            ")",
            "é",
            "\n",
        ]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("expect") == "fail":
        request.applymarker(pytest.mark.xfail(strict=True, reason="known to be wrong"))
    text = " ".join(case["sentences"])
    ends = [*sentence_ends(text), (len(text), len(text))]
    starts = [0, *(following for _, following in ends)]
    found = [text[start:end] for start, (end, _) in zip(starts, ends, strict=False)]
    assert found == case["sentences"]


@given(TEXTS)
def test_sentences_follow_each_other_with_white_space_between(text: str) -> None:
    before = 0
    for end, following in sentence_ends(text):
        assert before < end < following <= len(text)
        assert text[end:following].isspace()
        before = following


@given(TEXTS, st.integers(0, 60))
def test_a_place_is_in_its_sentence(text: str, at: int) -> None:
    at = min(at, len(text))
    assert 0 <= sentence_start(text, at) <= at
    assert sentence_end(text, at) <= len(text)
    assert sentence_end(text, at) >= min(at, len(text.rstrip()))


@given(TEXTS)
def test_a_sentence_is_found_from_where_it_begins(text: str) -> None:
    ends = list(sentence_ends(text))
    for start, (end, _) in zip([0, *(following for _, following in ends)], ends, strict=False):
        assert sentence_start(text, start) == start
        assert sentence_end(text, start) == end


@pytest.mark.parametrize(
    "text",
    [
        "It is done.",
        "“Is it?”",
        "He (it is said!)",
        "It was…”)",
        "A.] "[:-1],
        "It was.7",
        "“Nobody.”¹²",
        "It was.[7]",
        "Nobody came.(12)",
    ],
)
def test_words_that_end_a_sentence(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It is",
        "It is:",
        "It is. But",
        "It is,”",
        "It cost £4.5",
        "See Fig.3",
        "in 2.14",
        "See Fig.(3)",
    ],
)
def test_words_that_end_none(text: str) -> None:
    assert not ends_sentence(text)
