"""Where a quotation and the text differ, and which differences are grave.

client/check/difference.js mirrors it.
"""

from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.analysis import fold
from consultations.analysis.characters import DIGIT
from consultations.analysis.contract import words
from consultations.index.quotation.interpretation import latinised

Op = Literal[
    "same", "typography", "punctuation", "changed", "added", "dropped", "moved", "elided", "spliced"
]
Gravity = Literal["letters", "negation", "number", "quantifier"]
"""Letters: those of the one look like those of the other, and are of another script."""

NEGATIONS = frozenset(words("quotation.grave.negation"))
NUMBERS = frozenset(words("quotation.grave.number"))
QUANTIFIERS = frozenset(words("quotation.grave.quantifier"))

_DIGIT = re.compile(f"[{DIGIT}]")


class Difference(NamedTuple):
    """A stretch of a quotation beside what the text has: the same, or how it differs."""

    op: Op
    given: str
    found: str


def gravity(difference: Difference) -> Gravity | None:
    """Why a difference is to be told before all others; None where it is like any other."""
    if difference.op == "typography":
        return None
    one, other = fold(difference.given), fold(difference.found)
    if one != other and fold(latinised(difference.given)) == fold(latinised(difference.found)):
        return "letters"
    terms = fold(f"{difference.given} {difference.found}")
    if any(term in NEGATIONS or term.endswith("n't") for term in terms):
        return "negation"
    if any(term in NUMBERS or _DIGIT.search(term) for term in terms):
        return "number"
    return "quantifier" if any(term in QUANTIFIERS for term in terms) else None
