"""The marks with which a line of a source says what it is."""

from collections.abc import Sequence

from consultations import patterns as re

_RAISED = str.maketrans(
    "+-0123456789abcdefghijklmnoprstuvwxyz",
    "⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def raised(plain: str) -> str:
    """Digits and small letters raised, as far as there are such signs."""
    return plain.translate(_RAISED)


def unraised(text: str) -> str:
    """A text with plain digits for raised ones."""
    return text.translate(_PLAIN)


BULLETS = "-*+•·▪▫◦‣●○■□◆◇❖❑❏❒▸▶►▹➔➜➝⇒⁃∙⦁⚫✓✔✗✘➢➤"
"""Glyphs that stand for a bullet."""
_BULLET = rf"{re.escape(BULLETS)}\uf020-\uf0ff"
"""The same in a class of characters, with the places of symbol fonts."""

BULLET = re.compile(rf"(?:[{_BULLET}]|\#\.)(?:[ \t]+|(?=\s*\Z))|[•●▪■❑➢](?=[\"'“‘(]?[^\W\d_])")
"""A bullet and the blanks after it; one that is nothing else may be stuck to its words: `•Lamps`.

`#.` is one in reStructuredText: it counts by itself."""
NUMBER = re.compile(
    r"""
    (?:
        # 12. Lamps   2a. Lamps   R1. Lamps   b) lamps   iv. lamps, and 12\. Lamps in Markdown that
        # keeps it from counting
        (\d{1,3}|\d{1,2}[a-h]|R\d{1,2}|[a-z]|[ivx]{1,5})\\?[.)][ \t]+
      | \((\d{1,3}|[a-z]|[ivx]{1,5})\)[ \t]+   # (12) Lamps   (b) lamps
        # 2.14  The lamps burn: a number of several parts is set apart from the words by more than
        # one blank, or a tab; with one it is a part of them, as a heading or an author has it.
      | (\d{1,3}(?:\.\d{1,3}){1,3}|R\d{1,2})\.?     # R1   Light the lamps
        (?:[ ]{2,}|\t\s{0,9})(?=[^\W\d_]|[*"'“‘\[(])
    )
    (?=\S)
    (?!(?<=\d\d\d\)[ ])\d{3,4}[ .-]\d{3,4}\b)    # (012) 3456 7890: a telephone's area
    (?!(?<=\b[nps]\.[ ])\d)                       # p. 31   s. 4: a place in something else
    (?!(?:and|or|to|&)[ ]\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])   # a) and c): chosen, not counted
    """,
    re.VERBOSE,
)
"""A list item's number or letter, as printed: group 1, 2 or 3."""
DRAWN_BULLET = re.compile(
    r"""
    [ \t]*
    (?: (o | [–—\u2212] | [»›→¾])[ \t]+(?=\S)         # o We count   – We pay   → We go
      | ([§ØøüÜŸlnqvàèð] | \(cid:\d{1,5}\)(?=\s)) (?:       # a sign of a symbol font:
          [ \t]+ (?=["'“‘(]?[A-Z][a-z\ ])              # Ø We count   (cid:127) A boat
        | (?:[ ]{2,}|\t)[ \t]* (?=\S)           # §   we count
        | (?<=\)) [ ] (?=\S)                                # (cid:127) we count
        # § we count, § a boat; but § 4, § iv, § a) of an act
        | (?<=§)[ ](?=(?:a[ ])?[a-z]{2})(?![ivxl]+\b) ) )
    """,
    re.VERBOSE,
)
"""A letter or a sign at the beginning of a line, which is a bullet where others stand by it.

Group 1 is a mark that people draw, group 2 a bullet of a symbol font as it looks in another."""
LONE_MARK = re.compile(
    rf"""
    \s*
    (?: [{_BULLET}]
      | (\d{{1,3}}|[a-z]|[ivx]{{1,5}})\\?[.)]         # 12.   b)   12\.
      | \((\d{{1,3}}|[a-z]|[ivx]{{1,5}})\)           # (12)   (b)
      | (\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})\.?         # 2.14
    )
    \s*
    """,
    re.VERBOSE,
)
"""A line that is the mark of an item and nothing else: its number or letter is group 1, 2 or 3."""
BARE_NUMBER = re.compile(r"\s*(\d{1,2})\s*")
"""A line that is a number and nothing else: an item's, a page's, or a cell's of a table."""
BARE_MARK = re.compile(r"[ \t]*(\d{1,2}|[A-Za-z]|[ivx]{1,5})(?:[ ]{2,}|\t)[ \t]*(?=\S)")
"""A number or a letter far from the words behind it, with no point: the mark of an item where
others count on from it. Group 1 is the number or letter."""
BRACKETED = re.compile(
    r"""
    (?:[*†‡][ ])?
    (?: \[\d{1,3}\]                          # [12] A letter
      | \([A-Z]{1,5}[ ]?\d{1,4}\) )           # (LB 12) The Lamp Board   * (LB 13) Ann Moss
    [ \t]
    """,
    re.VERBOSE,
)
"""The number in brackets of an entry. Where a block begins with one, so does each such line."""
ITEM = re.compile(rf"(?:{BULLET.pattern})|(?x:{NUMBER.pattern})")

TABLE_RULING = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The row under a table's header in Markdown: hyphens between bars, with colons at their ends."""
GRID_RULING = re.compile(r"[ \t]*\+(?:[-=:]{2,}\+)+[ \t]*")
"""A row of a drawn grid between two rows of cells: `+----+====+`."""
FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})[^`\r\n]*")
"""The row of marks above and under lines of code in Markdown; group 1 is the marks."""
UNDERLINE = re.compile(r"[ ]{0,3}(=|-)\1{2,}[ \t]*")
"""The row of marks under a heading in Markdown: group 1 is one of them."""
_MEASURED = re.compile(r"""[ ]{0,3}([=\-~^"'*+\#`])\1{3,}[ \t]*""")
"""The row of marks under a heading in reStructuredText, or above and under it.

