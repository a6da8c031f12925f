"""Titles with a year after them, for works that the passage has named.

Three forms: in quotation marks with the year in brackets, "'Title' (2008)"; in one pair of brackets
with it, "(Title, Publisher, May 2008)"; and in a note, where no brackets are needed.
"""

from bisect import bisect_left
from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.citations.years import CitedYear
from consultations.model.annotation import Mention
from consultations.model.edition import Passage
from consultations.model.entity import Authority

_OPENING = ("'", "‘", '"', "“")
_BETWEEN = re.compile(r"[,.]?['’\"”][,.]? ?\(")
"""What stands between a title in quotation marks and its year: ”, ( or .’ ("""
_PARTS = re.compile(r"[;()]|\d{4}")
"""What ends the description of one work: the next one, brackets, another year."""
_MANY = 50
"""Among so many names before a year, the one that belongs to it is to be found."""
_TITLE_TO_YEAR = 80
"""In code points: publisher, place and month stand between."""


def quoted_title(
    text: str, year: CitedYear, named: Sequence[Mention], authority: Authority
) -> Mention | None:
    """The mention of a work, in quotation marks, to which a year in brackets belongs.

    Args:
        text: of the passage.
        year: a year in it.
        named: the passage's mentions, in reading order.
        authority: knows the works; one of another year is not meant.
    """
    if text[year.end : year.end + 1] != ")":
        return None
    last = bisect_left(named, year.start, key=lambda mention: mention.start)
    for mention in named[max(0, last - 1) : last]:
        work = authority.by_id[mention.entity]
        if (
            work.kind == "work"
            and work.year in (None, year.year)
            and text[mention.start - 1 : mention.start] in _OPENING
            and _BETWEEN.fullmatch(text, mention.end, year.start)
        ):
            return mention
    return None


def described_title(
    passage: Passage, year: CitedYear, named: Sequence[Mention], authority: Authority
) -> Mention | None:
    """The mention of a work whose description, in brackets or in a note, a year ends."""
    if year.opening is None and passage.kind != "footnote":
        return None
    since = -1 if year.opening is None else year.opening
    last = bisect_left(named, year.start, key=lambda mention: mention.start)
    for mention in reversed(named[max(0, last - _MANY) : last]):
        if (
            since < mention.start
            and 0 <= year.start - mention.end < _TITLE_TO_YEAR
            and not _PARTS.search(passage.text, mention.end, year.start)
            and authority.by_id[mention.entity].kind == "work"
        ):
            return mention
    return None
