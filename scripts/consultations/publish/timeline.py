"""The documents of an archive on a timeline, beside what they answer and share, as a drawing.

One lane for each consultation or work that documents respond to, one for those that respond to
nothing known, and one for works that several of them cite. A mark is as wide as its date is
precise: a year, a month or a day. Every mark is a link, on the site's first page.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element, SubElement, tostring

from consultations.pages.writing.printing import printable

_WIDTH = 660.0
_AXIS = 22.0
"""Height of the line of years."""
_ROW = 25.0
"""Height of a mark with its words: a target for fingers."""
_TITLE = 22.0
"""Height of a lane's title."""
_MARK = 11.0
_BESIDE_WORDS, _UNDER_WORDS = 7.0, 24.0
"""How far a mark stands below the top of its row, or of the row of words above it."""
_APART = 5.0
"""Between a mark and its words."""
_LEAST = 3.0
"""Width of a day, which would else not be seen."""
_NARROW, _LETTER, _BROAD = 4.6, 7.3, 10.0
"""Widths of letters in the broadest of the usual faces, so that words end before others begin."""
_LETTERS = {
    **dict.fromkeys("fijlrtI.,:;'|!()[]- ", _NARROW),
    **dict.fromkeys("mwMWQO@%&—…", _BROAD),
}
_MOST_WORDS = 290.0
"""Width of the words beside a mark."""
_MOST_DOCUMENTS = 100
"""Documents that a drawing can show so that they can be told from each other."""

Entry = Mapping[str, Any]
"""A document or an event of the catalogue."""


@dataclass(frozen=True)
class Mark:
    """What is drawn of one document or event."""

    first: date
    last: date
    words: str
    title: str
    url: str
    kind: str


def timeline(catalogue: Mapping[str, Sequence[Entry]]) -> str:
    """The drawing, as an element for a page of HTML; empty where there is nothing or too much.

    Args:
        catalogue: as data/catalogue.json holds it.
    """
    editions = catalogue["editions"]
    if not 0 < len(editions) <= _MOST_DOCUMENTS:
        return ""
    lanes = list(_lanes(editions, catalogue["events"]))
    years = _years(mark for _, marks in lanes for mark in marks)
    drawing = Element("svg", {"class": "timeline", "role": "group"})
    drawing.set("aria-label", "The documents on a timeline; the table has the same")
    top = _AXIS
    for title, marks in lanes:
        SubElement(drawing, "text", {"class": "lane", "x": "0", "y": _n(top + 15)}).text = _cut(
            title, _WIDTH
        )
        top = _draw(drawing, marks, years, top + _TITLE) + 6
    _rule(drawing, years, top)
    drawing.set("viewBox", f"0 0 {_WIDTH:g} {top:g}")
    return tostring(drawing, encoding="unicode")