Any sign is allowed there. Dots, colons and underscores are not taken for one: such a row is rather
a leader, or a line to write on.
"""
_SLACK = 3
"""Signs by which a measured row may be longer than the words; it may be one sign shorter."""
_LONGEST = 100
"""Code points of a heading with a row: longer words above one are a text and a ruling."""


def heading_rows(lines: Sequence[str], n: int) -> tuple[int, int] | None:
    """The first and the last line of a heading with a row of marks under it, and one above or none.

    The words stand alone on one line and are short. Both rows are of the same sign and as long as
    the words: `****`, `Note`, `****`.

    Args:
        lines: of a text, without their ends.
        n: the heading's first line, which is the row above where there is one.
    """
    over = _MEASURED.fullmatch(lines[n])
    title = n if over is None else n + 1
    if (n and lines[n - 1].strip()) or not _may_have_row(lines, title):
        return None
    return (n, title + 1) if _is_row_of(lines[title].strip(), lines[title + 1], over) else None


def _may_have_row(lines: Sequence[str], n: int) -> bool:
    """Whether a line is short, ends nothing and is no row itself, and one row may stand under it.

    There may be no such line: a row can be the last.
    """
    if n + 1 >= len(lines):
        return False
    words = lines[n].strip()
    is_short = 0 < len(words) <= _LONGEST and words[-1] not in ".,;:" and "|" not in words
    is_row = UNDERLINE.fullmatch(lines[n]) or _MEASURED.fullmatch(lines[n])
    return is_short and not is_row and not any(map(UNDERLINE.fullmatch, lines[n + 2 : n + 3]))


def _is_row_of(words: str, row: str, over: re.Match[str] | None) -> bool:
    """Whether a row belongs to the words above it, and to the row above those."""
    measured = _MEASURED.fullmatch(row)
    longer = len(row.strip()) - len(words)
    if measured and -1 <= longer <= _SLACK and not BULLET.match(words):
        return over is None or over[1] == measured[1]
    # A row of another length is one of Markdown's. Under an item it is a ruling.
    return over is None and not ITEM.match(words) and UNDERLINE.fullmatch(row) is not None


def is_row(words: str) -> bool:
    """Whether a line is a row of a table: a tab inside it, or bars at both its ends.

    A tab behind the mark of an item parts no cells.
    """
    item = ITEM.match(words.strip())
    inner = words.strip()[item.end() :] if item else words.strip(" ")
    return "\t" in inner.strip() or (len(inner) > 2 and inner[0] == inner[-1] == "|")
