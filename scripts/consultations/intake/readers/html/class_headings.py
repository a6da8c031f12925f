"""Headings that only a class sets apart: short blocks over text, bold or in larger type."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from consultations import patterns as re
from consultations.english.captions import NAMES_DRAWN
from consultations.english.sentences import BEHIND_STOP
from consultations.intake.readers.html.elements import HEADINGS
from consultations.intake.readers.html.page_styles import StyleRules
from consultations.intake.readers.html.tables import lays_out

_SELECTOR = re.compile(r"(?:p|div|span)?\.(?P<class>[\w-]{1,100})")
_CALLED = re.compile(
    r"""
    (?: [\w-]{1,40}[-_] )?
    (?: (?: sub|cross|side|section|para|chapter )
        [-_]? (?: head(?:ing|er|line)?s? | hd | title )     # subhead   article__cross-heading
      | heading (?=[-_]?\d)                                 # Heading2
      | (?: accordion|faq|panel|tab|toggle )
        [-_]? (?: head(?:ing|er)? | title ) )               # accordion-title
    (?: (?: [-_]? level )? [-_]? \d | [-_] no-number )?     # Sub-heading_Level-1
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Classes whose names say that they are headings."""
_WEIGHT = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|font:\s*[^;]{0,40}\bbold\b", re.IGNORECASE)
_SIZE = re.compile(r"font-size:\s*(?P<size>[\d.]{1,8})(?P<unit>em|rem|px|pt|%)", re.IGNORECASE)
_UNITS = {"em": 1.0, "rem": 1.0, "px": 1 / 16, "pt": 1 / 12, "%": 0.01}
"""As a multiple of the size of the text."""
_LARGER = 1.05
"""A heading is so many times as large as the text, at least, where its size alone shows it."""
_BLOCKS = ("div", "p", "ul", "ol", "table", "blockquote", "section", "h1", "h2", "h3", "h4")
_ELSEWHERE = ("a", "aside", "blockquote", "dl", "figure", "footer", "li", "nav", "table")
"""Elements in which nothing is a heading of the text."""
_SENTENCE = re.compile(rf"[.;,:!]{BEHIND_STOP}")
_QUOTED = re.compile(r"“[^“”]+”|‘[^‘“”]+’|\"[^\"]+\"|'[^\"]+'")
"""A single quotation from end to end, which a page sets apart from its text."""
_LONGEST, _WORDS = 120, 16
_LEAST_TEXT = 40
"""Least code points of the text under a heading."""
_FEWEST = 2
_MOSTLY = 0.6
"""Share of a class's blocks that stand over text, at least, where its name says headings."""
_DEEPEST = 6


def mark_class_headings(soup: BeautifulSoup, rules: StyleRules) -> None:
    """Make headings of blocks that a class sets apart, below the last heading of the page.

    A class is that of headings where several blocks have it, all of them short and each over text
    or over a heading of another class. The larger is the higher; of one size, the first. Captions
    and quotations that are set apart alike are passed over.
    """
    looks = dict(_looks(rules))
    found: dict[str, list[Tag]] = defaultdict(list)
    for block in soup.find_all(["p", "div"]):
        name = _class_of(block, looks)
        if name and not _is_no_heading(block):
            found[name].append(block)
    heads = {id(block) for blocks in found.values() for block in blocks if _is_short(block)}
    names = [n for n, blocks in found.items() if _are_headings(n, blocks, heads)]
    ranked = sorted(names, key=lambda name: -looks.get(name, 1.0))
    levels = {id(block): n for n, name in enumerate(ranked, 1) for block in found[name]}
    last = 1
    for element in soup.find_all([*HEADINGS, "p", "div"]) if levels else ():
        if below := levels.get(id(element)):
            element.name = f"h{min(last + below, _DEEPEST)}"
        elif element.name in HEADINGS:
            last = int(element.name[1])


def _looks(rules: StyleRules) -> Iterator[tuple[str, float]]:
    """The classes that are bold or larger than the text, each with its size; the text's is 1."""
    for selector, style, is_conditional in rules:
        named = _SELECTOR.fullmatch(selector)
        said = _SIZE.search(style)
        try:
            size = float(said["size"]) * _UNITS[said["unit"].casefold()] if said else 1.0
        except ValueError:
            continue
        if (
            named
            and not is_conditional
            and (size > _LARGER or (_WEIGHT.search(style) and size >= 1))
        ):
            yield named["class"], size


def _class_of(block: Tag, looks: Iterable[str]) -> str | None:
    """The class that sets a block apart: its own, or that of the only span in it."""
    inside = [e for e in block.find_all(True, recursive=False) if e.name != "a"]
    classes = list(block.get("class") or ())
    if len(inside) == 1 and not any(e is not inside[0] and _has_words(e) for e in block.children):
        classes += inside[0].get("class") or ()
    return next((name for name in classes if name in looks or _CALLED.fullmatch(name)), None)


def _has_words(part: PageElement) -> bool:
    """Whether it has any text; no more than the first is looked at."""
    if isinstance(part, Tag):
        return next(part.stripped_strings, None) is not None
    return bool(part.get_text().strip())


def _is_no_heading(block: Tag) -> bool:
    """Whether a short block is a caption or a quotation that the page sets apart."""
    if not _is_short(block):
        return False
    words = " ".join(block.get_text(" ").split())
    beside = (block.find_previous_sibling(True), block.find_next_sibling(True))
    return (
        NAMES_DRAWN.match(words) is not None
        or _QUOTED.fullmatch(words) is not None
        or any(isinstance(e, Tag) and _has_no_caption(e) for e in beside)
    )


def _has_no_caption(e: Tag) -> bool:
    """Whether an element is a table without a caption of its own, or nothing but a picture."""
    if e.name == "table":
        return e.find("caption") is None and not lays_out(e)
    return (e.name == "img" or e.find("img") is not None) and not _has_words(e)


def _is_short(block: Tag) -> bool:
    """Whether a block may be a heading by itself."""
    words = " ".join(block.get_text(" ").split())
    return (
        0 < len(words) <= _LONGEST
        and len(words.split()) <= _WORDS
        and any(map(str.isalpha, words))
        and not _SENTENCE.search(words)
        and block.find(_BLOCKS) is None
        and block.find_parent(_ELSEWHERE) is None
    )


def _are_headings(name: str, blocks: list[Tag], heads: set[int]) -> bool:
    """Whether the blocks of a class are; where it says so itself, one may stand over little."""
    over = sum(_stands_over_text(block, heads) for block in blocks)
    fewest = _MOSTLY * len(blocks) if _CALLED.fullmatch(name) else len(blocks)
    return len(blocks) >= _FEWEST and over >= fewest and all(id(block) in heads for block in blocks)


def _stands_over_text(block: Tag, heads: set[int]) -> bool:
    after = block.find_next_sibling(True)
    if not isinstance(after, Tag) or after.name not in _BLOCKS:
        return False
    is_lower = id(after) in heads and after.get("class") != block.get("class")
    return is_lower or len(after.get_text().strip()) >= _LEAST_TEXT
