"""Which words have a hyphen: what English says, and what the document's other words do."""

import tomllib
from pathlib import Path

import pytest

from consultations.rules.spelling.vocabulary import Vocabulary

WORDS = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))


def halves(sort: str) -> list[tuple[str, str]]:
    return [(word.partition("|")[0], word.partition("|")[2]) for word in WORDS[sort].split()]


@pytest.mark.parametrize(("left", "right"), halves("solid"))
def test_a_word_that_only_looks_joined_is_solid(left: str, right: str) -> None:
    assert not Vocabulary.is_also_hyphenated(left, right)


@pytest.mark.parametrize(("left", "right"), halves("often"))
def test_a_word_often_has_a_hyphen(left: str, right: str) -> None:
    assert Vocabulary.is_also_hyphenated(left, right)


@pytest.mark.parametrize(("left", "right"), halves("joined"))
def test_a_half_may_be_joined_to_any_word(left: str, right: str) -> None:
    assert Vocabulary("No compounds.").joins(left, right)


@pytest.mark.parametrize(("left", "right"), halves("like_another"))
def test_a_prefix_is_joined_where_another_is(left: str, right: str) -> None:
    assert Vocabulary(f"Some {left}-ferry boats.").joins(left, right)


@pytest.mark.parametrize(("left", "right"), halves("never"))
def test_a_prefix_is_not_joined_whatever_others_are(left: str, right: str) -> None:
    text = f"{left}-boat {left}-pier sea-{right}"
    assert not Vocabulary(text).joins(left, right)
    assert Vocabulary(text.replace(f"{left}-", "ferry-")).joins("ferry", right)


def test_two_and_one_others_make_a_compound_and_it_is_no_ground_for_itself() -> None:
    assert Vocabulary("ferry-boat ferry-pier sea-lamp").joins("ferry", "lamp")
    assert not Vocabulary("ferry-boat sea-lamp").joins("ferry", "lamp")
    assert not Vocabulary("ferry-boat ferry-pier").joins("ferry", "lamp")
    assert not Vocabulary("ferry-boat ferry-lamp sea-lamp").joins("ferry", "lamp")
    assert not Vocabulary("ferry-boat ferry-pier ferry-lamp").joins("ferry", "lamp")
    assert not Vocabulary("anti-lamp").joins("anti", "lamp")


def test_words_are_counted_without_addresses_and_each_pair_of_a_longer_compound() -> None:
    found = Vocabulary("The pier at http://example.org/pier is A Pier, a sea-pier-lamp.")
    assert (found.solid["pier"], found.solid["a"]) == (2, 2)
    assert (found.hyphenated["sea-pier"], found.hyphenated["pier-lamp"]) == (1, 1)
