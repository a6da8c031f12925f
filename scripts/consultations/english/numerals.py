"""Numbers in words: cardinals and ordinals."""

from collections.abc import Mapping

from consultations.english.word_lists import alternatives, table

CARDINALS: Mapping[str, int] = table("numerals")["cardinals"]
"""one, two … twenty, thirty … ninety, hundred, thousand, million, billion, with their values."""

ORDINALS: Mapping[str, int] = table("numerals")["ordinals"]
"""first, second … twentieth, thirtieth … ninetieth, hundredth, with their values."""

CARDINAL = alternatives(CARDINALS)
"""Any cardinal, in lower case, as a regular expression without a group of its own."""

ORDINAL = alternatives(ORDINALS)
"""Any ordinal, in lower case."""


def value(word: str) -> int | None:
    """What a cardinal or an ordinal counts, in any case, `twenty-one` too; None for other words."""
    known = word.casefold()
    found = CARDINALS.get(known) or ORDINALS.get(known)
    tens, hyphen, ones = known.partition("-")
    if found or not hyphen:
        return 0 if known == "zero" else found
    first, second = CARDINALS.get(tens, 0), value(ones)
    return first + second if 20 <= first <= 90 and second and second < 10 else None
