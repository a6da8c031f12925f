"""Single words: their forms and their classes, as `words.toml` has them."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.english import dates, kinds, numerals, persons, replies, saying, small_words
from consultations.english.inflection import noun_forms, plural, verb_forms
from consultations.english.word_lists import alternatives, table, words

CASES = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
DATA = sorted(Path(saying.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize(("verb", "forms"), list(CASES["verbs"].items()), ids=str)
def test_a_verb_has_its_forms(verb: str, forms: list[str]) -> None:
    assert verb_forms(verb) == set(forms)


@pytest.mark.parametrize(("text", "due"), list(CASES["replies"].items()))
def test_a_reply_is_complete_in_a_few_words(text: str, due: bool) -> None:
    assert replies.is_short_reply(text) is due


@pytest.mark.parametrize(("noun", "sex"), list(CASES["sexes"].items()))
def test_a_noun_may_tell_the_sex(noun: str, sex: str) -> None:
    assert (persons.sex_of_noun(noun) or "") == sex


@pytest.mark.parametrize(("noun", "due"), list(CASES["plurals"].items()))
def test_a_noun_has_its_plural(noun: str, due: str) -> None:
    assert plural(noun) == due


@pytest.mark.parametrize(("noun", "due"), list(CASES["phrases"].items()))
def test_a_noun_of_several_words_changes_the_one_that_counts(noun: str, due: str) -> None:
    assert noun_forms(noun) == (noun, due)


@pytest.mark.parametrize(("word", "number"), list(CASES["numerals"].items()))
def test_a_numeral_has_its_value(word: str, number: int) -> None:
    assert numerals.value(word) == number


@pytest.mark.parametrize(
    "word", ["", "boat", "one-two", "twenty-boat", "twenty-ten", "ten-one", "-one"]
)
def test_other_words_have_none(word: str) -> None:
    assert numerals.value(word) is None


@pytest.mark.parametrize(("word", "number"), list(CASES["months"].items()))
def test_a_month_has_its_number(word: str, number: int) -> None:
    assert dates.month_number(word) == number


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        (("2012", "May", "4"), "2012-05-04"),
        (("2012", "sept", None), "2012-09"),
        (("2012", "February", "29"), "2012-02-29"),
        (("2011", "February", "29"), "2011-02"),
        (("2011", "June", "31"), "2011-06"),
        (("2011", "June", "0"), "2011-06"),
        (("2011", "Spring", "4"), None),
    ],
)
def test_a_date_in_words_is_one_of_the_calendar(
    said: tuple[str, str, str | None], iso: str | None
) -> None:
    assert dates.iso_date(*said) == iso


@pytest.mark.parametrize("word", ["", "Spring", "Monday", "Marc", "Januar", "Mayor"])
def test_what_is_no_month_has_none(word: str) -> None:
    assert dates.month_number(word) is None


@pytest.mark.parametrize(("word", "due"), list(CASES["saying"].items()))
def test_a_word_says_or_does_not(word: str, due: bool) -> None:
    assert saying.is_saying(word) is due
    assert bool(re.fullmatch(saying.SAYING, word.lower())) is due


def test_a_pattern_has_the_words_of_its_list_and_no_other() -> None:
    for pattern, wordings in [
        (dates.MONTH, dates.MONTHS),
        (kinds.WORK, ["report", "series", "press releases", "studies"]),
        (kinds.BODY, ["agency", "agencies", "churches"]),
        (kinds.NAMED_BODY, ["Agency", "Universities"]),
        (persons.ROLE, ["tenant", "nurses", "service users", "women"]),
        (persons.HEARD, ["witnesses", "panel member", "passer-by"]),
        (persons.POST, ["chief executive", "spokeswomen"]),
        (persons.TITLE, ["Dr", "Dr.", "Councillor"]),
        (numerals.CARDINAL, ["two", "twelve"]),
        (numerals.ORDINAL, ["second"]),
        (small_words.SMALL_WORD, ["the", "whose"]),
        (small_words.BE, ["am", "are", "be", "been", "being", "is", "was", "were"]),
        (small_words.ARTICLE, ["a", "an", "the"]),
        (
            small_words.DETERMINER,
            ["a", "an", "the", "her", "his", "its", "my", "our", "their", "whose", "your"],
        ),
        (small_words.COORDINATOR, ["and", "but", "nor", "or", "yet"]),
        (
            saying.BESIDE,
            [
                "again",
                "also",
                "even",
                "first",
                "further",
                "had",
                "has",
                "have",
                "here",
                "later",
                "once",
                "then",
            ],
        ),
        (saying.BESIDE, ["clearly"]),
    ]:
        found = re.compile(pattern)
        assert all(found.fullmatch(word) for word in wordings), pattern
        assert not any(found.fullmatch(word) for word in ("boat", "Ferry", "", "thee", "sa"))


def test_a_sentence_begins_with_words_that_begin_no_name() -> None:
    assert {"the", "however", "according", "we"} <= small_words.OPENERS
    assert not {"ferry", "moss", "mark", "may"} & small_words.OPENERS


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_data_have_a_source_and_each_word_once_in_a_list(path: Path) -> None:
    data = table(path.stem)
    assert data["source"]
    for key, listed in data.items():
        if isinstance(listed, list):
            assert len(listed) == len(set(listed)), key


@given(st.lists(st.text("ab .(", min_size=1, max_size=5), min_size=1), st.text("ab .(", max_size=5))
def test_alternatives_are_the_wordings_and_nothing_else(wordings: list[str], other: str) -> None:
    pattern = re.compile(alternatives(wordings))
    assert all(pattern.fullmatch(wording) for wording in wordings)
    assert bool(pattern.fullmatch(other)) is (other in wordings)


@given(st.lists(st.text("ab", min_size=1, max_size=5), min_size=1), st.text("ab", max_size=9))
def test_the_longest_of_the_alternatives_is_found(wordings: list[str], text: str) -> None:
    found = re.match(alternatives(wordings), text)
    longest = max((w for w in wordings if text.startswith(w)), key=len, default=None)
    assert (found[0] if found else None) == longest


def test_every_form_that_is_left_out_is_one_of_a_verb_in_the_list() -> None:
    forms = {f for v in words("saying", "say", "think", "show") for f in verb_forms(v)}
    assert words("saying", "seldom") <= forms
