"""Where sentences begin and end, as far as their punctuation and the next word tell.

A full stop after an abbreviation or an initial ends none, unless the next word can hardly go on
with it: "J. Moss wrote", but "It is in Annex B. The clerk wrote it". The lists are in
`abbreviations.toml`. Why this is no library: docs/project/decisions/0060-what-english-is-told-by.md
"""

from collections.abc import Iterator
from functools import lru_cache

from consultations import patterns as re
from consultations.english.dates import TIME
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import words
from consultations.model.text import Interval

_END = re.compile(
    r"""
    [.?!…] [\"'”’)\]»]*+    # the mark, and what closes after it: He said “no.”
    (?P<gap> \s++ )
    (?= (?: [\"'“‘(\[£$€•] | «\s? )*+ (?P<next> [^\W_]++ ) )  # what opens the next: “Why?”, £5
    """,
    re.VERBOSE,
)
BEHIND_STOP = r"[\"'”’)\]]*(?:\s\([^()]{1,40}\))?$"
"""What may follow a sentence's last sign: closing marks, and a reference to a place: `(Paragraph
4)`."""
_AT_END = re.compile(r"[.?!…][\"'”’)\]»]*\Z")
_NOTED_AT_END = re.compile(
    r"""
    (?P<word> [^\W\d_]{2,} | [^\w\s] ) [.?!…] [\"'”’)\]»]*+    # the lamps.
    (?:
        [⁰¹²³⁴-⁹]{1,3} | [1-9]\d{0,2}           # the lamps.¹   the lamps.12
      | \[[1-9]\d{0,2}\] | \([1-9]\d{0,2}\)   # the lamps.[4]  the lamps.(4)
      | \* | [†‡]{1,2}                          # the lamps.*    the lamps.†
    ) \Z
    """,
    re.VERBOSE,
)
"""The end of a sentence with a note's number after it: raised, on the line, or in brackets."""
_TIME = re.compile(TIME)
_INNER = words("abbreviations", "inner")
_MOSTLY_INNER = words("abbreviations", "mostly_inner")
_BEFORE_NUMBER = words("abbreviations", "before_number")
_BEFORE_TIME = words("abbreviations", "before_time")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\Z")
_OPENING_MARKS = "([\"'“‘«*_"
_LONGEST_ABBREVIATION = 14
"""Code points before a full stop within which an abbreviation stands whole."""
_FAR = 800
"""Code points that are looked back at most for the beginning of a sentence."""
_OPENING = 24
"""Code points after a place within which the first word of the next sentence is looked for."""
_CLOSING = 24
"""Code points at the end of a text that hold the mark of its last sentence."""


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[Interval]:
    """Where one sentence ends and where the next begins, for each such place of a stretch.

    The blanks between the two belong to neither. The end of the text is not among them.
    """
    for match in _END.finditer(text, start, len(text) if end is None else end):
        if not _goes_on(text, match.start(), match["next"]):
            yield match.start("gap"), match.end()


def _goes_on(text: str, stop: int, following: str) -> bool:
    """Whether a sentence goes on after a mark: in lower case, or since it ends an abbreviation."""
    if following[0].islower():
        return True
    if text[stop] != ".":
        return False
    before = text[max(0, stop - _LONGEST_ABBREVIATION) : stop].split()
    written = before[-1].lstrip(_OPENING_MARKS) if before else ""
    word = written.casefold()
    if word in _BEFORE_NUMBER and following[0].isdigit():
        return True
    if word in _INNER:
        return True
    if word in _BEFORE_TIME:
        return bool(_TIME.fullmatch(following))
    initials = written[:1].isupper() and _INITIALS.match(written)
    return bool(initials or word in _MOSTLY_INNER) and following.casefold() not in OPENERS


@lru_cache(maxsize=256)
def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which this place of a text stands."""
    start = max(0, at - _FAR)
    for _, following in sentence_ends(text, start, min(len(text), at + _OPENING)):
        if following <= at:
            start = following
    return start


def sentence_end(text: str, at: int) -> int:
    """Where the sentence ends in which this place of a text stands, its full stop included."""
    for end, _ in sentence_ends(text, at, min(len(text), at + _FAR)):
        return end
    return min(len(text.rstrip()), at + _FAR)


def ends_sentence(text: str) -> bool:
    """Whether the words end in a full stop or its like, quotation marks and brackets aside.

    The number of a note may stand behind it, but for `Fig.3` and its like.
    """
    end = text[-_CLOSING:]
    if _AT_END.search(end):
        return True
    noted = _NOTED_AT_END.search(end)
    return noted is not None and noted["word"].casefold() not in _BEFORE_NUMBER
