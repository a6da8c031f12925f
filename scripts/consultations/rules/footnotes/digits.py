"""Numbers of a text that may be markers of notes without their height."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.english.addresses import addresses
from consultations.english.dates import MONTH
from consultations.english.small_words import SMALL_WORD
from consultations.model.text import Interval
from consultations.rules.footnotes.apart import weight_apart
from consultations.rules.footnotes.forms import MARKED, CandidateMarker
from consultations.rules.footnotes.labels import NUMBER

FLAT = re.compile(
    rf"""
    (?=\d) (?:    # first, since most places are before no digit
        (?P<after_point>
            (?<=[^\W_\d][.,;:?!)\]”’"'…»])  # the toll.1
          | (?<=[”’"')\]»][.,;:?!…])        # “the toll”.1
          | (?<=[.,;?!…][”’"')\]»])         # “the toll.”1
          | (?<=\s[:;])                     # the toll :1
        )
      | (?<=[^\W\d_A-Z]{{3}})               # the toll1
      | (?<=\d\d[.,;:)%])                   # in 2019.1
      | (?<=\d[%)][.,;:])                   # (of 2019).1
      | (?<=[^\W\d_]\d\.) (?={NUMBER}(?:\s+["'“‘(]?[A-Z]|\s*\Z|\s*\n\s*\n))  # of LUX2.1 It rose
      | (?: (?<=[.,;:?!)\]”’"']\n)
          | (?<=[.,;:?!)\]”’"'][\r ]\n)
        ) (?={NUMBER}(?:[ ][^\W_\d]|\s))    # the toll. 1 It rose, where a line begins with the 1
    )
    (?P<label>{NUMBER})
    (?=[\s)\]”’"'.,;:–—]|\Z)(?![.,:]\d)
    """,
    re.VERBOSE,
)
"""Digits that may be a marker without its height."""
_FLAT_LETTERS = re.compile(
    r"""
    (?P<after_point> (?<=[^\W\d_][.,;:?!)\]”’"'])        # the toll.iv
      | (?<=\d\d[.,;:?!)%])                               # in 2019.iv
      | (?<=[.,;:?!)][”’"')\]])                            # “the toll”.iv
      | (?<=[”’"')\]][.,;:?!]) )                           # (the toll).iv
    (?P<label> [ivxl]{1,6} (?=[\s)\]”’"']|\Z)
      | [a-z] (?=\s+["'“‘(]?[A-Z]|\s*\Z|\s*\n\s*\n) )      # the toll.b It rose
    """,
    re.VERBOSE,
)
"""A Roman number, or a letter at the end of a sentence, that may be one."""

NUMBERED = re.compile(
    r"\b(?:nos?|pp?|paras?|vols?|figs?|arts?|ss?|chs?|cls?|[qrv])\.\Z", re.IGNORECASE
)
"""What announces a number of something else: `No.1`."""

_TARGET = re.compile(r"\]\([^()\s]{1,2000}")

APART = re.compile(
    rf"""
    (?=[ \t\n]) (?:
        (?P<after_point>
            (?<=[^\W_\d][,.;:?!)\]”’"'…])    # the toll. 1 It rose
          | (?<=[”’"')\]%][,.;:?!…])           # “the toll”. 1 It rose
          | (?<=[.,?!…][”’"')\]])              # “the toll.” 1 It rose
          | (?<=\d[.)%])                         # in 2019. 1 It rose
        )
      | (?<=[\w,;–—-])                         # the toll 1
    )
    (?P<blank>[ \t]|\n)
    (?P<label>{NUMBER})
    (?=[\s)\]”’"'.,;:–—]|\Z)(?![.,:–-]\d|[ \t]\d|\s(?:{MONTH})\b)
    (?P<before_stop> [ \t]+ (?=[.,;:](?:\s|\Z)) )?   # the toll 1 , which rose
    """,
    re.VERBOSE,
)
"""A number with a blank before it: a marker only where the row of notes says so."""

GLUED = re.compile(
    rf"""
    (?: (?<=[^\W\d_]{{2}})                           # the Act6
      | (?<=\b1[5-9]\d\d) | (?<=\b20\d\d) )        # until 18362
    (?P<label>{NUMBER})(?=[\s)\]”’"'.,;:–—]|\Z)(?![.,:]\d)
    """,
    re.VERBOSE,
)
"""Digits at the end of a word or a year: a marker only where one is missing right there."""

_PLACE = r"""
    (?: pages? | paragraphs? | parts? | box(?:es)? | tables? | figures? | volumes? | sections?
      | chapters? | annex(?:es)? | appendix | appendices | articles? | columns? | questions?
      | items? | clauses? | recommendations? )
  | (?: pp? | paras? | cols? | qq? | nos? | vols? ) \.?
"""
"""A place in a text, or its short form. After a whole word a point ends a sentence."""
BEFORE_NUMBER = re.compile(rf"\b(?: {_PLACE} )\s*\Z", re.VERBOSE | re.IGNORECASE)
"""What the number of a place in a text stands behind: `see Box`, `QQ`."""
_COUNTED = re.compile(
    rf"\b(?!(?-i:{MONTH})\b)(?: {_PLACE} | age[ds]? | phase | {SMALL_WORD} )\s?\Z",
    re.VERBOSE | re.IGNORECASE,
)
"""What a number of something else stands behind: `see Box 7`, `in 2 weeks`."""
LONGEST_BEFORE_NUMBER = 16
"""Code points in which that stands."""

SEQUENCE = 3
"""So many markers without their height that count on are findings where they call nothing.

So many that call the bodies of one run are believed, each one's weight aside."""
_OPEN_ROWS = 20
"""So many rows of digits, begun last, may be gone on with."""


def flat_markers(text: str) -> Iterator[CandidateMarker]:
    """Every number of a text that stands where a marker without its height would.

    What stands inside an address, or in a marker that has its form, is none. Of Roman numbers
    and letters only those are that stand behind a stop.
    """
    for match in _free(text, [*FLAT.finditer(text), *_FLAT_LETTERS.finditer(text)]):
        start, end = match.span("label")
        if match["label"][0] != "0" and not NUMBERED.search(text[max(0, start - 8) : start]):
            weight = 1.0 if match["after_point"] is not None else 0.5
            yield CandidateMarker(match["label"], "flat", start, end, weight=weight)


def glued_markers(text: str) -> Iterator[CandidateMarker]:
    """Every number at the end of a word or a year, which may be a marker or a part of it.

    What stands inside an address, or in a marker that has its form, is none.
    """
    for match in _free(text, list(GLUED.finditer(text))):
        if match["label"][0] != "0":
            yield CandidateMarker(match["label"], "flat", *match.span("label"), weight=0.5)


def _free(text: str, found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of some matches whose label stands in no address and in no marker with its form."""
    taken = sorted([*_targets(text), *(match.span() for match in MARKED.finditer(text))])
    starts = [start for start, _ in taken]
    for match in found:
        start = match.start("label")
        i = bisect_right(starts, start) - 1
        if i < 0 or start >= taken[i][1]:
            yield match


def _targets(text: str) -> Iterator[Interval]:
    """Where addresses stand, and what Markdown's links lead to."""
    yield from ((start, end) for start, end, _ in addresses(text))
    yield from (match.span() for match in _TARGET.finditer(text))


def apart_markers(text: str) -> Iterator[CandidateMarker]:
    """Every number of a text that may be a marker with a blank before it."""
    for match in APART.finditer(text):
        start, end = match.start("label"), match.end()
        if text[start] == "0" or _COUNTED.search(
            text[max(0, start - LONGEST_BEFORE_NUMBER) : start]
        ):
            continue
        if match["blank"] != "\n":
            start = match.start()
        is_parted = match["after_point"] is not None or match["before_stop"] is not None
        weight = 1.0 if is_parted else 0.5
        yield CandidateMarker(match["label"], "flat", start, end, weight=weight)


_ROUND = re.compile(
    r"""
    (?<=[\w.,;:?!”’)]) (?: [ \t]{0,2} | [ ]?\n(?=[(\[](?:see|f|e|n)) )
    (?: [(\[]see\s (?=[fen]) | \( )
    (?: (?P<name>(?:foot|end)?note|fn)\.?\s )?              # the toll (see note 1)
    (?P<label>[1-9]\d{0,2}|[ivxl]{1,6}|(?<=[^\s(]\()[a-rt-z])  # (1), the toll(a), not boat(s)
    [)\]] (?=[\s.,;:?!)]|\Z)
    """,
    re.VERBOSE | re.IGNORECASE,
    needs="([",
)


def round_markers(text: str) -> Iterator[CandidateMarker]:
    """Every number in round brackets behind a word: `the toll (1)`, `the toll (iv)`."""
    for match in _ROUND.finditer(text):
        start, end = match.span()
        is_close = text[start] == "(" or match["name"]
        weight = 1.0 if is_close else weight_apart(text, start, end)
        yield CandidateMarker(match["label"].lower(), "round", start, end, weight=weight)


def counting_on(digits: Sequence[CandidateMarker]) -> list[CandidateMarker]:
    """Digits without height that count on: from 1, or else the first that are enough."""
    rows: list[list[CandidateMarker]] = [[]]
    for marker in digits:
        if marker.weight < 1 or not marker.label.isdigit():
            continue
        number = int(marker.label)
        row = next((row for row in rows if row and number == int(row[-1].label) + 1), None)
        if row is not None:
            row.append(marker)
        elif number == 1 and not rows[0]:
            rows[0].append(marker)
        else:
            rows[1:] = [*rows[1:][-_OPEN_ROWS:], [marker]]
    long = (row for row in rows if len(row) >= SEQUENCE)
    return rows[0] or next(long, [])
