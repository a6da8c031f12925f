"""Verbs with which speech and writing are reported: "Ms Ferry said", "the review stresses".

Their list is `saying.toml`; all forms come from it by inflection. Some forms seldom report ("the
report", "a finding") and do not count. "Is clear" and the like count as well.
"""

from consultations.english.inflection import noun_forms, past_forms, third_person, verb_forms
from consultations.english.small_words import IN_LY
from consultations.english.word_lists import alternatives, words

_VERBS = words("saying", "say", "think", "show")
_SELDOM = words("saying", "seldom")
_CLEAR = frozenset(
    f"{form} {adjective}"
    for form in ("are", "is", "was", "were")
    for adjective in words("saying", "adjectives")
)

SAYING_FORMS = frozenset(form for verb in _VERBS for form in verb_forms(verb)) - _SELDOM | _CLEAR
"""Every form of every verb of saying, in lower case, and the forms of "is clear"."""

SAYING = alternatives(SAYING_FORMS)
"""The same as a regular expression without a group of its own; put it between word edges."""

BARE = frozenset(
    form
    for verb in words("saying", "say", "think")
    for form in verb_forms(verb)
    if form == verb or form.endswith("ing")
)
"""Forms of the verb that follow `hear` and its object: heard her say, heard her saying."""

MANNER = alternatives(
    {form for verb in words("saying", "manner") for form in (third_person(verb), *past_forms(verb))}
)
"""Verbs for the manner of saying, which can also be done without words: laughs, muttered."""

SAID_BY_SOMEBODY = alternatives(
    form for verb in words("saying", "by_somebody") for form in past_forms(verb)
)
"""Verbs for what only people do by saying something, and things do not: agreed, told."""

REPLYING = words("saying", "reply")
"""Verbs for speaking after somebody else: answer, reply."""

ANSWERED = words("saying", "answered")
"""Verbs whose object is what somebody else has said: deny, reject."""

SAYS_FORMS = (
    frozenset(form for verb in _VERBS for form in (third_person(verb), *past_forms(verb))) - _SELDOM
    | _CLEAR
)
SAYS = alternatives(SAYS_FORMS)
"""The forms that go with a subject in the singular: says, said, refers, referred, wrote. Most past
participles look the same, so that "was said" has one too."""

BESIDE = alternatives(words("saying", "beside")) + rf"|{IN_LY}"
"""A word that may stand between a subject and its verb of saying: also, has, clearly."""

TOLD_BY = alternatives(form for noun in words("saying", "told_by") for form in noun_forms(noun))
"""Nouns for a statement that is nothing else, such as verdict; a letter is also a thing."""

POINTING = (
    rf"(?:[Aa]ccording[ ]to|[Ii]n[ ]the[ ](?:\w+[ ])?(?:{TOLD_BY})[ ]of"
    r"|[Tt]o[ ]quote(?:[ ]from)?|[Pp]er(?=[ ][A-Z]))"
)
"""What points to a speaker without a verb of saying."""

STATEMENT = alternatives(
    form for noun in words("saying", "statements") for form in noun_forms(noun)
)
"""What somebody makes by saying something, in the singular or the plural: claim, letters."""


def is_saying(word: str) -> bool:
    """Whether a word, in any case, is a form of a verb of saying."""
    return word.casefold() in SAYING_FORMS
