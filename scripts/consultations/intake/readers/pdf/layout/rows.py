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


def rows_of(lines: Sequence[TypeLine]) -> list[list[TypeLine]]:
    """Lines that stand beside each other, a label with its words as one line."""
    rows: list[list[TypeLine]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.left)):
        if rows and abs(rows[-1][0].base - line.base) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_labelled(sorted(row, key=lambda one: one.left)) for row in rows]


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
