"""What holds of the quotations of any text."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate import annotate

DATA = tomllib.loads(Path(__file__).with_name("entities.toml").read_text(encoding="utf-8"))


PIECES = "Ann Ogden|said|that|“|”|‘|’|'|\"|one respondent|the report|.|:|(2004)|of no use at all"


@given(words=st.lists(st.sampled_from(PIECES.split("|")), max_size=30))
def test_quotations_stand_at_their_places_and_do_not_overlap(
    words: list[str], make_edition: Any, make_authority: Any
) -> None:
    lines = [" ".join(words), " ".join(reversed(words))]
    edition = annotate(make_edition(lines), make_authority(DATA["entity"]))
    last = ("", 0)
    for quotation in edition.quotations:
        text = edition.by_id[quotation.passage].text
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.passage != last[0] or quotation.start >= last[1]
        assert quotation.attributed_to or quotation.kind in ("term", "unknown")
        last = quotation.passage, quotation.end


def test_marks_inside_unmarked_words_are_a_part_of_them(
    make_edition: Any, make_authority: Any
) -> None:
    said = "We asked a keeper who said ‘come back in May’ to us. It was out."
    lines = ["One guest explained how it was:", f"{said} (Tenant 4, Upper Pier)"]
    edition = annotate(make_edition(lines), make_authority([]))
    assert [quotation.text for quotation in edition.quotations] == [said]


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("Response to the Lamp Review", "review"),
        ("Evidence on the Lamp Review", "review"),
        ("The Lamp Review", None),
        ("Comments by the Review of Lamps", None),
    ],
)
def test_a_document_may_call_itself_by_its_title_but_not_by_what_it_answers(
    title: str, due: str | None, make_edition: Any, make_authority: Any
) -> None:
    made = make_edition(["The review claims that “the lamps are out for good”."])
    record = replace(made.source.record, title=title)
    made = replace(made, source=replace(made.source, record=record))
    (quotation,) = annotate(made, make_authority([])).quotations
    assert quotation.attributed_to == due
