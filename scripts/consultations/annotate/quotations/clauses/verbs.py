"""Verbs of saying in a stretch of a passage.

A form that is a noun as a rule counts only where it leads to words; a verb that tells how something
is said ("she laughed", "he muttered") only right beside them.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.inflection import noun_forms, verb_forms
from consultations.english.numerals import ORDINAL
from consultations.english.saying import MANNER, SAYING, SAYS, SAYS_FORMS, STATEMENT
from consultations.english.small_words import BE, DETERMINER
from consultations.english.word_lists import alternatives
from consultations.english.word_lists import words as listed
from consultations.model.text import Interval

_SELDOM = listed("saying", "seldom")
_BASES = alternatives(_SELDOM)
_HOLD, _MAKE, _PUT, _TAKE = (
    alternatives(verb_forms(verb)) for verb in ("hold", "make", "put", "take")
)
_GIVE = alternatives(
    form for verb in ("give", "issue", "make", "offer", "reach") for form in verb_forms(verb)
)
"""Of a statement: she gives the assurance that, the report makes the finding that."""
_SAYS_FIRST = alternatives(form.capitalize() for form in SAYS_FORMS)
_PLACE = r"(?: \s (?:at|in|on|this|today) \b [^,;:?!]{0,40}? )"
"""Where or when it is said: the authors state at paragraph 2.4 that …"""
_VERB = re.compile(
    rf"""
    \b (?: (?:{SAYING})
         # A form that is a noun as a rule: the authors state that …; both report: …
         | (?<! have[ ] ) (?:{_BASES}) (?= {_PLACE}? \s (?:that|how) \b | ,? \s* \Z | : )
         | (?:{BE}) [ ] (?:quoted|reported|recorded) [ ] as [ ] (?:{SAYING})
         # was heard to ask: “…”; is said to have written “…”
         | (?:{BE}) [ ] (?:said|reported|heard) [ ] to [ ] (?:have[ ])? (?:{SAYING})
         | calls? (?! [ ] (?:on|upon) \b ) (?= [^.;:!?“”]{{1,80}} \Z )   # Bell calls it “…”
         | (?:{_PUT}) [ ] (?: this | the [ ] (?: \w+ [ ] )?
                         (?:matter|point|case|cost|figure|number|total) )
         | (?: (?<= was[ ] ) | (?<= been[ ] ) ) put
           (?= [ ] (?:\w+[ ])? (?: by[ ] | to[ ][^,;:.?!]{{2,80}}[ ]that\b ) )   # was well put by
         | (?:{_MAKE}) [ ] (?: (?: it [ ] )? clear
                         | (?: the | this | that | a ) [ ] (?: \w+ [ ] )? point )  # made that point
         | (?:{_GIVE}) [ ] (?:{DETERMINER}) [ ] (?: [\w-]+ [ ] ){{0,2}}?    # makes the bald claim
             (?:{STATEMENT}) (?= \s that \b )
         | (?: {_HOLD} ) (?= \s that \b )                           # Bell holds that …
         | (?: provides?|requires?|specify|specifies ) (?= \s that \b )  # section 4 provides that …
         | (?:{_TAKE}) [ ] (?:{DETERMINER}) [ ] (?:[a-z]+[ ])? view        # takes the same view
         | (?:{MANNER}) (?= \s that \b | [,.:]? \s* (?: [–—-] \s* )? \Z )   # Bell muttered: “…”
         | (?: blogged|emailed|posted|texted|tweeted )               # Bell posted online: “…”
           (?= \s (?:on|online|that) \b | [,.:]? \s* \Z )
         | (?: (?<= \s\she[ ] ) | (?<= \s\sshe[ ] ) ) (?:{MANNER}) (?= [,.;] )  # “…,” she roared,
         | (?<= \s\s ) (?:{MANNER})                                     # “…,” laughed Bell
         | (?:{_SAYS_FIRST}) (?= [ ] [^.;:?!]{{3,120}}: \s* \Z )          # Says Ann Moss: “…”
       ) \b (?! - | [ ] (?: nothing | little | no[ ]more ) \b )       # Bell said nothing
      (?! (?<= \bcalled ) [ ] (?: away|back|in|off|out|to ) \b )   # the crew was called to
      (?! (?<= \basked ) [ ] (?: for | to[ ](?:be|have) ) \b )      # which it asked to have printed
    """,
    re.VERBOSE,
)
_NOUN_BEFORE = re.compile(rf"(?:\b(?:{DETERMINER}|this|these|those|any|some|no)|[’']s)\s\Z")
"""After these a form such as "claims" is a noun."""
_ATTRIBUTIVE = re.compile(rf"\b(?:{SAYS}) that \Z")
"""And after these one belongs to the noun behind it: found that stated aims were."""
_LONGEST = 30
"""Code points of a verb and "that" before a noun."""
_MANY_BEFORE = re.compile(
    r"(?:\b(?:about|all|for|in|many|of|on|other|several|such|with)|\w\wing)\s\Z"
)
"""And after these one that is a noun as a rule: of such answers, using questions."""
_NUMBERED = re.compile(rf"\b(?:{ORDINAL})\s\Z")
"""And after these one such as "reading": on second reading."""
_THINGS = frozenset(form for noun in listed("saying", "statements") for form in noun_forms(noun))
"""Forms that before "of" are nouns: notes of this sort."""


def verbs_of_saying(silent: str, start: int, end: int) -> Iterator[Interval]:
    """Where verbs of saying stand in a stretch, nouns of the same form aside.

    Args:
        silent: a passage's text with blanks for what others say in it.
        start: where the stretch begins.
        end: where it ends.
    """
    for match in _VERB.finditer(silent, start, end):
        before = max(start, match.start() - 8), match.start()
        is_thing = match[0] in _THINGS and silent.startswith(" of ", match.end())
        is_noun = _NOUN_BEFORE.search(silent, *before)
        far = max(start, match.start() - _LONGEST)
        is_noun = is_noun or _ATTRIBUTIVE.search(silent, far, match.start())
        if match[0].endswith("ing"):
            is_noun = is_noun or _NUMBERED.search(silent, *before)
        elif match[0] in _SELDOM:
            is_noun = is_noun or _MANY_BEFORE.search(silent, *before)
        if not (is_noun or is_thing):
            yield match.span()
