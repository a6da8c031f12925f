"""What prose shows of where a sentence goes on, and which marks are open, and what leads where."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from consultations.rules.announced import holds_address, leads_to_quotation
from consultations.rules.prose import (
    SPEAKER,
    announces,
    breaks_off,
    closes,
    goes_on,
    is_credited,
    is_quotation,
    turns_over,
    unclosed,
)

WORDS = tomllib.loads(Path(__file__).with_name("prose.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("yes", "no", "tells"),
    [
        ("breaks_off", "whole", breaks_off),
        ("announces", "announces_nothing", announces),
        ("goes_on", "begins", goes_on),
        ("quotation", "no_quotation", is_quotation),
        ("credited", "not_credited", is_credited),
        ("to_quotation", "to_no_quotation", leads_to_quotation),
        ("holds_address", "holds_no_address", holds_address),
        ("turns_over", "turns_nowhere", turns_over),
    ],
)
def test_words_tell(yes: str, no: str, tells: Callable[[str], bool]) -> None:
    assert [words for words in WORDS[yes] if not tells(words)] == []
    assert [words for words in WORDS[no] if tells(words)] == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("the board (of lamps", "("),
        ("the board (of lamps)", ""),
        ("the board [of lamps", "["),
        ("the board [of lamps]", ""),
        ("“The lamps", "“"),
        ("“The lamps”", ""),
        ('the "lamps', '"'),
        ('the "lamps"', ""),
        ('the "lamps" and "piers', '"'),
        ('a pier of 40"', ""),
        ('the lamps" ', ""),
        ('the "lamps”', ""),
        ("the ‘lamps", ""),
        (")(", ""),
    ],
)
def test_the_mark_that_is_open(text: str, mark: str) -> None:
    assert unclosed(text) == mark


@pytest.mark.parametrize(
    ("text", "mark", "due"),
    [
        ("lamps) lit", "(", True),
        ("lamps (old) lit)", "(", False),
        ("lamps] lit", "[", True),
        ("[old] lamps]", "[", False),
        ("lamps” lit", "“", True),
        ("“old” lamps”", "“", False),
        ('lamps" lit', '"', True),
        ("lamps” lit", '"', True),
        ("“old” lamps", '"', False),
        ("lamps", "(", False),
    ],
)
def test_what_was_opened_is_closed(text: str, mark: str, *, due: bool) -> None:
    assert closes(text, mark) is due


@pytest.mark.parametrize("text", ["Ann: lamps", "Mr Moss: lamps", "The Old Pier Board Chair: yes"])
def test_a_speech_begins_with_a_name_and_a_colon(text: str) -> None:
    assert SPEAKER.match(text)
    assert not SPEAKER.match(text.replace(": ", ":"))
    assert not SPEAKER.match(text.lower())
