"""Names of people by their form, as `personal_names.toml` has them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.english.name_parts import FORENAMES, PersonalName, read_name
from consultations.english.personal_names import personal_names

DATA = tomllib.loads(Path(__file__).with_name("personal_names.toml").read_text(encoding="utf-8"))
FORENAMES_OF = tomllib.loads(Path(__file__).with_name("forenames.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(
        case,
        id=case["label"],
        marks=[pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else [],
    )
    for case in DATA["case"]
]


def told(text: str, name: PersonalName) -> str:
    parts = (name.title, " ".join(name.given), name.family, name.suffix, name.evidence)
    return " | ".join((text[name.start : name.end], *parts))


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert [told(case["text"], name) for name in personal_names(case["text"])] == case["found"]


@pytest.mark.parametrize(
    ("one", "two", "may_be"),
    [
        ("Ann Moss", "A. Moss", True),
        ("Ann Moss", "Ms Moss", True),
        ("Ann Moss", "Mr Moss", False),
        ("Ann Moss", "Tom Moss", False),
        ("Ann Moss", "Ann Bell", False),
        ("Professor Moss", "Jan Moss", True),
        ("J. R. Moss", "J. S. Moss", False),
        ("Jan van der Weide", "Mr Van Der Weide", True),
    ],
)
def test_two_names_may_be_of_one_person(one: str, two: str, may_be: bool) -> None:
    first, second = read_name(one), read_name(two)
    assert first
    assert second
    assert first.may_be(second) is may_be
    assert second.may_be(first) is may_be


@pytest.mark.parametrize(
    ("name", "sex"),
    [("Ann Moss", "female"), ("Sir Jan Moss", "male"), ("Dr Tom Moss", "male"), ("Jan Moss", None)],
)
def test_a_title_tells_the_sex_before_a_forename_does(name: str, sex: str | None) -> None:
    read = read_name(name)
    assert read
    assert read.sex == sex


def evidence_and_sex(text: str) -> list[tuple[str, str | None]]:
    return [(name.evidence, name.sex) for name in personal_names(text)]


@pytest.mark.parametrize("sex", ["male", "female", "either"])
def test_a_forename_tells_a_person_and_the_sex(sex: str) -> None:
    due = [("forename", None if sex == "either" else sex)]
    found = {
        name: evidence_and_sex(f"Then {name} Moss left.") for name in FORENAMES_OF[sex].split()
    }
    assert {name: told for name, told in found.items() if told != due} == {}


def test_a_forename_that_is_another_word_more_often_tells_nobody() -> None:
    words = FORENAMES_OF["other_words"].split()
    found = {word: evidence_and_sex(f"Then {word} Moss left.") for word in words}
    assert [word for word, told in found.items() if told and told[0][0] == "forename"] == []


def test_what_is_not_written_as_a_name_is_not_read_as_one() -> None:
    assert read_name("the clerk") is None


def test_forenames_are_of_three_sorts_that_share_none() -> None:
    assert {"Tom", "Ann", "Jan"} <= FORENAMES


PIECES = "Ann|Moss|J.|R|Dr|Mr.|van|der|QC|Jr.|the|However|,|’s|-|Øyvind|Board|."


@given(
    words=st.lists(st.sampled_from(PIECES.split("|")), max_size=30), glue=st.sampled_from(["", " "])
)
def test_names_stand_in_order_and_apart(words: list[str], glue: str) -> None:
    text = glue.join(words)
    end = 0
    for name in personal_names(text):
        assert end <= name.start < name.end
        assert name.family in text[name.start : name.end]
        end = name.end
