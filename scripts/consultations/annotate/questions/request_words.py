"""What letters say of requests, and of what they answer. All examples here are invented."""

from consultations import patterns as re

_ASKED = re.compile(
    r"""
    \b (?: you \s (?: have\s | had\s | also\s ){0,2} (?: asked | requested | wanted | sought )
         | your \s (?: \w+\s ){0,3}? (?: requests? | questions? | quer(?:y|ies) )  # your questions
         | requests? \s (?: for\sinformation | received | under\sthe )
         | information \s (?: you\s )? (?: requested | sought )
         | i \s (?: \w+\s ){0,4}? (?: request(?:ing)? | to\sknow )         # I would like to know
         | please \s answer \s (?: \w+\s ){0,4}? questions
         | (?: (?:can|could)\s you\s (?:provide|send|supply|tell) \b
             | (?:provide|send|supply|tell)\s (?:me|us) \b ) [^.?!]{0,60} \b following
                                                    # please could you provide the following
         | (?: answer | address | respond\sto | repl(?:y|ies)\sto | deal\swith | take )
           \s (?: each | all | these | them | those ) \b [^.?!]{0,40}? \b in\sturn
                                                       # I shall take each of them in turn
         | questions? \s (?:are|is) \s (?:given|printed|repeated|reproduced|set\sout|shown) \b
         | questions? \s (?:are|is) \s (?:\w+\s)? in \s (?:bold|italics?)
         | response\sform | questionnaire ) \b
  | \A (?: the\s )? (?: requests? | questions? (?:\sasked)? | information\srequested ) \s* :? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands over requests: `You asked for the following.`, `I would like to know`."""
_RAISED = re.compile(
    r"\b(?:rais|express)(?:e[sd]?|ing)\b[^.?!]{0,40}\b(?:concern|issue|matter|objection|point)s?\b",
    re.IGNORECASE,
)
"""What stands over what somebody says and does not ask: `Your report raises three concerns.`"""
_HELD = re.compile(
    r"""
    (?: \bnot | n[’']t | \bno\slonger ) \s (?: hold | keep | record | collect )
      \s (?: \w+\s ){1,3}? (?: information | data | records? | figures? )\b
  | \b (?: information | data ) \s (?: (?: is | are | was | were )\s )?
      not \s (?: held | recorded | collected )\b                       # Information not held
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What only an answer to a request says: `We do not hold this information.`"""
_OF_REQUEST = re.compile(
    r"\byour request\b"
    r"|\b(?:disclose|hold|provide|release|supply)\b[^.?!]{0,60}"
    r"\b(?:this|that|such|the\srequested)\s(?:data|information)\b",
    re.IGNORECASE,
)
"""What an answer to a request begins with: `We can provide this information.`

Not what a notice says of anybody's: `We hold your data`, `We disclose no information to others`.
"""
_SAID = r"(?:answers?|points|quer(?:y|ies)|questions?|repl(?:y|ies)|requests?|responses?)"
_PLACED = (
    r"(?:addressed|answer(?:ed|ing)?|below|beneath|each|follow(?:ing|s)?|given|here|in\sturn|listed"
    r"|repeated|reproduced|set\sout|shown|these|under)"
)
_LEADS = re.compile(
    rf"\b{_SAID}\b[^.?!]{{0,60}}\b{_PLACED}\b|\b{_PLACED}\b[^.?!]{{0,40}}\b{_SAID}\b", re.IGNORECASE
)
"""What leads to questions or their answers: `Our answers follow.`, `Below are the questions`."""
_PUT_BY = re.compile(
    r"\b(?:asked|posed|put|raised|received|requested|sent|submitted"
    r"|your\s(?:\w+\s){0,2}?(?:points?|quer(?:y|ies)|questions?|requests?))\b",
    re.IGNORECASE,
)
"""What says that somebody else puts them."""
_OF_NOBODY = re.compile(
    r"\b(?:commonly|frequently|often|always|every|each\syear|usually|\w+sel(?:f|ves)|most\sasked"
    r"|asked\smost|(?:we|I)\s(?:have\s|then\s)?asked\s(?:\w+\s){1,4}(?:about|how|if|wh[a-z]+)"
    r"|the\squestion\s(?:asked|posed|raised)\sby)\b",
    re.IGNORECASE,
)
"""What says that nobody in particular does, or the author."""


def says_requested(text: str) -> bool:
    """Whether words over a list say that it is what somebody asked for."""
    return _ASKED.search(text) is not None


def says_raised(text: str) -> bool:
    """Whether words over a list say that somebody says what follows, and does not ask it."""
    return _RAISED.search(text) is not None


def says_held(text: str) -> bool:
    """Whether a text says whether something is held, as only an answer to a request does."""
    return _HELD.search(text) is not None


def speaks_of_request(text: str) -> bool:
    """Whether a text speaks of the request that it answers."""
    return _OF_REQUEST.search(text) is not None


def leads_to_questions(text: str) -> bool:
    """Whether a passage leads to questions that somebody else has put."""
    leads = _LEADS.search(text) and _PUT_BY.search(text) and not _OF_NOBODY.search(text)
    return bool(leads)
