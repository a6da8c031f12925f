"""What the takers of minutes write between the words of those who speak.

`[Interruption]`, `(Laughter.)`, `The sitting was suspended for ten minutes.`, `On resuming—`:
nobody says it, and nobody's words end there. `The witnesses withdrew.` ends what they say. All
examples here are invented.
"""

from consultations import patterns as re

_BODY = r"(?:committee|commission|court|hearing|inquiry|meeting|panel|session|sitting|tribunal)s?"
_HEARERS = r"(?:witness(?:es)?|deputation|delegation|visitors?|public|room|gallery)"
_DIRECTION = re.compile(
    rf"""
    (?: \[ (?P<boxed> [^\[\]]{{3,160}} ) \] | \( (?P<bracketed> [^()]{{3,160}} ) \) ) [.]?
  | (?:the\ )? {_BODY} \ (?:(?:was|were|is|then)\ )?
    (?:suspended|adjourned|resumed|paused) \b .{{0,80}}     # Sitting suspended for a vote.
  | (?:on|after|upon) \ (?:resuming|resumption|the\ (?:break|adjournment)) \W*
  | (?: laughter | applause | interruption | pause | short\ break | break ) \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAVING = re.compile(
    rf"""
    [\[(<]? (?:the\ )?
    (?: {_HEARERS} \ (?:(?:then|was|were)\ )?
        (?:withdrew|left|retired|stood\ down|dismissed)     # The witnesses withdrew.
      | [^.?!]{{0,40}} \b withdrew                           # Mr Moss and Mrs Reed withdrew.
      | (?:[^.?!]{{1,60}},\ )?
        (?: (?:cross-|re-)?examin(?:ed\ by|ation\ (?:by|of)) | question(?:ed\ by|s\ (?:by|from)) )
                                                             # Mr Moss, examined by Mr Reed.
      | {_BODY} \ (?:closed|ended|rose|concluded|adjourned\ (?:at|until|till|sine))
    )
    \b .{{0,60}}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EXAMINED = re.compile(
    r"\b(?:examin(?:ed|ation)|question(?:ed|s))\s(?:again\s|further\s)?(?:by|from)\s"
    r"(?P<who>(?:\w{2,4}\.\s)?[^,.;:?]{3,40})[.:]?\Z",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"<?(?P<who>[A-Z][^():;?]{3,60}?),? [(\[]?(?:(?:re)?called|(?:re-?)?sworn|affirmed|on oath)"
    r"(?: (?:and )?(?:sworn|affirmed|examined))?[)\]]?\.?"
    r":?(?: \[\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?\])?",
)
"""Who is heard from this line on: `MS ANN MOSS (affirmed)`, `<THOMAS REED, sworn: [10.02am]`"""
_EXAMINED_HERE = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]*,?\s(?:(?:and|d[aei]|la|le|v[ao]n|von\sder)\s)?){2,7})"
    r"(?:(?:further|re-?called\sand)\s|re-?)?examined\.?(?:\s\(.{1,12}\)\.?)?"
)
"""The same as names and a single word: `Hon. Ann Moss, M.H.R., examined. (No. 2.)`"""
_NO_ANSWER = re.compile(r"no\b|not\b|blank|declined|(?:un|in)audible|silen(?:t|ce)", re.IGNORECASE)
"""How a remark in brackets begins that stands in place of an answer: `[No reply]`,
`[Inaudible]`."""


def is_direction(text: str) -> bool:
    """Whether a passage says what happened in the room, and nobody's words."""
    match = _DIRECTION.fullmatch(text)
    if match is None:
        return False
    remark = match["boxed"] or match["bracketed"]
    return remark is None or _NO_ANSWER.match(remark) is None


def ends_hearing(text: str) -> bool:
    """Whether the person heard has left, or another is called: `The witnesses withdrew.`."""
    return _LEAVING.fullmatch(text) is not None or witness_called(text) is not None


def witness_called(text: str) -> str | None:
    """Who is heard after a line that says so: `Ann Moss (sworn)`."""
    match = _CALLED.fullmatch(text) or _EXAMINED_HERE.fullmatch(text)
    return match["who"].strip(" ,") if match else None


def examined_by(text: str) -> str | None:
    """Who asks after a line that says so: `Mr Moss, examined by Mr Reed.`."""
    match = _EXAMINED.search(text) if ends_hearing(text) else None
    return match["who"] if match else None
