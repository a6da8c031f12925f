"""Marks of quotation in a title that a style sets between marks of its own.

By CSL the inner marks are then of the other kind: ‘“A stitch” in time’ in British styles,
“‘A stitch’ in time” in American ones. citeproc-py leaves them as they are.
"""

from collections.abc import Iterator

from consultations import patterns as re

_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_OPENING = re.compile(
    r"""
    (?: (?<=[\s([{—–-]) | (?<![\s\S]) )    # at the beginning of a word
    (?: ["“](?=\S) | ['‘](?=[^\W\d]) )     # before a digit a single one is left out of a year: ‘90s
    """,
    re.VERBOSE,
)
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")
_SHORTEST = 2
"""Code points between a pair: of one alone the marks may be apostrophes, as in ‘n’."""


def with_other_marks(title: str, outer: str) -> str:
    """A title with the marks that belong between a style's own.

    Only pairs are changed: one mark alone may be an apostrophe or a sign of inches.

    Args:
        title: as its record has it.
        outer: what the style sets before it; a title that is not set between marks stays.
    """
    if outer not in ("“", "‘"):
        return title
    pairs = list(_pairs(title))
    signs = list(title)
    for opening, closing in pairs:
        depth = sum(start < opening and closing < end for start, end in pairs)
        is_double = (outer == "‘") == (depth % 2 == 0)
        signs[opening], signs[closing] = _DOUBLE if is_double else _SINGLE
    return "".join(signs)


def _pairs(title: str) -> Iterator[tuple[int, int]]:
    """Where each pair of marks opens and closes."""
    for found in _OPENING.finditer(title):
        opening = found.start()
        closing = _closing(title, opening)
        if closing is not None:
            yield opening, closing


def _closing(title: str, opening: int) -> int | None:
    """Where the mark closes that opens there; None where nothing closes it."""
    mark = _CLOSING[title[opening]]
    ends = [
        at
        for at in range(opening + 1 + _SHORTEST, len(title))
        # A letter after it: an apostrophe within a word.
        if title[at] == mark
        and not title[at - 1].isspace()
        and not title[at + 1 : at + 2].isalnum()
    ]
    # After an s it may be a genitive, as in ‘users’ views’: one after another letter is preferred.
    sure = [at for at in ends if mark not in "’'" or title[at - 1] != "s"]
    return sure[0] if sure else ends[-1] if ends else None
