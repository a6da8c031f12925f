"""Whose words, and between which marks: the cases that the client is held to as well."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.data import (
    Cited,
    Transcription,
    markdown,
    plain_reference,
    quotation,
    speaking,
    words_of,
)
from consultations.data.references.quoted import credited
from consultations.model.voices import only_words, voice_of

NOTICE = Cited(
    title="A notice",
    by="",
    date="2012-05",
    where="",
    address="https://a.example/texts/a-notice/",
    transcription=Transcription("The Ferry Archive", "edition 3f9a2c1"),
    accessed=date(2026, 11, 29),
)
CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "contract" / "voices.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["marks"], ids=lambda case: case["text"])
def test_marks_in_a_quotation_are_single_and_none_is_left_over(case: dict[str, str]) -> None:
    assert quotation(case["text"]) == case["quoted"]


@pytest.mark.parametrize("case", CASES["speaking"], ids=lambda case: str(case["voice"]))
def test_words_are_credited_to_whoever_speaks_them(case: dict[str, Any]) -> None:
    assert speaking(case["voice"], "Jo Doe") == case["speaking"]
    assert words_of(case["voice"], "passage 4 of 40") == case["note"]


@pytest.mark.parametrize("case", CASES["spoken"], ids=lambda case: str(case["words"]))
def test_the_innermost_voice_speaks(case: dict[str, Any]) -> None:
    voices = [(start, end, who) for start, end, who in CASES["voices"]]
    assert voice_of(voices, tuple(case["words"])) == case["voice"]


@pytest.mark.parametrize("case", CASES["trimmed"], ids=lambda case: case["text"])
def test_blanks_points_and_marks_at_the_ends_are_nobodys_words(case: dict[str, Any]) -> None:
    assert list(only_words(case["text"], tuple(case["words"]))) == case["only"]


def test_a_reference_of_words_that_are_quoted_in_part_stays_whole() -> None:
    assert credited("partly A Guild", "Moss, A. (2011) Title.") == (
        "In part words of A Guild. Moss, A. (2011) Title."
    )
    assert credited(None, "Moss, A. (2011) Title.") == "Quoted in Moss, A. (2011) Title."


@given(st.text(alphabet="ab “”\"‘’'.,(—", max_size=20))
def test_there_is_one_double_mark_at_each_end_and_none_within(text: str) -> None:
    quoted = quotation(text)
    assert (quoted[0], quoted[-1]) == ("“", "”")
    assert not set('“”"') & set(quoted[1:-1])
    assert [c for c in quoted if c.isalpha()] == [c for c in text if c.isalpha()]


def test_a_document_of_nobody_begins_with_its_date() -> None:
    assert plain_reference(NOTICE) == (
        "(May 2012). A notice. Transcription, The Ferry Archive, edition 3f9a2c1. "
        "https://a.example/texts/a-notice/ (accessed 29 November 2026)."
    )
    assert markdown(NOTICE, None) == (
        "(May 2012). [*A notice*](<https://a.example/texts/a-notice/>). "
        "Transcription, The Ferry Archive, edition 3f9a2c1 (accessed 29 November 2026)."
    )


@pytest.mark.parametrize("title", ["Who pays?", "Pay now!", "A letter from Pike & Co.", "And so …"])
def test_a_point_of_the_title_ends_it(title: str) -> None:
    assert f"(May 2012). {title} Transcription" in plain_reference(replace(NOTICE, title=title))
