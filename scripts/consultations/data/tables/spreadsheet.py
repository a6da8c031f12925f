"""Text as a cell of CSV that no spreadsheet takes for a formula.

A spreadsheet runs a cell that begins with one of a few signs, and words that a stranger wrote may
begin so. An apostrophe before the sign keeps the cell text. It is put wherever a cell may begin for
some reader: at the beginning, and after a sign that parts cells or lines elsewhere.

Nothing is lost: `unescaped` gives back the text, and JSON Lines beside each table have it as it is.
"""

from consultations import patterns as re

# Apostrophes before a sign count too: an apostrophe of the text's own gets one more, or `unescaped`
# would take it away.
_SIGNS = r"'*[=+\-@＝＋－＠\t\r]"
_BEGINNING = re.compile(rf"(\A|[;\t\r\n])(?={_SIGNS})")
_ESCAPED = re.compile(rf"(\A|[;\t\r\n])'(?={_SIGNS})")


def escaped(text: str) -> str:
    """The text with an apostrophe before each sign with which a formula may begin."""
    return _BEGINNING.sub(r"\1'", text)


def unescaped(cell: str) -> str:
    """The text again."""
    return _ESCAPED.sub(r"\1", cell)
