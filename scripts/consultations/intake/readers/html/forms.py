"""Forms on a saved page: what was filled in and chosen, written where it was entered."""

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re

_LINES = frozenset({"", "date", "email", "month", "number", "tel", "text", "time", "url", "week"})
"""Types of fields that hold a line of text; without a type a field holds one."""
_HOLDS = ("form {}", "fieldset {}", "table {}", "{}[disabled]", "{}[readonly]")
_SEARCH = re.compile(r"search", re.IGNORECASE)


def write_answers(soup: BeautifulSoup) -> None:
    """Put the answers of a page's forms into its text, behind each field, and a box as its sign."""
    for field in soup.select(_answered("textarea")):
        field.name = "pre"
    for field in soup.select(_answered("select")):
        if chosen := [option for option in field.find_all("option") if option.has_attr("selected")]:
            _write(soup, field, "; ".join(" ".join(o.get_text().split()) for o in chosen))
    for field in soup.select(_answered("input")):
        kind = str(field.get("type") or "").casefold()
        if kind in ("checkbox", "radio"):
            _write_box(field)
        elif kind in _LINES and not _seeks(field):
            _write(soup, field, str(field.get("value") or "").strip())


def _answered(name: str) -> str:
    """Which fields hold an answer: those of a form or a table, and those that are shown alone."""
    return ", ".join(holds.format(name) for holds in _HOLDS)


def _write_box(field: Tag) -> None:
    """Put the sign of a box that is ticked or not behind it; each choice is a line."""
    field.insert_after("☒ " if field.has_attr("checked") else "☐ ")
    if field.parent and field.parent.name == "label":
        field.parent.name = "div"


def _seeks(field: Tag) -> bool:
    """Whether a field is the one in which readers of the site look for something."""
    around = [field, *[e for e in field.parents if e.name in ("div", "form", "span")][:2]]
    said = (e.get(name) for e in around for name in ("id", "class", "name", "role", "title"))
    return any(_SEARCH.search(str(one)) for one in said if one)


def _write(soup: BeautifulSoup, field: Tag, answer: str) -> None:
    if answer:
        written = soup.new_tag("div")
        written.string = answer
        field.insert_after(written)
