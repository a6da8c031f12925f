"""A query as lexemes: brackets, operators, phrases, words and fields.

client/engine/query/lexer.js mirrors it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from consultations import patterns as re
from consultations.analysis.characters import SPACE
from consultations.analysis.contract import number, table, words
from consultations.errors import QueryError
from consultations.index.query.mistakes import in_phrase, in_word
from consultations.model.text import Interval

LexemeKind = Literal["(", ")", "AND", "OR", "NOT", "phrase", "word", "range"]

FIELDS = words("query.fields")

_FIELD = re.compile(rf"({'|'.join(FIELDS)}):(?=[^{SPACE}])")
_BLANK = re.compile(rf"[{SPACE}]+")
_RANGE = re.compile(r"[\[{][^\]}]*[\]}]")
_MOST_DIGITS = number("query.most_digits")
_CLOSING = {mark: re.compile(f"[{ends}]") for mark, ends in table("query.closing").items()}
_ENDS = f"{SPACE}(){''.join(_CLOSING)}"
_REACH = re.compile(rf"~([0-9]+)(?![^{_ENDS}])")
_NO_REACH = re.compile(rf"~[^{_ENDS}]+")
_WORD_END = re.compile(f"[{_ENDS}]")
_OPERATORS: Mapping[str, LexemeKind] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}


class QuerySyntaxError(QueryError):
    """A query that cannot be read, and the place of it that cannot: query[start:end]."""

    def __init__(self, what: str, remedy: str, place: Interval) -> None:
        start, end = place
        where = f"query, characters {start + 1} to {end}" if start < end else "query"
        super().__init__(what, where=where, remedy=remedy)
        self.place = place


@dataclass(frozen=True)
class Lexeme:
    """One lexeme of a query: query[start:end]."""

    kind: LexemeKind
    text: str
    """Of a phrase what stands inside its marks."""
    start: int
    end: int
    field: str | None = None
    """The field that is asked for, where one stands before it."""
    reach: int | None = None
    """Of a phrase: what `~` says after it."""


def lexemes(query: str) -> Iterator[Lexeme]:
    """The lexemes of a query in order.

    Raises:
        QuerySyntaxError: a phrase is not closed, or a field has no value that can be read.
    """
    at = 0
    while at < len(query):
        if blank := _BLANK.match(query, at):
            at = blank.end()
            continue
        field = _FIELD.match(query, at)
        lexeme = _lexeme(query, field.end() if field else at, field[1] if field else None, at)
        yield lexeme
        at = lexeme.end


def _lexeme(query: str, at: int, field: str | None, start: int) -> Lexeme:
    """The lexeme that begins at `at`, and whose field, where it has one, at `start`."""
    char = query[at]
    if char in _CLOSING:
        return _phrase(query, at, field, start)
    if char == "(":
        return Lexeme("(", char, start, at + 1, field)
    if char == ")":
        if field:
            raise QuerySyntaxError(
                f"nothing stands after {field}:", "give it a value, or leave it out", (start, at)
            )
        return Lexeme(")", char, start, at + 1)
    if field and char in "[{":
        found = _RANGE.match(query, at)
        if not found:
            raise QuerySyntaxError(
                "a range is not closed", "put ] after its end", (start, len(query))
            )
        return Lexeme("range", found[0], start, found.end(), field)
    found = _WORD_END.search(query, at)
    end = found.start() if found else len(query)
    text = query[at:end]
    # Only in capitals: "and", "or" and "not" are words of the texts, and every word counts.
    if not field and text in _OPERATORS:
        return Lexeme(_OPERATORS[text], text, start, end)
    if not field and (mistake := in_word(query, at, end)):
        raise QuerySyntaxError(*mistake)
    return Lexeme("word", text, start, end, field)


def _phrase(query: str, at: int, field: str | None, start: int) -> Lexeme:
    closing = _CLOSING[query[at]].search(query, at + 1)
    if not closing:
        raise QuerySyntaxError(
            "a phrase is not closed", "put a quotation mark where it ends", (at, len(query))
        )
    text = query[at + 1 : closing.start()]
    if not field and (mistake := in_phrase(text, at + 1)):
        raise QuerySyntaxError(*mistake)
    reach = _REACH.match(query, closing.end())
    if wrong := None if reach else _NO_REACH.match(query, closing.end()):
        raise QuerySyntaxError(
            f"{wrong[0]} does not say how far apart the words may stand",
            "write ~ and a whole number, as in ~5",
            (start, wrong.end()),
        )
    if reach and len(reach[1]) > _MOST_DIGITS:
        raise QuerySyntaxError(
            "no word can stand so many places after another",
            f"write a number of at most {_MOST_DIGITS} digits",
            (start, reach.end()),
        )
    return Lexeme(
        "phrase",
        text,
        start,
        reach.end() if reach else closing.end(),
        field,
        int(reach[1]) if reach else None,
    )
