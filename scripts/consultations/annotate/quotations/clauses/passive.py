"""Verbs of saying in the passive: "the pier was called rusty by Ann Moss"."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.cast.apposed import TO_NAME
from consultations.annotate.quotations.clauses.subjects import own_statement, possesses
from consultations.annotate.quotations.voices import Candidate
from consultations.english.saying import BESIDE
from consultations.english.small_words import BE
from consultations.model.text import Interval

_BY = re.compile(
    rf"""
    \s (?:\w+\s){{0,2}}? (?: to \s [^,;:.?!]{{2,40}} \s )? by \s (?:the\s)?     # to Tom Bell by
    (?: [\w'’ ]{{2,30}} ['’]s? )?                             # by the Pilots’ Guild’s clerk
    (?: [\w ]{{2,30}} , \s {TO_NAME} )? \Z                    # by my uncle, the Revd Tom Bell
    """,
    re.VERBOSE,
)
_PASSIVE = re.compile(rf"\b(?:{BE}|as)\s(?:(?!never\b)(?:{BESIDE})\s)?\Z")
"""Before a verb in the passive: was once told, as described."""
_NEAR = 20
"""Code points before a verb in which what makes it passive stands."""


def is_passive(silent: str, start: int, verb: Interval) -> bool:
    """Whether a verb is in the passive: "was said", "as described", and not "was saying"."""
    return not silent.endswith("ing", *verb) and bool(
        _PASSIVE.search(silent, max(start, verb[0] - _NEAR), verb[0])
    )


def agent_of(silent: str, verb: Interval, named: Sequence[Candidate]) -> Candidate | None:
    """Who does what a verb in the passive says: "was called rusty by Ann Moss"."""
    for candidate in named:
        # "By the Board’s clerk" is by the clerk, but "by the Board’s report" by the Board.
        is_owner = possesses(silent, candidate) and not own_statement(silent, candidate)
        if is_owner or candidate.start < verb[1]:
            continue
        if _BY.fullmatch(silent[verb[1] : candidate.start]):
            return candidate
    return None
