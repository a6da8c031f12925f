"""What a part of a Word paragraph prints that is no text: signs, ticked boxes, a list's choice."""

from typing import Any

from docx.oxml.ns import qn

_CHECKED = {"true": "☒", "1": "☒", "on": "☒"}
"""Values of XML and of Word for what is switched on."""
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0x78: "☒", 0xD8: "➢"}
"""Signs of Symbol and Wingdings that documents of this kind use, by their codes."""


def sign_of(child: Any) -> str:
    """What a part of a run prints by itself."""
    tag = child.tag
    if tag == qn("w:t"):
        return child.text or ""
    if tag in (qn("w:tab"), qn("w:ptab")):
        return "\t"
    if tag in (qn("w:br"), qn("w:cr")):
        return "" if child.get(qn("w:type")) in ("page", "column") else "\n"
    if tag == qn("w:noBreakHyphen"):
        return "\N{NON-BREAKING HYPHEN}"
    if tag == qn("w:sym"):
        code = int(child.get(qn("w:char"), "0"), 16)
        return _SYMBOLS.get(code & 0xFF, "") if code >= 0xF000 else chr(code)
    return ""


def checkbox(control: Any) -> str:
    """The box of a content control, ticked or not; empty where the control is another."""
    for element in control.iter():
        if element.tag.endswith("}checkbox"):
            checked = next((e for e in element if e.tag.endswith("}checked")), None)
            value = next(iter(checked.attrib.values()), "") if checked is not None else ""
            return _CHECKED.get(value, "☐")
    return ""


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
        at = int(chosen.get(qn("w:val"), "0")) if chosen is not None else 0
        entries = [e.get(qn("w:val"), "") for e in choices.findall(qn("w:listEntry"))]
        return entries[at] if at < len(entries) else ""
    return ""
