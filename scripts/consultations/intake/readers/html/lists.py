"""What a list says about its items: how deep they are, and what is printed before each."""

from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.numerals import alphabetic, roman

_NESTED = re.compile(r"\blst-kix_\w+-([0-8])(?:\s|$)")
"""Google's lists stand beside each other, with a class for their depth."""
_DEEPEST_LIST = 8
_WHOLE = re.compile(r"-?\d{1,9}")
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b",
    re.IGNORECASE,
)
_TYPES = {
    "none": "", "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
    "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
"""HTML's types of lists by the names of CSS (Counter Styles 3, 6); empty where nothing is
printed."""
_TYPED = re.compile(
    r"""
    \s* (?: \d{1,3} (?: [.)] | (?:\.\d{1,3}){1,3}\.? )   # 7.  7)  7.12
         | \( (?: \d{1,3} | [a-z] | [ivx]{1,5} ) \)      # (7)  (b)  (iv)
         | (?: [a-z] | [ivx]{1,5} ) [.)] )               # b)  iv.
    (?: \s | $ )
    """,
    re.VERBOSE,
)
"""A number or a letter that belongs to the words of an item."""


def nested_depth(e: Tag) -> int:
    """The depth that a list states where nested lists stand beside each other; else 0."""
    kix = _NESTED.search(" ".join(e.get("class") or ()))
    return min(int(kix[1]), _DEEPEST_LIST) if kix else 0


def type_of(style: object) -> str | None:
    """The type of numbers that a style states, empty for none at all; None where it states none."""
    said = _STYLE.search(str(style or ""))
    return _TYPES[said[1].lower()] if said else None


def numbered_items(e: Tag) -> dict[int, str]:
    """What is printed before each item of a list, by the identity of the item.

    Numbers go down in a list that is reversed, from how many items it has (HTML, 4.4.5). Where
    every item begins with a number or a letter of its own, the list prints none beside it.
    """
    items = e.find_all("li", recursive=False)
    if e.name != "ol":
        return {id(item): "- " for item in items}
    step = -1 if e.has_attr("reversed") else 1
    number = _whole_number(e.get("start"), len(items) if step < 0 else 1)
    type_ = type_of(e.get("style"))
    if all(_TYPED.match(item.get_text()) for item in items):
        type_ = ""
    marks: dict[int, str] = {}
    for item in items:
        number = _whole_number(item.get("value"), number)
        own = type_of(item.get("style"))
        stated = (own, item.get("type"), type_, e.get("type"), "1")
        marks[id(item)] = _mark(number, str(next(one for one in stated if one is not None)))
        number += step
    return marks


def _whole_number(written: object, otherwise: int) -> int:
    """The whole number in an attribute, of at most nine figures."""
    said = _WHOLE.fullmatch(str(written or ""))
    return int(said[0]) if said else otherwise


def _mark(number: int, type_: str) -> str:
    """What is printed before an item, with a blank; of letters and Roman figures from 1 on.

    Capitals, and letters past z, begin headings as often as items: a bullet before them says that
    they are an item's.
    """
    if not type_:
        return ""
    small = type_.lower()
    if small in ("a", "i") and number > 0:
        written = alphabetic(number) if small == "a" else roman(number)
        if type_ != small:
            return f"- {written.upper()}. "
        return f"- {written}. " if small == "a" and len(written) > 1 else f"{written}. "
    return f"{number}. "
