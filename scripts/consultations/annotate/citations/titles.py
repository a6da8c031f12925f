"""Titles with a year after them, for works that the passage has named.

Three forms: right before the brackets that the year is in, "'Title' (2008)", "Title (Publisher,
2008)"; in one pair of brackets with it, "(Title, Publisher, May 2008)"; and in a note, where no
brackets are needed.
"""

from bisect import bisect_left
from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.citations.years import CitedYear
from consultations.model.annotation import Mention
from consultations.model.edition import Passage
from consultations.model.entity import Authority

_OPENING = ("'", "‘", '"', "“")
_BETWEEN = re.compile(r"(?P<mark>[,.]?['’\"”])?[,.]? ?\(")
"""What stands between a title and the brackets with its year: ”, ( or .’ ("""
_MARK = re.compile(r"[\"“”‘]")
_ENDS = re.compile(r"[),;:]")
"""What follows the year of a work in brackets, or its pages."""
_PARTS = re.compile(r"[;()]|\d{4}")
"""What ends the description of one work: the next one, brackets, another year."""
_MANY = 50
"""How many names before a year are tried as its author."""
_TITLE_TO_YEAR = 80
"""Code points: publisher, place and month may stand between the title and the year."""


def title_before(
    text: str, year: CitedYear, named: Sequence[Mention], authority: Authority
) -> tuple[int, str] | None:
    """Where a title begins, mark and all, that stands right before a year's brackets; and its work.

    Without marks, or with more than a year in the brackets, the work must be known to be of that
    year: others may be cited in brackets behind a title.

    Args:
        text: of the passage.
        year: a year in it.
        named: the passage's mentions, in reading order.
        authority: knows the works; one of another year is not meant.
    """
    if year.opening is None or not _ENDS.match(text, year.end):
        return None
    if _MARK.search(text, year.opening, year.start):
        return None  # Lamps Act 2009 (“the 2009 Act”)
    last = bisect_left(named, year.opening, key=lambda mention: mention.start)
    for mention in named[max(0, last - 1) : last]:
        work = authority.by_id[mention.entity]
        between = _BETWEEN.fullmatch(text, mention.end, year.opening + 1)
        if not between or work.kind != "work":
            continue
        marked = bool(between["mark"]) and text[mention.start - 1 : mention.start] in _OPENING
        alone = year.opening + 1 == year.start and text[year.end : year.end + 1] == ")"
        may_be = work.year is None and marked and alone
        if may_be or (work.year == year.year and (marked or " " in mention.text)):
            return mention.start - marked, work.id
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
