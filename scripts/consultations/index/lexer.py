"""A query as pieces: brackets, operators, phrases, words and fields.

client/engine/query/lexer.js mirrors it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from consultations.errors import QueryError
from consultations.model.text import Interval

PieceKind = Literal["(", ")", "AND", "OR", "NOT", "phrase", "word", "range"]

FIELDS = ("in", "by", "year", "type", "kind", "question", "cites", "about", "voice")

_FIELD = re.compile(rf"({'|'.join(FIELDS)}):(?=\S)")
_BLANK = re.compile(r"\s+")
_RANGE = re.compile(r"[\[{][^\]}]*[\]}]")
_REACH = re.compile(r"~([0-9]+)")
_MOST_DIGITS = 6
# Which marks end what a mark begins: a straight one ends a typographic one too, never the reverse.
_CLOSING = {
    '"': re.compile('["]'),
    "＂": re.compile('[＂"]'),
    "“": re.compile('[”"]'),
    "”": re.compile('[”"]'),
    "„": re.compile('[“”"]'),
    "‟": re.compile('[”"]'),
    "«": re.compile('[»"]'),
    "»": re.compile('[«"]'),
}
_WORD_END = re.compile(rf"[\s(){''.join(_CLOSING)}]")
_OPERATORS: Mapping[str, PieceKind] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}


class QuerySyntaxError(QueryError):
    """A query that cannot be read, and the place of it that cannot: query[start:end]."""

    def __init__(self, what: str, remedy: str, place: Interval) -> None:
        start, end = place
        where = f"query, characters {start + 1} to {end}" if start < end else "query"
        super().__init__(what, where=where, remedy=remedy)
        self.place = place


@dataclass(frozen=True)
class Piece:
    """One piece of a query: query[start:end]."""

    kind: PieceKind
    text: str
    """Of a phrase what stands inside its marks."""
    start: int
    end: int
    field: str | None = None
    """The field that is asked for, where one stands before it."""
    reach: int | None = None
    """Of a phrase: what `~` says after it."""


def pieces(query: str) -> Iterator[Piece]:
    """The pieces of a query in order.

    Raises:
        QuerySyntaxError: a phrase is not closed, or a field has no value that can be read.
    """
    at = 0
    while at < len(query):
        if blank := _BLANK.match(query, at):
            at = blank.end()
            continue
        field = _FIELD.match(query, at)
        piece = _piece(query, field.end() if field else at, field[1] if field else None, at)
        yield piece
        at = piece.end


def _piece(query: str, at: int, field: str | None, start: int) -> Piece:
    """The piece that begins at `at`, and whose field, where it has one, at `start`."""
    char = query[at]
    if char in _CLOSING:
        return _phrase(query, at, field, start)
    if char == "(":
        return Piece("(", char, start, at + 1, field)
    if char == ")":
        if field:
            raise QuerySyntaxError(
                f"nothing stands after {field}:", "give it a value, or leave it out", (start, at)
            )
        return Piece(")", char, start, at + 1)
    if field and char in "[{":
        found = _RANGE.match(query, at)
        if not found:
            raise QuerySyntaxError(
                "a range is not closed", "put ] after its end", (start, len(query))
            )
        return Piece("range", found[0], start, found.end(), field)
    found = _WORD_END.search(query, at)
    end = found.start() if found else len(query)
    text = query[at:end]
    if not field and text in _OPERATORS:
        return Piece(_OPERATORS[text], text, start, end)
    return Piece("word", text, start, end, field)


def _phrase(query: str, at: int, field: str | None, start: int) -> Piece:
    closing = _CLOSING[query[at]].search(query, at + 1)
    if not closing:
        raise QuerySyntaxError(
            "a phrase is not closed", "put a quotation mark where it ends", (at, len(query))
        )
    reach = _REACH.match(query, closing.end())
    if reach and len(reach[1]) > _MOST_DIGITS:
        raise QuerySyntaxError(
            "no word can stand so many places after another",
            f"write a number of at most {_MOST_DIGITS} digits",
            (start, reach.end()),
        )
    return Piece(
        "phrase",
        query[at + 1 : closing.start()],
        start,
        reach.end() if reach else closing.end(),
        field,
        int(reach[1]) if reach else None,
    )
