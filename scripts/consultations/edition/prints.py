"""What is kept of a passage, to know it again: how long it is, and words from three places."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from consultations.model.edition import Edition, Passage
from consultations.model.permalink import Permalink

_NOT_A_WORD = re.compile(r"[\W_]+")
EDGE = 6
"""Words that are kept of a passage's beginning, of its middle and of its end."""


def permalink_of(passage: Passage) -> Permalink:
    """A passage's id, with what is kept of its words."""
    words = words_of(passage.text)
    opening, closing = " ".join(words[:EDGE]), " ".join(words[-EDGE:])
    middle = " ".join(words[(len(words) - EDGE) // 2 :][:EDGE]) if len(words) > 2 * EDGE else ""
    return Permalink(passage.id, "here", len(words), opening, closing, middle=middle)


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return tuple(_NOT_A_WORD.sub(" ", bare).split())


def print_of(link: Permalink) -> tuple[int, str, str, str]:
    """What two passages of the same words have in common."""
    return link.words, link.opening, link.middle, link.closing


def with_middles(given: Sequence[Permalink], edition: Edition) -> Iterator[Permalink]:
    """The ids as they were given; the middle, where it was not kept yet, of an equal passage.

    Before the middle was kept, beginning, end and length had to do.
    """
    middles = {_edges(link): link.middle for link in map(permalink_of, edition.passages)}
    for link in given:
        is_old = link.words > 2 * EDGE and not link.middle
        yield replace(link, middle=middles.get(_edges(link), "")) if is_old else link


def _edges(link: Permalink) -> tuple[int, str, str]:
    return link.words, link.opening, link.closing
