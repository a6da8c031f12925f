"""Wordings of one name, and words with capitals that are none."""

import pytest

from consultations.annotate.names.candidates.no_names import is_no_name, is_sort_of_work
from consultations.annotate.names.spellings import loose_key_of


@pytest.mark.parametrize(
    "word", ["a", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"]
)
def test_names_are_one_whatever_their_small_words(word: str) -> None:
    assert loose_key_of(f"Oil {word} Lamps") == loose_key_of("Lamp Oil")
    assert loose_key_of(f"Glass {word} Lamps") != loose_key_of("Glas Lamps")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        *((words, True) for words in ("Treasurer at the Lamp Board", "Vicar for All Leith")),
        *(
            (words, True)
            for words in (
                "Witnesses of the Lamp Board",
                "Clerk in Upper Leith",
                "Members of the Board",
            )
        ),
        *((words, True) for words in ("Adviser on Oil Lamps", "Clerk to the Board")),
        *((words, True) for words in ("Chair and Oil Lamps", "Order of the Lamp")),
        *((words, True) for words in ("Report on Oil Lamps", "Lamp Board Treasurer")),
        *((words, True) for words in ("Oil and Lamps", "Oil and the Lamps", "Witnesses")),
        *((words, False) for words in ("Lamp Board", "Board of Lamps", "Oil and Lamp Board")),
    ],
)
def test_an_office_or_two_things_are_no_name(words: str, due: bool) -> None:
    assert is_no_name(words) is due


@pytest.mark.parametrize("words", ["White Paper", "Green Paper", "Blue Book", "Final Chapter"])
def test_a_sort_of_work_is_the_name_of_none(words: str) -> None:
    assert is_sort_of_work(words)
    assert not is_sort_of_work(f"{words} Report")
