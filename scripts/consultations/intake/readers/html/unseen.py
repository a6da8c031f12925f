"""What of a page nobody sees who looks at it: hidden, for other browsers, or read aloud only."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.folded import is_folded, opened_parts
from consultations.intake.readers.html.page_styles import StyleRules
from consultations.model.transcript import Drop

UNSEEN = "unseen-by-style"
"""The attribute of what a page's own styles hide."""
_HIDDEN = f"[hidden], [aria-hidden=true], [{UNSEEN}]"
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
"""Code points of an address that are told."""
_HEADINGS = re.compile(r"^h[1-6]$")
_OTHERS = {
    "noscript": "shown where no scripts run",
    "svg": "words of a drawing",
    **dict.fromkeys(
        ("audio", "canvas", "embed", "iframe", "object", "video"),
        "in place of what a browser cannot show",
    ),
}
"""Elements whose words are no part of the page's text, with the reason."""


def mark_unseen(soup: BeautifulSoup, rules: StyleRules) -> None:
    """Mark elements of which a page's styles say that they are not shown.

    Where another rule says of one of their classes how it is shown, it is not known which holds.
    """
    hidden: set[str] = set()
    shown: set[str] = set()
    for selector, style, is_conditional in rules:
        if display := _DISPLAY.search(style):
            whole = _SELECTOR.fullmatch(selector)
            if display["how"].casefold() != "none":
                shown.update(_NAME.findall(selector))
            elif whole and not is_conditional:
                hidden.add(whole["sign"] + whole["name"])
    for element in soup.find_all(True) if hidden - shown else ():
        names = {f".{name}" for name in element.get("class") or ()} | {f"#{element.get('id')}"}
        if (
            names & hidden
            and not names & shown
            and not _DISPLAY.search(str(element.get("style") or ""))
        ):
            element[UNSEEN] = ""


def unseen(chosen: Tag) -> Iterator[tuple[Tag, Drop]]:
    """The elements of the main part that nobody sees, each with what is told of it."""
    hidden = (*chosen.select(_HIDDEN), *chosen.find_all(style=_BY_STYLE))
    opened = opened_parts([chosen, *chosen.parents][-1]) if hidden else frozenset()
    for element in hidden:
        if not is_folded(element, opened):
            yield element, Drop("hidden", words_of(element), "hidden on the page")
    for element in chosen.find_all(class_=_is_aloud):
        if not _HEADINGS.match(element.name) and element.find(_HEADINGS) is None:
            yield element, Drop("hidden", words_of(element), "read aloud, and not shown")
    for element in chosen.find_all(["del", "s", "strike"]):
        yield element, Drop("deletion", words_of(element), "struck out on the page")
    for element in chosen.find_all(list(_OTHERS)):
        yield element, Drop("hidden", _words_instead(element), _OTHERS[element.name])


def _words_instead(element: Tag) -> str:
    """What stands in an element that shows something else: words, or that page or where it is."""
    page = BeautifulSoup(str(element.get("srcdoc") or ""), "lxml")
    said = next((str(element[name]) for name in ("title", "src", "data") if element.get(name)), "")
    return " ".join((words_of(element) or words_of(page) or said[:_LONGEST]).split())


def _is_aloud(name: str | None) -> bool:
    return name is not None and _ALOUD.fullmatch(name) is not None


def words_of(element: Tag) -> str:
    """The words of an element on one line."""
    return " ".join(element.get_text(" ").split())
