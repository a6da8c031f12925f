"""Verbs with which speech and writing are reported: "Ms Ferry said", "the review stresses".

Their list is `saying.toml`; all forms come from it by inflection. The base form of some is nearly
always a noun ("the report", "a point"), so it does not count.
"""

import re

from consultations.english.inflection import (
    past_forms,
    present_participle,
    third_person,
    verb_forms,
)
from consultations.english.word_lists import alternatives, words

_VERBS = words("saying", "say", "think", "show")
_NOUNS = words("saying", "nouns")

SAYING_FORMS = frozenset(form for verb in _VERBS for form in verb_forms(verb) - (_NOUNS & {verb}))
"""Every form of every verb of saying, in lower case."""

SAYING = alternatives(SAYING_FORMS)
"""The same as a regular expression without a group of its own; put it between word edges."""

SAYS = alternatives(form for verb in _VERBS for form in (third_person(verb), *past_forms(verb)))
"""The forms that go with a subject in the singular: says, said, refers, referred, wrote. Most past
participles look the same, so that "was said" has one too."""

SAYING_PARTICIPLE = alternatives(present_participle(verb) for verb in _VERBS)
"""The forms in -ing: saying, adding, quoting."""

_SAYING = re.compile(SAYING)


def is_saying(word: str) -> bool:
    """Whether a word, in any case, is a form of a verb of saying."""
    return word.casefold() in SAYING_FORMS
