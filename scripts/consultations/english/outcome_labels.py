"""Labels over the parts of an outcome: what was proposed, what people said, what was decided.

Each is a passage of its own, and only says what stands below it. All examples here are invented.
"""

from consultations import patterns as re
from consultations.english.call_labels import is_answer_label

_PROPOSED = re.compile(
    r"""
    (?: what\ (?:we|was|were|the\ \w+) (?:\ had)? \ (?:proposed|asked|consulted\ on|suggested)
      | the\ (?:consultation|questionnaire|survey) (?:\ (?:document|paper))?
        \ (?:asked|proposed|suggested)                  # The consultation asked
      | we\ (?:asked|proposed|consulted\ on)           # We asked
      | (?: (?: summary\ of | our | the | draft | initial | original | consultation )[ ]
        ){0,3} proposals?
      | summary\ of\ what\ we\ proposed
      | what\ is\ proposed
    )
    \s*[:.]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PUT = re.compile(
    r"""
    (?: what\ (?:we|was|the\ \w+) (?:\ had)? \ asked              # What we asked
      | the\ (?:consultation|questionnaire|survey) (?:\ (?:document|paper))? \ asked
      | we\ asked
    )
    \s*[:.]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Those labels of `_PROPOSED` under which a question stands."""
_RECEIVED = re.compile(
    r"""
    (?: (?: (?: analysis | overview | summary )\ of[ ] | (?: the | our | your )[ ]
          | (?: consultation | consultee | respondent | stakeholder )s?['’]?[ ] ){0,4}
        (?: comments | feedback | replies | representations | responses | submissions | views )
        (?: \ (?: expressed | made | received ) )?
        (?: \ to\ (?: our | the | this )\ \w+
          | \ (?: by | from | of )\ (?: consultees | others | respondents | stakeholders | you ) )?
      | what\ (?:you|people|respondents|consultees|they|stakeholders)\ (?:told\ us|said|thought)
      | what\ (?:we|was)\ (?:heard|received)
      | (?:you|respondents|consultees)\ (?:said|told\ us)         # You said
    )
    \s*[:.]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECIDED_AND = (
    r"(?:\ and\ (?:our\ )? (?: decisions? | next\ steps | position | rationale | reasons? ))?"
)
_DECIDED = re.compile(
    rf"""
    (?: (?:(?: our | the | final )[ ]){{0,2}} (?: decisions?(?:\ made)? | outcome ) {_DECIDED_AND}
      | our\ conclusions? {_DECIDED_AND}
      | (?:our\ )? (?: assessment | conclusions? | reasons? | response )
        \ and\ (?:our\ )? (?:final\ )? decisions?           # Our response and decision
      | our\ final\ (?: position | proposals? )
      | what\ (?: we | we\ have | we\ are | was | is | is\ being | has\ been | will\ be )
            \ (?:decided|did|done|doing|do) (?:\ (?: now | to\ do ))?      # What has been done
      | what\ (?:we\ will|happens|will\ happen|happened) (?:\ do)? (?:\ next)?
      | we\ (?:are\ doing|decided|did|have\ (?:decided|done)|will)     # We did
      | (?! (?:for|in|no|that|this|with)\ )                          # In response
        (?:the\ [\w’']+(?:\ [\w’']+)?|[\w’']+) \ (?:response|reply)               # Council response
    )
    \s*[:.]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:what\ )?(?:you|people|residents|members|they)\ asked(?:\ (?:us|for))?\s*[:.]?"
    r"|(?:(?:the|your)\ )?(?:foi\ |information\ )?request(?:\ for\ information)?\s*:?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:what\ )?we(?:\ have)?\ (?:said|answered|replied|responded)\s*[:.]?", re.IGNORECASE
)
_COUNTED_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]? (?=[A-Z])")


def _says(form: re.Pattern[str], text: str) -> bool:
    """Whether a passage is a label of a form, with or without a number: `2.4 What we proposed`."""
    number = _COUNTED_LABEL.match(text)
    return form.fullmatch(text, number.end() if number else 0) is not None


def says_proposed(text: str) -> bool:
    """Whether a passage is only a label over what was proposed: `What we proposed`."""
    return _says(_PROPOSED, text)


def says_put(text: str) -> bool:
    """Whether a passage is only a label over what people were asked: `We asked`."""
    return _says(_PUT, text)


def says_received(text: str) -> bool:
    """Whether a passage is only a label over what people said of it: `What you told us`."""
    return _says(_RECEIVED, text)


def says_asked(text: str) -> bool:
    """Whether a passage is only a label over what people asked for: `You asked`, `Your request`."""
    return _says(_ASKED, text)


def says_replied(text: str) -> bool:
    """Whether a passage is only a label over an answer, or over what became of it: `We said`."""
    return _says(_SAID, text) or says_decided(text) or is_answer_label(text)


def says_decided(text: str) -> bool:
    """Whether a passage is only a label over what was decided or done: `Our decision`."""
    return _says(_DECIDED, text)
