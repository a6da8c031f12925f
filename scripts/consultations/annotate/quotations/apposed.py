"""Whoever is told twice in a row, by what they are and by name: "the clerk, Ann Moss, said"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from consultations import patterns as re
from consultations.annotate.quotations.spoken_of import UNSAID
from consultations.annotate.quotations.voices import Candidate
from consultations.english.numerals import CARDINAL
from consultations.english.small_words import ARTICLE

TO_NAME = rf"(?:(?:{ARTICLE})\s(?:late\s)?)?"
"""Before a name behind a description, in a pattern: the clerk, the late Revd Ann Moss."""
_APPOSED = re.compile(
    rf"(?: (?:of|for|at|in|from) [^,.;:“”\"]{{1,60}})?(?:, |\s?[–—]\s?| \(){TO_NAME}"
    rf"| of (?:{CARDINAL}|\d+) "  # mother of two Ann Moss
)
_BEHIND = re.compile(r", (?:(?:then|now|later|formerly|once|herself|himself) )?")
_ENDS = re.compile(
    r"(?: (?:at|for|from|in|of) (?!(?:which|whom)\b)[^,.;:()–—“”\"]{1,50})?"
    r"(?:[.;)–—]|\Z|, (?!(?:and|or)\b))"
)
"""Behind a description that is no subject of what follows, nor one of several."""
_FAR_BESIDE = 75
"""In code points: a name may stand so far behind the description of its bearer."""


def named_once(text: str, found: Sequence[Candidate], described: Set[Candidate]) -> list[Candidate]:
    """Without the descriptions of those who are named beside them: "the clerk, Ann Moss, said".

    Nor is there a word for one of several who is described beside it: "one, a clerk, said".
    """
    by_description = [c for c in found if c in described]
    people = [c for c in found if c not in described and c.voice and c.voice.kind == "speech"]
    unsaid = [c for c in found if c.voice is None and UNSAID.match(text, c.start)]
    beside = {
        *_apposed(text, by_description, people),
        *_apposed(text, unsaid, by_description),
    }
    beside |= set(_told_again(text, people, by_description))
    return [candidate for candidate in found if candidate not in beside]


def _told_again(
    text: str, people: Sequence[Candidate], by_description: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Descriptions behind the name of whom they are of: "says Ann Moss, then a clerk. She"."""
    for one in people:
        nearest = bisect_left(by_description, one.end, key=lambda c: c.start)
        for other in by_description[nearest : nearest + 1]:
            behind = _BEHIND.fullmatch(text, one.end, other.start)
            if behind and _ENDS.match(text, other.end):
                yield other


def _apposed(
    text: str, fronts: Sequence[Candidate], backs: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Those of the first whom one of the others, in order, tells again right behind a comma."""
    for one in fronts:
        nearest = bisect_left(backs, one.end, key=lambda c: c.start)
        for other in backs[nearest : nearest + 1]:
            near = other.start - one.end < _FAR_BESIDE
            if near and _APPOSED.fullmatch(text, one.end, other.start):
                yield one
