"""What can be taken out of a pattern as written: an alternative, or a group that looks round."""

import re
from collections.abc import Iterator
from itertools import pairwise

_LITERAL = re.compile(r"([rRbBfFuU]{0,2})('''|\"\"\"|'|\")")
_HEAD = re.compile(r"\?(?:P<\w+>|[a-zA-Z-]*:|>|(<?[=!]))")
"""What says, after its bracket, which sort of group opens; group 1: one that looks round."""
Taken = tuple[str, int, int, str]
"""An "alternative" or a "condition", its place in the code, and what is left there."""
Piece = tuple[int, int]
"""From where to where one character of a pattern stands, or what an f-string has in braces."""


def taken_out(text: str, start: int, end: int) -> Iterator[Taken]:
    """What can be taken out of the pattern that is written from start to end."""
    places = list(_written(text, start, end))
    pieces = [text[from_:to] for from_, to in places]
    groups: list[list[int]] = [[-1]]  # of each open one: where it opens, then where its bars stand
    in_class = False
    n = 0
    while n < len(pieces):
        character = pieces[n]
        if character == "\\":
            n += 1
        elif in_class:
            in_class = character != "]" or pieces[n - 1] in ("[", "^")
        elif character == "[":
            in_class = True
        elif character == "(":
            groups.append([n])
        elif character == "|":
            groups[-1].append(n)
        elif character == ")" and len(groups) > 1:
            yield from _of_group(text, places, [*groups.pop(), n])
        n += 1
    yield from _of_group(text, places, [*groups[0], n])


def _of_group(text: str, places: list[Piece], group: list[int]) -> Iterator[Taken]:
    """Each alternative of a group taken out, or the whole of one that only looks round."""
    opened, closed = group[0], group[-1]
    written = "".join(text[from_:to] for from_, to in places[opened + 1 : closed])
    head = _HEAD.match(written) if opened >= 0 else None
    if len(group) > 2:
        # The bar after the first goes with it, and the bar before each other.
        inside = opened + 1 + (len(head[0]) if head else 0)
        yield _taken(text, places, "alternative", inside, group[1])
        for bar, after in pairwise(group[1:]):
            yield _taken(text, places, "alternative", bar, after - 1)
    if head and head[1]:
        yield _taken(text, places, "condition", opened, closed)


def _taken(text: str, places: list[Piece], kind: str, first: int, last: int) -> Taken:
    """A pattern's characters taken out, and what stands round them in the code left."""
    gone = {i for piece in places[first : last + 1] for i in range(*piece)}
    start, end = places[first][0], places[last][1]
    return kind, start, end, "".join(text[i] for i in range(start, end) if i not in gone)


def _written(text: str, start: int, end: int) -> Iterator[Piece]:
    """The places of a literal's own characters, or of several that stand side by side.

    Comments of a verbose pattern are left out. What an f-string has in braces is one piece, which
    goes with the alternative that it stands in, and is not looked into.
    """
    at = start
    while at < end:
        literal = _LITERAL.match(text, at)
        if literal is None:
            at += 1
            continue
        at = literal.end()
        while at < end and not text.startswith(literal[2], at):
            if text[at] == "\\":
                yield from ((at, at + 1), (at + 1, at + 2))
                at += 2
            elif "f" in literal[1].lower() and text[at] == "{" and text[at + 1] != "{":
                closed = _closed(text, at)
                yield at, closed
                at = closed
            elif len(literal[2]) == 3 and re.compile(r"(?<=\s)#.*").match(text, at):
                at = text.index("\n", at)
            else:
                yield at, at + 1
                at += 1
        at += len(literal[2])


def _closed(text: str, at: int) -> int:
    """Behind the bracket that closes one; a set may stand inside."""
    depth = 0
    for n in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[n], 0)
        if depth == 0:
            return n + 1
    return len(text)
