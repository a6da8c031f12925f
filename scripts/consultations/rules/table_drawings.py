"""Tables that rulings or bars draw in a text, as the lines of their rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations.model.text import Interval, Line
from consultations.rules.marks import GRID_RULING, TABLE_RULING

_COLUMNS = re.compile(r"[ ]*(?:-{2,}(?:[ ]+-{2,})+|={2,}(?:[ ]+={2,})+)[ ]*")
"""A ruling that has a stretch for each column: `-----  ---`."""
_WHOLE = re.compile(r"[ ]*(?:-{5,}|={5,})[ ]*")
"""A ruling over all columns."""
_STRETCH = re.compile(r"[-=]+")
_BAR = re.compile(r"(?<!\\)\|")
_BARRED = re.compile(r"[^|\s][^|]*(?:[ ]\|(?:[ ][^|]*)?){2,}")
"""A line with two bars or more between its words, and none at its beginning."""
_FEWEST_BARRED = 3
"""Lines with as many bars that are a table without a ruling."""
_LONGEST = 400
"""Lines of a table at most."""


@dataclass(frozen=True)
class DrawnTable:
    """Lines that are one table."""

    rows: Sequence[Sequence[Line]]
    """The lines of each row, the header's first; rulings are none."""
    first: Line
    last: Line
    columns: Sequence[int]
    """Where its columns begin, in characters of a line; none where bars alone part the cells."""


def drawn_tables(text: str, printed: Sequence[Line]) -> Iterator[DrawnTable]:
    """Every table that is drawn in a text, from its lines."""
    words = [text[line.start : line.end].rstrip() for line in printed]
    n = 0
    while n < len(words):
        found = _table(words, n)
        if found is None:
            n += 1
            continue
        rows, columns, end = found
        lines_ = [[printed[at] for at in row] for row in rows]
        yield DrawnTable(lines_, printed[n], printed[end - 1], columns)
        n = end


_Found = tuple[list[list[int]], list[int], int]
"""The lines of each row, where columns begin, and the first line after the table."""


def _table(words: Sequence[str], n: int) -> _Found | None:
    """The table that begins in line n."""
    line, below = words[n], words[n + 1] if n + 1 < len(words) else ""
    if GRID_RULING.fullmatch(line):
        return _grid(words, n)
    if "|" in line:
        return _barred(words, n)
    if _is_ruling(line):
        return _between_rulings(words, n)
    if line.strip() and _COLUMNS.fullmatch(below) and not (n and words[n - 1].strip()):
        return _under_header(words, n)
    return None


def _is_ruling(line: str) -> bool:
    return bool(_COLUMNS.fullmatch(line) or _WHOLE.fullmatch(line))


def _starts(ruling: str) -> list[int]:
    return [stretch.start() for stretch in _STRETCH.finditer(ruling)]


def _under_header(words: Sequence[str], n: int) -> _Found | None:
    """A header, a ruling, and a row a line up to an empty line or another ruling."""
    rows, at = [[n]], n + 2
    while at < len(words) and words[at].strip() and not _is_ruling(words[at]):
        rows.append([at])
        at += 1
    is_closed = at < len(words) and _is_ruling(words[at])
    return (rows, _starts(words[n + 1]), at + is_closed) if len(rows) > 1 else None


def _between_rulings(words: Sequence[str], n: int) -> _Found | None:
    """Rows up to the first ruling that has an empty line under it; the second may end a header."""
    near = range(n, min(n + _LONGEST, len(words)))
    marks = [at for at in near if _is_ruling(words[at])]
    inner = next((at for at in marks[:2] if _COLUMNS.fullmatch(words[at])), None)
    if inner is None or not all(words[at].strip() for at in range(n, inner)):
        return None
    ends = (at for at in marks if at > inner and not "".join(words[at + 1 : at + 2]).strip())
    last = next(ends, None)
    if last is None:
        return None
    header = [list(range(n + 1, inner))] if n + 1 < inner else []
    rows = [*header, *_rows(words, range(inner + 1, last), _starts(words[inner]))]
    return (rows, _starts(words[inner]), last + 1) if len(rows) > 1 else None


