"""The line at which two texts begin to differ."""

import pytest

from consultations.review.differing import first_difference

LONG = "The lamps of the quay are lit at dusk, and put out at dawn. " * 40


@pytest.mark.parametrize(
    ("found", "expected", "told"),
    [
        ("a\nb\nc", "a\nB\nc", (2, "b", "B")),
        ("a", "a\nb", (2, "", "b")),
        ("a\u2028b", "a\u2028c", (1, "a\u2028b", "a\u2028c")),
        ("same", "same", (1, "", "")),
    ],
)
def test_a_line_is_given_whole(found: str, expected: str, told: tuple[int, str, str]) -> None:
    assert first_difference(found, expected) == told


@pytest.mark.parametrize("at", [0, 700, len(LONG)], ids=["beginning", "midst", "end"])
def test_of_a_long_line_what_differs_is_given_with_some_around(at: int) -> None:
    line, found, expected = first_difference(LONG[:at] + "XX" + LONG[at:], LONG)
    assert line == 1
    assert found.count("XX") == 1
    assert found.replace("XX", "") == expected
    assert len(expected) < 140
    assert found.startswith("... ") == (at > 0)
    assert found.endswith(" ...") == (at < len(LONG))


def test_what_differs_at_length_is_shown_from_where_it_begins() -> None:
    _, found, expected = first_difference(f"Head. {'x' * 2_000} tail", f"Head. {LONG}tail")
    assert found.startswith("Head. xxx")
    assert expected.startswith("Head. The lamps")
    assert max(len(found), len(expected)) < 310
