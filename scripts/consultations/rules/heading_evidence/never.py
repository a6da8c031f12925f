"""Kinds of lines that are never headings, whatever stands below them."""

from consultations import patterns as re
from consultations.english.addresses import has_address
from consultations.english.letter_words import VALEDICTION, bounds_notice, greets
from consultations.english.replies import is_short_reply
from consultations.rules.heading_evidence.words import is_person
from consultations.rules.layout import FOLIO
from consultations.rules.prose import turns_over

_IMPRINT = re.compile(
    r"""
    (?:first[ ]|last[ ]|re-?)?
    (?:published|printed|ordered|presented|updated|issued|laid|revised|amended|posted)
    (?: \s? :                                                   # Last updated: 9 June 1902
      | [ ] (?= (?:on|in|to|by|at|before|the)\b | \d | [A-Z][a-z]+[ ]\d ) )
    .{0,120} \b(?:1[6-9]|20)\d\d\b .{0,20}         # Ordered to be printed 4 May 1902
    | printed[ ](?:on|in|by|at)\b .{0,160}           # Printed on paper that was used before
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line that says when something was printed or published."""
_REFERRED_TO = re.compile(r"\((?:[A-Z]{2,6}[ -]?\d{1,4}[A-Za-z]?(?:,\s)?){1,6}\)\Z")
"""What follows each name in a list of evidence: `Lamp Board (LB 12)`."""
_BYLINE = re.compile(
    r"""
    (?: (?:written|reported|reviewed|edited|compiled|interviewed|translated|illustrated
          |a[ ]report|report|review|words|story|pictures|photographs?|interview) [ ] )?
    by [ ]+ (?P<first> \S.{2,50}? )                  # By Ann Moss
    (?: [ ]+ (?:and|&) [ ]+ (?P<second> \S.{2,50}? ) )?   # Words by Ann Moss and Tom Bell
    (?P<day> [ ]?[-–—|,•·][ ] .{0,12} \b\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]{2,8},?[ ]\d{4} )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_TABLE = re.compile(
    r"""
      (?: sources? | (?: (?:un)?weighted [ ] )? base ) \s? : \s? \S.*   # Source: our count
    | (?: base \s )? \(? n \s? = \s? \d[\d,]* \)?                    # n = 61
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line under a table that says where its numbers come from."""
_OF_CHANGE = re.compile(r".*[^\s\d] [-+−±]\d[\d.,]*\s?%?")
"""Words and the amount of a change, as a row of a table has them: `Tolls are to fall -0.4%`."""
_OF_BOOK = re.compile(
    r"""
    .* \b\d{1,4} \s? (?:pp\b\.?|pages\b) .*                  # Quay Press, 212 pp, hardback
    | .* [,;] \s* (?:[£$€]|\b(?:GBP|EUR|USD)\s?) \d+ (?:\.\d\d)? \W*  # Quay Press, £9.50
    """,
    re.VERBOSE,
)
"""The pages or the price of a book, in a review of it."""
_OF_ARTICLE = re.compile(
    r"key[ ]?words?\s?[:–—] .* | \(?received\b .{0,60} \b(?:accepted|revised)\b .* | doi\s?: .*",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines that a journal prints before an article: `Keywords: lamps, piers`."""
_OF_ANSWER = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:response|reply|answer)\s?:(?P<value>.*)", re.IGNORECASE
)
"""The label of what stands under it: `Response:`, `The board’s reply: Agreed`."""
_OF_MINUTES = re.compile(
    r"""
      (?: It | There | They | We | None ) [ ] (?: was | were | had ) [ ] [a-z] .*  # It was agreed
    | (?=.*[a-z]) .+ [ ] (?: ACCEPTED | ADOPTED | AGREED | APPROVED | CONFIRMED | CONSIDERED
        | DISCUSSED | ENDORSED | NOTED | RATIFIED | RECEIVED | RECOMMENDED | RESOLVED ) \b .*
                                                                     # The board NOTED the report
    """,
    re.VERBOSE,
)
"""A sentence of minutes that has no full stop."""
_OF_SERIES = re.compile(
    r"(?:C|Cd|Cmd|Cmnd|Cm|CP|HC|HL(?: Paper)?|SP Paper)\.? \d{1,4}(?:-[IVX]{1,4})?"
)
"""The number of a parliamentary paper in its series: CP 297, HL Paper 12."""
_YEARS = re.compile(r"(?:1[6-9]|20)\d\d(?:\s?[-–—/]\s?(?:\d\d){1,2})?")
_CODE_DIGITS = 5
"""A line of capitals and digits with at least this many digits is a printer's code."""


def is_no_heading(words: str) -> bool:
    """Whether the words are of a kind that is never a heading.

    They are a remark in brackets, a part of a quotation that other lines go on with, a printer's
    code or a paper's number in its series, have an address or the number of a piece of evidence,
    say when something was printed or by whom it was written, open or close a letter, belong to a
    table or to a book under review, number a page, say on which one a text goes on or that an
    answer stands below, or tell what was done, as minutes do.
    """
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return True
    if words.startswith(("(", "[")) or _REFERRED_TO.search(words):
        return True
    sorts = (
        *(_IMPRINT, _OF_ARTICLE, _OF_BOOK, _OF_CHANGE, _OF_MINUTES, _OF_SERIES, _OF_TABLE),
        *(FOLIO, VALEDICTION),
    )
    tells = (bounds_notice, greets, has_address, labels_answer, turns_over)
    return any(sort.fullmatch(words) for sort in sorts) or any(
        told(words) for told in (*tells, _is_byline, _is_printers_code)
    )


def labels_answer(words: str) -> bool:
    """Whether a line is the label of an answer, and says no more than the answer's result."""
    label = _OF_ANSWER.fullmatch(words)
    return label is not None and (not label["value"] or is_short_reply(label["value"]))


def _is_printers_code(words: str) -> bool:
    """Whether a line is a printer's code for a piece: `ID 20317 06/03`, `Dd 8400112 C10`.

    Years make no code: `2010–11` may head a part, and `FY 2010/11 and 2011/12`.
    """
    rest = _YEARS.sub("", words)
    digits = sum(map(str.isdigit, rest))
    return digits >= _CODE_DIGITS and digits * 2 > sum(map(str.isalnum, rest))


def _is_byline(words: str) -> bool:
    """Whether the words say who wrote what stands under them, and nothing else."""
    byline = _BYLINE.fullmatch(words)
    if byline is None:
        return False
    names = [name for name in byline.group("first", "second") if name]
    return byline["day"] is not None or all(is_person(name) for name in names)
