"""Parts of a page that were closed when it was saved, and that a reader can open."""

from collections.abc import Collection, Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.elements import HEADINGS

_HEADING = (*HEADINGS, "button", "summary", "dt")
_FOLDS = re.compile(
    r"accordion|collaps|(?:^|[-_])tabs?(?:$|[-_])|toggle|expand|faq|fold", re.IGNORECASE
)
"""Names of classes for what opens and closes, and for what holds several such parts."""
_BLOCKS = frozenset({"article", "dd", "div", "ol", "p", "section", "ul"})
_SAYS = "aria-expanded"
"""The attribute that says whether what an element opens is open."""
_TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
"""Attributes by which a heading or a button names the part that it opens."""
_ACTION = re.compile(
    r"(?:show|hide|open|close|expand|collapse|read|view|see|more|less|toggle|print|play|load)\b",
    re.IGNORECASE,
)
"""How a label begins that says what a button does, and not what it opens."""
_FIRST = 4
"""Elements at the beginning of a panel among which a heading of its own may stand."""
_MENU = re.compile(r"nav|menu|search|share|cookie|login|modal|dialog", re.IGNORECASE)


def opened_parts(page: Tag) -> frozenset[int]:
    """The identities of the elements that another element before them says it opens."""
    named: set[str] = set()
    found: set[int] = set()
    for element in page.find_all(True):
        if str(element.get("id") or "") in named:
            found.add(id(element))
        named.update(_names_of_opened(element))
    return frozenset(found)


def _names_of_opened(element: Tag) -> Iterator[str]:
    """The ids of what an element says it opens; `aria-controls` may list several."""
    for name in _TARGETS:
        said = element.get(name)
        if said and (name != "href" or (str(said).startswith("#") and _unfolds(element))):
            yield from (id_ for word in str(said).split() if (id_ := word.removeprefix("#")))


def _unfolds(link: Tag) -> bool:
    """Whether a link opens what it leads to, by its role or by classes of it or of its list.

    As in `<ul class="tabs"><li><a href="#fees">Fees</a></li></ul>`.
    """
    if link.get("role") in ("button", "tab"):
        return True
    listed = [e for e in list(link.parents)[:2] if e.name in ("li", "ul", "ol")]
    return any(_FOLDS.search(_classes(element)) for element in (link, *listed))


def head_panels(page: Tag) -> None:
    """Put the words of what opens a part over that part, as readers see it when it is open.

    A button that makes up a heading is that heading; the words of a tab stand over its panel.
    """
    panels = {
        str(e["id"]): e
        for e in page.find_all(id=True)
        if e.name in _BLOCKS and e.get_text().strip()
    }
    for opener in page.find_all(_opens):
        label = " ".join(opener.get_text().split())
        heading = opener.find_parent(_HEADING)
        if heading is not None:
            if label == " ".join(heading.get_text().split()):
                opener.name = "span"
            continue
        # A panel has one head: whatever else opens it is a button.
        named = [panels.pop(name) for name in _names_of_opened(opener) if name in panels]
        if len(named) == 1 and label and not _ACTION.match(label) and not _is_of_the_site(named[0]):
            _head(named[0], opener, label)


def _opens(element: Tag) -> bool:
    return element.name in ("a", "button") or element.get("role") in ("button", "tab")


def _head(panel: Tag, opener: Tag, label: str) -> None:
    """Put the words that open a panel at its beginning, unless they stand there already."""
    panel["role"] = "tabpanel"
    first = (" ".join(e.get_text().split()) for e in panel.find_all(True, limit=_FIRST))
    if label not in first and all(e is not panel for e in opener.parents):
        # What is moved is its words: to take out an element costs a search among its neighbours.
        new = BeautifulSoup("", "lxml")
        title = new.new_tag("b")
        title.extend(list(opener.contents))
        opener.name, opener.attrs = "span", {}
        panel.insert(0, title)
        title.wrap(new.new_tag("p"))


def is_folded(part: Tag, opened: Collection[int]) -> bool:
    """Whether a part that is not shown is text that a heading or a button opens.

    Something names it as what it opens, or what opens something stands right before it, or a
    heading does and classes tell the rest. Menus, forms and dialogues open in the same way, and
    are no text.

    Args:
        part: an element of a page.
        opened: the page's `opened_parts`.
    """
    if part.name not in _BLOCKS or _is_of_the_site(part):
        return False
    if part.get("role") == "tabpanel" or id(part) in opened:
        return True
    before = part.find_previous_sibling(True)
    if isinstance(before, Tag) and (_SAYS in before.attrs or before.find(True, {_SAYS: True})):
        return True
    headed = isinstance(before, Tag) and (
        before.name in _HEADING or before.find(_HEADING) is not None
    )
    around = [part, *([before] if isinstance(before, Tag) else []), *list(part.parents)[:2]]
    return headed and any(_FOLDS.search(_classes(element)) for element in around)


def _is_of_the_site(part: Tag) -> bool:
    own = f"{_classes(part)} {part.get('id') or ''}"
    return _MENU.search(own) is not None or part.find(["form", "nav", "input"]) is not None


def _classes(element: Tag) -> str:
    found = element.get("class")
    return " ".join(found) if isinstance(found, list) else str(found or "")
