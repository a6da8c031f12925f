"""What words are about, to know what other words are about the same."""

import re
from functools import lru_cache
from itertools import pairwise

from consultations.english.sentences import sentence_end, sentence_start
from consultations.english.small_words import SMALL_WORDS

MEMORY = 400
_STEM = 7
"""First letters of a word that show what it is about; its endings come after."""


@lru_cache(maxsize=MEMORY)
def topic(words: str) -> frozenset[str]:
    """The words that tell what is spoken of, without their endings."""
    found = re.findall(r"[^\W\d_]{4,}", words.casefold())
    return frozenset(word[:_STEM] for word in found if word not in SMALL_WORDS)


def pairs(words: str) -> frozenset[tuple[str, str]]:
    """The words that follow each other, small ones left out: what is spoken of in the same way."""
    found = [w for w in re.findall(r"[^\W\d_]{3,}", words.casefold()) if w not in SMALL_WORDS]
    return frozenset(pairwise(found))


def around(text: str, start: int, end: int) -> str:
    """The words of the sentence around text[start:end]."""
    return f"{text[sentence_start(text, start) : start]} {text[end : sentence_end(text, end)]}"
