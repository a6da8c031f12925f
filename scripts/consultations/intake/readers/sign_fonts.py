"""What letters print that are set in a font of signs, in Word files and saved pages."""

_WINGDINGS = {
    0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x78: "☒", 0x71: "❑",
    0xA7: "▪", 0xD8: "➢", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0xE0: "→", 0xDF: "←", 0xE8: "➔",
    0x4A: "☺", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xAB: "↔", 0xB0: "°", 0xD6: "√", 0xE5: "∑", 0xD2: "®",
    0xE2: "®", 0xD3: "©", 0xE3: "©", 0xD4: "™", 0xE4: "™", 0xBC: "…", 0x2D: "−",
    0xA2: "′", 0xB2: "″",
    0xCE: "∈", 0xDE: "⇒", 0xA0: "€", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε",
    0x66: "φ", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x72: "ρ", 0x73: "σ", 0x74: "τ",
    0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x46: "Φ",
}  # fmt: skip
"""What the codes of two fonts of Word's print (Adobe's tables of their encodings)."""
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐",
}  # fmt: skip
_WEBDINGS = {0x61: "✔", 0x63: "☐", 0x67: "■", 0x72: "✖"}
_TABLES = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
}
"""By the names of fonts of signs, in small letters."""
_PRIVATE = range(0xF000, 0xF100)
_SURROGATES = range(0xD800, 0xE000)
"""They are halves of characters, and none themselves."""


def symbol(font: str, code: int) -> str | None:
    """What a code in a font of signs prints; None where that is not known."""
    if code not in _PRIVATE:
        return chr(code) if code >= 0x20 and code not in _SURROGATES else None
    return _TABLES.get(font.casefold(), {}).get(code & 0xFF)


def in_font(font: str, text: str) -> str:
    """What letters print that are set in a font of signs, such as ü in Wingdings.

    Empty where the font is another, or where one of them is not known: then the font may have been
    chosen by mistake, and Word shows the letters in another one.
    """
    table = _TABLES.get(font.casefold())
    if table is None or not text.strip():
        return ""
    signs = [c if c.isspace() else table.get(_code(c), "") for c in text]
    return "".join(signs) if all(signs) else ""


def _code(character: str) -> int:
    code = ord(character)
    return code & 0xFF if code in _PRIVATE else code
