"""A drawing of lanes: in each, marks that stand where their thing stands, every mark a link.

Each lane is an SVG of its own that is stretched to the width of the page, under words of HTML that
are not: so a narrow screen shows thin marks, and no small print. What is drawn stands in a table
or a list of the same page as well. Whoever uses the keyboard or listens is led through that, and
not through the marks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from consultations.pages.writing.printing import printable

_WIDTH = 1000
"""Units across a lane."""
_HEIGHT = 40
"""Units of a lane's height."""
_LEAST = 2.5
"""Units across a mark, so that the shortest thing is seen."""
_LOWEST = 3.0
"""Units of height of the smallest thing."""


Size = Literal["low", "tall"]
"""Low where all marks are alike, tall where their height says how much."""


@dataclass(frozen=True)
class LaneMark:
    """A thing in a lane. Its places are shares of the lane, from 0 to 1."""

    start: float
    end: float
    height: float
    words: str
    """What whoever points at it is told."""
    address: str
    kind: Literal["full", "hollow"] = "full"


@dataclass(frozen=True)
class Lane:
    """A row of marks, with the words above it."""

    name: str
    address: str
    told: str
    marks: Sequence[LaneMark]


def drawn(lanes: Iterable[Lane], size: Size) -> str:
    """The drawing, as an element for a page of HTML; empty where there is nothing.

    Args:
        lanes: from above to below.
        size: of each; the style sheet knows how high that is.
    """
    figure = Element("div", {"class": "lanes"})
    for lane in lanes:
        _draw(SubElement(figure, "div", {"class": f"lane lane--{size}"}), lane)
    return tostring(figure, encoding="unicode", short_empty_elements=False) if len(figure) else ""


def _draw(row: Element, lane: Lane) -> None:
    head = SubElement(row, "p")
    SubElement(head, "a", {"href": lane.address}).text = printable(lane.name)
    SubElement(head, "span").text = printable(lane.told)
    picture = SubElement(
        row,
        "svg",
        {
            "viewBox": f"0 0 {_WIDTH} {_HEIGHT}",
            "preserveAspectRatio": "none",
            "aria-hidden": "true",
        },
    )
    ground = {"x1": "0", "x2": str(_WIDTH), "y1": str(_HEIGHT - 0.5), "y2": str(_HEIGHT - 0.5)}
    SubElement(picture, "line", ground)
    for mark in lane.marks:
        link = SubElement(picture, "a", {"href": mark.address, "tabindex": "-1"})
        SubElement(link, "title").text = printable(mark.words)
        left, right = mark.start * _WIDTH, mark.end * _WIDTH
        width = max(right - left, _LEAST)
        across = {"x": _n(min(left, _WIDTH - width)), "width": _n(width)}
        tall = max(mark.height * (_HEIGHT - 1), _LOWEST)
        # As high as the lane, and not seen: what a finger can hit.
        SubElement(link, "rect", {"class": "target", **across, "y": "0", "height": str(_HEIGHT)})
        box = {**across, "y": _n(_HEIGHT - 1 - tall), "height": _n(tall)}
        SubElement(link, "rect", {"class": mark.kind, **box})


def _n(number: float) -> str:
    """A number of the drawing, to a tenth."""
    return f"{number:.1f}".removesuffix(".0")
