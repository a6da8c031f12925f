"""Descriptions under a quotation, of whoever spoke: "Tenant, Leith", "P12, female", "Anna, 34"."""

from consultations import patterns as re
from consultations.annotate.quotations.cast.described import OFFICE, PERSON, SORT, does
from consultations.annotate.quotations.voices import Voice
from consultations.english.credit_lines import CODED
from consultations.english.dates import ANY_MONTH, TIMES_OF_YEAR
from consultations.english.kinds import BODY, WORK
from consultations.english.name_parts import FORENAMES
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.small_words import ARTICLE

_CODED = re.compile(
    rf"""
    (?: {CODED}
      | anon (?: ymous )? \b (?: , | \Z )                                         # Anonymous, Leith
      | (?: (?:fe)?male ,? | (?-i: [FM] ) , ) [ ] (?: aged[ ] )? \(?\d{{1,3}}       # Male 45; F, 45
      | (?-i: [A-Z]) [\w’'-]+ (?: [ ] [\w’'-]+\.? ){{0,3}}
        (?: ,[ ] (?:aged[ ])? \d{{1,3}} s? \b (?! [ ] (?:{ANY_MONTH}) \b )               # Anna, 34
          | [ ] \( \d{{1,3}} \)                                                      # Anna (34)
          | ,[ ] (?:(?:{ARTICLE})[ ])? (?: [\w-]+ [ ] ){{0,2}}
              (?: {HEARD} | {ROLE} | {POST} ) \b )                             # Anna, tenant
    ) .*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Somebody by a forename and an age, or by a number, as studies print them."""
_BY_TRADE = re.compile(
    rf"""
    (?P<agent> {SORT}{{0,2}} (?! (?:{BODY}|{WORK}) \b )
        [a-z]{{2,20}} (?: er|ist|ian|man|smith|woman|wright ) ) , [ ] [A-Z] [^()]*
    """,
    re.VERBOSE,
)
"""Somebody by a trade and a place, under a quotation: net mender, Leith"""
_BY_SORT = re.compile(
    rf"{SORT}{{0,2}}(?:{BODY}|business|organi[sz]ation)(?:, [^\W\d][^()\d:;]{{1,60}})?"
)
"""A body by what it is: local authority; organisation, anonymous; tourism business, Leith."""
_MOST_BEHIND = 4
"""Words after a forename that say who it is, or when it was said."""
_ARTICLE = re.compile(r"\A(?:an?|one|the) ")
"""Before a description under a quotation: a net mender."""


def description(text: str) -> Voice | None:
    """The voice of somebody described in a few words, as under a quotation: "Tenant, Leith".

    A forename with an age, and the code that a study gives to who speaks, describe somebody too.
    """
    said = _ARTICLE.sub("", f"{text[:1].lower()}{text[1:]}")
    if OFFICE.match(f"the {said}"):
        return Voice(text, "speech")
    match = PERSON.match(f"a {said}") or _CODED.fullmatch(text) or _BY_SORT.fullmatch(said)
    if not match and (trade := _BY_TRADE.fullmatch(said)):
        match = trade if does(trade["agent"]) else None
    head, _, more = text.partition(", ")
    forename = (  # Anna; Anna, second interview
        head in FORENAMES and head not in TIMES_OF_YEAR and len(more.split()) <= _MOST_BEHIND
    )
    if not match and not forename:
        return None
    return Voice(text, "respondent" if "respondent" in said else "participant")
