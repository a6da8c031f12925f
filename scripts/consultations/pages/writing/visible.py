"""Readings of a source as a reader can see them: blanks, line ends and what has no width."""

import unicodedata

_SIGNS = {
    "\n": "↵",
    "\r": "␍",
    "\t": "⇥",
    "\f": "␌",
    "\v": "␋",
    "\u00a0": "⍽",
    "\u00ad": "[soft hyphen]",
    "\u200b": "[zero-width space]",
    "\u200c": "[zero-width non-joiner]",
    "\u200d": "[zero-width joiner]",
    "\ufeff": "[byte-order mark]",
}


def visible(reading: str) -> str:
    """The reading with a sign for each character that cannot be seen.

    A blank has one only at the reading's ends, where it would be lost, and where others follow.
    """
    inner = reading.strip(" ")
    # Of a reading that is all blanks, every blank is counted once: at its beginning.
    lead = len(reading) - len(reading.lstrip(" ")) if inner else len(reading)
    tail = len(reading) - len(inner) - lead
    signs = "".join(map(_sign, inner)).replace("  ", "␣␣")
    return f"{'␣' * lead}{signs}{'␣' * tail}"


def _sign(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if unicodedata.category(character) in ("Cf", "Zl", "Zp", "Co") or character == "\x85":
        return f"[U+{ord(character):04X}]"
    return character
