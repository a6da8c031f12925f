"""What the page of an edition tells the client of its passages."""

import json
from dataclasses import replace

from consultations.model.annotation import Quotation
from consultations.model.edition import Edition
from consultations.model.transcript import PageStart
from consultations.pages import client_facts


def quotation(edition: Edition, kind: str, who: str | None, start: int = 0) -> Quotation:
    passage = edition.passages[1]
    return Quotation(passage.id, start, start + 4, passage.text[start : start + 4], who, kind)  # type: ignore[arg-type]


def test_voices_stand_by_passage_and_a_term_is_nobodys(edition: Edition) -> None:
    said = quotation(edition, "person", "Ann Moss"), quotation(edition, "unknown", None, 6)
    quoting = replace(edition, quotations=(*said, quotation(edition, "term", None, 12)))
    told = json.loads(client_facts(quoting).voices)
    assert told == {edition.passages[1].id: [[0, 4, "Ann Moss"], [6, 10, None]]}


def test_a_passage_stands_on_one_printed_page_or_on_two(edition: Edition) -> None:
    first, second = edition.passages[:2]
    start, end = second.source[0]
    pages = (PageStart("xiv", 0), PageStart("15", start + 1))
    told = client_facts(replace(edition, source=replace(edition.source, pages=pages))).pages
    assert end > start + 1
    assert json.loads(told)[second.id] == "xiv–15"
    assert json.loads(told)[first.id] == "xiv"
    assert client_facts(edition).pages == "{}"
