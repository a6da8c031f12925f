"""Numbers of a text that may be markers of notes without their height."""

from bisect import bisect_right
from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.addresses import addresses
from consultations.english.dates import MONTH
from consultations.english.small_words import SMALL_WORD
from consultations.model.text import Interval
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
      | (?<=[^\W\d_A-Z]{{4}})               # the toll1
      | (?<=\d\d[.,;:)%])                   # in 2019.1
      | (?<=\d[%)][.,;:])                   # (of 2019).1
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

_NUMBERED = re.compile(
    r"\b(?:nos?|pp?|paras?|vols?|figs?|arts?|ss?|chs?|cls?|[qrv])\.\Z", re.IGNORECASE
)
"""What announces a number of something else: `No.1`."""

_TARGET = re.compile(r"\]\([^()\s]{1,2000}")

APART = re.compile(
    rf"""
    (?=[ \t\n\N{{NO-BREAK SPACE}}]) (?:
        (?P<after_point>
            (?<=[^\W_\d][,.;:?!)\]”’"'…])    # the toll. 1 It rose
          | (?<=[”’"')\]%][,.;:?!…])           # “the toll”. 1 It rose
          | (?<=[.,?!…][”’"')\]])              # “the toll.” 1 It rose
          | (?<=\d[.)%])                         # in 2019. 1 It rose
        )
      | (?<=[\w,;–—-])                         # the toll 1
    )
    (?P<blank>[ \t\N{{NO-BREAK SPACE}}]|\n)
    (?P<label>{NUMBER})
    (?=[\s)\]”’"'.,;:–—]|\Z)(?![.,:–-]\d|[ \t]\d|\s(?:{MONTH})\b)
    """,
    re.VERBOSE,
)
"""A number with a blank before it: a marker only where the row of notes says so."""

_PLACE = r"""
    pages? | pp? | paragraphs? | paras? | parts? | box(?:es)? | tables? | figures? | volumes?
  | sections? | chapters? | annex(?:es)? | appendix | appendices | articles? | col(?:umn)?s?
  | questions? | qq? | nos? | vol | items? | clauses? | recommendations?
"""
BEFORE_NUMBER = re.compile(rf"\b(?: {_PLACE} )\.?\s*\Z", re.VERBOSE | re.IGNORECASE)
"""What the number of a place in a text stands behind: `see Box`, `QQ`."""
_COUNTED = re.compile(
    rf"\b(?: {_PLACE} | age[ds]? | phase | {SMALL_WORD} )\.?\s?\Z", re.VERBOSE | re.IGNORECASE
)
"""What a number of something else stands behind: `see Box 7`, `in 2 weeks`."""
LONGEST_BEFORE_NUMBER = 16
"""Code points in which that stands."""


def flat_markers(text: str) -> Iterator[CandidateMarker]:
    """Every number of a text that stands where a marker without its height would.

    What stands inside an address, or in a marker that has its form, is none.
    """
    taken = sorted([*_targets(text), *(match.span() for match in MARKED.finditer(text))])
    starts = [start for start, _ in taken]
    for match in FLAT.finditer(text):
        start, end = match.span("label")
        i = bisect_right(starts, start) - 1
        if i >= 0 and start < taken[i][1]:
            continue
        if match["label"][0] != "0" and not _NUMBERED.search(text[max(0, start - 8) : start]):
            weight = 1.0 if match["after_point"] is not None else 0.5
            yield CandidateMarker(match["label"], "flat", start, end, weight=weight)


def _targets(text: str) -> Iterator[Interval]:
    """Where addresses stand, and what Markdown's links lead to."""
    yield from ((start, end) for start, end, _ in addresses(text))
    yield from (match.span() for match in _TARGET.finditer(text))


def apart_markers(text: str) -> Iterator[CandidateMarker]:
    """Every number of a text that may be a marker with a blank before it."""
    for match in APART.finditer(text):
        start, end = match.span("label")
        if text[start] == "0" or _COUNTED.search(
            text[max(0, start - LONGEST_BEFORE_NUMBER) : start]
        ):
            continue
        if match["blank"] != "\n":
            start = match.start()
        weight = 1.0 if match["after_point"] is not None else 0.5
        yield CandidateMarker(match["label"], "flat", start, end, weight=weight)