def span(known: str) -> tuple[date, date]:
    """The first and the last day of a date of ISO 8601, which may be a year or a month."""
    year, *rest = map(int, known.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
    return date(year, *rest), date(year, *rest)


def _lanes(
    editions: Sequence[Entry], events: Sequence[Entry]
) -> Iterator[tuple[str, Sequence[Mark]]]:
    """The lanes with their titles: what several cite, what is answered, what answers nothing."""
    answering: dict[str, list[Entry]] = {}
    others: list[Entry] = []
    known = {event["id"]: event for event in events}
    for edition in editions:
        target = edition["responds_to"]
        (answering.setdefault(target, []) if target in known else others).append(edition)
    shared = [_event(event) for event in events if event["id"] not in answering and event["date"]]
    if shared:
        yield "Reports and laws that several documents cite", shared
    for target, answers in answering.items():
        event = known[target]
        own = [_event(event)] if event["date"] else []
        yield printable(f"Answers to {event['name']}"), [*own, *map(_document, answers)]
    if others:
        rest = "Documents that answer no consultation" if answering else "All documents"
        yield rest, [*map(_document, others)]


def _document(edition: Entry) -> Mark:
    words = printable(edition["by"] or edition["title"])
    title = printable(f"{edition['dated']}: {edition['title']}")
    return Mark(*span(edition["date"]), words, title, edition["url"], "document")


def _event(event: Entry) -> Mark:
    title = printable(f"{event['dated']}: {event['name']}")
    return Mark(*span(event["date"]), printable(event["name"]), title, event["url"], "event")


def _years(marks: Iterable[Mark]) -> range:
    """The years that the drawing reaches over."""
    found = list(marks)
    first = min(mark.first for mark in found).year
    last = max(mark.last for mark in found).year
    return range(first, last + 1)


def _x(day: int, years: range) -> float:
    """Where a day, by its ordinal, begins in the drawing."""
    start = date(years[0], 1, 1).toordinal()
    whole = date(years[-1], 12, 31).toordinal() + 1 - start
    return (day - start) / whole * _WIDTH


class _Room(NamedTuple):
    """What a mark takes up together with its words."""

    begins: float
    ends: float
    words: float
    """Where they begin, or end where they stand before the mark."""
    is_before: bool = False
    is_above: bool = False
    """Whether the words have a row of their own, above the mark's."""


def _room(left: float, right: float, length: float) -> _Room:
    """Room for a mark from `left` to `right` with words of a length, which must not leave the page.

    They stand behind it, else before it, else above it.
    """
    if right + length <= _WIDTH:
        return _Room(left, right + length, right + _APART)
    if left >= length:
        return _Room(left - length, right, left - _APART, is_before=True)
    begins = max(0.0, min(left, _WIDTH - length))
    return _Room(begins, max(right, begins + length), begins, is_above=True)


def _draw(drawing: Element, marks: Sequence[Mark], years: range, top: float) -> float:
    """Draw the marks of a lane, each in the first row that has room; gives where the lane ends."""
    rows: list[float] = []
    for mark in sorted(marks, key=lambda mark: (mark.first, mark.title)):
        left = _x(mark.first.toordinal(), years)
        right = max(_x(mark.last.toordinal() + 1, years), left + _LEAST)
        words = _cut(mark.words, _MOST_WORDS)
        room = _room(left, right, _length(words) + _APART + 1)
        row = next((n for n, end in enumerate(rows) if end < room.begins), len(rows))
        if room.is_above:
            row = len(rows)
            rows.append(room.ends)
        # Where the row is now taken up to; past the last row, a slice puts a new one there.
        below = row + room.is_above
        rows[below : below + 1] = [room.ends]
        y = top + row * _ROW
        link = SubElement(drawing, "a", {"href": mark.url, "class": mark.kind})
        SubElement(link, "title").text = mark.title
        target = {"class": "target", "x": _n(room.begins), "y": _n(y)}
        height = (1 + room.is_above) * _ROW - 1
        SubElement(
            link, "rect", {**target, "width": _n(room.ends - room.begins), "height": _n(height)}
        )
        under = _UNDER_WORDS if room.is_above else _BESIDE_WORDS
        box = {"x": _n(left), "y": _n(y + under), "width": _n(right - left), "height": _n(_MARK)}
        SubElement(link, "rect", {**box, "rx": "2"})
        side = {"text-anchor": "end"} if room.is_before else {}
        SubElement(link, "text", {"x": _n(room.words), "y": _n(y + 17), **side}).text = words
    return top + len(rows) * _ROW


def _rule(drawing: Element, years: range, bottom: float) -> None:
    """The years, with a line where each begins; of many years every fifth or tenth, and so on."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) / step <= 15)
    for number, year in enumerate(year for year in years if year % step == 0):
        x = _x(date(year, 1, 1).toordinal(), years)
        line = {"x1": _n(x), "x2": _n(x), "y1": "0", "y2": _n(bottom)}
        drawing.insert(number, Element("line", line))
        words = SubElement(drawing, "text", {"class": "year", "x": _n(x + 4), "y": "13"})
        words.text = str(year)


def _cut(words: str, most: float) -> str:
    """Words, as many of them as have room, and a sign where that is not all."""
    if _length(words) <= most:
        return words
    ends = accumulate(map(_width, words), initial=_width("…"))
    return f"{words[: sum(end <= most for end in ends) - 1].rstrip()}…"


def _length(words: str) -> float:
    return sum(map(_width, words))


def _width(letter: str) -> float:
    """How wide a letter is drawn: a capital is broad, a sign of East Asia is a square."""
    if east_asian_width(letter) in "WF":
        return 12.5
    return _LETTERS.get(letter, 8.3 if letter.isupper() else _LETTER)


def _n(number: float) -> str:
    """A number of the drawing, to a tenth."""
    return f"{number:.1f}".removesuffix(".0")
