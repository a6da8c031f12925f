import re

from hypothesis import given
from hypothesis import strategies as st

from consultations.analysis import tokens
from consultations.index.excerpt import LEAD, LONG, excerpt, marks

words = st.sampled_from(["a", "word", "sentence.", "end!”", "w" * 90, "(so)", "e.g."])
texts = st.lists(words, min_size=1, max_size=200).map(" ".join)


@given(texts, st.data())
def test_an_excerpt_is_of_the_text_and_holds_a_mark(text: str, data: st.DataObject) -> None:
    found = list(tokens(text))
    positions = data.draw(st.lists(st.integers(0, len(found) - 1), max_size=6))
    marked = marks([(position,) for position in positions], found)
    shown = excerpt(text, marked)
    assert shown.text in text
    assert shown.before == (not text.startswith(shown.text)) or text.find(shown.text, 1) > 0
    assert len(shown.text) <= LONG + 90
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)
    assert bool(shown.marks) == bool(marked)
    asked = {text[start:end] for start, end in marked}
    assert {shown.text[start:end] for start, end in shown.marks} <= asked


@given(st.lists(st.sampled_from(["of", "an", "ambition", "filling"]), min_size=9), st.data())
def test_no_other_excerpt_of_one_sentence_would_begin_with_more(
    words: list[str], data: st.DataObject
) -> None:
    """Held to a plain search over every mark that an excerpt could begin with."""
    text = " ".join(words)
    found = list(tokens(text))
    positions = st.lists(st.integers(0, len(found) - 1), min_size=1, max_size=9)
    marked = marks([(position,) for position in data.draw(positions)], found)

    def told(first: int) -> int:
        last = marked[first][0] + LONG - LEAD
        return sum(map(len, {text[s:e] for s, e in marked[first:] if e <= last}))

    shown = excerpt(text, marked)
    said = sum(map(len, {shown.text[start:end] for start, end in shown.marks}))
    assert said >= max(map(told, range(len(marked))))


def test_an_excerpt_shows_the_words_that_count_and_not_the_first_that_stands_everywhere() -> None:
    text = "One of the two. " + "Nothing of note here. " * 40 + "A poverty of ambition is seen."
    at = [m.span() for m in re.finditer("of|poverty|ambition", text)]
    shown = excerpt(text, at)
    assert shown.text == "A poverty of ambition is seen."
    assert [shown.text[slice(*mark)] for mark in shown.marks] == ["poverty", "of", "ambition"]


def test_words_that_follow_each_other_are_one_mark() -> None:
    found = list(tokens("One, two - three four"))
    assert marks([(0, 1, 3)], found) == [(0, 8), (17, 21)]
    assert marks([(0, 1), (1, 2)], found) == [(0, 16)]


def test_an_excerpt_begins_and_ends_with_a_sentence() -> None:
    text = "First one. " + "Second " + "word " * 40 + "end. Third one."
    start = text.index("end")
    shown = excerpt(text, [(start, start + 3)])
    assert shown.text.startswith("Second")
    assert shown.text.endswith("end.")
    assert (shown.before, shown.after) == (True, True)


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "word " * 300 + "here " + "word " * 300
    start = text.index("here")
    shown = excerpt(text, [(start, start + 4)])
    assert set(shown.text.split()) == {"word", "here"}
    assert shown.text[slice(*shown.marks[0])] == "here"
