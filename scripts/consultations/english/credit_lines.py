"""Lines that say who speaks: under words (`Tenant, Leith`) or over them (`Mr. Moss`)."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.english.name_parts import read_name
from consultations.english.personal_names import personal_names
from consultations.english.small_words import ARTICLE, SMALL_WORD
from consultations.english.word_lists import alternatives, words

CODE = r"(?-i:FGD?|I|ID|INT|P|R|SU|YP)[\ -]?\d{1,3}"
"""The code that a study has for who speaks: FG2, P12."""
CODED = rf"""
    (?: (?: (?:focus[ ])? group | interview | response | submission )
        [ ]? [A-Z]?\d{{1,4}} \b                                                # Focus group 4
      | {CODE} \b
      | (?-i: (?! (?:A|B|CM|EV|HC|HL|M|PQ|Q|SI|TAB)\d ) [A-Z]{{1,4}} \d{{1,4}} ) (?= , | \Z )
                                                                               # T14; LK17, 40s
      | (?-i: [FM] \d{{1,2}} ) (?= , | \Z )                                        # F3, group 2
      | (?: Resp\. | Respondent | Participant | ID ) [ ]? (?: No\.[ ] | \# ) [ ]?
            \d{{1,5}} \b                                                         # ID #4
    )
"""
"""In a verbose pattern: somebody by a number, as studies and consultations print them."""
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
"""Somebody by a forename and a part in life: Kit, night nurse."""
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
_STANDING = re.compile(
    r"(?P<who>[^()\[\]:?!;“”\"]{2,80}?)"
    r"(?P<brackets>(?:[ ][(\[][^()\[\]]{1,60}[)\]]){0,2})[ ]?[:.]?"
)
"""Who speaks, and in brackets his place, his party or, behind an office, his name."""
_ASKS = re.compile(
    r"(?:(?P<who>[^:?!]{3,60}?) )??"
    r"(?P<asks>asked (?:the|[Hh]er|[Hh]is) [A-Z]|[Tt]o ask (?:the )?[A-Z])"
)
"""How a question to a minister is put in print: Mr. Moss asked the Minister for Tolls whether"""
_FEWEST_STANDING = 3


def names_speaker(line: str) -> str | None:
    """Who speaks next, where a line is nothing but that: `Mr. Moss`, `The Clerk (Mr. Moss)`."""
    match = _STANDING.fullmatch(line)
    if match is None:
        return None
    who = match["who"]
    names = personal_names(who)
    is_named = len(names) == 1 and names[0].evidence != "form"
    if is_named and (names[0].start, names[0].end) == (0, len(who)):
        return who
    inside = personal_names(match["brackets"])
    has_name = who.startswith("The ") and len(inside) == 1 and bool(inside[0].title)
    return who if has_name or _OFFICE.fullmatch(who) else None


def asked_in_print(text: str) -> tuple[str | None, int] | None:
    """Who asks a minister and where the question begins: `Mr. Moss asked the Minister whether`.

    None where it is no such question; without a name it stands under who asks.
    """
    match = _ASKS.match(text)
    if match is None or (match["who"] and names_speaker(match["who"]) is None):
        return None
    return match["who"], match.start("asks")


def standing_speakers(texts: Sequence[str]) -> frozenset[int]:
    """Which of some blocks are names of those who speak in the next; none where they head parts.

    In a record of questions and answers somebody asks, and some come again or many ask.
    """
    names = [names_speaker(text) for text in texts]
    over = {n: name for n, name in enumerate(names[:-1]) if name and names[n + 1] is None}
    asking = sum("?" in texts[n + 1] for n in over)
    asking += sum(asked_in_print(text) is not None for text in texts)
    again = len(set(over.values())) < len(over)
    if len(over) < _FEWEST_STANDING or not asking or not (again or asking * 2 >= len(over)):
        return frozenset()
    return frozenset(over)


def is_coded(line: str) -> bool:
    """Whether a line begins with the number that a study has for who it is: `T14`, `P3, female`."""
    return _CODED.match(line) is not None


def tells_who(line: str) -> bool:
    """Whether a line is nothing but who somebody is, by name or by a word for one person."""
    if _SOMEBODY.fullmatch(line) or _NAMED.fullmatch(line):
        return True
    name = read_name(line.partition(",")[0])
    return name is not None and name.evidence != "form"
