"""Links of a site beside the text: they lead to the pages before and after it, or send it on."""

from collections.abc import Iterator

from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.unseen import words_of

_TURNS = re.compile(
    r"""
    [«‹←<\s]*
    (?: (?: previous | prev | next | back | forward | up | contents | (?:back\ to\ )? top | home )
        (?:\ (?:page|section|chapter|article|part|of\ page))? [»›→>\s]*   # Next page ›
      | (?P<side> previous | next ) (?:\s*: | \b) .{0,120} )             # Next: The lamps
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Words of a link to another page of a site; where they name that page, both neighbours must be
linked."""
_SHARES = re.compile(
    r"(?:share|tweet|pin|e-?mail|print|post)"
    r"(?:\ (?:this|it|page|article)\b.{0,40}|\ (?:to|on|via)\ [A-Z][\w-]{0,20}|\ by\ e-?mail)?",
    re.IGNORECASE,
)
"""Words of a link that sends a page to others: `Share on Facebook`, `Email this page`."""
_SAYS_SO = re.compile(r"share|tweet", re.IGNORECASE)
ALL_LINKS = 0.9
"""Share of the words that are links, where links belong to a site."""


def site_links(chosen: Tag) -> Iterator[Tag]:
    """Where links lead to the pages beside this one, or share it, and nothing but links stands."""
    judged: dict[int, bool] = {}
    found: set[tuple[int, str]] = set()
    for link in chosen.find_all("a", href=True):
        sort = _sort_of(link)
        around = _around(link, chosen, judged) if sort else None
        if around is None or (id(around), sort) in found:
            continue
        found.add((id(around), sort))
        if (
            sort == "turns"
            or (sort == "neighbours" and _has_both_sides(around))
            or (sort == "shares" and _only_shares(around))
        ):
            yield around


def _sort_of(link: Tag) -> str:
    """Whether a link turns pages, names a neighbour of this one or shares it; else nothing."""
    pictures = (str(one.get("alt") or "") for one in link.find_all("img"))
    words = words_of(link) or " ".join(pictures).strip()
    if turns := _TURNS.fullmatch(words):
        return "neighbours" if turns["side"] else "turns"
    return "shares" if _SHARES.fullmatch(words) else ""


def _around(link: Tag, chosen: Tag, judged: dict[int, bool]) -> Tag | None:
    """The largest element around a link that has hardly anything but links.

    Args:
        link: it.
        chosen: the main part of the page.
        judged: of elements by their identity, what has been found: one may hold many links.
    """
    around = None
    for element in link.parents:
        if element is chosen:
            break
        if id(element) not in judged:
            words = letters_in(words_of(element))
            judged[id(element)] = linked_letters(element) >= ALL_LINKS * words
        if not judged[id(element)]:
            break
        around = element
    return around


def _only_shares(element: Tag) -> bool:
    """Whether all links of an element send the page to others, and one says so."""
    links = [words_of(link) for link in element.find_all("a")]
    return all(map(_SHARES.fullmatch, links)) and any(map(_SAYS_SO.match, links))


def _has_both_sides(element: Tag) -> bool:
    """Whether links of an element lead to the page before, and to the one after."""
    sides = (_TURNS.fullmatch(words_of(link)) for link in element.find_all("a"))
    return len({side["side"].lower() for side in sides if side and side["side"]}) > 1


def linked_letters(element: Tag) -> int:
    """How many letters and figures of an element's words are in links."""
    return sum(letters_in(words_of(a)) for a in element.find_all("a"))


def letters_in(words: str) -> int:
    """How many letters and figures words have: bars and arrows between links are none."""
    return sum(map(str.isalnum, words))
