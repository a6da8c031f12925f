"""Addresses, as `addresses.toml` has them, and what holds of any text."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.english.addresses import addresses, has_address, web_addresses, without_addresses

CASES = tomllib.loads(Path(__file__).with_name("addresses.toml").read_text(encoding="utf-8"))[
    "case"
]
TEXTS = st.lists(
    st.sampled_from(
        [
            "http://",
            "www.",
            "mailto:",
            "a",
            "B",
            "@",
            ".org",
            "/",
            "(",
            ")",
            "[",
            "](",
            " ",
            ".",
            ",",
            "”",
            "é",
        ]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("expect") == "fail":
        request.applymarker(pytest.mark.xfail(strict=True, reason="known to be wrong"))
    text = re.sub("[⟦⟧]", "", case["text"])
    marked = text
    for start, end, _ in reversed(list(addresses(text))):
        marked = f"{marked[:start]}⟦{marked[start:end]}⟧{marked[end:]}"
    assert marked == case["text"]


def test_an_address_is_of_a_kind() -> None:
    text = "http://example.org www.example.org ann@example.org mailto:ann@example.org"
    assert [address.kind for address in addresses(text)] == ["scheme", "www", "mail", "mail"]


@pytest.mark.parametrize(
    "text",
    [
        *("https://exam", "at www.", "clerk@example", "see example.org", "Lamps (ferry-co.co.uk)"),
        *("lamps.ac.uk", "lamps.com", "lamps.gov.uk", "lamps.net"),
    ],
)
def test_words_with_an_address_whole_or_not(text: str) -> None:
    assert has_address(text)


@pytest.mark.parametrize("text", ["the end.The clerk", "3 @ 4", "e.g. a boat", "", "gov.ernment"])
def test_words_without_one(text: str) -> None:
    assert not has_address(text)


def test_those_of_the_web_alone() -> None:
    text = "ann@example.org www.example.org"
    assert [text[start:end] for start, end in web_addresses(text)] == ["www.example.org"]


@given(TEXTS)
def test_addresses_are_apart_and_hold_no_blank(text: str) -> None:
    found = list(addresses(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.start < one.end and " " not in text[one.start : one.end] for one in found)
    assert all(text[one.end - 1] not in ".,”" for one in found)


@given(TEXTS)
def test_without_addresses_places_stay(text: str) -> None:
    bare = without_addresses(text)
    assert len(bare) == len(text)
    assert all(one in (other, " ") for one, other in zip(bare, text, strict=True))


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), max_size=4))
def test_lines_have_the_addresses_that_each_has_alone(alone: list[str]) -> None:
    starts = [len("\n".join(["", *alone[:n], ""])) for n in range(len(alone))]
    due = [
        (start + begin, start + end)
        for start, line in zip(starts, alone, strict=True)
        for begin, end, _ in addresses(line)
    ]
    assert [(start, end) for start, end, _ in addresses("\n".join(["", *alone]))] == due
