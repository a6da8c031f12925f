"""Those who speak without a name: "one respondent", "a tenant in Leith", "the clerk"."""

from collections.abc import Iterator
from functools import lru_cache

from consultations import patterns as re
from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.credit_lines import ANY_CODE
from consultations.english.dates import TIME_OF_YEAR
from consultations.english.inflection import noun_forms, plural
from consultations.english.kinds import BODIES, BODY, MATTER, WORK, WORKS
from consultations.english.name_parts import FORENAMES
from consultations.english.numerals import CARDINAL
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.saying import BESIDE, SAID_BY_SOMEBODY, SAYING, SAYS, STATEMENT
from consultations.english.small_words import BE, OPENERS, SMALL_WORD
from consultations.english.word_lists import alternatives, words

SORT = rf"(?:(?!(?:{SMALL_WORD}|{CARDINAL}|{SAID_BY_SOMEBODY})[ ])[a-z0-9][\w-]*[ ])"
"""A word that says what sort of person it is: survey respondent, young tenant."""
_MEMBERS = r"(?:board|committee|group|staff|team)[ ]members?"
_ANYBODY = r"(?:boy|child|children|girl|man|men|member|people|person|woman|women)"
"""Nouns that describe nobody as a speaker when they stand alone."""
_BEGINS = r"(?:\A|(?<=[.?!:]\s)(?<![Hh]on\.\s))"
_FIRST = rf"(?:{_BEGINS}(?!(?i:{alternatives(OPENERS)})\b|\w+ly\b)[A-Z][a-z-]+[ ])"
"""Of what sort somebody is, where the word begins the sentence: Senior managers."""
_OWNER = r"(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|(?<=['’]s)|(?<=s['’]))"
"""Whose somebody is: her clerk, the Guild’s clerk."""
_SOME = rf"""(?:
    [Oo]ne|[Aa]nother|[Aa]n?|[Ss]ome|[Oo]ther|[Ff]ew|[Ss]everal|[Mm]any|[Mm]ost|[Ee]ach|[Bb]oth
  | [Tt]wo|[Tt]hree|[Tt]he|[Tt]hese|[Tt]hose
  | (?:[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal) [ ] of [ ]
    (?: the|these|those|{_OWNER}(?:[ ]own)? )                                    # one of her
  | {_OWNER}
)"""
_SAYS_NEXT = re.compile(rf"\s(?:(?!(?:who|{BE})\b)\w+\s)?(?!\w+ing\b)(?:{SAYING})\b")
_IN_CAPITALS = alternatives(word.capitalize() for word in words("persons", "heard", "roles"))
_ASKED = re.compile(r"\b(?:asked|interviewed|polled|questioned|surveyed|heard from|spoke to) \Z")
PERSON = re.compile(
    rf"""
    (?: \b | (?<=['’]) ) (?:
           {_SOME} [ ] (?P<sort> {SORT}{{0,3}}) (?P<role> {HEARD} | {ROLE} )
         | (?P<lettered> (?:{_IN_CAPITALS}) [ ] [A-Z] ) (?! \. )            # Witness C
         | (?P<always> (?:[Ss]urvey[ ]|[Ss]eminar[ ])? (?i: {_MEMBERS} | {HEARD} ) )
         | (?P<those> {_FIRST}? [A-Za-z]+ ) [ ] who [ ] (?P<did>
              responded | replied | answered | completed | returned   # pilots who replied
            | took[ ]part | participated | attended | were[ ]interviewed  # those who took part
            | (?: wrote | spoke ) [ ] to [ ] (?:me|us) | gave [ ] evidence # clerks who wrote to us
           )
         | (?P<first> {_FIRST} {SORT}{{0,2}} )?
           (?P<plural> (?! (?i:{_ANYBODY}) \b )            # Senior managers said
              (?: {ROLE} | {_BEGINS} (?i:{ROLE}) )                 # tenants said; Tenants of
              (?! [ ] (?: [A-Z] | (?:{ROLE})\b ) ) )
       ) (?<! \band[ ]colleagues ) (?! [\w-] | [ ] (?i:{BODY}|{POST}) \b   # Moss and colleagues
             | ['’] (?! s?[ ] (?:[\w-]+[ ]){{0,2}}? (?:{STATEMENT})       # the pilot’s view is that
                        (?: (?:,[^,;:.]+,)? [ ] (?:{BE}) [ ] that
                          | (?:[ ](?:of|to)[ ][^,;:.]{{2,40}})? [ ] (?:{SAYS}|read|reads) ) \b ) )
    """,
    re.VERBOSE,
)
_RESPONDED = {"responded", "replied", "answered", "completed", "returned"}
_BODIES = alternatives(plural(noun) for noun in BODIES)
_GROUP = re.compile(
    rf"""
    (?: \b (?: (?P<one> [Oo]ne|[Aa]nother|[Aa]n? )|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree ) [ ]
        (?P<group> (?: {SORT} | (?<![Aa][ ])(?<![Aa]n[ ])[A-Z][\w-]+[ ] ){{0,2}}
            (?(one) (?i:{alternatives(BODIES)}) | (?i:{_BODIES}) ) )
      | {_BEGINS} (?P<many> (?i:{_BODIES}) ) (?! [ ] (?:{BE}|at|for|from|in|on|with) \b ) ) \b
    (?! [ ] (?: of \b | [A-Z] ) )              # one club, two small charities; Clubs said
    """,
    re.VERBOSE,
)
_ROLE_IN_CAPITALS = alternatives(
    {role.title() for role in words("persons", "roles")}
    - words("kinds", "newspapers", "newspapers_too")  # she told the Guardian
)
OFFICE = re.compile(
    rf"""
    (?: \b | (?<=['’]) ) (?: [Tt]he|[Aa]n?|(?P<several>[Oo]ne|[Aa]nother)|{_OWNER}(?:[ ]own)? ) [ ]
    (?: then [ ] )? (?P<office> (?: {SORT} | [A-Z][\w-]+ [ ] ){{0,3}}
        (?: (?i:{POST})                      # the guild’s acting treasurer
          | (?<= [a-z][ ] ) lead               # its safety lead
          | {_ROLE_IN_CAPITALS} ) ) \b       # the Lead Surveyor
    """,
    re.VERBOSE,
)
_OF_WHAT = re.compile(
    rf"""
    [ ] (?:of|for) [ ] (?: the [ ] )? (?! (?:{SMALL_WORD}) \b )
    (?! [a-z’'-]+ [ ] (?:{alternatives(FORENAMES)}) [ ] [A-Z] )
    (?: (?! (?:{SAYING}) \b ) [\w’'-]+ [ ] ){{0,3}}? (?! (?:{SAYING}) \b ) [\w’'-]+
    (?: (?: ,[ ] (?:{MATTER}) ){{1,4}} ,?[ ] and [ ] (?:[A-Z][\w-]+[ ]){{0,2}} (?:{MATTER}) )?
    (?= [,.;:)] | [ ] (?: (?:{BESIDE}) [ ] ){{0,2}} (?:{SAYS}) \b )
    """,
    re.VERBOSE,
)
"""Behind an office, whose it is: the keeper of the lower lamp said; no "head of oil Ann Moss"."""
_CODE_SAYS = re.compile(
    rf"\b(?<!\()(?:{ANY_CODE}(?=,?[ ](?:(?:{BESIDE})[ ])?(?:{SAYS})\b)|(?<=words of ){ANY_CODE}\b)"
)
_DOER = (
    r"(?:[a-z]{2,20}-)?[a-z]{2,20}"
    r"(?:ee|er|or|ist|ian|man|mistress|person|smith|warden|woman|wright)"
)
"""A noun for who does something, by its ending: lamplighter, shipwright, ferry-goer."""
_AGENT = re.compile(
    rf"""
    (?: \b | (?<=['’]) ) (?:[Tt]he|[Aa]n?|(?P<one>[Oo]ne|[Aa]nother)|{_OWNER}) [ ]
    (?P<agent> {SORT}{{0,2}} (?! (?:{BODY}|{WORK}) \b ) {_DOER} )
    (?= (?: \s (?:at|from|in) (?: \s [A-Z][\w’'-]+ ){{1,3}} )?            # a diver in Leith
        (?: ,[^,.;:“”"]{{2,160}}, | \s\([^()]{{1,40}}\) )?
        \s (?: (?: (?:{BESIDE}) \s )? (?:{SAYS}) \b
             | (?(one) (?:{BE}) \b [^.;:?!“”"]{{1,60}} : \s ["“‘'] | (?!) ) ) )  # was unsure: “…”
    """,
    re.VERBOSE,
)
"""Somebody by a noun for who does something, beside a verb of saying: "the lamplighter said"."""
_AGENTS = re.compile(
    rf"""
    \b (?<!['’]) (?P<by> (?: (?:{SAYING}) [ ] by | (?:{STATEMENT}) [ ] (?:by|from|of) ) [ ] )?
    (?P<who> (?: (?: all|both|few|many|most|other|several|some|the|these|those|{CARDINAL} ) [ ] )?
        (?P<agents> {_FIRST}? {SORT}{{0,2}} (?! (?:{BODY}|{WORK}) \b )
            (?: {_DOER} s? | [a-z]{{2,20}} men ) ) )
    (?(by) \b | (?= \s (?: (?:{BESIDE}) \s )? (?:{SAYING}) \b ) )
    """,
    re.VERBOSE,
)
"""The same of several, who may also be those by whom it was said: "it was said by gilders"."""
_ONE_SAID = re.compile(
    rf"""
    \b (?: [Oo]ne|[Aa]nother|(?P<the>[Tt]he) ) [ ]
    (?P<agent> (?(the) {SORT}?? (?:{ROLE}) [ ] | {SORT}{{0,2}} )
        (?! (?:{SAYING}|{SMALL_WORD}|{STATEMENT}|{WORK}|{BESIDE}) \b ) [a-z]{{3,20}} )
    (?= \s (?(the) (?:(?:had|has|have|also)[ ])? )
        (?: (?:added|argued|commented|noted|replied|said|told|wrote) (?: : | \s (?:that|us)\b )
          | told [ ] (?:the|me|him|her|them|our) \b | put[ ]it \b ) )
    """,
    re.VERBOSE,
)
"""One of any sort who says something: one letting platform said that, the pump house told us."""
_NO_AGENTS = frozenset(
    {
        *("agree", "coffee", "degree", "fee", "foresee", "free", "guarantee", "jubilee", "knee"),
        *("levee", "marquee", "oversee", "pedigree", "see", "tree"),
        *("answer", "banner", "border", "centre", "chapter", "computer", "corner", "counter"),
        *("cover", "door", "error", "factor", "floor", "folder", "former", "indicator", "latter"),
        *("ledger", "letter", "marker", "matter", "meter", "monitor", "number", "offer", "order"),
        *("other", "paper", "poster", "power", "quarter", "register", "sector", "sensor"),
        *("sticker", "tower", "tracker"),
    }
)
_PAPER = re.compile(
    rf"""
    \b (?: (?:[Aa]n?|[Oo]ne) [ ] (?P<new> {SORT}{{0,2}} (?:{WORK}) )    # a short circular
         | (?: [Tt]he | (?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?:[ ]own)? ) [ ]
           (?P<owned> {SORT}{{0,2}} [a-z][\w-]+ ['’]s [ ]
                          (?:own[ ])? {SORT}{{0,2}}? (?:{WORK}) )
                                                                       # the auditor’s report
         | [Tt]he [ ] (?P<paper> {SORT}{{0,2}}                         # the guild poster
             (?: booklet|circular|guidance|handbook|leaflet|letter|log|manual|memorandum
               | newsletter|notice|policy|poster|press[ ]release|procedure|protocol
               | questionnaire|statement|website ) )
       ) \b
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r" \d{1,4}\b(?![.,]?\d|%)")
"""By which a document tells one from others: respondent 14."""
_PLACE = re.compile(
    rf" (?:in|from|at) (?!(?:{TIME_OF_YEAR})\b)(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+| \d{{1,3}})?)\b"
)
_SINGULAR = {
    forms[1]: forms[0]
    for noun in words("persons", "heard", "roles", "posts") | BODIES | WORKS
    for forms in [noun_forms(noun)]
}


def described_speakers(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Whoever is named by what he is, in a stretch of a text, in no particular order."""
    for match in PERSON.finditer(text, start, end):
        yield Candidate(*match.span(), _person(text, match, end))
    for match in _CODE_SAYS.finditer(text, start, end):
        yield Candidate(*match.span(), Voice(match[0], "participant"))
    yield from _doers(text, start, end)
    for match in _ONE_SAID.finditer(text, start, end):
        yield Candidate(*match.span(), Voice(match["agent"], "participant"))
    for match in _GROUP.finditer(text, start, end):
        yield Candidate(
            *match.span(),
            Voice(_singular(match["group"] or match["many"].casefold()), "participant"),
        )
    for match in OFFICE.finditer(text, start, end):
        of = _OF_WHAT.match(text, match.end(), end)
        label = match["office"] + (of[0] if of else "")
        yield Candidate(*match.span(), Voice(label, "speech"))
    for match in _PAPER.finditer(text, start, end):
        yield Candidate(
            *match.span(), Voice(match["new"] or match["owned"] or match["paper"], "publication")
        )


def those_who_speak(text: str) -> Iterator[tuple[int, Voice]]:
    """The people without a name who are spoken of because they speak, each with where he ends.

    They come in no particular order.
    """
    for match in OFFICE.finditer(text):
        if match["several"]:
            yield match.end(), Voice(match["office"], "participant")
    for match in PERSON.finditer(text):
        voice = _person(text, match, len(text))
        asked = _ASKED.search(text, max(0, match.start() - 40), match.start())
        speaks = match["always"] or match["did"] or asked or _SAYS_NEXT.match(text, match.end())
        if voice.kind == "respondent" or speaks:
            yield match.end(), voice


def _doers(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Those who are named by a noun for what they do."""
    for match in _AGENT.finditer(text, start, end):
        if does(match["agent"]):
            yield Candidate(match.start(), match.end(), Voice(match["agent"], "participant"))
    for match in _AGENTS.finditer(text, start, end):
        agent = re.sub(r"men\Z", "man", match["agents"].removesuffix("s"))
        plural = agent != match["agents"]  # of one another pattern tells, but for "by the gilder"
        if does(agent) and (plural or match["by"]):
            yield Candidate(*match.span("who"), Voice(agent, "participant"))


def does(agent: str) -> bool:
    """Whether a noun with such an ending is of somebody: a gilder, and no letter."""
    return agent.split()[-1] not in _NO_AGENTS


def _person(text: str, match: re.Match[str], end: int) -> Voice:
    if match["lettered"]:
        return Voice(match["lettered"], "participant")
    noun = match["role"] or match["always"] or match["plural"] or match["those"]
    noun = "respondent" if match["did"] in _RESPONDED else noun.casefold()
    label = f"{match['sort'] or match['first'] or ''}{_singular(noun)}"
    number = _NUMBER.match(text, match.end(), end)
    if number and noun in _SINGULAR.values():
        label += number[0]
    place = _PLACE.match(text, match.end(), end)
    if place:
        label += f", {place['place']}"
    respondent = "respondent" in noun
    if respondent and "survey" not in label and _surveyed(text):
        label = f"survey {label}"
    return Voice(label, "respondent" if respondent else "participant")


@lru_cache(maxsize=64)
def _surveyed(text: str) -> bool:
    return "survey" in text or "questionnaire" in text


def _singular(noun: str) -> str:
    """The description with its noun in the singular: group member for group members."""
    for cut in [0, *(match.end() for match in re.finditer(r"\s", noun))]:
        if (last := noun[cut:]).casefold() in _SINGULAR:
            one = _SINGULAR[last.casefold()]
            return noun[:cut] + (one.capitalize() if last[0].isupper() else one)
    return re.sub(r"members\Z", "member", noun)
