"""Lines that say who speaks: under words (`Tenant, Leith`) or over them (`Mr. Moss`)."""

from consultations import patterns as re
from consultations.english.name_parts import read_name
from consultations.english.personal_names import personal_names
from consultations.english.persons import TITLES
from consultations.english.small_words import ARTICLE, SMALL_WORD
from consultations.english.word_lists import alternatives, words

CODE = r"(?-i:FGD?|I|ID|INT|P|R|SU|YP)[\ -]?\d{1,3}"
"""The code that a study has for who speaks: FG2, P12."""
ANY_CODE = rf"(?:{CODE}|(?-i:(?!(?:A|B|CM|EV|HC|HL|M|PQ|Q|SI|TAB)\d)[A-Z]{{1,4}}\d{{1,4}}))"
"""The same with whatever letters, and no road or paper of a parliament: SW2, TM1."""
HYPHENED_CODE = r"(?P<letters>[A-Z]{2,3})-(?P<number>\d{1,3}\b)"
"""A code with a hyphen, which may be a summit's as well, and no standard's or year: KP-04."""
CODED = rf"""
    (?: (?: (?:focus[ ])? group | interview | response | submission )
        [ ]? [A-Z]?\d{{1,4}} \b                                                # Focus group 4
      | {CODE} \b
      | {ANY_CODE} (?= , | \Z )
                                                                               # T14; LK17, 40s
      | (?-i: [FM] \d{{1,2}} ) (?= , | \Z )                                        # F3, group 2
      | (?-i: [A-Z][a-z]{{2,15}} ) [ ] \d{{1,3}}
            (?= , [ ] (?: (?:fe)?male | man | woman | boy | girl | aged ) \b )       # Pier 3, male
      | (?: Resp\. | Respondent | Participant | ID ) [ ]? (?: No\.[ ] | \# ) [ ]?
            \d{{1,5}} \b                                                         # ID #4
    )
"""
"""A verbose pattern: a person told by a number, as studies and consultations print it."""
IN_BRACKETS = r"(?:[^()\[\]]|\([^()\[\]]{0,60}\)){2,80}"
"""What stands in brackets as a credit; it may have brackets inside: Keeper 3 (female, 45)."""
_ONE = alternatives(words("persons", "heard", "roles", "posts"))
_SOMEBODY = re.compile(
    rf"""
    (?: (?:{ARTICLE}|one) [ ] )?
    (?: (?! (?:{SMALL_WORD}) [ ] ) [\w’'-]+ [ ] ){{0,3}}? (?:{_ONE})   # harbour volunteer
    (?: [ ] (?:at|for|from|in|of|on|with) [ ] [^.?!;:,]{{2,60}} )?       # parent of an apprentice
    (?: ,[ ] [^.?!;:]{{2,60}} )?                                       # tenant, Leith
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CODED = re.compile(CODED, re.VERBOSE | re.IGNORECASE)
_NAMED = re.compile(rf"[^\W\d_a-z][\w’'-]+,[ ](?:[\w’'-]+[ ]){{0,3}}?(?:{_ONE})\b[^.?!;:]{{0,60}}")
"""Somebody by a forename and what that person does: Kit, night nurse."""
_POST = rf"""
    (?: (?:deputy|vice|acting) [ -] )? (?: {alternatives(words("persons", "posts"))} | witness )
"""
_OFFICE = re.compile(
    rf"""
    (?: the[ ] )? {_POST} (?: [ ] (?: [A-Z] | \d{{1,3}} ) )?      # The Chairman; Witness B
  | (?: madam | mr\.? | mrs\.? | ms\.? ) [ ] (?: (?:deputy|vice)[ -] )? {_POST}   # Madam Speaker
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY = re.compile(r"(?:asked|answered|tabled|put)[ ]by\b[ ]?:?[ ]*", re.IGNORECASE)
"""What a paper of questions prints before the name or over it: Answered by Ann Moss."""
_STANDING = re.compile(
    r"(?P<who>[^()\[\]:?!;“”\"]{2,120}?)"
    rf"(?P<brackets>(?:[ ][(\[](?:{IN_BRACKETS}|[A-Z])[)\]]){{0,3}})[ ]?[:.]?"
)
"""Who speaks; in brackets a place, a party or, behind an office, the name."""
_OF_PLACE = re.compile(r"[ ](?:of|in)(?:[ ](?:[A-Z][\w’'-]+|and|le|on|the|under|upon))+")
"""The place in a peer's title: Lord Moss of Reed on Tarn."""
_PEER = re.compile(rf"The (?:Lord )?(?:{alternatives(TITLES)}){_OF_PLACE.pattern}")
"""People printed by their title alone: The Earl of Tarn, The Lord Bishop of Reed."""
_LONGEST_LEAD = 12
"""Words."""


def names_speaker(line: str) -> str | None:
    """Who speaks next, where a line says only that: `Mr. Moss`, `The Clerk (Mr. Moss)`."""
    by = _BY.match(line)
    match = _STANDING.fullmatch(line[by.end() :] if by else line)
    if match is None:
        return None
    who = match["who"]
    if by:
        # Behind the name stands what he is: Ann Moss - Minister for Tolls.
        named, *_ = re.split(r"[ ][-–—][ ]|,[ ]", who)
        return named if named[0].isupper() else None
    if _is_name(who):
        return who
    inside = personal_names(match["brackets"].title() if line.isupper() else match["brackets"])
    has_name = who[:4].casefold() == "the " and bool(inside) and bool(inside[0].title)
    return who if has_name or _OFFICE.fullmatch(who) or _PEER.fullmatch(who) else None


def _is_name(who: str) -> bool:
    """Whether words are a person's name and nothing else, but for a peer's place.

    The place may look like the name of another: Lord Moss of Wall Heath.
    """
    name = next(iter(personal_names(who)), None)
    if name is None or name.evidence == "form" or name.start:
        return False
    rest = who[name.end :]
    return not rest or bool(name.title and _OF_PLACE.fullmatch(rest))


def leads_to_speech(line: str) -> bool:
    """Whether a line stands beside who speaks next: `Asked by`, `Question to the clerk:`."""
    is_bare = _BY.fullmatch(line) is not None
    return is_bare or (line.endswith(":") and len(line.split()) <= _LONGEST_LEAD)


def is_coded(line: str) -> bool:
    """Whether a line begins with a code for a person, as studies have: `T14`, `P3, female`."""
    return _CODED.match(line) is not None


def tells_who(line: str) -> bool:
    """Whether a line only says who somebody is: by name, or by a word for one person."""
    if _SOMEBODY.fullmatch(line) or _NAMED.fullmatch(line):
        return True
    name = read_name(line.partition(",")[0])
    return name is not None and name.evidence != "form"
