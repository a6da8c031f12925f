from hypothesis import given
from hypothesis import strategies as st

from consultations.analysis import tokens
from consultations.index.excerpt import LONG, excerpt, marks

words = st.sampled_from(["a", "word", "sentence.", "end!”", "w" * 90, "(so)", "e.g."])
texts = st.lists(words, min_size=1, max_size=200).map(" ".join)


@given(texts, st.data())
def test_an_excerpt_is_of_the_text_and_holds_the_first_mark(text: str, data: st.DataObject) -> None:
    found = list(tokens(text))
    positions = data.draw(st.lists(st.integers(0, len(found) - 1), max_size=6))
    marked = marks([(position,) for position in positions], found)
    shown = excerpt(text, marked)
    assert shown.text in text
    assert shown.before == (not text.startswith(shown.text)) or text.find(shown.text, 1) > 0
    assert len(shown.text) <= LONG + 90
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)
    if marked:
        start, end = shown.marks[0]
        assert shown.text[start:end] == text[slice(*marked[0])]


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
