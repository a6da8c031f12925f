"""Where sentences begin, as far as their punctuation tells."""

import re
from functools import lru_cache

_END = re.compile(r"(?P<word>[\w.]*)(?P<end>[.?!…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:(?i:e\.g|i\.e|al|cf|dr|etc|mr|mrs|ms|no|p|pp|prof|st|viz|vol|vs)|[A-Z])$"
)
_FAR = 800
"""Longer sentences than this, in code points, begin somewhere in their midst."""
_OPENING = 4


@lru_cache(maxsize=256)
def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which this place of a text stands."""
    start = max(0, at - _FAR)
    # The capital with which the next sentence begins may stand after the place.
    for match in _END.finditer(text, start, min(len(text), at + _OPENING)):
        if match.end() <= at and (match["end"] != "." or not _ABBREVIATED.match(match["word"])):
            start = match.end()
    return start


def sentence_end(text: str, at: int) -> int:
    """Where the sentence ends in which this place of a text stands, its full stop included."""
    for match in _END.finditer(text, at, min(len(text), at + _FAR)):
        if match["end"] != "." or not _ABBREVIATED.match(match["word"]):
            return match.start() + len(match[0].rstrip())
    return min(len(text.rstrip()), at + _FAR)
