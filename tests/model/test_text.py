"""Lines of a text, as everything that counts them has them."""

from hypothesis import given
from hypothesis import strategies as st

from consultations.model.text import lines

PIECES = st.sampled_from(["a", " ", "\n", "\r", "\r\n", "\f", "\x1c", "\x85", "\N{LINE SEPARATOR}"])


@given(st.lists(PIECES).map("".join))
def test_lines_end_where_python_ends_them_and_the_rest_is_a_line_too(text: str) -> None:
    *before, last = f"{text}x".splitlines()
    found = lines(text)
    assert [text[start:end] for start, end in found] == [*before, last[:-1]]
    assert found[0].start == 0
    assert found[-1].end == len(text)
