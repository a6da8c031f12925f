"""The query language: text to a tree. client/engine/query/query.js mirrors it.

    query       = disjunction { disjunction }          words side by side are joined by AND
    disjunction = conjunction { "OR" conjunction }
    conjunction = negation { "AND" negation }
    negation    = "NOT" negation | primary
    primary     = [ field ":" ] ( "(" query ")" | phrase | word | range )

OR binds words more closely than standing side by side does, as in Whoosh's own language.
"""

from collections.abc import Sequence
from typing import NamedTuple

from consultations.analysis.contract import number
from consultations.index.query import And, Field, Node, Not, Or
from consultations.index.query.leaves import leaf, says_something
from consultations.index.query.lexer import Lexeme, QuerySyntaxError, lexemes

LONGEST = number("query.longest")
"""Code points of a query."""

MOST_LEAVES = number("query.most_leaves")
"""Words, phrases and ranges of a query."""

DEEPEST = number("query.deepest")
"""How many brackets and NOTs may stand inside each other."""


class Query(NamedTuple):
    """A query that has been read."""

    tree: Node
    fields: tuple[tuple[Field, Lexeme], ...]
    """Every field that is asked for by a value, and where."""


def parse(query: str) -> Query:
    """Read a query.

    Raises:
        QuerySyntaxError: it cannot be read; the error names the place.
    """
    if len(query) > LONGEST:
        raise QuerySyntaxError(
            f"the query is longer than {LONGEST} characters",
            "ask for less; a text that quotes goes to the quotation check",
            (LONGEST, len(query)),
        )
    found = [lexeme for lexeme in lexemes(query) if says_something(lexeme)]
    if not found:
        raise QuerySyntaxError(
            "there is no word in the query", "give a word or a phrase", (0, len(query))
        )
    leaves = [lexeme for lexeme in found if lexeme.kind in ("word", "phrase", "range")]
    if len(leaves) > MOST_LEAVES:
        raise QuerySyntaxError(
            f"the query has more than {MOST_LEAVES} words",
            "ask for less; a text that quotes goes to the quotation check",
            (leaves[MOST_LEAVES].start, len(query)),
        )
    parser = _Parser(found)
    return Query(parser.query(), tuple(parser.fields))


class _Parser:
    """Reads lexemes from left to right."""

    def __init__(self, found: Sequence[Lexeme]) -> None:
        self._lexemes = found
        self._next = 0
        self._depth = 0
        self._field: str | None = None
        self.fields: list[tuple[Field, Lexeme]] = []

    def query(self) -> Node:
        tree = self._sequence()
        if lexeme := self._peek():
            raise QuerySyntaxError(
                "a bracket is closed that was not opened",
                "take it out, or open it",
                (lexeme.start, lexeme.end),
            )
        return tree

    def _peek(self) -> Lexeme | None:
        return self._lexemes[self._next] if self._next < len(self._lexemes) else None

    def _take(self, kind: str) -> Lexeme | None:
        lexeme = self._peek()
        if lexeme is None or lexeme.kind != kind:
            return None
        self._next += 1
        return lexeme

    def _sequence(self) -> Node:
        parts = [self._disjunction()]
        while (lexeme := self._peek()) and lexeme.kind != ")":
            parts.append(self._disjunction())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _disjunction(self) -> Node:
        parts = [self._conjunction()]
        while self._take("OR"):
            parts.append(self._conjunction())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _conjunction(self) -> Node:
        parts = [self._negation()]
        while self._take("AND"):
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _negation(self) -> Node:
        if lexeme := self._take("NOT"):
            # Counted as a bracket is: each one is a call inside a call, and there may be thousands.
            self._enter(lexeme)
            part = self._negation()
            self._depth -= 1
            return Not(part)
        return self._primary()

    def _primary(self) -> Node:
        if opening := self._take("("):
            return self._group(opening)
        lexeme = self._peek()
        if lexeme is None or lexeme.kind not in ("phrase", "word", "range"):
            raise self._missing()
        self._next += 1
        node = leaf(lexeme, lexeme.field or self._field)
        if isinstance(node, Field):
            self.fields.append((node, lexeme))
        return node

    def _group(self, opening: Lexeme) -> Node:
        self._enter(opening)
        # A field before brackets is that of every word in them: by:(smith OR jones).
        outer, self._field = self._field, opening.field or self._field
        if closing := self._take(")"):
            raise QuerySyntaxError(
                "there is nothing in the brackets",
                "put words into them, or take them out",
                (opening.start, closing.end),
            )
        tree = self._sequence()
        if not self._take(")"):
            raise QuerySyntaxError(
                "a bracket is not closed", "put ) where it ends", (opening.start, opening.end)
            )
        self._field = outer
        self._depth -= 1
        return tree

    def _enter(self, lexeme: Lexeme) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QuerySyntaxError(
                "the query is nested too deeply",
                f"keep to {DEEPEST} brackets inside each other",
                (lexeme.start, lexeme.end),
            )

    def _missing(self) -> QuerySyntaxError:
        """The error for a place where a word should stand and none does."""
        around = self._lexemes[max(self._next - 1, 0) : self._next + 1]
        # Name the operator before the place, which asks for a word; without one, what stands there.
        operators = [lexeme for lexeme in around if lexeme.kind in ("AND", "OR", "NOT")]
        at = [*operators, *reversed(around)][0]
        return QuerySyntaxError(
            f"something is missing beside {at.text}",
            "put a word there; an operator that is meant as a word goes into double quotes",
            (at.start, at.end),
        )
