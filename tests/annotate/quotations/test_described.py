"""Speakers who are named by what they are, in sentences that have them in brackets."""

import re
import tomllib
from pathlib import Path

import pytest

from consultations.annotate.quotations.anaphora.spoken_of import SUCH, UNSAID
from consultations.annotate.quotations.cast.described import described_speakers, those_who_speak
from consultations.annotate.quotations.credits import description

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
        ("Board members were there.", ["board member: participant"]),
        ("The clerk interviewed two nurses.", ["nurse: participant"]),
        ("The clerk polled two nurses.", ["nurse: participant"]),
        ("The clerk asked two nurses.", ["nurse: participant"]),
        ("The clerk questioned two nurses.", ["nurse: participant"]),
        ("The clerk surveyed two nurses.", ["nurse: participant"]),
        ("The clerk heard from two nurses.", ["nurse: participant"]),
        ("The clerk spoke to two nurses.", ["nurse: participant"]),
        ("The clerk met two nurses.", []),
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


@pytest.mark.parametrize(
    "words",
    [
        *("A second", "A third", "A fourth", "A fifth", "A sixth", "A further"),
        *("Others", "Some", "Several", "Many", "Someone", "Another of them", "Many of these"),
    ],
)
def test_somebody_of_many_is_one_of_those_too(words: str) -> None:
    found = UNSAID.search(f"{words}: “It is so.”")
    assert found
    assert found[0] == words


@pytest.mark.parametrize("text", ["One man-made lock", "Some people’s boats", "a second boat"])
def test_whoever_is_nobody_of_those_spoken_of(text: str) -> None:
    assert not UNSAID.search(text)


@pytest.mark.parametrize(
    "words",
    [
        *("the board", "this board", "That report", "their report", "the new board", "page 3"),
        *("the same board", "the latter report", "this recent review", "their final report"),
        *("the Moss report", "the authors", "the author", "the accompanying leaflet"),
        *("the annual report", "the draft report", "the explanatory report", "the weekly report"),
        *("the independent report", "the interim report", "the local board", "the monthly report"),
        *("the national board", "the official report", "the statutory board"),
    ],
)
def test_a_body_or_a_work_is_spoken_of_again(words: str) -> None:
    found = SUCH.search(words)
    assert found
    assert found[0] == words


@pytest.mark.parametrize("words", ["a board", "the old board", "board", "the boat"])
def test_a_body_that_is_new_to_the_text_is_not(words: str) -> None:
    assert not SUCH.search(words)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *((words, "participant") for words in ("Group 2", "Focus group 1", "Interview 7, Leith")),
        *(
            (words, "participant")
            for words in ("Witness 2", "Nurse 3", "Nurse A12", "FG2", "FGD 3")
        ),
        *(
            (words, "participant")
            for words in ("I-4", "ID 7", "INT 12", "P12, Leith", "R3", "SU 4")
        ),
        *((words, "participant") for words in ("YP-9", "Male, 45", "Female (32)", "Man, aged 50")),
        *((words, "participant") for words in ("Submission 9", "Response A4", "Male 45", "Man 50")),
        *((words, "participant") for words in ("female 45", "Boy 9", "Girl 12", "Panel member 3")),
        *((words, "participant") for words in ("Woman 31", "Boy, 9", "Girl (12)", "Anna, 34")),
        *((words, "participant") for words in ("Anna (34)", "Anna M., aged 34", "Anna, 30s")),
        ("Respondent 5", "respondent"),
        *((words, "participant") for words in ("Anna, young witness", "Anna, old clerk, Leith")),
        *((words, None) for words in ("P12a", "Lamp 4", "Leith, 4 May", "XX 12", "A boat")),
        *((words, "participant") for words in ("Net mender, Leith", "Shipwright, Lorne")),
        *((words, None) for words in ("Letter, Leith Gazette", "poster, Leith", "Paper, Lorne")),
    ],
)
def test_a_speaker_is_described_by_a_code_or_an_age(text: str, due: str | None) -> None:
    voice = description(text)
    assert (voice.kind if voice else None) == due


@pytest.mark.parametrize("word", ["in", "from", "at", "aged"])
def test_somebody_described_is_nobody_spoken_of_before(word: str) -> None:
    assert UNSAID.search("One man with lamps said so.")
    assert not UNSAID.search(f"One man {word} Leith said so.")


@pytest.mark.parametrize("between", [",", " also", " here", " even", " simply", " also even"])
def test_small_words_may_stand_before_the_verb(between: str) -> None:
    assert UNSAID.search(f"Several{between} said so.")
    assert not UNSAID.search(f"Several{between} boats.")
