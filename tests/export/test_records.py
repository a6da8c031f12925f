"""Passages as JSON Lines, for whoever reads the archive in another way."""

import json
from dataclasses import fields

import pytest

from consultations.export.records import FORMAT, json_lines, record
from consultations.passages import SearchEdition, SearchPassage, SearchQuestion

ASKED = SearchQuestion("7", "7", "Should the pier have lamps?", "harbour-dues/7")
EDITION = SearchEdition(
    id="reply",
    title="A reply",
    organisation="ferry-board",
    body="Ferry Board",
    authors=("Ann Moss",),
    date="2011-05",
    type="letter",
    names=("Ferry Board", "FB"),
    consultation="harbour-dues",
    consultation_name="Harbour dues",
    questions=(ASKED,),
)
BARE = SearchPassage(EDITION, "p1", "heading", "A reply")
FULL = SearchPassage(
    EDITION,
    "p2",
    "paragraph",
    "“Yes”, says Moss.\u2028Naïve lamps.",
    section=("Lamps",),
    question="7",
    mentions=("moss",),
    cites=("lamps-2010",),
    quoted=((1, 4),),
    voices=((1, 4, "Moss"),),
    notes=((17, "1"),),
    mended=((18, 23, "Naive"),),
    pages=("3", "4"),
)


def test_every_line_has_the_same_keys_and_says_its_format() -> None:
    bare, full = map(json.loads, json_lines([BARE, FULL]))
    assert list(bare) == list(full)
    assert bare["format"] == full["format"] == FORMAT
    assert bare["question"] is None
    assert full["question"] == {
        "value": "7",
        "number": "7",
        "text": "Should the pier have lamps?",
        "asked": "harbour-dues/7",
        "kind": "question",
    }


def test_a_line_is_one_line() -> None:
    (line,) = json_lines([FULL])
    assert "\n" not in line


@pytest.mark.parametrize("passage", [BARE, FULL])
def test_nothing_that_search_knows_of_a_passage_is_missing(passage: SearchPassage) -> None:
    found = json.loads(json.dumps(record(passage)))
    assert found["address"] == f"texts/reply/#{passage.id}"
    names = [field.name for field in fields(SearchPassage) if field.name != "edition"]
    taken = {name: found[name] for name in names}
    taken["question"] = found["question"] and found["question"]["value"]
    assert SearchPassage.from_json(taken, EDITION) == passage


def test_what_is_known_of_the_document_stands_on_each_line() -> None:
    found = record(FULL)
    known = ("title", "organisation", "body", "authors", "date", "type", "consultation")
    assert {name: found[name] for name in known} == {name: getattr(EDITION, name) for name in known}
    assert found["edition"] == "reply"
