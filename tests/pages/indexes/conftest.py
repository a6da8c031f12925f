"""A small archive in which everything is that an index is made of."""

from collections.abc import Sequence

import pytest

from consultations.model.annotation import (
    Abbreviation,
    Citation,
    CrossReference,
    Mention,
    Quotation,
)
from consultations.model.connection import Connection
from consultations.model.edition import (
    Edition,
    Footnote,
    NoteReference,
    Passage,
    Question,
)
from consultations.model.entity import Authority, ConsultationQuestion, Entity, Theme
from consultations.model.source import Record, Source

AUTHORITY = Authority(
    entities=(
        Entity("a-body", "organisation", "Body <A> of [Health]", ("A-Body",), ("BAH",)),
        Entity(
            "big-survey",
            "consultation",
            "Big Survey",
            questions=(
                ConsultationQuestion("q1", "1", "What works?"),
                ConsultationQuestion("q2", "2", "What does not?"),
                ConsultationQuestion("q3", "3", "Anything else?"),
            ),
        ),
        Entity("doe-jane", "person", "Jane Doe", url="javascript:alert(1)"),
        Entity(
            "small-survey",
            "consultation",
            "Small Survey",
            questions=(ConsultationQuestion("only", None, "Anything?"),),
        ),
        Entity("unnamed", "person", "Una Named"),
        Entity(
            "work-one",
            "work",
            "Work *One*",
            csl={
                "type": "report",
                "title": "Work *One*",
                "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Body <A> of [Health]"}],
                "issued": {"date-parts": [[2008, 3]]},
                "publisher": "Press & Sons",
            },
        ),
        Entity("work-two", "work", "Another work", csl={"type": "book", "title": "Another work"}),
    ),
    abbreviations={"GP": "general practitioner"},
    themes=(
        Theme("a-theme", "A theme", "Both ask it.", ("big-survey/q3", "small-survey/only")),
        Theme("no-theme", "Nobody's theme", "Nobody answers.", ("big-survey/q9",)),
    ),
)


def passage(id_: str, text: str, kind: str = "paragraph", **more: object) -> Passage:
    return Passage(id_, kind, text, ((0, 1),), **more)  # type: ignore[arg-type]


def stretch(passages: Sequence[Passage], id_: str, words: str) -> tuple[str, int, int, str]:
    """What an annotation of these words in a passage begins with."""
    text = next(p.text for p in passages if p.id == id_)
    start = text.index(words)
    return id_, start, start + len(words), words


def source(id_: str, title: str, date: str, body: str | None, responds_to: str) -> Source:
    record = Record(title, (), body, date, "response", responds_to, "rights", "en", "web", None)
    return Source(id_, record, f"{id_}/source.txt", None, "0" * 64, "x")


def first() -> Edition:
    passages = (
        passage("h", "First", "heading", level=1),
        passage("q1", "1. What works?", "heading", level=2),
        passage("a1", "Body <A> of [Health] (BAH) works, says the Body <A> of [Health]."),
        passage("l1", "one", "list_item", marker="1", depth=1),
        passage("l2", "two", "list_item", depth=1),
        passage("q2", "2. What does not?", "heading", level=2),
        passage("a2", "See above."),
        passage("e", "Jane Doe (2008) says ‘it always works’, a member ‘it never did’: a ‘fix’."),
        passage("n", "Doe 2008, Work *One*.", "footnote"),
    )

    def at(id_: str, words: str) -> tuple[str, int, int, str]:
        return stretch(passages, id_, words)

    return Edition(
        source("first", "First <response>", "2010", "a-body", "big-survey"),
        passages,
        (),
        footnotes=(Footnote("1", "n", NoteReference("e", 15)),),
        questions=(
            Question("1", "What works?", "q1", ("a1", "l1", "l2"), "answered", "big-survey/q1"),
            Question("2", "What does not?", "q2", ("a2",), "refers-elsewhere", "big-survey/q2"),
        ),
        quotations=(
            Quotation(*at("e", "it always works"), "Jane Doe", "speech", speaker="doe-jane"),
            Quotation(*at("e", "it never did"), "member", "participant"),
            Quotation(*at("e", "fix"), None, "term"),
        ),
        citations=(
            Citation(*at("e", "Jane Doe (2008)"), "work-one"),
            Citation(*at("n", "Doe 2008"), "work-one"),
        ),
        mentions=(
            Mention(*at("a1", "Body <A> of [Health]"), "a-body"),
            Mention("a1", 43, 63, "Body <A> of [Health]", "a-body"),
            Mention(*at("e", "Jane Doe"), "doe-jane"),
            Mention(*at("n", "Work *One*"), "work-one"),
        ),
        abbreviations=(Abbreviation(*at("a1", "BAH"), "Body <A> of [Health]"),),
        cross_references=(CrossReference(*at("a2", "See above"), "#a1"),),
        connections=(
            Connection("same-consultation", "h", "second", "second", "big-survey"),
            Connection("same-question", "q1", "second", "second#s1", "big-survey/q1"),
            Connection("same-work", "e", "third", "third#t", "work-one"),
            Connection("same-passage", "a2", "third", "third#t", "seven words or so"),
        ),
    )


def second() -> Edition:
    passages = (
        passage("s1", "Q1", "heading", level=2),
        passage("s2", "Q3", "heading", level=2),
        passage("s3", "No comment."),
        passage("s4", "Is that all?", "heading", level=2),
        passage("s5", "It is."),
    )
    return Edition(
        source("second", "Second", "2011", None, "big-survey"),
        passages,
        (),
        questions=(
            Question("1", "What works?", "s1", (), "empty", "big-survey/q1"),
            Question("3", "Anything else?", "s2", ("s3",), "declined", "big-survey/q3"),
            Question(None, "Is that all?", "s4", ("s5",), "answered"),
        ),
        connections=(Connection("same-question", "s1", "first", "first#q1", "big-survey/q1"),),
    )


def third() -> Edition:
    passages = (passage("t", "Work *One* and First <response> were read."), passage("u", "Yes."))
    return Edition(
        source("third", "Third", "2012", None, "small-survey"),
        passages,
        (),
        questions=(Question(None, "Anything?", "t", ("u",), "answered", "small-survey/only"),),
        mentions=(Mention(*stretch(passages, "t", "Work *One*"), "work-one"),),
        connections=(Connection("names", "t", "first", "first", "First <response>"),),
    )


@pytest.fixture
def editions() -> list[Edition]:
    return [third(), first(), second()]


@pytest.fixture
def authority() -> Authority:
    return AUTHORITY
