"""Telephone numbers and e-mail addresses in a text: a person decides whether they stay.

What was printed in public may still be somebody's own. Each is a finding until an editor has looked
at it. Either it is a body's and stays, with a stet that says so, or it is taken out.
"""

from collections.abc import Iterator
from dataclasses import replace

from consultations import patterns as re
from consultations.model.edition import Edition, Passage
from consultations.model.finding import Finding
from consultations.model.printed import source_intervals
from consultations.model.text import Interval

_EMAIL = re.compile(
    r"""
    (?<![\w.+-]) (?<!\w['’]) [\w.+-]{1,64} (?: ['’][\w.+-]{1,64} )?    # carol.hill, d.o'dunn
    @ [\w-]{1,63} (?:\.[\w-]{1,63}){1,5}    # @mail.example.org
    """,
    re.VERBOSE,
    needs="@",
)
_TELEPHONE = re.compile(
    r"""
    (?<![\w./=-])
    (?: \+[1-9][0-9]{0,2} [ -]? (?: \(0\) [ ]? )?    # +44 (0)1632 960118
      | \( 0[0-9]{1,5} \) [ ]?                       # (01632) 960118
      | 0 )                                          # 01632 960118
    [0-9] [0-9 .-]{4,14} [0-9] (?![\w-])
    """,
    re.VERBOSE,
)
_CALLED_SO = re.compile(
    r"""
    \b (?: tel | telephone | phone | mobile | fax ) \b [.:]? \s{0,3}    # Tel: 960118
    (?P<number> [0-9(+] [0-9 ().+-]{4,17} [0-9] ) (?![\w-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FEWEST, _MOST = 9, 15
"""Digits of a number without a word for telephone. A date has eight; E.164 allows fifteen."""
_BOOK = re.compile(r"\b(?:ISBN|ISSN|doi)\b[-:0-9 ]{0,6}\Z", re.IGNORECASE)


def with_personal_data_told(edition: Edition) -> Edition:
    """The edition with a finding for each e-mail address and telephone number in its text."""
    found = tuple(
        _finding(edition, passage, what, *place)
        for passage in edition.passages
        for what, place in personal_data(passage.text)
    )
    return replace(edition, findings=edition.findings + found) if found else edition


def personal_data(text: str) -> Iterator[tuple[str, Interval]]:
    """Each datum of a text with what it is, in order; no two overlap."""
    # By its place, so that a number which two patterns find is told once.
    found: dict[Interval, str] = {}
    for match in _EMAIL.finditer(text):
        found[match.span()] = "an e-mail address"
    for match in _CALLED_SO.finditer(text):
        found[match.span("number")] = "a telephone number"
    for match in _TELEPHONE.finditer(text):
        digits = sum(c.isdigit() for c in match[0])
        # An ISBN has as many digits, and may begin with 0 likewise.
        if _FEWEST <= digits <= _MOST and not _BOOK.search(text, 0, match.start()):
            found[match.span()] = "a telephone number"
    # Where what two patterns find overlaps, the one that begins first is told.
    end = 0
    for place, what in sorted(found.items()):
        if place[0] >= end:
            end = place[1]
            yield what, place


def _finding(edition: Edition, passage: Passage, what: str, start: int, end: int) -> Finding:
    intervals = source_intervals(edition, passage, start, end)
    printed = edition.source.text[intervals[0][0] : intervals[-1][1]]
    return Finding(
        code="personal-datum",
        severity="warning",
        what=f"{what} stands in the text: {passage.text[start:end]}",
        hint="a body's own, printed for the public: waive it with a stet; else take it out with "
        f"`consultations redact {edition.id} --passage {passage.id}`",
        place=edition.source.locate(intervals[0][0]),
        found=printed.split("\n")[0],
    )
