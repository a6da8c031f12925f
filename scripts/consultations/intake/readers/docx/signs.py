"""Signs that Word keeps otherwise than as letters: those of forms."""

from typing import Any

from docx.oxml.ns import qn

from consultations.intake.readers.docx.printed import words_in
from consultations.intake.readers.docx.values import number

_CHECKED = {"true": "☒", "1": "☒", "on": "☒"}


def checkbox(control: Any) -> str:
    """What a control prints that is a box to tick; empty where it is none, or has words in it."""
    properties = control.find(qn("w:sdtPr"))
    if properties is None or len(words_in(control)) > 1:
        return ""
    for element in properties:
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
        at = number(chosen.get(qn("w:val")), 0) if chosen is not None else 0
        entries = [e.get(qn("w:val"), "") for e in choices.findall(qn("w:listEntry"))]
        return entries[at] if 0 <= at < len(entries) else ""
    return ""
