"""Lines of names, each with the number of the office that is told below: `Ann Moss1, Bo Reed1,2`.

Their digits stand where raised ones were, and nothing but the form of the whole line tells that: it
holds names of two words or more, every one with a number stuck to it, and nothing else, and lines
with numbers stand right under it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.model.text import Interval
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.paragraphs import Paragraph
from consultations.rules.footnotes.zones import Zone

_LONGEST = 600
"""Code points of such a line, or of a few of them."""
_FEWEST = 2
"""Names; one alone may be what has the number: `Harbour Act1`."""
_BETWEEN = re.compile(r"[,;]?\s+(?:and|&)\s+|[,;]\s+")
_NAMED = re.compile(
    r"""
    \s* [^\W\d_a-z][^\s\d]* (?:\s+[^\s\d]+){0,4}? \s+ [^\W\d_a-z][^\s\d.]+    # Ann van Moss
    (?P<labels> [1-9]\d? (?:,[1-9]\d?){0,5} ) [*†‡]?                               # 1,3*
    (?: \s* \([^()\d]{1,40}\) )? \s*                                            # (clerk)
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"\d+")


def author_markers(
    text: str, printed: Sequence[Paragraph], zones: Iterable[Zone]
) -> Iterator[CandidateMarker]:
    """The numbers stuck to names in the paragraphs of a text that are lines of such names.

    Args:
        text: with its lines as they are.
        printed: its paragraphs.
        zones: of the text, of which one must stand right under such a paragraph.
    """
    starts = {zone.start for zone in zones}
    for paragraph, below in pairwise(printed):
        if below.start in starts and paragraph.end - paragraph.start <= _LONGEST:
            named = [_NAMED.fullmatch(text, *part) for part in _parts(text, paragraph)]
            found = [match for match in named if match]
            if len(found) == len(named) >= _FEWEST:
                for match in found:
                    yield from _markers(match)


def _parts(text: str, paragraph: Paragraph) -> Iterator[Interval]:
    """What stands between the signs and small words that part names."""
    at = paragraph.start
    for between in _BETWEEN.finditer(text, paragraph.start, paragraph.end):
        yield at, between.start()
        at = between.end()
    yield at, paragraph.end


def _markers(match: re.Match[str]) -> Iterator[CandidateMarker]:
    """The markers of one name, each with the sign before it that parts it from another."""
    at = match.start("labels")
    for label in _LABEL.finditer(match.string, *match.span("labels")):
        yield CandidateMarker(label[0], "office", at, label.end())
        at = label.end()
