"""On which line of a TOML file a key stands, so that a fault can be found again."""

import tomllib
from collections.abc import Iterator, Mapping

from consultations import patterns as re

KeyPath = tuple[str | int, ...]
"""Keys from the outermost inwards; a whole number counts the tables of an array from 0."""

_TOKEN = re.compile(
    r"""
      (?P<string> \"""(?:[^"\\]|\\.|"(?!""))*"{3,5} | '''(?:[^']|'(?!''))*'{3,5}
                | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<comment> \#[^\n]* )
    | (?P<newline> \n )
    | (?P<sign> [\[\]{}=,.] )
    | (?P<bare> [^\s\[\]{}=,.\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """The line, counted from 1, of every table and of every key that stands before an `=`.

    What lies deeper, inside a list or a table on one line, has the line of its key.

    Args:
        text: TOML that tomllib has read without an error.
    """
    found: dict[KeyPath, int] = {}
    last: dict[KeyPath, int] = {}  # of each array of tables, the number of its last one
    table: KeyPath = ()
    for line, tokens in _statements(text):
        if tokens[0] != "[":
            keys = tokens[: tokens.index("=")]
            found[table + _path(keys)] = line
            continue
        table = ()
        for key in _path(tokens):
            table += (last[table],) if table in last else ()
            table += (key,)
        if tokens[1] == "[":
            last[table] = last.get(table, -1) + 1
            found.setdefault(table, line)
            table += (last[table],)
        elif table in last:
            table += (last[table],)
        found[table] = line
    return found


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of a key, or else of the innermost table around it that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _statements(text: str) -> Iterator[tuple[int, list[str]]]:
    """The signs and words of each statement, with the line on which it begins."""
    line, begun, depth = 1, 1, 0
    tokens: list[str] = []
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match.group()
        if kind == "newline" and depth == 0:
            if tokens:
                yield begun, tokens
            tokens = []
        elif kind not in ("newline", "comment"):
            if not tokens:
                begun = line
            tokens.append(token)
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)
        line += token.count("\n")
    if tokens:
        yield begun, tokens


def _path(tokens: list[str]) -> tuple[str, ...]:
    """The keys among the signs and words of a key or a table's head, unquoted."""
    return tuple(
        tomllib.loads(f"key = {word}")["key"] if word[0] in "\"'" else word
        for word in tokens
        if word not in "[].="
    )
