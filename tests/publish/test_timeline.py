"""The documents on a timeline."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from consultations.publish.timeline import span, timeline


def document(id_: str, known: str, to: str | None = None, by: str = "A Body") -> dict[str, Any]:
    return {
        "id": id_,
        "title": f"On <{id_}> & more",
        "by": by,
        "date": known,
        "dated": known,
        "responds_to": to,
        "url": f"texts/{id_}/",
    }


def event(id_: str, known: str | None) -> dict[str, Any]:
    url = f"questions/{id_}/"
    return {"id": id_, "name": f"The {id_}", "date": known, "dated": known, "url": url}


def drawn(editions: Sequence[dict[str, Any]], events: Sequence[dict[str, Any]] = ()) -> Element:
    return fromstring(timeline({"editions": editions, "events": events}))  # noqa: S314 (ours)


def box(drawing: Element, url: str) -> dict[str, float]:
    (rect,) = drawing.findall(f"a[@href='{url}']/rect[@rx]")
    return {name: float(rect.attrib[name]) for name in ("x", "y", "width")}


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        ("2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2010-12", date(2010, 12, 1), date(2010, 12, 31)),
        ("2010-12-31", date(2010, 12, 31), date(2010, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_as_long_as_it_is_known(known: str, first: date, last: date) -> None:
    assert span(known) == (first, last)


def test_a_mark_is_as_wide_as_its_date_is_known() -> None:
    drawing = drawn([document("year", "2010"), document("month", "2010-06")])
    year, month = box(drawing, "texts/year/"), box(drawing, "texts/month/")
    assert year["width"] == pytest.approx(660)
    assert month["width"] == pytest.approx(660 * 30 / 365, abs=0.1)
    assert month["x"] == pytest.approx(660 * 151 / 365, abs=0.1)


def test_a_day_can_be_seen_among_many_years() -> None:
    drawing = drawn([document("old", "1832-06-07"), document("new", "2011")])
    assert box(drawing, "texts/old/")["width"] == 3


def test_every_document_and_event_is_a_link_with_its_words() -> None:
    drawing = drawn(
        [document("a", "2010", "asking"), document("b", "2011", "unknown"), document("c", "2012")],
        [event("asking", "2009"), event("shared", "2008-03"), event("undated", None)],
    )
    links = {a.attrib["href"]: "".join(a.itertext()) for a in drawing.iter("a")}
    assert set(links) == {
        "texts/a/",
        "texts/b/",
        "texts/c/",
        "questions/asking/",
        "questions/shared/",
    }
    assert "On <a> & more" in links["texts/a/"]
    lanes = [text.text for text in drawing.findall("text[@class='lane']")]
    assert lanes == [
        "Reports and laws that several documents cite",
        "Answers to The asking",
        "Documents that answer no consultation",
    ]


def test_where_no_document_answers_anything_none_is_said_not_to() -> None:
    drawing = drawn([document("a", "2011"), document("b", "2012", to="unknown")])
    assert [text.text for text in drawing.findall("text[@class='lane']")] == ["All documents"]


@pytest.mark.parametrize("by", ["A", "A Body with a very long name " * 4])
@pytest.mark.parametrize("known", ["20{0}-0{1}", "201{2}", "201{2}-0{1}"])
def test_no_mark_stands_on_another(known: str, by: str) -> None:
    dates = [known.format(10 + n % 7, 1 + n % 9, n % 3) for n in range(30)]
    drawing = drawn([document(f"d{n}", date, by=by) for n, date in enumerate(dates)])
    boxes = [
        tuple(float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        for rect in drawing.findall("a/rect[@class='target']")
    ]
    for n, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[:n]:
            beside = x + width <= left + 0.2 or left + wide <= x + 0.2
            assert beside or y >= top + high or top >= y + height
    assert all(x >= 0 and x + width <= 660.2 for x, _, width, _ in boxes)


@pytest.mark.parametrize("known", ["2010", "2010-06", "2010-12-31"])
@pytest.mark.parametrize("letters", [1, 44, 400])
def test_words_stand_in_the_drawing_and_beside_or_above_their_mark(
    known: str, letters: int
) -> None:
    drawing = drawn([document("one", known, by="m" * letters)])
    (words,) = drawing.findall("a/text")
    mark, x = box(drawing, "texts/one/"), float(words.attrib["x"])
    length = len(words.text or "") * 6.4
    left = x - length if words.attrib.get("text-anchor") == "end" else x
    assert left >= 0
    assert left + length <= 660
    is_beside = left + length <= mark["x"] or mark["x"] + mark["width"] <= left
    assert is_beside or float(words.attrib["y"]) < mark["y"]


def test_nothing_is_drawn_where_there_is_nothing_or_too_much() -> None:
    assert timeline({"editions": [], "events": []}) == ""
    many = [document(f"d{n}", "2010") for n in range(101)]
    assert timeline({"editions": many, "events": []}) == ""


def test_years_are_told_every_so_many() -> None:
    drawing = drawn([document("old", "1832"), document("new", "2011")])
    years = [int(text.text or 0) for text in drawing.findall("text[@class='year']")]
    assert years == list(range(1840, 2011, 20))


@pytest.mark.parametrize(
    "name",
    [
        "Licensing of community transport in the valleys, and of ferries on the lakes and lochs "
        * 3,
        "MINISTRY OF WAR AND OF THE WATERWAYS " * 9,
        "港の計画についての意見募集" * 9,
    ],
)
def test_the_title_of_a_lane_ends_in_the_drawing(name: str) -> None:
    asking = {**event("asking", "2009"), "name": name}
    drawing = drawn([document("a", "2010", "asking")], [asking])
    (lane,) = drawing.findall("text[@class='lane']")
    assert (lane.text or "").endswith("…")
    capitals = sum(letter.isupper() for letter in lane.text or "")
    squares = sum(letter > "\u3000" for letter in lane.text or "")
    letters = len(lane.text or "") - capitals - squares
    assert letters * 6 + capitals * 8 + squares * 12 <= 660
