"""Forms on a saved page: what was filled in and chosen, written where it was entered."""

from bs4 import BeautifulSoup
from bs4.element import Tag

_LINES = frozenset({"", "date", "email", "month", "number", "tel", "text", "time", "url", "week"})
"""Types of fields that hold a line of text; without a type a field holds one."""


def write_answers(soup: BeautifulSoup) -> None:
    """Put the answers of a page's forms into its text, behind each field, and a box as its sign."""
    for field in soup.select("form textarea, fieldset textarea"):
        field.name = "pre"
    for field in soup.select("form select, fieldset select"):
        if chosen := [option for option in field.find_all("option") if option.has_attr("selected")]:
            _write(soup, field, "; ".join(" ".join(o.get_text().split()) for o in chosen))
    for field in soup.select("form input, fieldset input"):
        kind = str(field.get("type") or "").casefold()
        if kind in ("checkbox", "radio"):
            field.insert_after("☒ " if field.has_attr("checked") else "☐ ")
            if field.parent and field.parent.name == "label":
                field.parent.name = "div"  # Each choice is a line.
        elif kind in _LINES:
            _write(soup, field, str(field.get("value") or "").strip())


def _write(soup: BeautifulSoup, field: Tag, answer: str) -> None:
    if answer:
        written = soup.new_tag("div")
        written.string = answer
        field.insert_after(written)
