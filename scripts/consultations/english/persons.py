"""What goes with the names of people: titles, particles, suffixes; and nouns for the unnamed."""

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
"""Titles so common that they do not tell people of one name apart."""

MALE, FEMALE = words("persons", "male"), words("persons", "female")
"""Titles that tell the sex of those who have them."""

_MEN, _WOMEN = words("persons", "men"), words("persons", "women")

PEERS = words("persons", "peers")
"""Titles of peers, used with the family name alone: Lord, Baroness."""

WITH_FORENAME = frozenset({"Brother", "Dame", "Father", "Sir", "Sister"})
"""Titles used with the forename alone: Sir Alec, Sister Ann."""

PARTICLES = words("persons", "particles")
"""In lower case inside a family name: van, der, de, la."""

SUFFIXES = words("persons", "suffixes")
"""After a name: Jr, QC, OBE."""

HEARD = alternatives(form for noun in words("persons", "heard") for form in noun_forms(noun))
"""Nouns for those who are mentioned because they speak: respondent, witness; in the singular or the
plural."""

ROLE = alternatives(form for noun in words("persons", "roles") for form in noun_forms(noun))
"""Nouns for people who may speak: tenant, nurse, member; in the singular or the plural."""

POST = alternatives(form for noun in words("persons", "posts") for form in noun_forms(noun))
"""Offices whose holders speak for a body: chief executive, spokeswoman."""

POST_IN_CAPITALS = alternatives(
    post.title().replace(" Of ", " of ") if post.islower() else post
    for post in words("persons", "posts")
)
"""The same as they stand before a name, in the singular: Secretary of State, CEO."""

OF_A_BODY = alternatives(words("persons", "of_a_body"))
"""Offices that only a body has, and no place or parish: chief executive, trustee; in the
singular."""


def is_title(word: str) -> bool:
    """Whether a word, its full stop aside, is a title as it is written before a name."""
    return word.rstrip(".") in TITLES


def sex_of_noun(noun: str) -> Sex | None:
    """The sex that a noun for somebody tells, in the singular and in small letters: fisherman."""
    if noun in _WOMEN or noun.endswith("woman"):
        return "female"
    return "male" if noun in _MEN or (noun.endswith("man") and noun != "human") else None
