"""What drawings show: every mark at its place, as high as it should be, leading to its thing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from consultations.model.edition import AnswerState, Edition, Passage, Question, QuestionKind
from consultations.model.emendation import Emendation
from consultations.model.entity import Authority, ConsultationQuestion, Entity, ThemePassage
from consultations.model.source import Record, Source
from consultations.pages.drawings import drawings
from consultations.pages.drawings.lanes import Lane, LaneMark, drawn

BODY = 'A "Body" <of> & Co'
SURVEY = Entity(
    "survey",
    "consultation",
    "Survey",
    questions=tuple(ConsultationQuestion(f"q{n}", str(n), "Why?") for n in (1, 2, 3, 4)),
)


def edition(id_: str, texts: Sequence[str], *questions: Question) -> Edition:
    record = Record(id_.title(), (BODY,), None, "2001", "response", "survey", "-", "en", "x", None)
    source = Source(id_, record, f"{id_}/source.txt", None, "0" * 64, "x" * 100)
    passages = tuple(Passage(f"p{n}", "paragraph", text, ((0, 1),)) for n, text in enumerate(texts))
    return Edition(source, passages, (), questions=questions)


def answer(number: int, passage: str | None) -> Question:
    state: AnswerState = "answered" if passage else "declined"
    given = (passage,) if passage else ()
    return Question(str(number), "Why?", "p0", given, state, f"survey/q{number}")


def marks(drawing: str) -> list[tuple[str, float, float, float]]:
    """Of each mark where it leads, where it stands and how high it is."""
    found = []
    for link in BeautifulSoup(drawing, "html.parser").select("svg a"):
        for box in link.select("rect:not(.target)"):
            x, width, height = (float(str(box[name])) for name in ("x", "width", "height"))
            found.append((str(link["href"]), x, width, height))
    return found


def element(drawing: str) -> BeautifulSoup:
    return BeautifulSoup(drawing, "html.parser")


def made(
    editions: Sequence[Edition], found: Mapping[str, Sequence[ThemePassage]]
) -> Mapping[str, Mapping[str, str]]:
    return drawings(editions, Authority((SURVEY,)), found)


def test_an_answer_is_as_high_as_it_is_long_and_leads_to_its_passage() -> None:
    texts = ["Why?", "one two three four", "one two"]
    one = edition("one", texts, answer(1, "p1"), answer(2, None), answer(4, "p2"))
    drawing = made([one], {})["questions/survey/index.md"]["survey"]
    (first, x1, w1, h1), (second, x2, _, h2), (third, x3, _, h3) = marks(drawing)
    assert [first, second, third] == [
        "../../texts/one/#p1",
        "../../texts/one/#p0",
        "../../texts/one/#p2",
    ]
    assert (x1, x2, x3) == (0, 250, 750)
    assert w1 < 250
    assert h1 == pytest.approx(2 * h3, abs=0.1)
    assert h2 < h3
    assert BODY in [link.text for link in element(drawing).find_all("a")]
    assert "declined, no words" in element(drawing).text


def test_dispersion_is_by_words_and_not_by_passages() -> None:
    one = edition("one", ["a " * 30, "b " * 10, "c " * 60])
    found = {"theme": [ThemePassage("one", "p1", ((0, 1),))]}
    [(address, x, width, _)] = marks(made([one], found)["themes/theme/index.md"]["theme"])
    assert (address, x, width) == ("../../texts/one/#p1", 300, 100)


def test_a_mark_at_the_very_end_stays_in_the_picture() -> None:
    mark = LaneMark(1, 1, 0, "x", "#x")
    [(_, x, width, height)] = marks(drawn([Lane("n", "#", "", [mark])], "low"))
    assert width > 0
    assert height > 0
    assert x + width <= 1000


def test_emendations_stand_where_the_source_has_them() -> None:
    changes = [Emendation(at, at + 1, "x", "y", "join", "a-rule", "") for at in (0, 50, 50, 99)]
    one = replace(edition("one", ["x"]), emendations=tuple(changes))
    drawing = made([one], {})["texts/one/apparatus.md"]["emendations"]
    found = marks(drawing)
    assert [x for _, x, _, _ in found] == [0, 500, 990]
    assert found[1][3] == pytest.approx(2 * found[0][3], abs=0.1)
    assert all(re.fullmatch(r"#\S+", address) for address, *_ in found)


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn([], "low") == ""


def test_too_many_lanes_are_not_drawn() -> None:
    many = [edition(f"e{n}", ["Why?", "so"], answer(1, "p1")) for n in range(61)]
    assert made(many, {})["questions/survey/index.md"]["survey"] == ""
    assert made(many[:60], {})["questions/survey/index.md"]["survey"]


def test_whoever_uses_the_keyboard_is_not_led_through_the_marks() -> None:
    drawing = element(drawn([Lane("n", "#", "", [LaneMark(0, 1, 1, "x", "#x")])], "tall"))
    assert drawing.select('svg[aria-hidden="true"] a[tabindex="-1"]')
    assert not drawing.select('svg a:not([tabindex="-1"])')


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (["recommendation", "recommendation"], "2 recommendations from left to right"),
        (["comment"], "1 comment from left to right"),
        (["question", "question"], "2 questions from left to right"),
        (["proposal", "question"], "1 question, 1 proposal from left to right"),
    ],
)
def test_what_is_answered_is_called_by_its_name(kinds: list[QuestionKind], told: str) -> None:
    one = replace(edition("one", ["Why?"]).source.record, responds_to=None)
    asked = [replace(answer(n, None), kind=kind, asked=None) for n, kind in enumerate(kinds, 1)]
    bare = edition("one", ["Why?"], *asked)
    pages = made([replace(bare, source=replace(bare.source, record=one))], {})
    assert told in pages["questions/one/index.md"]["one"]
