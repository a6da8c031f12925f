"""Titles of works in a note or a reference: between marks, or between authors and a publisher."""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.kinds import COMPANY, NAMED_BODY
from consultations.english.listed_names import FAMILY
from consultations.english.name_parts import CAPITAL
from consultations.model.text import Interval

_DESCRIBED = re.compile(
    r"""
    (?: ^ | [,.)] \s | :\s )                                  # after the authors, or the year
    (?: [“‘] (?P<curled> [^“”‘\n]{6,150}? ) [.,]? [”’]
      | ' (?P<single> [^'\n]{6,150} ) [.,]? '
      | " (?P<double> [^"\n]{6,150} ) [.,]? " )
    [,.]? \s (?: in:? \s )? (?= [“‘'"(]? [^\W\d_a-z] | \(?\d )      # in what, or of which year
    """,
    re.VERBOSE,
)
"""Of a note or a reference: the title between marks, whatever capitals it has."""
_NAME = rf"(?:{CAPITAL}\.[ ]?|{CAPITAL}[\w’'-]*+[ ]){{0,3}}{FAMILY}"
_NOTED = re.compile(
    rf"""
    (?: \A | [;:.][ ] | \b(?P<sent>(?:[Ss]ee|[Cc]f\.?|[Ii]n)[ ](?:also[ ])?) )
    (?! (?:[Ss]ee|[Ii]n)[ ] )
    (?: {_NAME} (?: ,[ ] {_NAME} ){{0,3}} (?: ,?[ ] (?:and|&) [ ] {_NAME} )? ) ,[ ]
    (?P<title> {CAPITAL} [^.;()“”‘"\n]{{5,150}}? ) [ ]
    \( (?: \d\w{{1,3}}[ ]edn?\.?,[ ] )? {CAPITAL} [^()\d;]{{2,60}}? ,?[ ] (?:1[5-9]|20)\d\d \)
    """,
    re.VERBOSE,
)
"""Of a note: Moss and B Reed, Piers and Lamps (2nd edn, Pier Press 2004)."""
_NO_TITLE = re.compile(
    rf"(?:.+ )?(?:{NAMED_BODY}|{COMPANY})\Z|(?:\S+ )?(?:{NAMED_BODY})\b|.+, [A-Z]+\Z"
)
"""A body, with its short form or without, whose work has no title here."""


def titles_in_note(text: str) -> Iterator[Interval]:
    """Where titles stand in a note or a reference, whatever capitals they have."""
    for match in _DESCRIBED.finditer(text):
        group = match.lastgroup or ""
        words = match[group].rstrip(" ,.")
        yield match.start(group), match.start(group) + len(words)
    yield from titles_referred_to(text, only=False)


def titles_referred_to(text: str, *, only: bool = True) -> Iterator[Interval]:
    """Where titles stand between their authors and their publisher, as notes have them.

    Args:
        text: of a passage.
        only: whether the reader must be sent to each, as in a text: see Moss, Piers (Pier Press
            2004).
    """
    for match in _NOTED.finditer(text):
        if not _NO_TITLE.match(match["title"]) and (match["sent"] or not only):
            yield match.span("title")
