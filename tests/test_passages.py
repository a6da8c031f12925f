import json
from dataclasses import fields, replace
from typing import Any

import pytest

from consultations.index.writer import facets
from consultations.model.annotation import Citation, Mention, Quotation
from consultations.model.edition import Edition, Passage, Question
from consultations.model.emendation import Emendation
from consultations.model.entity import Authority, Entity
from consultations.model.source import Record, Source
from consultations.model.transcript import PageStart
from consultations.passages import (
    SearchEdition,
    SearchPassage,
    SearchQuestion,
    search_passages,
)

AUTHORITY = Authority(
    (
        Entity("a-body", "organisation", "A Body of Ours", abbreviations=("ABO",)),
        Entity("jo-doe", "person", "Jo Doe"),
        Entity("views", "consultation", "Views"),
    )
)
TEXT = "They said “we like A Body” and more"


def edition(id_: str, organisation: str | None) -> Edition:
    record = Record(
        title="A Title",
        authors=("Jo Doe", "Al Roe"),
        organisation=organisation,
        date="2010-05",
        type="response",
        responds_to=None,
        rights="",
        language="en",
        provenance="",
        converter=None,
    )
    pages = (PageStart("xi", 0), PageStart("1", 8))
    source = Source(id_, record, f"{id_}/source.pdf", f"{id_}/transcript.md", "", TEXT, pages)
    return Edition(
        source=source,
        passages=(
            Passage("t", "heading", "A Title", (), level=1),
            Passage("h", "heading", "Part One", (), section=("t",), level=2),
            Passage("p", "paragraph", TEXT, ((0, len(TEXT)),), section=("t", "h"), question="D2"),
        ),
        emendations=(),
        quotations=(
            Quotation("p", 11, 25, TEXT[11:25], None, "participant"),
            Quotation("p", 19, 25, TEXT[19:25], "Al", "term"),
            Quotation("p", 14, 18, TEXT[14:18], "Jo", "speech"),
        ),
        citations=(Citation("p", 0, 4, "They", "roe-2001"),) * 2,
        mentions=(
            Mention("p", 19, 25, "A Body", "a-body"),
            Mention("p", 0, 4, "They", "jo-doe"),
        ),
    )


def test_passages_stand_in_document_order() -> None:
    found = search_passages([edition("b", None), edition("a", "a-body")], AUTHORITY)
    assert [(p.edition.id, p.id) for p in found] == [
        (document, passage) for document in "ab" for passage in "thp"
    ]


def test_a_document_says_what_it_answers_and_where_it_is_mended() -> None:
    plain = edition("a", None)
    answering = replace(
        plain,
        source=replace(plain.source, record=replace(plain.source.record, responds_to="views")),
        passages=(replace(plain.passages[2], section=(), source=((0, len(TEXT)),)),),
        questions=(
            Question("D2", "Why?", "h", ("p",), "answered", "views/why"),
            Question(None, "How?", "t", (), "empty"),
        ),
        emendations=(Emendation(0, 4, "They", "They", "spacing", "a-rule", ""),),
    )
    (passage,) = search_passages([answering], AUTHORITY)
    assert (passage.edition.consultation, passage.edition.consultation_name) == ("views", "Views")
    assert passage.edition.questions == (
        SearchQuestion("D2", "D2", "Why?", "views/why"),
        SearchQuestion("t", None, "How?"),
    )
    assert passage.mended == ((0, 4, "They"),)
    kept = SearchEdition.from_json(json.loads(json.dumps(passage.edition.as_json())))
    assert kept == passage.edition
    assert SearchPassage.from_json(json.loads(json.dumps(passage.as_json())), kept) == passage


