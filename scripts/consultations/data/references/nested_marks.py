"""Marks of quotation in a title that a style sets between marks of its own.

By CSL the inner marks are then of the other kind: ‘“A stitch” in time’ in British styles,
“‘A stitch’ in time” in American ones. citeproc-py leaves them as they are.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.small_words import ARTICLES, COORDINATORS, PREPOSITIONS

_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_OPENING = re.compile(
    r"""
    (?: (?<=[\s([{—–-]) | (?<![\s\S])      # at the beginning of a word
      | (?<=[\s([{—–-]["“'‘])               # or of one in marks of the other kind: the “‘old’ pier”
      | (?<![\s\S]{2})(?<=["“'‘]) )
    (?: ["“](?=\S) | ['‘](?=[^\W\d]) )     # before a digit a single one is left out of a year: ‘90s
    """,
    re.VERBOSE,
)
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")
_ASIDE = {ord(mark): 0xE010 + i for i, mark in enumerate("\"“'‘")}
_BACK = {aside: mark for mark, aside in _ASIDE.items()}
_MARKED_WORD = re.compile(
    r"""
    (?: (?P<begins> (?<![\s\S]) | [:.]\s )     # the title, or one under it: Lamps: “the old pier”
      | (?<=[\s([{—–-]) )
    (?P<marks> ["“'‘]{1,2} )
    (?P<word> (?! [^\W\d_]['’] ) [^\W\d_]+ )  # none in ham ‘n’ eggs, nor in the ‘90s
    """,
    re.VERBOSE,
)
_NO_CAPITAL = ARTICLES | PREPOSITIONS | COORDINATORS
_BEHIND_LETTER = re.compile("([^\\W\\d_])([\ue010-\ue013]{1,2})")
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


def behind_first_letters(title: str) -> str:
    """A title in which each opening mark stands after the first letter of its word, not before it.

    citeproc gives a word a capital by its first sign, and a mark is no letter. Articles and
    prepositions have none but at the beginning of a title. `before_words` puts the marks back.
    """

    def moved(found: re.Match[str]) -> str:
        begins = found["begins"] is not None
        if found["word"].lower() in _NO_CAPITAL and not begins:
            return found[0]
        first, rest = found["word"][0], found["word"][1:]
        return f"{found['begins'] or ''}{first}{found['marks'].translate(_ASIDE)}{rest}"

    return _MARKED_WORD.sub(moved, title)


def before_words(written: str) -> str:
    """What citeproc wrote of such a title, its marks where they were."""
    return _BEHIND_LETTER.sub(lambda found: f"{found[2].translate(_BACK)}{found[1]}", written)


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
    # What opens once more has been closed before: the ‘old lamps’ and the ‘new’.
    again = (at.start() for at in _OPENING.finditer(title, opening + 1) if at[0] == title[opening])
    before = next(again, len(title))
    ends = [at for at in ends if at < before] or ends
    # After an s it may be a genitive, as in ‘users’ views’: one after another letter is preferred.
    sure = [at for at in ends if mark not in "’'" or title[at - 1] != "s"]
    return sure[0] if sure else ends[-1] if ends else None
