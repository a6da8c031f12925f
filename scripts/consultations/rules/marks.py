"""The marks with which a line of a source says what it is."""

import re

SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS = str.maketrans(SUPERSCRIPT_DIGITS, "0123456789")

BULLETS = "-*+•·▪◦‣●○■□➢➤\uf0b7\uf0a7\uf0d8"
"""Glyphs that stand for a bullet; the last three are places of a symbol font."""

BULLET = re.compile(rf"[{re.escape(BULLETS)}](?:[ \t\u00a0]+|(?=\s*\Z))")
NUMBER = re.compile(
    r"(?:(\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\((\d{1,3}|[a-z]|[ivx]{1,5})\))[ \t\u00a0]+(?=\S)"
)
"""A list item's number or letter, as printed: group 1 or 2."""
ITEM = re.compile(rf"{BULLET.pattern}|{NUMBER.pattern}")

NOTE_BODY = re.compile(rf"(?:<sup>\s*(\d{{1,3}})\s*</sup>|([{SUPERSCRIPT_DIGITS}]{{1,3}}))")
"""What a footnote's text begins with: its label, raised."""


def plain_digits(raised: str) -> str:
    """The digits of a superscript number."""
    return raised.translate(_PLAIN_DIGITS)


def note_label(match: re.Match[str]) -> str:
    """The label that a match of `NOTE_BODY` found."""
    return match[1] or plain_digits(match[2])
