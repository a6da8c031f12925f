"""Numbers with a blank before them: how likely each one is the marker of a note."""

from consultations import patterns as re
from consultations.rules.marks import BULLETS

APART = 0.25
"""Weight of a number in brackets after a blank, as authors print references."""

ENDS_CLAUSE = 0.4
"""Weight of such a number at the end of a clause."""

_CLAUSE_ENDS = re.compile(rf"\s?[.,;:!?)]|\s*\Z|\s*\n\s*(?:\n|[{re.escape(BULLETS)}]\s)")
"""A stop, the end of a paragraph, or the next item of a list."""
_BEGINS_SENTENCE = re.compile(r"\s+[\"'“‘(]?[^\W\d_a-z]|\s*\Z|\s*\n\s*\n")


def weight_apart(text: str, start: int, end: int) -> float:
    """The weight of a number in brackets after a blank: more where it ends a clause.

    One that counts what is to come stands before that.
    """
    ends = _CLAUSE_ENDS.match(text, end) or stands_between_sentences(text, start, end)
    return ENDS_CLAUSE if ends else APART


def stands_between_sentences(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends right before a place and the next one begins right behind it."""
    above = text[max(0, start - 4) : start].rstrip().rstrip("”’\"')]")
    return above[-1:] in (".", "!", "?") and _BEGINS_SENTENCE.match(text, end) is not None


def is_parted(text: str, start: int, end: int) -> bool:
    """Whether a marker with the blanks round it stands between sentences, or before a bare stop.

    Nobody sets a stop apart from the words that it ends, as in `the toll 1 , which rose`: what
    stood there was raised.
    """
    return text[end - 1].isspace() or stands_between_sentences(text, start, end)


def likelihood(before: str) -> float:
    """Less likelihood after capitals: a raised digit there may be part of a name."""
    letters = before.rsplit(None, 1)[-1] if before.split() else ""
    return 0.5 if len(letters) > 1 and letters.isalpha() and letters.isupper() else 1.0
