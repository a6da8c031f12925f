"""Words with capitals that may be one name: where it begins and ends, and whether it is a body's.

A stretch of such words may begin with what only begins a sentence or says whose the name is, may
hold two names joined by "and", or run into the next sentence.
"""

from collections.abc import Generator, Iterable, Iterator

from consultations import patterns as re
from consultations.annotate.wording import opening
from consultations.english.dates import TIME
from consultations.english.kinds import (
    COMPANY,
    END_OF_BODY,
    MATTER,
    NAMED_BODY,
    NAMED_WHOLE_BODY,
    OF_LAND,
    WORK,
)
from consultations.english.name_parts import CAPITAL, CAPITALISED
from consultations.english.persons import HEARD, POST, ROLE
from consultations.model.text import Interval

_WORD = (
    rf"(?:(?={CAPITAL})[\w-]*(?i:men|folk|people|children|king|queen)['’]s(?=[ ]{CAPITAL})"
    rf"|(?:Her|His)[ ]Majesty['’]s(?=[ ]{CAPITAL})"
    rf"|(?<=[Tt]he[ ])(?!{NAMED_BODY}){CAPITAL}[\w-]+['’]s(?=[ ](?:{NAMED_WHOLE_BODY})\b)"
    rf"|St\.?[ ]{CAPITAL}[\w-]+['’]s(?=[ ]{CAPITAL})"
    rf"|{CAPITAL}[\w-]+['’]s(?=[ ](?:{END_OF_BODY})\b)"
    rf"|{CAPITALISED})"
)
"""Of those whose plural has no `s`, a king, or a saint, a body may be named: the Busmen’s Union; of
its founder where it is that of a land, "Moss’s Scotland", or the article is the body’s own: "the
Moss’s Society"."""
_SEQUENCE = re.compile(
    rf"""
    (?<![\w.@/&’'-]) {_WORD}
    (?: (?<=s)['’](?=[ ]{CAPITAL}) )?                        # Traders’ Association
    (?: [ ] (?: (?:of|for|and|the|on|in|&) [ ] ){{0,3}} {_WORD}
        (?: (?<=s)['’](?=[ ]{CAPITAL}) )? ){{1,40}}+    # Board of the Upper Lock
    """,
    re.VERBOSE,
)
"""No name has more words; a page of words with capitals is so looked at in pieces."""
_MATTER = rf"(?:{_WORD}[ ]){{0,2}}(?:{MATTER})(?!\w)"
_LISTING = re.compile(
    rf"""
    (?<![\w’'-]) (?:{_WORD}[ ]){{0,2}} (?:{NAMED_BODY}) [ ] (?:for|of|on) [ ] (?:{_WORD}[ ]in[ ])?
    {_MATTER} (?: ,[ ] {_MATTER} ){{1,4}} ,?[ ] (?:and|&) [ ] {_MATTER} (?![ ]{CAPITAL})
                                                 # Ministry of Piers, Health and Local Transport
  | (?<![\w’'-]) {_MATTER} (?: ,[ ] {_MATTER} ){{1,4}} ,?[ ] (?:and|&) [ ] (?:{_WORD}[ ]){{1,3}}?
    (?: Committee | Department | Directorate ) (?![ ]{CAPITAL})  # Piers, Health and Tolls Committee
    """,
    re.VERBOSE,
)
"""A body by the matters that it deals with."""
_BODY = re.compile(
    rf"""
    (?: .+ (?<![ ]of) [ ] (?:{NAMED_BODY})                          # Ferry Board
      | .* \b (?:{NAMED_BODY}) [ ] (?:of|for|on) [ ] .+            # Board of Ferries
      | .+ [ ] (?: College|University|Hospital ) [ ] .+   # Marsh University Press
      | .+ [ ] (?: {COMPANY} )                            # Marsh Lamps Ltd
      | (?: .+ [ ] )? {OF_LAND}                         # Ports Scotland
      | Friends [ ] of [ ] .+                           # Friends of the Upper Lock
    ) \Z
    """,
    re.VERBOSE,
)
_WHOLE = rf"(?:{NAMED_BODY}|{COMPANY}|(?i:{WORK})|{OF_LAND})"
_AND_THE = re.compile(
    rf" and the (?=(?:{_WORD} (?:and |& )?){{1,4}}?(?:{NAMED_BODY})\Z"
    rf"|(?:{_WORD} ){{0,2}}(?:{NAMED_BODY}|State|City|County|Duchy|Province) of {_WORD})"
)
"""Between two bodies, of which the second has an article: the Lamp Bank and the Pier Bank."""
_LEAD = re.compile(
    rf"""
    (?: (?:Role|Impact|Future|Status|Use|Approval|Launch) [ ] of
      | (?:(?:Annual|Extraordinary|General|Ordinary|Special|Statutory)[ ]){{0,2}} Meeting [ ] of
      | (?:Answer|Comments|Evidence|Minutes|Reply|Response|Statement|Submission) [ ] of
      | (?:(?:First|Second|Third)[ ]Reading|(?:Committee|Report)[ ]Stage) [ ] of  # of a Bill
      | (?:{NAMED_BODY}) [ ] of (?=[ ]the[ ](?:{_WORD}[ ]){{1,3}}(?:{NAMED_BODY})\b)
                                                          # the Board of the Lamp Society
      | (?:{TIME}) (?=[ ]the[ ])                                 # in May the Court of Appeal
      | (?i: {POST} | {ROLE} | {HEARD} ) [ ] of (?=[ ]the[ ])    # Members of the Lamp Board
      | (?i: {POST} ) [ ] (?:at|of) (?= [ ] (?:{_WORD}[ ]){{1,4}} (?:{NAMED_WHOLE_BODY}) \b )
                                                          # Principal of Upper Lock College
      | (?:Crown|Parliamentary) [ ] [Cc]opyright
      | [A-Z][a-z]+(?:ed|[^\Ws]s) (?=[ ]the[ ])                 # Welcomes the Lamp Board
      | [A-Z][a-z]+ed [ ] (?:for|in|of|on) )                     # Prepared for the Lamp Fund
    [ ] (?:the[ ])?
    """,
    re.VERBOSE,
)
"""What stands before a name at the beginning of a line, and is no part of it."""
_JOINED = re.compile(
    rf"""
    (?P<one> (?: (?! of[ ] | for[ ] ) \S+ [ ] )+? {_WHOLE} ) [ ]and[ ] (?P<other> \S.* )
    | (?P<first> (?! \S+ [ ]and[ ] ) (?: .+?\b )? {_WHOLE} .*? ) [ ]and[ ]
      (?P<second> (?! Local[ ]Government \Z ) (?: .+\b{_WHOLE} | {OF_LAND} ) .* )
    """,
    re.VERBOSE,
)
"""Two names: the first of them is whole without the second, or both end in what they are."""
_BODY_FOR_WORK = re.compile(
    rf"""
    .* (?i:{ROLE}) (?<=s) ['’]? [ ] Convention \Z           # Lamp Pensioners Convention
  | (?:.+[ ])? (?:{NAMED_BODY}) [ ]
    (?: of [ ] (?:\S+[ ]){{0,3}} (?: Policy | Studies )                 # School of Pier Studies
      | (?:for|on) [ ] (?:\S+[ ]){{0,3}}                               # Institute for Lamp Policy
        (?: Analysis | Assessment | Evaluation | Policy | Regulation | Strategy | Studies ) )
    \Z
    """,
    re.VERBOSE,
)
"""A body whose business is the last word of its name, which may also be a kind of work."""
_FIRM = re.compile(rf"{_WORD}(?: {_WORD})? & {_WORD}\Z")
"""A firm by the names of two: Moss & Reed."""
_PLACE_BEFORE = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Ff]rom|[Ii]n|[Nn]ear|[Ss]ince|[Uu]nder|[Uu]ntil) (?:the )?\Z"
)
_PLACE = re.compile(rf"(?P<where>{_WORD}(?: {_WORD}){{0,2}}) the (?={_WORD})")
"""A place or a time before a name with its article: "in Leith the Lamp Board", "in the Upper Lock
the Lamp Board"."""
_LAST = re.compile(r"\b(?i:last|next) \Z")
_DAY = re.compile(rf"(?P<where>{TIME}) (?={CAPITAL})")
"""A time before a name, behind "last": "last Tuesday Lamp Aid"."""
_BOTH = re.compile(r" both (?!\w+s\b)[a-z](?![^.,;:]* and )")
"""Behind two who do the same, and no body with an "and" in its name."""
_TWO = re.compile(rf"(?P<one>\S+ (?:(?! and ).)*) and (?P<other>{_WORD} (?:(?! and ).)*)")
_OWNER = re.compile(r"(?P<whose>.*\b(?:for|of) .*s)['’] ")
"""Whose something is, in front of it: the Board of Piers’ Lamp Plan."""
_NEW_SENTENCE = re.compile(
    r" (?=(?:The|It|This|These|We|A|An|In|He|She|They|Our|For|Of|To)(?: |\Z))"
)
"""In a sequence of words with capitals, where a line ended without a full stop."""
_TAIL = re.compile(rf" (?:on|for|of)(?: the)? (?:{TIME})\b| in (?:the )?{_WORD}")
"""When and where a body is: the River Club in May, the Lamp Board in Leith."""
_IN_TIME = re.compile(rf" (?:in|on)(?: the)? (?:{TIME})\Z")


