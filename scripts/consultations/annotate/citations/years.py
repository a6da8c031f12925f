"""The years of a text that may date a work, each with the pages named after it.

One pair of brackets may hold several years of one author: "(Marsh 2004, 2007)", "(Marsh 2004a, b)".
Whether a year dates a work at all, and which, is not known here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from consultations import patterns as re

_YEAR = re.compile(
    r"""
    \b (?P<year> (?:1[89]|20)\d\d ) (?P<letter>[a-z])? \b
    (?! \][ ] (?:\d{1,2}[ ])? (?: [A-Z][A-Z.] | All[ ]ER | Ch\b | Fam\b ) )   # no [2004] AC 12
    """,
    re.VERBOSE,
)
_PAGES = re.compile(
    r"""
    \s*:\s* (?:pp?\.?\s*)? [^\s();\[\]]              # (Marsh 2004: 85)
        (?: (?! ,\s*(?:(?:and|&)\s+)?(?:1[89]|20)\d\d ) [^();\[\]] ){0,40}
  | ,?\s* pp?\.?\s* \d+ (?:\s*[-–]\s*\d+)?           # (Marsh 2004, pp. 3–9)
    """,
    re.VERBOSE,
)
_ANOTHER = re.compile(
    r"""
    (?: [,;]\s* (?:and\s+|&\s*)? | \s+and\s+ | \s*&\s* )
    (?: (?P<year>(?:1[89]|20)\d\d) (?P<letter>[a-z])?   # (Marsh 2004, 2007)
      | (?P<alone>[a-z]) (?= \s*[),;:&\]] | \s+and\s ) )   # (Marsh 2004a, b)
    (?! [\w’'] )
    """,
    re.VERBOSE,
)
_LONGEST_BRACKETS = 600
"""Code points. An opening bracket further back was never closed."""


@dataclass(frozen=True)
class CitedYear:
    """A year that may date a work, at its place in a text."""

    start: int
    end: int
    """Where the pages end that are named after it; else the year."""
    year: int
    letter: str | None
    """Which of its author's works of one year is meant, as in 2004a."""
    opening: int | None
    """Where the brackets open that it stands in; None outside of brackets."""
    names_end: int
    """Where its author's name would end: of several years in a row, before the first."""
    in_row: bool = False
    """Whether other years of the same author stand next to it."""
    paged: bool = False


def cited_years(text: str) -> Iterator[CitedYear]:
    """Every year of a text, in order."""
    at = 0
    while match := _YEAR.search(text, at):
        row = list(_row(text, match))
        at = row[-1].end
        yield from (replace(year, in_row=len(row) > 1) for year in row)


def opening_bracket(text: str, at: int) -> int | None:
    """Where the brackets open in which a place of a text stands."""
    since = max(0, at - _LONGEST_BRACKETS)
    pairs = ((text.rfind(a, since, at), text.rfind(b, since, at)) for a, b in ("()", "[]"))
    return max((opening for opening, closed in pairs if opening > closed), default=None)


def _row(text: str, first: re.Match[str]) -> Iterator[CitedYear]:
    start = first.start()
    opening = opening_bracket(text, start)
    year, letter = int(first["year"]), first["letter"]
    place = first.span()
    while True:
        # Outside of brackets, a colon or a comma after a year goes on with the sentence.
        pages = _PAGES.match(text, place[1]) if opening is not None else None
        end = start + len(text[start : pages.end() if pages else place[1]].rstrip())
        yield CitedYear(place[0], end, year, letter, opening, first.start(), paged=end > place[1])
        another = _ANOTHER.match(text, end) if opening is not None else None
        if not another or (another["alone"] and not letter):
            return
        year, letter = int(another["year"] or year), another["letter"] or another["alone"]
        place = (
            another.start("year") if another["year"] else another.start("alone"),
            another.end(),
        )
