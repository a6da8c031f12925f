from fnmatch import fnmatchcase

from hypothesis import given
from hypothesis import strategies as st

from consultations.index.vocabulary import distance, like

words = st.text("abé", max_size=8)


@given(words, st.text("ab*?é", max_size=8))
def test_a_pattern_says_what_shells_say(word: str, pattern: str) -> None:
    assert like(word, pattern) == fnmatchcase(word, pattern)


def test_many_stars_take_no_longer_than_the_word_times_the_pattern() -> None:
    assert not like("a" * 2000, "*a" * 200 + "b")


def edits(one: str, other: str) -> int:
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return edits(one[1:], other[1:])
    return 1 + min(edits(one[1:], other), edits(one, other[1:]), edits(one[1:], other[1:]))


@given(st.text("ab", max_size=6), st.text("ab", max_size=6), st.integers(0, 3))
def test_the_distance_is_right_up_to_its_limit(one: str, other: str, limit: int) -> None:
    assert min(distance(one, other, limit), limit + 1) == min(edits(one, other), limit + 1)
