"""What a list says of its items: how deep they are, and what is printed before each."""

import re

from bs4.element import Tag

from consultations.intake.readers.numerals import letters, roman

_NESTED = re.compile(r"\blst-kix_\w+-([0-8])(?:\s|$)")
"""Google's lists stand side by side, and say in a class how deep they are."""
_UNNUMBERED = re.compile(r"list-style(?:-type)?:\s*none", re.IGNORECASE)
_DEEPEST_LIST = 8
_WHOLE = re.compile(r"-?\d{1,9}")


def whole_number(written: object, otherwise: int) -> int:
    """The whole number that an attribute says, of at most nine figures."""
    said = _WHOLE.fullmatch(str(written or ""))
    return int(said[0]) if said else otherwise


def nested_depth(e: Tag) -> int:
    """How deep a list says it is, where it stands beside those around it; else 0."""
    kix = _NESTED.search(" ".join(e.get("class") or ()))
    return min(int(kix[1]), _DEEPEST_LIST) if kix else 0


def mark_of(e: Tag, item: Tag, number: int) -> str:
    """What is printed before an item of a list, with a blank; empty where nothing is."""
    if e.name != "ol":
        return "- "
    if _UNNUMBERED.search(str(item.get("style") or "")):
        return ""
    return f"{_numbered(number, str(e.get('type') or '1'))} "


def _numbered(number: int, type_: str) -> str:
    """What is printed before an item; of letters and Roman figures there are such from 1 on."""
    small = type_.lower()
    if small in ("a", "i") and number > 0:
        written = letters(number) if small == "a" else roman(number)
        return f"{written if type_ == small else written.upper()})"
    return f"{number}."
