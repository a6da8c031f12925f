"""Bodies without a sign in their names, of which the text says so: "Wick, a charity that"."""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.wording import opening
from consultations.english.dates import TIME
from consultations.english.kinds import BODY, WORK
from consultations.english.name_parts import CAPITAL, FORENAMES
from consultations.english.personal_names import personal_names
from consultations.english.persons import POST, ROLE
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.text import Interval

_WORD = rf"(?:St\.?[ ]{CAPITAL}[\w-]+['’]s\b|{CAPITAL}(?:[\w-]|['’](?!s\b)(?=\w))+)"
_BODY = alternatives(
    {
        *(
            "advocacy group",
            "campaign group",
            "agency",
            "alliance",
            "association",
            "body",
            "campaign",
            "charity",
            "coalition",
        ),
        *("collective", "company", "consortium", "consultancy", "cooperative", "enterprise"),
        *("federation", "firm", "foundation", "network", "organisation", "organization"),
        *("partnership", "regulator", "society", "start-up", "think tank", "trust", "union"),
    }
)
"""What a body is and a place is not: Leith is a centre of the trade, and may have a school."""
_DEFINED = re.compile(
    rf"""
    (?<! [\w.’'&-] ) (?<! [A-Z][a-z][ ] ) (?P<name> {_WORD} (?: [ ] {_WORD} ){{0,3}} )
    (?: [ ] \( [“‘"']? [\w ’'-]{{2,30}} [”’"']? \) )?                        # (“the Trust”)
    (?: , | [ ] (?:is|was) ) [ ] (?:an?|the) [ ] (?: [\w-]+ [ ] ){{0,3}}? (?:{_BODY})
    (?: [ ] (?:based|for|founded|he|in|of|representing|run|set[ ]up|she|that|they|we|which|whose
            |with|working) \b
      | [,.;] )
  | \b (?:an?|by|from|of|the|with) [ ] (?: [a-z][\w’'-]+ [ ] ){{0,2}}? (?:{_BODY}) [ ]
    (?! (?i:{POST}|{ROLE}|{WORK}|{BODY}) \b )                               # the trust Board
    (?P<called> {_WORD} (?: [ ] {_WORD} ){{1,3}}                             # the charity Dry Boat
        (?: [ ] (?:against|for|on) [ ] {_WORD} (?: [ ] {_WORD} ){{0,2}} )?   # Action on the Pier
      | (?: (?<=charity[ ]) | (?<=union[ ]) | (?<=tank[ ]) ) {_WORD} )             # the union Haul
    """,
    re.VERBOSE,
)
_TIME = re.compile(rf"(?:{TIME})\Z")


def defined_bodies(text: str) -> Iterator[Interval]:
    """Where names stand that the text says to be those of bodies."""
    for match in _DEFINED.finditer(text):
        group = match.lastgroup or ""
        start, end = opening(text, *match.span(group)), match.end(group)
        words = text[start:end].split()
        people = (name for name in personal_names(text, start, end) if name.evidence != "form")
        opens = words[0] in FORENAMES or words[0].casefold() in OPENERS
        if not (opens or _TIME.match(words[-1]) or any(people)):
            yield start, end
