"""What is kept of a passage, to know it again: how long it is, and words from three places.

The whole text is not kept, since the file of all ids would be as long as the edition. A digest of
it would be shorter, but would say of a passage that was mended only that it is another.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from consultations import patterns as re
from consultations.model.edition import Edition, Passage
from consultations.model.permalink import Permalink

_NOT_A_WORD = re.compile(r"[\W_]+")
EDGE = 6
"""Words that are kept of a passage's beginning, of its middle and of its end."""


def permalink_of(passage: Passage) -> Permalink:
    """A passage's id, with what is kept of its words."""
    words = words_of(passage.text)
    # A middle only where it is more than words of the two edges: from thirteen words on.
    opening, closing = " ".join(words[:EDGE]), " ".join(words[-EDGE:])
    middle = " ".join(words[(len(words) - EDGE) // 2 :][:EDGE]) if len(words) > 2 * EDGE else ""
    return Permalink(passage.id, "here", len(words), opening, closing, middle=middle)


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    accents = {c for c in set(folded) if unicodedata.combining(c)}
    bare = "".join(c for c in folded if c not in accents) if accents else folded
    return tuple(_NOT_A_WORD.sub(" ", bare).split())


def print_of(link: Permalink) -> tuple[int, str, str, str]:
    """What is compared: two passages of the same words have the same."""
    return link.words, link.opening, link.middle, link.closing


def with_middles(given: Sequence[Permalink], edition: Edition) -> Iterator[Permalink]:
    """The ids as they were given, each with a middle.

    Files that were written before the middle was kept have none. An id from such a file gets that
    of the passage which has the same beginning, end and length.
    """
    middles = {_edges(link): link.middle for link in map(permalink_of, edition.passages)}
    for link in given:
        is_old = link.words > 2 * EDGE and not link.middle
        yield replace(link, middle=middles.get(_edges(link), "")) if is_old else link


def _edges(link: Permalink) -> tuple[int, str, str]:
    return link.words, link.opening, link.closing
