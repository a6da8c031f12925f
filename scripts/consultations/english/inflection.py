"""The forms of English words: of verbs, and the plural of nouns.

The rules are those of Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar of the English
Language (1985), sections 3.5 to 3.10 (verbs) and 5.80 to 5.82 (nouns). What they do not tell is in
`inflection.toml`: irregular verbs and nouns, and the verbs whose last consonant is doubled although
they have more than one syllable.
"""

from consultations import patterns as re
from consultations.english.word_lists import table, words

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
_CONSONANT_O = re.compile(r"[^aeiou]o\Z")
_ONE_SHORT_SYLLABLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][^aeiouywx]\Z")


def verb_forms(verb: str) -> frozenset[str]:
    """All forms of a verb: say, says, saying, said. Of several words the first changes."""
    return frozenset({verb, third_person(verb), present_participle(verb), *past_forms(verb)})


def third_person(verb: str) -> str:
    """The form that goes with `she`: says, stresses, points out."""
    head, *rest = verb.split(" ")
    regular = head + "es" if _CONSONANT_O.search(head) else _with_s(head)
    return " ".join([{"be": "is", "have": "has"}.get(head, regular), *rest])


def present_participle(verb: str) -> str:
    """The form in -ing: saying, referring, writing."""
    head, *rest = verb.split(" ")
    if head.endswith("ie"):
        stem = head[:-2] + "y"
    elif head.endswith("e") and not head.endswith(("ee", "oe", "ye")) and head != "be":
        stem = head[:-1]
    else:
        stem = _stem(head)
    return " ".join([stem + "ing", *rest])


def past_forms(verb: str) -> tuple[str, ...]:
    """The past tense and the past participle: wrote, written; one where they are the same."""
    head, *rest = verb.split(" ")
    irregular: list[str] = table("inflection")["verbs"].get(head, [])
    return tuple(" ".join([form, *rest]) for form in irregular or [_regular_past(head)])


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def plural(noun: str) -> str:
    """The plural of a noun: agencies, bodies, journals, witnesses, women."""
    irregular: str | None = table("inflection")["nouns"].get(noun)
    return irregular or _with_s(noun)


def noun_forms(noun: str) -> tuple[str, str]:
    """A noun and its plural: press releases, codes of conduct, attorneys general."""
    irregular: str | None = table("inflection")["nouns"].get(noun)
    head, of, rest = noun.partition(" of ")
    *first, last = head.rsplit(" ", 1)
    return noun, irregular or " ".join([*first, plural(last)]) + of + rest


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    if _SIBILANT.search(word):
        return word + "es"
    return word + "s"


def _stem(verb: str) -> str:
    """What an ending with a vowel is put to: `refer` has its last letter twice."""
    doubled = verb in words("inflection", "doubled") or _ONE_SHORT_SYLLABLE.fullmatch(verb)
    return verb + verb[-1] if doubled else verb
