"""The text of a passage with what stands inside it: emphasis, links, the markers of notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations.pages.markup import Html, text


@dataclass(frozen=True)
class Span:
    """An element around text[start:end] of a passage, in code points."""

    start: int
    end: int
    rank: int
    """Of two that cover the same text, the one of lower rank stands outside."""
    name: str
    opening: Html
    reopening: Html
    """The opening tag after a cut: without the id, which can stand only once."""


@dataclass(frozen=True)
class Point:
    """An element that stands between two code points of a passage, or at one of its ends."""

    at: int
    html: Html
    apart: bool
    """Whether the spans around it are cut: it is a link, and links do not nest."""


def inline(
    plain: str,
    spans: Iterable[Span],
    points: Iterable[Point],
    start: int = 0,
    end: int | None = None,
) -> Html:
    """plain[start:end] with its elements around it; those that cross are cut where they do."""
    end = len(plain) if end is None else end
    coming = sorted(
        (s for s in spans if s.start < end and start < s.end and s.start < s.end),
        key=lambda s: s.start,
        reverse=True,
    )
    between: dict[int, list[Point]] = {}
    for point in points:
        if start <= point.at <= end:
            between.setdefault(point.at, []).append(point)
    edges = {max(s.start, start) for s in coming} | {min(s.end, end) for s in coming}
    cuts = sorted({start, end} | edges | between.keys())
    pieces: list[str] = []
    opened: list[Span] = []
    for at, until in zip(cuts, [*cuts[1:], end], strict=True):
        active = [s for s in opened if s.end > at]
        while coming and coming[-1].start <= at:
            active.append(coming.pop())
        active.sort(key=lambda s: (s.rank, s.start, -s.end))
        here = between.get(at, [])
        kept = 0 if any(point.apart for point in here) else _common(opened, active)
        pieces += (f"</{s.name}>" for s in reversed(opened[kept:]))
        pieces += (point.html for point in here)
        pieces += (s.reopening if s in opened else s.opening for s in active[kept:])
        pieces.append(text(plain[at:until]))
        opened = active
    pieces += (f"</{s.name}>" for s in reversed(opened))
    return Html("".join(pieces))


def _common(first: Sequence[Span], second: Sequence[Span]) -> int:
    """How many elements both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one is not other:
            break
        count += 1
    return count
