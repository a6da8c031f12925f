"""What readers of a page do not see: hidden, only for other browsers, or only read aloud."""

from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.elements import HEADINGS
from consultations.intake.readers.html.folded import is_folded, opened_parts
from consultations.intake.readers.html.page_styles import StyleRules
from consultations.model.transcript import Drop

UNSEEN = "unseen-by-style"
"""The attribute that we set on what a page's own styles hide."""
_HIDDEN = f"[hidden], [aria-hidden=true], [{UNSEEN}]"
_LIFTED = re.compile(r"position:\s*(?:absolute|fixed)", re.IGNORECASE)
_OUT_OF_SIGHT = re.compile(
    r"""
    (?<![\w-]) (?:left|right|top):\s*-\d{3,}      # left: -9999px
  | clip:\s*rect\(\s*[01](?:px)?[\s,]             # clip: rect(0 0 0 0)
  | clip-path:\s*inset\(\s*(?:50|100)%           # clip-path: inset(50%)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How styles place what is only read aloud: outside of the visible page."""
_BY_STYLE = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|[;\s])display:\s*(?P<how>[\w-]{1,30})", re.IGNORECASE)
_SELECTOR = re.compile(r"(?:[a-z]\w{0,20})?(?P<sign>[.#])(?P<name>[\w-]{1,100})")
_NAME = re.compile(r"[.#][\w-]{1,100}")
_ALOUD = re.compile(
    r"""(?:[\w-]{1,40}-)?(?:
        visually-?hidden(?:-focusable)? | hidden-visually | sr-only(?:-focusable)?
      | screen-reader(?:-text|-only)? | screenreader-?only | element-invisible | a11y-hidden
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Classes of what is read aloud and not shown, such as "opens in a new tab" behind a link."""
_LONGEST = 200
"""Code points of an address that are recorded."""
_OTHERS = {
    "noscript": "shown where no scripts run",
    "svg": "words of a drawing",
    **dict.fromkeys(
        ("audio", "canvas", "embed", "iframe", "object", "video"),
        "in place of what a browser cannot show",
    ),
}
"""Elements whose words are no part of the page's text, with the reason."""


class _Names(NamedTuple):
    """Names of classes and ids, with their signs: `.note`, `#top`."""

    hidden: set[str]
    shown: set[str]


def mark_unseen(soup: BeautifulSoup, rules: StyleRules) -> None:
    """Mark elements that a page's styles hide.

    Where another rule says of one of their classes how it is shown, it is not known which holds.
    """
    unseen = _names_unseen(rules)
    for element in soup.find_all(True) if unseen.hidden - unseen.shown else ():
        names = {f".{name}" for name in element.get("class") or ()} | {f"#{element.get('id')}"}
        if (
            names & unseen.hidden
            and not names & unseen.shown
            and not _DISPLAY.search(str(element.get("style") or ""))
        ):
            element[UNSEEN] = ""


def _names_unseen(rules: StyleRules) -> _Names:
    """The classes and ids that some rules hide, and those that some show."""
    names = _Names(set(), set())
    for selector, style, is_conditional in rules:
        whole = None if is_conditional else _SELECTOR.fullmatch(selector)
        display = _DISPLAY.search(style)
        if display and display["how"].casefold() != "none":
            names.shown.update(_NAME.findall(selector))
        elif whole and (display or _is_out_of_sight(style)):
            names.hidden.add(whole["sign"] + whole["name"])
    return names


def _is_out_of_sight(style: str) -> bool:
    return _LIFTED.search(style) is not None and _OUT_OF_SIGHT.search(style) is not None


def unseen(chosen: Tag) -> Iterator[tuple[Tag, Drop]]:
    """The elements of the main part that nobody sees, each with what is recorded of it."""
    lifted = [e for e in chosen.find_all(style=_LIFTED) if _is_out_of_sight(str(e["style"]))]
    hidden = (*chosen.select(_HIDDEN), *chosen.find_all(style=_BY_STYLE), *lifted)
    opened = opened_parts([chosen, *chosen.parents][-1]) if hidden else frozenset()
    for element in hidden:
        if not is_folded(element, opened):
            yield element, Drop("hidden", words_of(element), "hidden on the page")
    for element in chosen.find_all(class_=_is_aloud):
        if element.name not in HEADINGS and element.find(HEADINGS) is None:
            yield element, Drop("hidden", words_of(element), "read aloud, and not shown")
    for element in chosen.find_all(["del", "s", "strike"]):
        yield element, Drop("deletion", words_of(element), "struck out on the page")
    for element in chosen.find_all(list(_OTHERS)):
        yield element, Drop("hidden", _words_instead(element), _OTHERS[element.name])


def _words_instead(element: Tag) -> str:
    """What an element shows in place of its words: other words, or a page and its address."""
    page = BeautifulSoup(str(element.get("srcdoc") or ""), "lxml")
    said = next((str(element[name]) for name in ("title", "src", "data") if element.get(name)), "")
    return " ".join((words_of(element) or words_of(page) or said[:_LONGEST]).split())


def _is_aloud(name: str | None) -> bool:
    return name is not None and _ALOUD.fullmatch(name) is not None


def words_of(element: Tag) -> str:
    """The words of an element on one line."""
    return " ".join(element.get_text(" ").split())
