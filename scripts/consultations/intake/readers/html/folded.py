"""Parts of a page that were folded up when it was saved, and open when a reader asks for them."""

from collections.abc import Collection, Iterator

from bs4.element import Tag

from consultations import patterns as re

_HEADING = re.compile(r"^(?:h[1-6]|button|summary|dt)$")
_FOLDS = re.compile(
    r"accordion|collaps|(?:^|[-_])tabs?(?:$|[-_])|toggle|expand|faq|fold", re.IGNORECASE
)
"""Names of classes of what opens and closes, and of what holds several such parts."""
_BLOCKS = frozenset({"article", "dd", "div", "ol", "p", "section", "ul"})
_TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
"""Attributes with which a heading or a button names the part that it opens."""
_MENU = re.compile(r"nav|menu|search|share|cookie|login|modal|dialog", re.IGNORECASE)


def opened_parts(page: Tag) -> frozenset[int]:
    """The identities of the elements of a page of which one before them says that it opens them."""
    named: set[str] = set()
    found: set[int] = set()
    for element in page.find_all(True):
        if str(element.get("id") or "") in named:
            found.add(id(element))
        named.update(_names_of_opened(element))
    return frozenset(found)


def _names_of_opened(element: Tag) -> Iterator[str]:
    """The ids of what an element says that it opens; `aria-controls` may list several."""
    for name in _TARGETS:
        is_link = name == "href" and element.get("role") not in ("button", "tab")
        if (said := element.get(name)) and (not is_link or _FOLDS.search(_classes(element))):
            yield from (id_ for word in str(said).split() if (id_ := word.removeprefix("#")))


def is_folded(part: Tag, opened: Collection[int]) -> bool:
    """Whether a part that is not shown is text that a heading or a button opens.

    Something names it as what it opens, or a heading stands right before it and classes tell the
    rest. Menus, forms and dialogues open in the same way, and are no text.

    Args:
        part: an element of a page.
        opened: the page's `opened_parts`.
    """
    if part.name not in _BLOCKS or _is_of_the_site(part):
        return False
    if part.get("role") == "tabpanel" or id(part) in opened:
        return True
    before = part.find_previous_sibling(True)
    headed = isinstance(before, Tag) and (
        _HEADING.match(before.name) is not None or before.find(_HEADING) is not None
    )
    around = [part, *([before] if isinstance(before, Tag) else []), *list(part.parents)[:2]]
    return headed and any(_FOLDS.search(_classes(element)) for element in around)


def _is_of_the_site(part: Tag) -> bool:
    own = f"{_classes(part)} {part.get('id') or ''}"
    return _MENU.search(own) is not None or part.find(["form", "nav", "input"]) is not None


def _classes(element: Tag) -> str:
    found = element.get("class")
    return " ".join(found) if isinstance(found, list) else str(found or "")
