"""How the styles of a page number its lists, written into the lists themselves.

A class may say so for a whole list (`.letters { list-style-type: lower-alpha }`), and Google's
editor says for each item what is printed before it (`content: "Task " counter(x, decimal) ". "`).
"""

from collections import Counter

from bs4 import BeautifulSoup

from consultations import patterns as re
from consultations.intake.readers.html.lists import type_of
from consultations.intake.readers.html.page_styles import StyleRules
from consultations.intake.readers.numerals import alphabetic, roman

_OF_LIST = re.compile(r"(?:ol)?\.(?P<class>[\w-]{1,100})")
_OF_ITEM = re.compile(r"(?:li)?\.(?P<class>lst-kix_\w{1,50}-\d)\s*>\s*li:before")
_CONTENT = re.compile(r"content:(?P<content>[^;{}]{1,500})")
_PART = re.compile(
    r"""
    "(?P<words>[^"]{0,100})"
    | counter\( (?P<list>lst-ctn-kix_\w{1,50}-\d) \s*,\s* (?P<form>[\w-]{1,30}) \)
    """,
    re.VERBOSE,
)


def number_lists(soup: BeautifulSoup, rules: StyleRules) -> None:
    """Write into each list of a page how the page's styles number it."""
    types: dict[str, str] = {}
    contents: dict[str, str] = {}
    for selector, style, _ in rules:
        if (named := _OF_LIST.fullmatch(selector)) and (type_ := type_of(style)) is not None:
            types[named["class"]] = type_
        if (named := _OF_ITEM.fullmatch(selector)) and (content := _CONTENT.search(style)):
            contents[named["class"]] = content["content"]
    for listed in soup.find_all("ol", class_=True) if types else ():
        for name in listed.get("class") or ():
            if name in types and type_of(listed.get("style")) is None:
                listed["style"] = f"list-style: {_NAMES[types[name]]}"
    if any("counter(" in content for content in contents.values()):
        _label_items(soup, contents)


_NAMES = {
    "": "none", "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman",
    "I": "upper-roman",
}  # fmt: skip


def _label_items(soup: BeautifulSoup, contents: dict[str, str]) -> None:
    """Write before each item of a Google list the label that is printed there."""
    counts: Counter[str] = Counter()
    for listed in soup.find_all("ol", class_=True):
        classes = listed.get("class") or ()
        name = next((one for one in classes if one in contents), None)
        if name is None:
            continue
        counter = name.replace("lst-", "lst-ctn-", 1)
        if "start" in classes:
            counts[counter] = 0
        for item in listed.find_all("li", recursive=False):
            counts[counter] += 1
            parts = _PART.finditer(contents[name])
            label = "".join(
                _written(counts[part["list"]], part["form"]) if part["list"] else part["words"]
                for part in parts
            )
            item.insert(0, f"{label.strip()} ")
        listed["style"] = "list-style: none"


def _written(number: int, form: str) -> str:
    if number < 1:
        return str(number)
    match form:
        case "lower-latin" | "lower-alpha":
            return alphabetic(number)
        case "upper-latin" | "upper-alpha":
            return alphabetic(number).upper()
        case "lower-roman":
            return roman(number)
        case "upper-roman":
            return roman(number).upper()
        case _:
            return str(number)
