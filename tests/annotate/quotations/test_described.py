"""Speakers who are named by what they are, in sentences that have them in brackets."""

import re
import tomllib
from pathlib import Path

import pytest

from consultations.annotate.quotations.described import described_speakers, those_who_speak
from consultations.annotate.quotations.spoken_of import UNSAID

TEXTS = tomllib.loads(Path(__file__).with_name("described.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TEXTS["text"])
def test_who_is_described(text: str) -> None:
    plain = re.sub(r"[][]", "", text)
    spans = {(one.start, one.end) for one in described_speakers(plain, 0, len(plain))}
    whole = [(a, z) for a, z in spans if not any(b <= a < z <= y != z for b, y in spans)]
    whole = [(a, z) for a, z in whole if not any(b < a < z <= y for b, y in spans)]
    assert [plain[a:z] for a, z in sorted(whole)] == re.findall(r"\[(.*?)\]", text)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Some survey respondents felt so.", ["survey respondent: respondent"]),
        ("Pilots who replied agreed.", ["respondent: respondent"]),
        ("Pilots who returned it agreed.", ["respondent: respondent"]),
        ("Pilots who answered agreed.", ["respondent: respondent"]),
        ("Pilots who completed it agreed.", ["respondent: respondent"]),
        ("Pilots who took part agreed.", ["pilot: participant"]),
        ("Witnesses from Leeds agreed.", ["witness, Leeds: participant"]),
        ("Respondents at West Moss agreed.", ["respondent, West Moss: respondent"]),
        ("A survey was made. Respondents in May agreed.", ["survey respondent: respondent"]),
        ("A questionnaire was sent. Respondents agreed.", ["survey respondent: respondent"]),
        ("Two nurses also said so.", ["nurse: participant"]),
        ("Two nurses in May said so.", []),
        ("Two nurses who said so.", []),
        ("Two nurses saying so.", []),
        ("Two nurses left.", []),
    ],
)
def test_who_speaks(text: str, due: list[str]) -> None:
    voices = [voice for _, voice in those_who_speak(text)]
    assert [f"{voice.label}: {voice.kind}" for voice in voices] == due


@pytest.mark.parametrize(
    "words",
    [
        *("One man", "Another woman", "Some people", "Some men", "Some women", "One person here"),
        *(
            "One",
            "another",
            "others",
            "some",
            "several",
            "many",
            "someone",
            "someone else",
            "a few",
        ),
        *("One of them", "some of these"),
    ],
)
def test_somebody_is_one_of_those_spoken_of_before(words: str) -> None:
    found = UNSAID.search(f"{words} said so.")
    assert found
    assert found[0] == words


@pytest.mark.parametrize("between", [",", " also", " here", " even", " simply", " also even"])
def test_small_words_may_stand_before_the_verb(between: str) -> None:
    assert UNSAID.search(f"Several{between} said so.")
    assert not UNSAID.search(f"Several{between} boats.")
