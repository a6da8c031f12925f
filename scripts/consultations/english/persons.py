"""What goes with the names of people: titles, particles, suffixes; and who is named by none."""

from typing import Literal

from consultations.english.inflection import noun_forms
from consultations.english.word_lists import alternatives, words

Sex = Literal["male", "female"]

TITLES = words("persons", "titles")
"""Before a name, with a capital and without a full stop: Dr, Lord, Councillor."""

TITLE = alternatives(TITLES) + r"\b\.?"
"""A title with its full stop, as a regular expression without a group of its own."""

OFFICES = words("persons", "offices")
"""Offices that stand as a title does before a family name alone: Commissioner, Sheriff."""

EVERYBODYS = frozenset({"", "Madam", "Miss", "Mr", "Mrs", "Ms", "Mx"})
"""Titles that tell nobody from others of one name."""

MALE, FEMALE = words("persons", "male"), words("persons", "female")
"""Titles that tell the sex of who has them."""

_MEN, _WOMEN = words("persons", "men"), words("persons", "women")

PEERS = words("persons", "peers")
"""Titles of peers, who are called by them and the family name alone: Lord, Baroness."""

WITH_FORENAME = frozenset({"Brother", "Dame", "Father", "Sir", "Sister"})
"""Titles with which somebody is called by the forename alone: Sir Alec, Sister Ann."""

PARTICLES = words("persons", "particles")
"""In lower case inside a family name: van, der, de, la."""

SUFFIXES = words("persons", "suffixes")
"""After a name: Jr, QC, OBE."""

HEARD = alternatives(form for noun in words("persons", "heard") for form in noun_forms(noun))
"""Who is spoken of because they speak: respondent, witness; in the singular or the plural."""

ROLE = alternatives(form for noun in words("persons", "roles") for form in noun_forms(noun))
"""Who may speak: tenant, nurse, member; in the singular or the plural."""

POST = alternatives(form for noun in words("persons", "posts") for form in noun_forms(noun))
"""Who speaks for a body by an office in it: chief executive, spokeswoman."""

OF_A_BODY = alternatives(words("persons", "of_a_body"))
"""Whom a body has, and neither a place nor a parish: chief executive, trustee; in the singular."""


def is_title(word: str) -> bool:
    """Whether a word, its full stop aside, is a title as it is written before a name."""
    return word.rstrip(".") in TITLES


def sex_of_noun(noun: str) -> Sex | None:
    """The sex that a noun for somebody tells, in the singular and in small letters: fisherman."""
    if noun in _WOMEN or noun.endswith("woman"):
        return "female"
    return "male" if noun in _MEN or (noun.endswith("man") and noun != "human") else None
