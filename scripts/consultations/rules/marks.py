"""The marks with which a line of a source says what it is."""

import re
from collections.abc import Sequence

SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS = str.maketrans(SUPERSCRIPT_DIGITS, "0123456789")
_RAISED_DIGITS = str.maketrans("0123456789", SUPERSCRIPT_DIGITS)

BULLETS = "-*+•·▪◦‣●○■□➢➤\uf0b7\uf0a7\uf0d8"
"""Glyphs that stand for a bullet; the last three are places of a symbol font."""

BULLET = re.compile(rf"[{re.escape(BULLETS)}](?:[ \t\u00a0]+|(?=\s*\Z))")
NUMBER = re.compile(
    r"(?:(\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\((\d{1,3}|[a-z]|[ivx]{1,5})\))[ \t\u00a0]+(?=\S)"
)
"""A list item's number or letter, as printed: group 1 or 2."""
ITEM = re.compile(rf"{BULLET.pattern}|{NUMBER.pattern}")

FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})[^`\r\n]*")
"""The row of marks above and under lines of code in Markdown; group 1 is the marks."""
UNDERLINE = re.compile(r"[ ]{0,3}(=|-)\1{2,}[ \t]*")
"""The row of marks under a heading in Markdown: group 1 is one of them."""


def is_underlined(lines: Sequence[str], n: int) -> bool:
    """Whether line n is a heading by the row of marks under it: it stands alone, and is short."""
    words = lines[n].strip()
    if not words or len(words) > 100 or (n and lines[n - 1].strip()) or n + 1 >= len(lines):
        return False
    row = UNDERLINE.fullmatch(lines[n + 1])
    if row is None or ITEM.match(words) or UNDERLINE.fullmatch(lines[n]) or "|" in words:
        return False
    return words[-1] not in ".,;:" and (
        n + 2 >= len(lines) or not UNDERLINE.fullmatch(lines[n + 2])
    )


NOTE = re.compile(
    rf"<sup>\s{{0,3}}(\d{{1,3}})\s{{0,3}}</sup>|([{SUPERSCRIPT_DIGITS}]{{1,3}})|\[\^([\w-]{{1,20}})\]",
    re.IGNORECASE,
)
"""A note's label, raised or as Markdown has it: in front of its words, and where it is called."""


def raised_digits(plain: str) -> str:
    """A number in superscript digits."""
    return plain.translate(_RAISED_DIGITS)


def note_label(match: re.Match[str]) -> str:
    """The label that a match of `NOTE` found."""
    return match[1] or match[3] or match[2].translate(_PLAIN_DIGITS)
