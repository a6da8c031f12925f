"""The title of a page, told by a class, by its place, or by the page's own name."""

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.elements import HEADINGS

_TITLE = "p.MsoTitle, p.title, h1.title"
_SPACE = re.compile(r"\A[^:\n]{1,80}\ :\ (?=\S)")
_FRONT = 12
"""Paragraphs among which the title of a page without headings stands."""
_PARTS_TITLE = re.compile(r"\s*(?:[|»:–—-]|$)")
"""What parts a title from the name of its site."""
_SUBTITLE = re.compile(r"^(?:[\w-]*[-_])?subtitle$")


def set_title(soup: BeautifulSoup) -> None:
    """A title that is a paragraph becomes the one highest heading, a subtitle a paragraph."""
    for heading in soup.find_all(["h2", "h3", "h4"], class_=_SUBTITLE):
        heading.name = "p"
    for heading in soup.select("h1.pagetitle > #title-text"):
        # Confluence writes the name of the space before that of the page.
        heading.string = _SPACE.sub("", heading.get_text().strip(), count=1)
    _move_title_in(soup)
    title = _titled(soup) or _named_title(soup)
    if title is None:
        return
    if any(heading is not title for heading in soup.find_all("h1")):
        for heading in soup.find_all(HEADINGS[:-1]):
            heading.name = f"h{int(heading.name[1]) + 1}"
    title.name = "h1"


def _move_title_in(soup: BeautifulSoup) -> None:
    """Put a page's only highest heading inside its main part, where it stands before that."""
    main, headings = soup.find("main"), soup.find_all("h1", limit=2)
    if not isinstance(main, Tag) or len(headings) != 1 or headings[0].find_parent("main"):
        return
    named = " ".join(soup.title.get_text().split()) if soup.title else ""
    words = " ".join(headings[0].get_text().split())
    if words and _is_named(words, named) and main in headings[0].find_all_next("main", limit=1):
        main.insert(0, headings[0].extract())


def _titled(soup: BeautifulSoup) -> Tag | None:
    """What a class calls the title; but a paragraph under a heading is the title of a box."""
    title = soup.select_one(_TITLE)
    if title is None or (title.name == "p" and title.find_previous(HEADINGS) is not None):
        return None
    return title


def _named_title(soup: BeautifulSoup) -> Tag | None:
    """What has the words of the page's title: a paragraph before all headings, or the first one.

    Writer saves the one, and a title with its site behind it is that of a page whose sections are
    of the first level too: "Of lamps | Quay".
    """
    named = " ".join(soup.title.get_text().split()) if soup.title else ""
    if not named:
        return None
    first = soup.find(HEADINGS)
    front = soup.find_all("p", limit=_FRONT)
    if isinstance(first, Tag):
        words = " ".join(first.get_text().split())
        if first.name == "h1" and words and _is_named(words, named, fewest=1):
            return first
        front = first.find_all_previous("p")
    before = [(" ".join(p.get_text().split()), p) for p in front]
    stated = [one for one in before if _is_named(one[0], named)]
    if not stated:
        return None
    words, title = max(stated, key=lambda one: len(one[0]))
    title.string = words  # They are bold, as those of a heading are without being so.
    return title


def _is_named(words: str, named: str, fewest: int = 2) -> bool:
    """Whether a title is exactly these words, or these and the name of a site."""
    begins = named.startswith(words) and _PARTS_TITLE.match(named.removeprefix(words)) is not None
    return words == named or (begins and len(words.split()) >= fewest)
