"""Titles in quotation marks with a year in brackets after them: "'Title' (2008)"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from consultations.model.edition import Mention
from consultations.model.entity import Authority

_OPENING = ("'", "‘", '"', "“")
_BETWEEN = re.compile(r"[,.]?['’\"”][,.]? ?\(")
"""What stands between the title and the year."""


def dated_title(
    text: str, year: re.Match[str], named: Sequence[Mention], authority: Authority
) -> Mention | None:
    """The mention of a work, in quotation marks, to which a year in brackets belongs.

    Args:
        text: of the passage.
        year: a year in it.
        named: the passage's mentions, in reading order.
        authority: knows the works; one of another year is not meant.
    """
    last = bisect_left(named, year.start(), key=lambda mention: mention.start)
    for mention in named[max(0, last - 1) : last]:
        work = authority.by_id[mention.entity]
        if (
            work.kind == "work"
            and work.year in (None, int(year[1]))
            and text[mention.start - 1 : mention.start] in _OPENING
            and _BETWEEN.fullmatch(text, mention.end, year.start())
        ):
            return mention
    return None
