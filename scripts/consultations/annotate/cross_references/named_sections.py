"""Sections that are called by the ordinal in their heading.

Symptom: "the second ferry year" and "ferry year number 2", where a heading ends so.
Found by: headings that end in an ordinal and one to four words; the same words elsewhere, with the
ordinal or with its number.
Leaves alone: an ordinal of which no heading speaks.
"""

import re
from collections.abc import Iterator

from consultations.english.numerals import CARDINALS, ORDINAL, ORDINALS
from consultations.model.edition import Edition, Passage

RULE = "named-sections"

_ORDINAL_NAME = re.compile(rf"(?:the )?\b({ORDINAL})((?: [\w’'-]+){{1,4}})\W*$", re.IGNORECASE)
_WORDS = {number: word for word, number in CARDINALS.items()}


def names(edition: Edition) -> Iterator[tuple[re.Pattern[str], Passage]]:
    """The sections that are known by an ordinal, with the ways of calling them."""
    for passage in edition.passages:
        name = _ORDINAL_NAME.search(passage.text) if passage.kind == "heading" else None
        if name:
            number = ORDINALS[name[1].casefold()]
            rest = re.escape(name[2].strip())
            numeral = rf"(?:number |no\.? )?(?:{number}|{_WORDS.get(number, number)})"
            called = rf"\b(?:(?:the )?{name[1]} {rest}|{rest} {numeral})\b"
            yield re.compile(called, re.IGNORECASE), passage
