"""Digits that a reference gives an edition: others where its words or facts are others."""

from dataclasses import replace
from typing import Any

import pytest

from consultations.model.edition import Passage
from consultations.model.release import ReleasedText

PASSAGE = Passage("p1", "paragraph", "The lamps are lit.", ())
TEXT = ReleasedText("lamps", 1, "On lamps", "A. Moss", "2011", "en-GB", (PASSAGE,))


@pytest.mark.parametrize(
    ("changed", "is_another"),
    [
        ({"title": "Of lamps"}, True),
        ({"by": "J. Moss"}, True),
        ({"date": "2011-05"}, True),
        ({"passages": (replace(PASSAGE, text="The lamps are out."),)}, True),
        ({"passages": (replace(PASSAGE, kind="heading", level=2),)}, True),
        ({"passages": (replace(PASSAGE, marker="1."),)}, True),
        ({"passages": (replace(PASSAGE, id="p2"),)}, True),
        ({"passages": (PASSAGE, PASSAGE)}, True),
        ({"edition": 2}, False),
        ({"document": "the-lamps"}, False),
        ({"language": "en-IE"}, False),
    ],
)
def test_digits_are_others_where_words_or_facts_are(
    changed: dict[str, Any], *, is_another: bool
) -> None:
    other = replace(TEXT, **changed)
    assert (other.prefix != TEXT.prefix) == is_another
    assert other.has_words_of(TEXT) != is_another
