"""Lines under a quotation that say who spoke: `Parent of an apprentice`, `Kit, nurse`."""

from consultations import patterns as re
from consultations.english.personal_names import read_name
from consultations.english.small_words import ARTICLE, SMALL_WORD
from consultations.english.word_lists import alternatives, words

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
_NAMED = re.compile(rf"[^\W\d_a-z][\w’'-]+,[ ](?:[\w’'-]+[ ]){{0,3}}?(?:{_ONE})\b[^.?!;:]{{0,60}}")
"""Somebody by a forename and a part in life: Kit, night nurse."""


def tells_who(line: str) -> bool:
    """Whether a line is nothing but who somebody is, by name or by a word for one person."""
    if _SOMEBODY.fullmatch(line) or _NAMED.fullmatch(line):
        return True
    name = read_name(line.partition(",")[0])
    return name is not None and name.evidence != "form"
