"""Where a quotation and the text differ, and which differences are grave.

client/check/difference.js mirrors it.
"""

import re
from typing import Literal, NamedTuple

from consultations.analysis import fold

Op = Literal[
    "same", "typography", "punctuation", "changed", "added", "dropped", "moved", "elided", "spliced"
]
Gravity = Literal["negation", "number", "quantifier"]

NEGATIONS = frozenset(
    {
        "barely",
        "cannot",
        "hardly",
        "neither",
        "never",
        "no",
        "nobody",
        "none",
        "nor",
        "not",
        "nothing",
        "nowhere",
        "scarcely",
        "without",
    }
)
NUMBERS = frozenset(
    {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "dozen",
        "dozens",
        "once",
        "twice",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "half",
        "halves",
        "quarter",
        "quarters",
        "thirds",
        "double",
        "triple",
    }
)
QUANTIFIERS = frozenset(
    {
        "all",
        "almost",
        "always",
        "any",
        "both",
        "each",
        "either",
        "enough",
        "entire",
        "entirely",
        "every",
        "everyone",
        "everything",
        "few",
        "fewer",
        "fewest",
        "frequently",
        "generally",
        "half",
        "least",
        "less",
        "little",
        "majority",
        "many",
        "mainly",
        "minority",
        "more",
        "most",
        "mostly",
        "much",
        "nearly",
        "occasionally",
        "often",
        "only",
        "partly",
        "rarely",
        "seldom",
        "several",
        "some",
        "sometimes",
        "usually",
        "whole",
    }
)

_DIGIT = re.compile(r"\d")


class Difference(NamedTuple):
    """A stretch of a quotation beside what the text has: the same, or how it differs."""

    op: Op
    given: str
    found: str


def gravity(difference: Difference) -> Gravity | None:
    """Why a difference is to be told before all others; None where it is like any other."""
    if difference.op == "typography":
        return None
    words = fold(f"{difference.given} {difference.found}")
    if any(word in NEGATIONS or word.endswith("n't") for word in words):
        return "negation"
    if any(word in NUMBERS or _DIGIT.search(word) for word in words):
        return "number"
    return "quantifier" if any(word in QUANTIFIERS for word in words) else None