def listings(text: str) -> Iterator[Interval]:
    """Where bodies stand that are called by several matters."""
    for match in _LISTING.finditer(text):
        yield opening(text, *match.span()), match.end()


def stretches(text: str, edges: Iterable[int]) -> Iterator[Interval]:
    """Each run of words with capitals, as the names that it may be.

    Args:
        text: of a passage.
        edges: where italics begin and end; no name goes over one.
    """
    cuts = sorted(edge for edge in edges if " " in text[edge - 1 : edge + 1])
    for match in _SEQUENCE.finditer(text):
        start, end = match.span()
        for cut in (*(cut for cut in cuts if start < cut < end), end):
            yield from _apart(text, start, start + len(text[start:cut].rstrip()))
            start = cut + (text[cut : cut + 1] == " ")


def is_body(name: str) -> bool:
    """Whether a name is one of a body or a firm by its words."""
    return " " in name and bool(
        _BODY.match(name) or _FIRM.match(name) or _BODY_FOR_WORK.match(name)
    )


def is_body_for_work(name: str) -> bool:
    """Whether a name ends in a kind of work that is what the body does."""
    return _BODY_FOR_WORK.match(name) is not None


def _apart(text: str, start: int, end: int) -> Iterator[Interval]:
    """The stretch without what only begins a sentence, or its two parts where `and` joins names."""
    start = opening(text, start, end)
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    start = yield from _past_place(text, start, end)
    if both := _AND_THE.search(text, start, end):
        if " " in text[start : both.start()]:
            yield from _apart(text, start, both.start())
        start = both.end()
    if new := _NEW_SENTENCE.search(text, start, end):
        yield from _apart(text, start, new.start())
        start = new.end()
        start = opening(text, start, end)
    owner = _OWNER.match(text, start, end)
    if owner and _BODY.match(owner["whose"]):
        yield owner.span("whose")
        start = owner.end()
    tail = _TAIL.search(text, start, end)
    if tail and (_BODY.match(text[start : tail.start()]) or _IN_TIME.match(tail[0])):
        yield from _apart(text, tail.end() + 1, end)
        end = tail.start()
    two = _BOTH.match(text, end) and _TWO.fullmatch(text, start, end)
    joined = two or _JOINED.fullmatch(text, start, end)
    if joined:
        one, other = ("one", "other") if joined["one"] else ("first", "second")
        yield joined.span(one)
        yield from _apart(text, *joined.span(other))
    elif start < end:
        yield start, end


def _past_place(text: str, start: int, end: int) -> Generator[Interval, None, int]:
    """Where a name begins behind a place or a time; yields the place if it is a body itself."""
    place = None
    if _PLACE_BEFORE.search(text, max(0, start - 11), start):
        place = _PLACE.match(text, start, end)
    elif _LAST.search(text, max(0, start - 6), start):
        place = _DAY.match(text, start, end)
    if place and is_body(place["where"]):
        yield place.span("where")
    return place.end() if place else start
