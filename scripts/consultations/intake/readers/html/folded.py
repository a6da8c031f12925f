"""Parts of a page that were folded up when it was saved, and open when a reader asks for them."""

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


def is_folded(part: Tag) -> bool:
    """Whether a part that is not shown is text that a heading or a button opens.

    Something names it as what it opens, or a heading stands right before it and classes tell the
    rest. Menus, forms and dialogues open in the same way, and are no text.
    """
    if part.name not in _BLOCKS or _is_of_the_site(part):
        return False
    if part.get("role") == "tabpanel" or (part.get("id") and _is_named(part)):
        return True
    before = part.find_previous_sibling(True)
    headed = isinstance(before, Tag) and (
        _HEADING.match(before.name) is not None or before.find(_HEADING) is not None
    )
    around = [part, *([before] if isinstance(before, Tag) else []), *list(part.parents)[:2]]
    return headed and any(_FOLDS.search(_classes(element)) for element in around)


def _is_named(part: Tag) -> bool:
    """Whether an element before a part says that it opens it."""
    id_ = str(part["id"])
    for name in _TARGETS:
        for opener in part.find_all_previous(attrs={name: [id_, f"#{id_}"]}, limit=1):
            is_link = name == "href" and opener.get("role") not in ("button", "tab")
            if not is_link or _FOLDS.search(_classes(opener)):
                return True
    return False


def _is_of_the_site(part: Tag) -> bool:
    own = f"{_classes(part)} {part.get('id') or ''}"
    return _MENU.search(own) is not None or part.find(["form", "nav", "input"]) is not None


def _classes(element: Tag) -> str:
    found = element.get("class")
    return " ".join(found) if isinstance(found, list) else str(found or "")
