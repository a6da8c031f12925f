"""The date that a text proposes for its record, and whether it is clearly the document's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from consultations import patterns as re
from consultations.english.dates import MONTH, iso_date
from consultations.model.text import squeeze

_DATE = re.compile(
    rf"""
    (?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?  # 4 May 1999; 4th of May is not looked for
    \b(?P<month>{MONTH})\b,?\s+                   # May 1999
    (?P<year>(?:19|20)\d\d)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.])")
_PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")
_HEADING = re.compile(r"#{1,6} ")
_LISTED = re.compile(r"\||[-*+•] |\d+[.)] ")
"""The beginning of a row of a table or an item of a list: a date there belongs to it alone."""
_ANOTHER_DAY = re.compile(r"\b(?:clos(?:es|ing)|deadline|until|expir\w+|due)\b", re.IGNORECASE)
"""Words before a deadline, which is not the date of the document."""
_ITS_PUBLICATION = re.compile(
    r"""
    \b(?:It|This\ (?:[\w-]+\ ){1,4})   # It was …; This report was …; This second report was …
    \ ?(?:was|is)\ (?:first\ )?published
    \ (?:on|in)\ $
    """,
    re.VERBOSE,
)
_SHORT = 8
"""Words of a line that can stand apart, as on a title page or at the end of a letter's head. A line
of running text has more."""
_SENTENCE = 4
"""A text with more words and a full stop at its end is a sentence."""
_AROUND = 60
"""Code points before a date that are shown, and that may say what was published."""


@dataclass(frozen=True)
class ProposedDate:
    """A date as precise as it is printed, in ISO 8601."""

    date: str
    sentence: str | None
    """The words up to the date, where it stands in running text and may date something else; None
    where it stands by itself or is said to be the day of publication."""


def proposed_date(front: str) -> ProposedDate | None:
    """The date of a document, from the beginning of its text.

    A date set apart from running text comes first, then the day on which the document says that it
    was published, then whatever date is first.

    Args:
        front: the first pages, in Markdown or plain text.
    """
    found = [
        (match, iso)
        for match in _DATE.finditer(front)
        if (iso := iso_date(match["year"], match["month"], match["day"]))
    ]
    if not found:
        return None
    apart = list(_set_apart(front))
    for match, iso in found:
        if any(start <= match.start() < end for start, end in apart):
            return ProposedDate(iso, None)
    for match, iso in found:
        if _ITS_PUBLICATION.search(f"{squeeze(_before(front, match))} "):
            return ProposedDate(iso, None)
    match, iso = found[0]
    return ProposedDate(iso, squeeze(_before(front, match) + match[0]))


def year_of(title: str) -> str | None:
    """The latest year that a title names."""
    return max(_YEAR.findall(title), default=None)


def _before(text: str, match: re.Match[str]) -> str:
    """The words before a date in its paragraph, from the nearest ones back."""
    start = max(0, match.start() - _AROUND)
    words = text[start : match.start()]
    if "\n\n" in words:
        return words.rpartition("\n\n")[2]
    # The first word is cut where it does not begin here.
    return words if start == 0 else words.partition(" ")[2]


def _set_apart(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand, in code points, that are headings or a few short lines."""
    for paragraph in _PARAGRAPH.finditer(text):
        words = paragraph[0]
        is_sentence = words.rstrip("*_ ").endswith(".") and len(words.split()) > _SENTENCE
        is_short = max(len(line.split()) for line in words.split("\n")) <= _SHORT
        if _LISTED.match(words) or _ANOTHER_DAY.search(words):
            continue
        if _HEADING.match(words) or (is_short and not is_sentence):
            yield paragraph.span()
