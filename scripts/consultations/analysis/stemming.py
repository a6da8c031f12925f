"""Stemming: what the inflections of an English word share."""

import re
from functools import lru_cache

import snowballstemmer

STEMMER = "snowball-english-3"
"""The algorithm's name and major version: client/engine/analysis/stemmer.js follows the same."""

_ENGLISH = snowballstemmer.stemmer("english")
# The algorithm knows no other letters, and counts them differently in Python and JavaScript.
_STEMMED = re.compile("[a-z']+")


@lru_cache(maxsize=1 << 16)
def stem(term: str) -> str:
    """The stem of a term; of one with other characters than a to z and the apostrophe, itself.

    Never empty: where the algorithm leaves nothing the term is its own stem.
    """
    if not _STEMMED.fullmatch(term):
        return term
    return str(_ENGLISH.stemWord(term)) or term
