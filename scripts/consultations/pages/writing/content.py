"""What stands inside a block: plain text, and elements around pieces of it.

Nothing here is markup yet. A text is a `str` as printed, whatever stands in it, and becomes part of
a page in one way only: escaped by the writer that draws it (`markdown.py`, `html.py`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from consultations.model.overlaps import stretches

Name = Literal["a", "cite", "code", "del", "details", "em", "ins", "span", "strong", "summary"]

AttributeName = Literal[
    "aria-label",
    "aria-labelledby",
    "aria-level",
    "class",
    "colspan",
    "data-document",
    "data-kind",
    "data-marker",
    "data-query",
    "data-questions",
    "data-theme",
    "data-toc-label",
    "data-voice",
    "id",
    "role",
    "rowspan",
    "scope",
    "value",
]
"""Every attribute that a page of ours has. None of them runs anything or leads anywhere."""

Attributes = Mapping[AttributeName, str | None]
"""In the order in which they are written; those that are None are left out.

A value is a text like any other: whatever stands in it, it is escaped where it is written.
"""


@dataclass(frozen=True)
class LinkAddress:
    """Where a link leads, whole and safe to follow. `links.py` alone makes one.

    It is no text, so that neither can be written where the other belongs.
    """

    written: str
    is_state: bool = False
    """Whether a page's script reads what stands after its `#`: no element there has that id."""


@dataclass(frozen=True)
class Element:
    """An element around content."""

    name: Name
    inner: "Content"
    attributes: Attributes = field(default_factory=dict)
    address: LinkAddress | None = None
    """Where it leads; a link has one, and nothing else does."""


Content = Sequence[str | Element]


def element(
    name: Name,
    *inner: str | Element,
    href: LinkAddress | None = None,
    id: str | None = None,  # noqa: A002 (as HTML calls it)
    class_: str | None = None,
    role: str | None = None,
    aria_label: str | None = None,
) -> Element:
    """An element around its content."""
    named: Attributes = {"id": id, "class": class_, "role": role, "aria-label": aria_label}
    return Element(name, inner, {k: v for k, v in named.items() if v is not None}, href)


def plain(content: Content) -> str:
    """The words of a content, without its elements."""
    return "".join(part if isinstance(part, str) else plain(part.inner) for part in content)


@dataclass(frozen=True)
class Span:
    """An element around text[start:end] of a passage, in code points."""

    start: int
    end: int
    rank: int
    """Where two cover the same text, the one of lower rank stands outside."""
    name: Name
    attributes: Attributes = field(default_factory=dict)
    again: Attributes | None = None
    """Attributes of its pieces but the first, where it is cut; None where they have the same."""
    address: LinkAddress | None = None


@dataclass(frozen=True)
class Point:
    """An element that stands between two code points of a passage, or at one of its ends."""

    at: int
    element: Element
    inside: bool = False
    """Whether it may stand inside a span. A link may not: links do not nest."""


def weave(
    text: str,
    spans: Iterable[Span],
    points: Sequence[Point],
    start: int = 0,
    end: int | None = None,
) -> Content:
    """text[start:end] with its elements around it, in code points of a passage.

    A span that crosses another is cut in two where the other begins or ends.

    Args:
        text: of a passage.
        spans: in any order; of one that reaches beyond the piece only what is in it is drawn. If
            words of it stand before the piece, this is not its first: an id stands on a page once.
        points: in the order in which those at one place are to stand.
        start: where the piece begins.
        end: where it ends; None for the end of the text.
    """
    end = len(text) if end is None else end
    here = [point for point in points if start <= point.at <= end]
    apart = _elements(point for point in here if not point.inside)
    within = _elements(point for point in here if point.inside)
    spans = tuple(spans)
    nest = _Nest(id(span) for span in spans if text[span.start : start].strip())
    for at, until, active in stretches((start, end), spans, (point.at for point in here)):
        # Every span is closed for what may not stand in one, and opened again behind it.
        if at in apart:
            nest.reopen([], apart[at])
        nest.reopen(active, [*within.get(at, ()), *([text[at:until]] if at < until else [])])
    nest.reopen([], [])
    return nest.content


def _elements(points: Iterable[Point]) -> dict[int, list[Element]]:
    """The elements of points by their places, those of one place in the order given."""
    found: dict[int, list[Element]] = {}
    for point in points:
        found.setdefault(point.at, []).append(point.element)
    return found


class _Nest:
    """Content in the making: the elements that are open, and what stands in them.

    Args:
        begun: the spans of which a piece is written already, by identity: two may be equal.
    """

    def __init__(self, begun: Iterable[int]) -> None:
        self.content: list[str | Element] = []
        self.opened: list[Span] = []
        self._inner: list[list[str | Element]] = [self.content]  # one more than are opened
        self._written = set(begun)

    def reopen(self, spans: Sequence[Span], parts: Content) -> None:
        """Close and open what it takes for `spans` to be what is open, and add the parts there."""
        kept = _common(self.opened, spans)
        # From the innermost on: each becomes a finished part of the one that it stands in.
        while len(self.opened) > kept:
            span, inner = self.opened.pop(), self._inner.pop()
            self._inner[-1].append(Element(span.name, inner, self._attributes(span), span.address))
        for span in spans[kept:]:
            self.opened.append(span)
            self._inner.append([])
        self._inner[-1] += parts

    def _attributes(self, span: Span) -> Attributes:
        """The attributes of a span's next piece."""
        is_first = id(span) not in self._written
        self._written.add(id(span))
        return span.attributes if is_first or span.again is None else span.again


def _common(first: Sequence[Span], second: Sequence[Span]) -> int:
    """How many elements both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one is not other:  # by identity: two spans may be equal
            break
        count += 1
    return count
