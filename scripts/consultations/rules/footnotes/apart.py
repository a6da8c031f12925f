"""Numbers set apart from their words: how much one looks like the marker of a note."""

from consultations import patterns as re
from consultations.rules.marks import BULLETS

APART = 0.25
"""Weight of a number in brackets that stands apart from its word, as an author's references do."""

ENDS_CLAUSE = 0.4
"""Of one that does so at the end of a clause."""

_CLAUSE_ENDS = re.compile(rf"\s?[.,;:!?)]|\s*\Z|\s*\n\s*(?:\n|[{re.escape(BULLETS)}]\s)")
"""A stop, the end of a paragraph, or the next item of a list."""
_BEGINS_SENTENCE = re.compile(r"\s+[\"'“‘(]?[^\W\d_a-z]|\s*\Z|\s*\n\s*\n")


def weight_apart(text: str, start: int, end: int) -> float:
    """What a number in brackets weighs that is set apart: more where it ends a clause.

    One that counts what is to come stands before that.
    """
    ends = _CLAUSE_ENDS.match(text, end) or stands_between_sentences(text, start, end)
    return ENDS_CLAUSE if ends else APART


def stands_between_sentences(text: str, start: int, end: int) -> bool:
    """Whether what stands there has the end of a sentence before it and the next one behind it."""
    above = text[max(0, start - 4) : start].rstrip().rstrip("”’\"')]")
    return above[-1:] in (".", "!", "?") and _BEGINS_SENTENCE.match(text, end) is not None


def is_parted(text: str, start: int, end: int) -> bool:
    """Whether a marker with the blanks round it stands between sentences, or before a bare stop.

    Nobody sets a stop apart from the words that it ends, as in `the toll 1 , which rose`: what
    stood there was raised.
    """
    return text[end - 1].isspace() or stands_between_sentences(text, start, end)


def likelihood(before: str) -> float:
    """Less after capitals, where a raised digit may be part of a name."""
    letters = before.rsplit(None, 1)[-1] if before.split() else ""
    return 0.5 if len(letters) > 1 and letters.isalpha() and letters.isupper() else 1.0