def _rows(words: Sequence[str], inside: range, columns: Sequence[int]) -> Iterator[list[int]]:
    """The rows of some lines: parted by empty lines if there are any, else a line each.

    In reStructuredText, whose rulings are equals signs, a row goes on where its first cell is
    empty.
    """
    is_parted = not all(words[at].strip() for at in inside)
    goes_on = "=" in words[inside.stop]
    row: list[int] = []
    for at in inside:
        is_empty = not words[at].strip() or _is_ruling(words[at])
        is_new = not is_parted and not (goes_on and not words[at][: columns[1]].strip())
        if row and (is_empty or is_new):
            yield row
            row = []
        if not is_empty:
            row.append(at)
    if row:
        yield row


def _grid(words: Sequence[str], n: int) -> _Found | None:
    """Rows between rulings of plus signs."""
    rows: list[list[int]] = []
    at = n
    while at < len(words) and words[at].strip()[:1] in ("+", "|"):
        if words[at].strip()[0] == "+":
            rows.append([])
        else:
            rows[-1].append(at)
        at += 1
    columns = [i for i, sign in enumerate(words[n]) if sign == "+"]
    is_closed = GRID_RULING.fullmatch(words[at - 1]) and at > n + 2
    return ([row for row in rows if row], columns, at) if is_closed else None


def _barred(words: Sequence[str], n: int) -> _Found | None:
    """Lines with as many bars, the first of which is ruled, or enough of which are alike."""
    bars = len(_BAR.findall(words[n]))
    rows: list[list[int]] = []
    at = n
    while at < len(words) and bars and len(_BAR.findall(words[at])) == bars:
        line = words[at].strip()
        is_ruling = at == n + 1 and TABLE_RULING.fullmatch(line)
        if not is_ruling and (line.startswith("|") or line.endswith("|")):
            return None  # bars at its ends, as Markdown has them: a row by itself
        if not is_ruling:
            rows.append([at])
        at += 1
    is_ruled = 1 < len(rows) < at - n
    is_alike = len(rows) >= _FEWEST_BARRED and all(
        _BARRED.fullmatch(words[row[0]].strip()) for row in rows
    )
    return (rows, [], at) if is_ruled or is_alike else None


def cells_of(text: str, table: DrawnTable, row: Sequence[Line]) -> list[list[Interval]] | None:
    """The pieces of each cell of a row, one for each of its lines that has words.

    None where words stand across the place where two columns part.
    """
    if not table.columns:
        bars = [m.start() for m in _BAR.finditer(text, *row[0])]
        edges = [*bars, row[0].end]
        starts = [row[0].start, *(bar + 1 for bar in bars)]
        return [[piece] for piece in zip(starts, edges, strict=True)]
    is_grid = GRID_RULING.fullmatch(text, *table.first) is not None
    cells: list[list[Interval]] = [[] for _ in table.columns[is_grid:]]
    for line in row:
        edges = [min(line.start + column, line.end) for column in table.columns]
        if not all(_parts(text, line, edge, is_grid) for edge in edges[not is_grid :]):
            return None
        ends = edges[1:] if is_grid else [*edges[1:], line.end]
        for cell, start, end in zip(cells, edges, ends, strict=False):
            piece = start + is_grid, end
            if text[slice(*piece)].strip():
                cell.append(piece)
            if is_grid and text[slice(*piece)].lstrip().startswith(("+-", "-+", "--+")):
                return None  # a cell over several rows
    return cells


def _parts(text: str, line: Line, edge: int, is_grid: bool) -> bool:
    """Whether two columns part at a place of a line."""
    if is_grid:
        return text[edge : edge + 1] == "|"
    return edge == line.end or text[edge - 1].isspace()
