"""Signs that Word keeps otherwise than as letters: of fonts of signs, of forms, of formulas."""

from typing import Any

from docx.oxml.ns import qn

from consultations.intake.readers.docx.values import number

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = frozenset({f"{_MATHS}oMath", f"{_MATHS}oMathPara"})
"""Elements that hold a formula."""
_CHECKED = {"true": "☒", "1": "☒", "on": "☒"}
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
"""What the codes of two fonts print that come with Word (Adobe's tables of their encodings)."""
_PRIVATE = range(0xF000, 0xF100)
_SURROGATES = range(0xD800, 0xE000)
"""They are halves of characters, and none themselves."""


def symbol(font: str, code: int) -> str | None:
    """What a code of a font of signs prints; None where that is not known."""
    if code not in _PRIVATE:
        return chr(code) if code >= 0x20 and code not in _SURROGATES else None
    table = _SYMBOL if "symbol" in font.casefold() else _WINGDINGS
    return table.get(code & 0xFF)


def checkbox(control: Any) -> str:
    """What a control prints that is a box to tick; empty where it is none."""
    properties = control.find(qn("w:sdtPr"))
    for element in properties if properties is not None else ():
        if element.tag.endswith("}checkbox"):
            checked = next((e for e in element if e.tag.endswith("}checked")), None)
            value = next(iter(checked.attrib.values()), "") if checked is not None else ""
            return _CHECKED.get(value, "☐")
    return ""


def is_hint(control: Any) -> bool:
    """Whether a control shows what is to be filled in there, and nobody has filled it in."""
    properties = control.find(qn("w:sdtPr"))
    return properties is not None and properties.find(qn("w:showingPlcHdr")) is not None


def form_value(begin: Any) -> str:
    """What an old form field shows that has no result in the text: a box, a list's choice."""
    data = begin.find(qn("w:ffData"))
    if data is None:
        return ""
    box = data.find(qn("w:checkBox"))
    if box is not None:
        for name in ("w:checked", "w:default"):
            checked = box.find(qn(name))
            if checked is not None:
                return "☐" if checked.get(qn("w:val")) in ("0", "false") else "☒"
        return "☐"
    choices = data.find(qn("w:ddList"))
    if choices is not None:
        chosen = choices.find(qn("w:result"))
        at = number(chosen.get(qn("w:val")), 0) if chosen is not None else 0
        entries = [e.get(qn("w:val"), "") for e in choices.findall(qn("w:listEntry"))]
        return entries[at] if 0 <= at < len(entries) else ""
    return ""


def formula(element: Any) -> str:
    """A formula on one line: `(a+b)/c`, `x^2`, `x_i`, `√(2)`; what else it has, one by one."""
    name = element.tag.rpartition("}")[2]
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    inner = [(child.tag.rpartition("}")[2], formula(child)) for child in element]
    parts = [text for kind, text in inner if text or not kind.endswith("Pr")]
    match name:
        case "f" if len(parts) == 2:
            return "/".join(_grouped(part) for part in parts)
        case "sSup" if len(parts) == 2:
            return f"{parts[0]}^{_grouped(parts[1])}"
        case "sSub" if len(parts) == 2:
            return f"{parts[0]}_{_grouped(parts[1])}"
        case "rad":
            return f"√{_grouped(''.join(parts))}"
        case _:
            return "".join(parts)


def _grouped(part: str) -> str:
    return part if part.isalnum() else f"({part})"
