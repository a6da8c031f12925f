"""Lines that stand beside each other: a label and its words, or the cells of a table."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import without_bullet
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun

_LABEL = re.compile(
    r"""
    (?:
        \d{1,3}(?:\.\d{1,3}){0,3}[.)]?  # 7.  7)  7.12  7.1.2
      | \(\d{1,3}\)                     # (7)
      | \(?[a-z]{1,2}\)                 # (a)  b)
      | \(?[ivx]{1,5}[.)]               # (iv)  ii.
      | [A-Za-z][.)]                    # B.  c.
    )
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"[-–+]?[£€$]?\d[\d,.]*%?")
"""What a cell counts: `1,204`, `£3.50`, `-4%`."""
ONE_ROW = 0.3
"""In type sizes: base lines that differ by less are of one row."""


def rows_of(lines: Sequence[TypeLine]) -> list[list[TypeLine]]:
    """Lines that stand beside each other, a label with its words as one line."""
    rows: list[list[TypeLine]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.left)):
        if rows and abs(rows[-1][0].base - line.base) < ONE_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_labelled(sorted(row, key=lambda one: one.left)) for row in rows]


def counted_rows(cells: list[list[TypeLine]]) -> list[list[list[TypeLine]]]:
    """The rows that stand between two drawn lines, where a column has a number in each of them.

    Cells of one row may have as many lines each, but words go on from line to line, and numbers do
    not.
    """
    rows = list(zip(*cells, strict=False))
    is_whole = 1 < len(rows) == max(map(len, cells), default=0) and len(cells) > 1
    are_level = all(
        abs(line.base - row[0].base) < ONE_ROW * line.size for row in rows for line in row
    )
    goes_on = any(line.text[:1].islower() for row in rows[1:] for line in row)
    numbered = any(all(_NUMBER.fullmatch(line.text.strip()) for line in cell) for cell in cells)
    if is_whole and are_level and numbered and not goes_on:
        return [[[line] for line in row] for row in rows]
    return [cells]


def is_label(words: str) -> bool:
    """Whether words are the number or the letter of an item."""
    return _LABEL.fullmatch(words.strip()) is not None


def _labelled(row: list[TypeLine]) -> list[TypeLine]:
    """A row of which a label and its words are one line."""
    if len(row) > 1 and (_begins_with_label(row) or without_bullet([row[0]])[0] == []):
        return [one_line(row[0], row[1]), *row[2:]]
    return row


def _begins_with_label(row: Sequence[TypeLine]) -> bool:
    """Whether a row begins with a label, and with no cell of a table that holds a number.

    That stands beside another number, or, bare, before several cells with words. Behind an entry of
    a contents list stands the number of a page.
    """
    label, *cells = (line.text.strip() for line in row)
    is_cell = label.isdigit() and len(cells) > 1 and _has_letters(cells[-1])
    return is_label(label) and _has_letters(cells[0]) and not is_cell


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def one_line(one: TypeLine, other: TypeLine) -> TypeLine:
    """Two lines that stand beside each other as one, with a blank between."""
    last = one.runs[-1]
    runs = (*one.runs[:-1], TypeRun(f"{last.text} ", last.style, last.raised), *other.runs)
    return TypeLine(runs, one.left, other.right, other.base, other.size)
