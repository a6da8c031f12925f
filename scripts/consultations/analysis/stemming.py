"""Stemming: what the inflections of an English word share."""

from functools import lru_cache

import snowballstemmer

from consultations import patterns as re
from consultations.analysis.contract import table

STEMMER = "snowball-english-3+inflected-1"
"""The algorithm and its major version, and the number of the table of words whose form no ending
tells: client/engine/analysis/stemmer.js follows the same."""

_INFLECTED = table("inflected")
_ENGLISH = snowballstemmer.stemmer("english")
# The algorithm knows no other letters, and counts them differently in Python and JavaScript.
_STEMMED = re.compile("[a-z']+")
_POSSESSIVE = re.compile(r"'(?:s'?)?\Z")
"""What the algorithm takes away first: women's and children's are forms of woman and child."""


@lru_cache(maxsize=1 << 16)
def stem(term: str) -> str:
    """The stem of a term; of one with other characters than a to z and the apostrophe, itself.

    Never empty: where the algorithm leaves nothing the term is its own stem.
    """
    if not _STEMMED.fullmatch(term):
        return term
    # The possessive is taken off only to look the word up. If the word is not in the table, the
    # algorithm gets the term as it is, and takes the possessive off itself.
    form = _INFLECTED.get(_POSSESSIVE.sub("", term), term)
    return str(_ENGLISH.stemWord(form)) or term
