"""What the source has for words that an edition mends."""

import pytest

from consultations.analysis import tokens
from consultations.index.readings import readings
from consultations.passages import SearchEdition, SearchPassage

EDITION = SearchEdition("a", "A", None, "", (), "2001", "paper")


@pytest.mark.parametrize(
    ("text", "mended", "expected"),
    [
        ("a service-user here", [(9, 10, "")], [("serviceuser", 1, 3)]),
        ("the pilots begin", [(9, 9, " ")], [("pilot s", 1, 2)]),
        ("in England, he", [(10, 10, "1")], [("england1", 1, 2)]),
        ("two in one", [(1, 1, " "), (2, 2, " "), (4, 4, "\n")], [("t w o", 0, 1)]),
        ("a fine day", [(2, 4, "ﬁ")], []),  # what folds to the same is the same word
        ("nothing. Here", [(8, 8, "\n\n")], []),
        ("a word and", [(6, 6, " " + "running head " * 9)], []),
        ("much more", [(4, 5, ""), (9, 9, "x")], [("muchmorex", 0, 2)]),
        ("", [(0, 0, "gone")], []),
    ],
)
def test_a_reading_is_the_words_of_the_source_where_they_differ(
    text: str, mended: list[tuple[int, int, str]], expected: list[tuple[str, int, int]]
) -> None:
    passage = SearchPassage(EDITION, "p", "paragraph", text, mended=tuple(mended))
    found = readings(passage, list(tokens(text)))
    assert [(words, *place) for words, place in found] == expected
