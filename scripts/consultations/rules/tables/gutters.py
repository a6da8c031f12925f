"""The blank strips that run down between columns under a line of heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.model.text import Interval, trim
from consultations.rules.tables.blank_columns import CELL

_WIDTH = 2
"""Blanks of a strip at least, side by side."""
_COUNTED = re.compile(r"(?:Q|R|Rec)?\.?\s?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?[.):]?", re.IGNORECASE)


def heads_of(printed: Sequence[str]) -> list[tuple[Interval, str]]:
    """The words that stand apart in some lines, each with the place it takes in them."""
    places: list[Interval] = []
    for start, end in sorted(cell.span() for line in printed for cell in CELL.finditer(line)):
        if places and start < places[-1][1] + _WIDTH:
            places[-1] = places[-1][0], max(places[-1][1], end)
        else:
            places.append((start, end))
    return [
        (p, " ".join(filter(None, (line[slice(*p)].strip() for line in printed)))) for p in places
    ]


@dataclass(frozen=True)
class Gutters:
    """The places between some heads that are blank in every line so far."""

    strips: tuple[Interval, ...]
    """Between each head and the next one, the widest strip that is left."""

    @classmethod
    def under(cls, heads: Sequence[Interval]) -> "Gutters":
        """The strips between heads, before any line has been seen."""
        return cls(tuple((a[1], b[0]) for a, b in pairwise(heads)))

    def with_line(self, line: str) -> "Gutters | None":
        """What is left of the strips under one line more; None where it closes one."""
        strips = tuple(_widest(line, strip) for strip in self.strips)
        return Gutters(strips) if all(b - a >= _WIDTH for a, b in strips) else None

    def cells(self, line: str) -> list[Interval]:
        """Where the words of each column stand in a line; nothing is an empty place.

        Before them is the number that stands far in front of the first column's words, in a column
        without a head.
        """
        edges = [0, *(end for _, end in self.strips), max(len(line), 1)]
        places = [trim(line, min(a, len(line)), min(b, len(line))) for a, b in pairwise(edges)]
        inside = list(CELL.finditer(line, 0, places[0][1]))
        if len(inside) == 2 and _COUNTED.fullmatch(inside[0][0]):
            return [inside[0].span(), inside[1].span(), *places[1:]]
        return [(0, 0), *places]


def _widest(line: str, strip: Interval) -> Interval:
    """The widest stretch of a strip in which a line has blanks alone."""
    return max(_blanks(line, *strip), key=lambda one: one[1] - one[0], default=(0, 0))


def _blanks(line: str, start: int, end: int) -> Iterator[Interval]:
    for match in re.finditer(r"[ ]+", line.ljust(end)[start:end]):
        yield start + match.start(), start + match.end()
