"""Small changes to a module or a list: each makes it wrong in one place, for tests to notice.

mutmut (from version 3 on) changes only what stands inside functions, and neither it nor cosmic-ray
takes an alternative out of a pattern or a word out of a list, and those are the better part of what
this project knows. So the changes are made here.
"""

import ast
import re
from collections.abc import Iterator
from difflib import unified_diff
from itertools import pairwise, starmap
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutation.alternatives import taken_out

_PAIRS = [("<", "<="), (">", ">="), ("==", "!="), ("in", "not in"), ("is", "is not")]
_PAIRS += [("and", "or"), ("+", "-")]
_OTHER = {**dict(_PAIRS), **{other: one for one, other in _PAIRS}}
"""What stands for each operator in its place."""
_OPERATOR = re.compile(r"[<>=!]=|[<>]|\b(?:not\s+in|is\s+not|in|is|and|or)\b|[+-]")
_DROPPED = (ast.Expr, ast.AugAssign, ast.Return, ast.Raise, ast.Continue, ast.Break)
_TOML_WORD = re.compile(r'(?<=[\[,])\s*("(?:[^"\\\n]|\\.)*"\s*,?)')


class Mutant(NamedTuple):
    """One change: the characters from start to end give way to `after`."""

    kind: str
    start: int
    end: int
    after: str

    def made_of(self, text: str) -> str:
        """The text with the change."""
        return text[: self.start] + self.after + text[self.end :]

    def difference(self, text: str) -> str:
        """What the change takes from the text and adds to it, line by line."""
        lines = unified_diff(text.splitlines(), self.made_of(text).splitlines(), lineterm="", n=0)
        return "\n".join(f"    {line}" for line in list(lines)[3:])


def mutants(path: Path, text: str) -> list[Mutant]:
    """Every change that can be made to a file's text, in order of place."""
    if path.suffix == ".py":
        return sorted(set(_Places(text).all()), key=lambda mutant: mutant[1:])
    return [Mutant("word", *match.span(1), "") for match in _TOML_WORD.finditer(text)]


class _Places:
    """The places of a module at which something can be changed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tree = ast.parse(text)
        self._bytes = [line.encode() for line in text.splitlines(keepends=True)]
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def _at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + len(self._bytes[line - 1][:column].decode())

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None  # noqa: S101 (what ast.parse made has ends)
        assert node.end_col_offset is not None  # noqa: S101
        start = self._at(node.lineno, node.col_offset)
        return start, self._at(node.end_lineno, node.end_col_offset)

    def all(self) -> Iterator[Mutant]:
        """Every change, in no order."""
        for node in _walk(self._tree):
            yield from self._operators(node)
            yield from self._values(node)
            if isinstance(node, ast.FunctionDef):
                yield from self._statements(node.body)
        yield from self._patterns()

    def _operators(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.Compare(left=left, comparators=rest):
                yield from self._between("comparison", [left, *rest])
            case ast.BoolOp(op=operator, values=values):
                yield from self._between("boolean", values)
                yield from self._granted(values, value=isinstance(operator, ast.And))
            case ast.comprehension(ifs=clauses):
                yield from self._granted(clauses, value=True)
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
                yield from self._between("arithmetic", [left, right])
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield Mutant("boolean", self._span(node)[0], self._span(operand)[0], "")

    def _values(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.Constant(value=bool(value)):
                yield Mutant("constant", *self._span(node), str(not value))
            case ast.Constant(value=int(value)):
                yield Mutant("constant", *self._span(node), str(value + 1))
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                yield from self._words(items)
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                yield from self._pairs([(key, value) for key, value in pairs if key is not None])
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()) as words)):
                yield from self._split(words, node)

    def _granted(self, clauses: list[ast.expr], *, value: bool) -> Iterator[Mutant]:
        """Each of some clauses taken for granted: one that no test misses can go."""
        for clause in clauses:
            start, end = self._span(clause)
            names = any(isinstance(node, ast.NamedExpr) for node in ast.walk(clause))
            after = f"({self._text[start:end]}, {value})[1]" if names else str(value)
            yield Mutant("clause", start, end, after)

    def _between(self, kind: str, nodes: list[ast.expr]) -> Iterator[Mutant]:
        for left, right in pairwise(nodes):
            start, end = self._span(left)[1], self._span(right)[0]
            if match := _OPERATOR.search(self._text, start, end):
                yield Mutant(kind, *match.span(), _OTHER[" ".join(match[0].split())])

    def _words(self, items: list[ast.expr]) -> Iterator[Mutant]:
        words = [item for item in items if _is_word(item)]
        if len(words) > 1:
            for word in words:
                yield self._without("word", *self._span(word))

    def _pairs(self, pairs: list[tuple[ast.expr, ast.expr]]) -> Iterator[Mutant]:
        for key, value in pairs:
            if _is_word(key):
                yield self._without("word", self._span(key)[0], self._span(value)[1])

    def _without(self, kind: str, start: int, end: int) -> Mutant:
        comma = re.compile(r"\s*,[ \t]*").match(self._text, end)
        return Mutant(kind, start, comma.end() if comma else end, "")

    def _split(self, words: ast.Constant, call: ast.Call) -> Iterator[Mutant]:
        start, end = self._span(words)
        if self._text[end : end + 7] == ".split(" and not call.args:
            for match in re.compile(r"[^\s\"']+").finditer(self._text, start, end):
                yield Mutant("word", *match.span(), "")

    def _statements(self, body: list[ast.stmt]) -> Iterator[Mutant]:
        inner = (node for statement in body for node in ast.walk(statement))
        for node in inner:
            is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            if isinstance(node, _DROPPED) and not is_text:
                yield Mutant("statement", *self._span(node), "pass")
            elif isinstance(node, ast.If | ast.While | ast.IfExp):
                start, end = self._span(node.test)
                yield Mutant("boolean", start, end, f"not ({self._text[start:end]})")

    def _patterns(self) -> Iterator[Mutant]:
        """Changes to what is written as a pattern: as a raw string, or given to `re.compile`."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                start, end = self._span(node)
                given = self._text[:start].rstrip().endswith("re.compile(")
                if given or re.match(r"(?i)f?rf?[\"']", self._text[start:end]):
                    yield from starmap(Mutant, taken_out(self._text, start, end))


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """What is in a tree, but for what mypy and ruff check: types, decorators, `__all__`."""
    yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            for below in value if isinstance(value, list) else [value]:
                if isinstance(below, ast.AST) and not _is_checked(below):
                    yield from _walk(below)


def _is_checked(node: ast.AST) -> bool:
    if isinstance(node, ast.Assign):
        return getattr(node.targets[0], "id", "") == "__all__"
    return isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"


def _is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
