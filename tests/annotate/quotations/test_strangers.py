"""Names that stand alone beside a verb of saying."""

import pytest

from consultations.annotate.quotations.cast.people import People
from consultations.annotate.quotations.cast.strangers import beside_saying, strangers

NOBODY = (
    "anybody anyone everybody everyone nobody nothing people somebody someone something everything"
)


def named(text: str) -> list[str]:
    return [text[one.start : one.end] for one in beside_saying(text, set())]


@pytest.mark.parametrize("word", ["after", "as", "before", "since", "until", "while", "when"])
def test_whoever_speaks_after_a_conjunction_is_named(word: str) -> None:
    assert named(f"it was so {word} Fennimore wrote it") == ["Fennimore"]


@pytest.mark.parametrize("word", ["in", "from", "of", "at", "near", "to", "by"])
def test_where_somebody_is_speaks_not(word: str) -> None:
    assert named(f"the clerk {word} Fennimore, Eva, wrote it") == []


@pytest.mark.parametrize("word", NOBODY.split())
def test_nobody_is_somebody(word: str) -> None:
    assert named(f"{word.title()} wrote it") == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("“No,” said Fennimore.", ["Fennimore"]),
        ("“No,” said Fennimore", ["Fennimore"]),
        ("Then it said Fennimore was out", []),
        ("“No,” said Fennimore’s clerk", []),
        ("it was so, as Fennimore puts it", ["Fennimore"]),
        ("it was so: A.Fennimore wrote it", []),
        ("it was so: ex-Fennimore wrote it", []),
    ],
)
def test_a_name_behind_the_verb_stands_right_after_the_words(text: str, due: list[str]) -> None:
    assert named(text) == due


@pytest.mark.parametrize("word", ["In", "at", "For", "from"])
def test_a_place_before_authors_is_none_of_them(word: str) -> None:
    people = People.of((), set())
    found = strangers(f"{word} Leith, Moss and Reed (2004) wrote it", people, {}, {})
    assert [one.voice.label for one in found if one.voice] == ["Moss and Reed 2004"]


@pytest.mark.parametrize("cited", ["Bell (1998, 7)", "Bell (1998, p. 7)", "Bell (1998: 7)"])
def test_a_page_belongs_to_the_year_before_it(cited: str) -> None:
    found = strangers(f"Here {cited} wrote it", People.of((), set()), {}, {})
    assert [(one.start, one.end) for one in found] == [(5, 5 + len(cited))]
