"""Lines of a source are those that an editor and `grep -n` show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.model.source import Record, Source

RECORD = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)


def source(text: str) -> Source:
    return Source("a", RECORD, "a/source.txt", None, "0" * 64, text)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("One.\n\fTwo.\nThree.", "Two", "a:2:2"),
        ("One.\n\fTwo.\nThree.", "Three", "a:3:1"),
        ("One.\r\nTwo.", "Two", "a:2:1"),
        ("One\u2028two\x0bthree\x85four\rfive\nsix", "five", "a:1:20"),
        ("One\u2028two\x0bthree\x85four\rfive\nsix", "six", "a:2:1"),
        ("\n\nOne.", "One", "a:3:1"),
    ],
)
def test_a_place_has_the_line_that_an_editor_shows(text: str, word: str, place: str) -> None:
    assert str(source(text).locate(text.index(word))) == place


def test_a_line_is_given_without_its_end() -> None:
    made = source("One.\r\n\fTwo.\nThree.\n")
    given = [made.text[slice(*made.line_interval(line))] for line in (1, 2, 3, 4)]
    assert given == ["One.", "\fTwo.", "Three.", ""]


@pytest.mark.parametrize("line", [-1, 0, 3])
def test_there_is_no_line_outside(line: int) -> None:
    with pytest.raises(IndexError):
        source("One.\nTwo.").line_interval(line)


@given(st.text(alphabet="a\n\r\f\u2028 "))
def test_every_place_stands_in_its_line(text: str) -> None:
    made = source(text)
    for offset in range(len(text)):
        place = made.locate(offset)
        start, end = made.line_interval(place.line)
        assert start + place.column - 1 == offset
        assert text[end:offset].strip("\r\n") == ""
