"""What questions have to do with the passages of their edition, and the states of answers."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate.questions.questions import with_questions
from consultations.annotate.questions.record_fields import words_in_fields
from consultations.annotate.questions.states import state_of
from consultations.english.replies import answered_together
from consultations.model.entity import Authority

FOLDER = Path(__file__).parent
STATES = tomllib.loads((FOLDER / "states.toml").read_text(encoding="utf-8"))
TABLES = ("labels.toml", "replies.toml", "series.toml", "states.toml")
FORMS = sorted(path for path in FOLDER.glob("*.toml") if path.name not in TABLES)


@pytest.mark.parametrize("state", STATES["answer"])
def test_state(state: str) -> None:
    said = STATES["answer"][state]
    assert not [words for words in said if state_of([words]) != state]
    assert not [words for words in said if state_of([words], "oral-question") != state]


@pytest.mark.parametrize("state", STATES["recommendation"])
def test_state_of_a_recommendation(state: str) -> None:
    said = STATES["recommendation"][state]
    assert not [words for words in said if state_of([words], "recommendation") != state]
    # A respondent who "accepts this" answers a question; only a recommendation is accepted.
    assert not [words for words in said if state_of([words]) not in ("answered", "declined")]


@pytest.mark.parametrize("sort", ["yes", "no"])
def test_a_recommendation_is_refused_in_its_own_words(sort: str) -> None:
    due = "not-accepted" if sort == "yes" else "answered"
    assert not [
        (call, answer)
        for call, answer, *names in STATES["refused"][sort]
        if state_of([answer], "recommendation", call, " ".join(names)) != due
    ]


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        ("Agree|Disagree|X", "answered"),
        ("Not agreed|Agreed|X", "answered"),
        ("Accepted.|Rejected. It is dear.", "answered"),
        ("Support|Oppose|x", "answered"),
        ("Accepted|Noted", "accepted"),
        ("Accepted.|We do not agree that lamps are dear.", "accepted"),
        ("Agree|The letter X stands on them.", "accepted"),
    ],
)
def test_what_may_be_chosen_stands_line_by_line(lines: str, due: str) -> None:
    assert state_of(lines.split("|"), "recommendation") == due


def test_the_state_may_stand_in_the_second_passage_and_no_later() -> None:
    accepts = "The county accepts this recommendation."
    assert state_of(["The county is glad.", accepts], "recommendation") == "accepted"
    assert state_of(["The county is glad.", "Very.", accepts], "recommendation") == "answered"


def test_an_answer_without_passages_is_empty() -> None:
    assert state_of([]) == "empty"


def test_a_question_that_was_printed_as_a_paragraph_is_a_heading(make_edition: Any) -> None:
    text = ["## Q1: Do piers rust?", "Yes.", "Q2: Should they be painted?", "Yes.", "Text."]
    edition = with_questions(make_edition(text), Authority())
    assert (edition.by_id["p2"].kind, edition.by_id["p2"].level) == ("heading", 2)
    assert edition.by_id["p3"].section == ("p2",)


FIGURES = (("Yes", "60%", "24"), ("No", "40 %", "1,016 (2%)"), ("Neither", "", ""))


@pytest.mark.parametrize(
    ("rows", "asked"),
    [(FIGURES, 2), ((*FIGURES, ("Which", "all", "3")), 0), (FIGURES[:1], 0)],
)
def test_tables_of_figures_stand_under_what_a_survey_asked(
    rows: tuple[tuple[str, ...], ...], asked: int, make_edition: Any
) -> None:
    text = ["# A survey", "## Should piers be lit?", "|Answer", "## Should boats?", "|Answer"]
    edition = make_edition(text)
    tables = (
        replace(p, rows=(("Answer",), *rows)) if p.kind == "table" else p for p in edition.passages
    )
    found = with_questions(replace(edition, passages=tuple(tables)), Authority())
    assert len(found.questions) == asked


def test_a_recommendation_stays_what_it_is(make_edition: Any) -> None:
    text = ["Recommendation 1: That piers be painted.", "Response:", "We accept this."]
    edition = with_questions(make_edition(text), Authority())
    assert [passage.kind for passage in edition.passages] == ["paragraph"] * 3
    assert [passage.question for passage in edition.passages] == [None, "1", "1"]


def test_the_marker_of_an_item_is_the_number_of_a_label_without_one(make_edition: Any) -> None:
    accepted, told = "We accept this recommendation.", "- Recommendation: Light the lamps."
    text = [told, accepted, told, accepted, "- Recommendation 7: Light all.", accepted]
    edition = make_edition(text)
    markers = dict.fromkeys(("p0", "p4"), "1a") | {"p2": "\N{BULLET}"}
    passages = [replace(p, marker=markers.get(p.id)) for p in edition.passages]
    found = with_questions(replace(edition, passages=tuple(passages)), Authority()).questions
    assert [question.number for question in found] == ["1a", None, "7"]


def test_parts_with_the_letters_of_items_have_one_state(make_edition: Any) -> None:
    text = ["Recommendation 1: Light, and paint.", "Response:", "- Accepted.", "- Not agreed."]
    edition = make_edition(text)
    passages = [replace(p, marker={"p2": "a", "p3": "b"}.get(p.id)) for p in edition.passages]
    found = with_questions(replace(edition, passages=tuple(passages)), Authority()).questions
    assert [question.state for question in found] == ["accepted-in-part"]


ASKING = (
    "What works|Which lamps|Who lit them|Whom did|Whose lamps|How many|Why lamps|When|Where"
    "|To what extent are they lit|Do they|Does it|Did it|Is it|Are they|Was it|Were they|Has it"
    "|Have they|Should it|Would it|Could it|Can it|Will it|May it|Might it|Please say|Describe it"
    "|Explain it|List lamps|Tell us|Please say. All of it|Describe it. All of it|Explain it. All"
    "|List lamps. All of them|Tell us. All of it|Give names. All of them|Thinking of lamps, all"
    "|Based on lamps, all|“What works|(Who"
    "|If so, how|(if applicable) how|If yes, how|If not: how|In your view, who"
    "|In your experience who"
)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *((text, True) for text in ASKING.split("|")),
        *(
            (text, False)
            for text in ("Lamps and piers", "Whatever works", "Isle of lamps", "If so")
        ),
    ],
)
def test_a_heading_with_a_label_asks(text: str, due: bool, make_edition: Any) -> None:
    lines = ["## Q1 Do piers rust?", "Yes.", f"## Q2 {text}", "Yes.", "## Q3 Who cares?", "We."]
    edition = with_questions(make_edition(lines), Authority())
    assert [question.text for question in edition.questions][1:-1] == [text] * due


REQUESTS = "Please paint|Describe|Explain|List|Tell|Give|Provide|State|Comment on|Outline|Set out"


@pytest.mark.parametrize(
    ("request_", "due"), [*((one, True) for one in REQUESTS.split("|")), ("Paint", False)]
)
def test_a_paragraph_with_a_label_requests(request_: str, due: bool, make_edition: Any) -> None:
    text = f"{request_} the piers."
    # The next number is a question whatever its form.
    for number in ("Q2", "Q5") if due else ("Q5",):
        lines = ["Q1: Do piers rust?", "Yes.", f"{number}: {text}", "None.", "Q3: Who?", "We do."]
        edition = with_questions(make_edition(lines), Authority())
        assert [question.text for question in edition.questions][1:-1] == [text] * due


ASKED = ["## What is your experience of lamps?", "Good.", "## Do you think that piers need them?"]


def test_a_title_names_who_refuses(make_edition: Any) -> None:
    refuses = "The committee does not propose to close the pier."
    made = make_edition(["Recommendation 1: The pier should be closed.", f"Response: {refuses}"])
    states = []
    for title in ("Reply of the committee to the board", "Reply of the board to the committee"):
        record = replace(made.source.record, title=title)
        edition = replace(made, source=replace(made.source, record=record))
        states += [question.state for question in with_questions(edition, Authority()).questions]
    assert states == ["not-accepted", "answered"]


STORM = [
    *("## 1. What happened?", "The sea broke the wall.", "## 2. Who was hurt?", "Nobody."),
    *("## 3. Where was it?", "At the quay.", "## 4. When was it mended?", "In May."),
]


@pytest.mark.parametrize(
    ("title", "lines", "due"),
    [
        ("Reply to the review of lamps", [*ASKED, "Some.", "## Who pays?", "The guild."], 3),
        ("A review of lamps", [*ASKED, "Some.", "## Who pays?", "The guild."], 0),
        # Half of the headings ask nothing.
        ("Reply to the review of lamps", [*ASKED, "## Who?", "## A", "## B", "## C", "## D"], 0),
        # The author asks, and speaks to nobody.
        ("Reply to the review", ["## What is wrong?", "A", "## Who pays?", "B", "## Why?", "C"], 0),
        # Two are enough where they count on and speak to whoever answers.
        ("Reply to the review", ["## 1. Do you agree?", "A", "## 2. Have you more?", "B"], 2),
        ("A review of lamps", ["## 1. Do you agree?", "A", "## 2. Have you more?", "B"], 0),
        ("Reply to the review", ["## 1. Are piers lit?", "A", "## 2. Are boats?", "B"], 0),
        # The title says what was done after something happened, and answers nobody.
        ("The county’s response to the storm", STORM, 0),
        ("Response to rising tides and wind", STORM, 0),
        ("The county’s response to the inquiry on the storm", STORM, 4),
        # One is enough that calls itself a question, over an answer.
        ("Reply to the review", ["Question 7: Should a mooring be paid for?", "It should."], 1),
        ("A review of lamps", ["Question 7: Should a mooring be paid for?", "It should."], 0),
        ("Reply to the review", ["Question 7: Should one be paid for?", "## About us", "A"], 0),
        ("Reply to the review", ["## Should a mooring be paid for?", "It should."], 0),
        (
            "Reply to common questions",
            ["Question 1: Do you need a ticket?", "Yes. It costs £1."],
            0,
        ),
    ],
)
def test_few_questions_under_a_title_that_says_that_it_answers(
    title: str, lines: list[str], due: int, make_edition: Any
) -> None:
    made = make_edition(lines)
    record = replace(made.source.record, title=title)
    made = replace(made, source=replace(made.source, record=record))
    assert len(with_questions(made, Authority()).questions) == due


def test_one_record_alone_shows_no_heads(make_edition: Any) -> None:
    passages = make_edition(["From", "Ann Moss", "Text", "Piers rust."]).passages
    assert list(words_in_fields(passages, [range(4)])) == [None]
    twice = [*passages, *passages]
    assert list(words_in_fields(twice, [range(4), range(4, 8)])) == ["Piers rust."] * 2


LINES = [
    line
    for path in FORMS
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
    for line in case["text"]
]


@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=25), responds=st.booleans())
def test_questions_follow_each_other_and_share_an_answer_only_where_it_says_so(
    lines: list[str], responds: bool, make_edition: Any
) -> None:
    made = make_edition(lines, responds_to="elsewhere" if responds else None)
    edition = with_questions(made, Authority())
    assert [p.text for p in edition.passages] == [p.text for p in made.passages]
    places = [edition.order[question.heading] for question in edition.questions]
    assert places == sorted(set(places))
    whose: dict[str, list[int]] = {}
    for n, question in enumerate(edition.questions):
        for id_ in question.answer:
            assert edition.order[id_] >= edition.order[question.heading]
            whose.setdefault(id_, []).append(n)
    for id_, those in whose.items():
        assert those == list(range(those[0], those[-1] + 1))
        last = edition.questions[those[-1]]
        assert edition.by_id[id_].question == last.key
        begins = edition.order[last.heading], edition.order[last.answer[0]]
        said = [p.text for p in edition.passages[begins[0] : begins[1] + 1]]
        assert len(those) == 1 or any(answered_together(text) is not None for text in said)