def test_a_number_that_begins_again_is_of_the_last_question_before_its_answer() -> None:
    words = ["Proposal 1", "Light the lamps.", "Yes.", "Proposal 1", "Paint the piers.", "No."]
    plain = edition("a", None)
    answering = replace(
        plain,
        passages=tuple(
            Passage(f"p{n}", "paragraph", text, (), question="1" if n in (2, 5) else None)
            for n, text in enumerate(words)
        ),
        questions=(
            Question("1", "Light the lamps.", "p0", ("p2",), "answered", kind="proposal"),
            Question("1", "Paint the piers.", "p3", ("p5",), "answered", kind="recommendation"),
        ),
        footnotes=(),
        quotations=(),
        citations=(),
        mentions=(),
    )
    found = {one.id: one for one in search_passages([answering], AUTHORITY)}
    about = found["p5"].edition
    assert [one.value for one in about.questions] == ["1", "p3"]
    answered = [about.question(found[id_].question) for id_ in ("p0", "p2", "p5")]
    assert [one and (one.text, one.kind) for one in answered] == [
        None,
        ("Light the lamps.", "proposal"),
        ("Paint the piers.", "recommendation"),
    ]
    assert facets(found["p5"])["question"] == ("p3", "1")


def test_a_passage_says_what_can_be_asked_of_it() -> None:
    *_, passage = search_passages([edition("a", None)], AUTHORITY)
    assert passage.section == ("Part One",)
    assert (passage.question, passage.cites) == ("D2", ("roe-2001",))
    assert passage.mentions == ("A Body of Ours", "ABO", "Jo Doe", "a-body", "jo-doe")
    assert passage.quoted == ((11, 25),)
    assert passage.pages == ("xi", "1")
    assert SearchPassage.from_json(passage.as_json(), passage.edition) == passage
    assert passage.voices == ((11, 25, None), (14, 18, "Jo"))
    assert [passage.voice_at(*place) for place in ((11, 13), (14, 16), (13, 16), (0, 4))] == [
        None,
        "Jo",
        None,
        "own",
    ]


def test_of_two_voices_at_one_place_one_may_be_nobody_known() -> None:
    said = edition("a", None)
    twice = replace(said.quotations[0], attributed_to="Jo")
    one = replace(said, quotations=(twice, said.quotations[0]))
    found = next(p for p in search_passages([one], AUTHORITY) if p.id == "p")
    assert found.voices == ((11, 25, "Jo"), (11, 25, None))


def test_who_speaks_is_the_organisation_or_else_the_authors() -> None:
    passage, *_ = search_passages([edition("a", "a-body")], AUTHORITY)
    about = passage.edition
    assert (about.body, about.by, about.year) == ("A Body of Ours", ("a-body",), "2010")
    assert about.names == ("A Body of Ours", "ABO")
    passage, *_ = search_passages([edition("a", None)], AUTHORITY)
    assert (passage.edition.body, passage.edition.by) == ("Jo Doe, Al Roe", ("Jo Doe", "Al Roe"))
    assert passage.edition.names == ()


WHOLE = SearchPassage(
    SearchEdition(
        id="a-letter",
        title="A Letter",
        organisation="a-body",
        body="A Body of Ours",
        authors=("Jo Doe",),
        date="2010-05",
        type="letter",
        names=("ABO",),
        consultation="views",
        consultation_name="Views",
        questions=(SearchQuestion("D2", "2", "Why?", "views/why", "recommendation"),),
        version="edition 3f9a2c1",
    ),
    id="p",
    kind="list_item",
    text="They said so.",
    section=("One", "Two"),
    question="D2",
    mentions=("ABO", "a-body"),
    cites=("roe-2001",),
    quoted=((0, 4),),
    voices=((0, 4, "Jo"), (5, 9, None)),
    notes=((4, "1"),),
    mended=((0, 4, "Thay"),),
    pages=("xi", "1"),
)


@pytest.mark.parametrize("noun", [WHOLE, WHOLE.edition, WHOLE.edition.questions[0]])
def test_what_is_read_back_is_tried_with_every_field(noun: Any) -> None:
    assert not [one.name for one in fields(noun) if getattr(noun, one.name) == one.default]


@pytest.mark.parametrize("passage", [WHOLE, replace(WHOLE, text="", notes=(), section=())])
def test_all_that_a_passage_has_is_read_back(passage: SearchPassage) -> None:
    edition = SearchEdition.from_json(json.loads(json.dumps(passage.edition.as_json())))
    assert SearchPassage.from_json(json.loads(json.dumps(passage.as_json())), edition) == passage
