"""Clauses that are whole though their last word mostly leads on, as headings are made of them."""

from consultations import patterns as re
from consultations.rules.prose import breaks_off

_TOPIC = re.compile(
    r"""
    (?:who|what|where|when|why|which|how)\b.{1,60}?\b
    (?:
        (?:i|you|we|they|he|she|it|this|these|that|those|there      # Who we are
          |(?:the|our|your|their|its)[ ](?:[a-z]{2,15}[ ]?){1,2})[ ]   # What the ferry will be
        (?:[a-z]{1,12}[ ]){0,3}?                                    # Where we want to be
        (?:am|are|is|was|were|be|been|have|had|will|can|could|should|must)
        (?:[ ]not)?                                                 # What we have not
      | (?:who|what|when|where|how)[ ]
        (?:can|could|does|may|must|should|will|would)    # Who pays for a lamp, and who should
      | (?:can|could|may|must|should|to)[ ][a-z]{1,12}[ ](?:that|these|this)  # Who can use this
      | (?:about|at|by|for|from|in|into|of|on|to|with|without)      # What the guild asks for
      | (?:want|need|plan|hope|like|mean)s?[ ]to[ ][a-z]{2,12}       # What we want to see
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A clause that begins like a question and is whole, though a sentence seldom ends in its word."""
_CLAUSE_END = re.compile(
    r"""
      (?:Who|What|When|Where|Which|How)                    # Where
    | .*? \b (?:as|how|than|what|where|who) [ ] (?:\w{1,15}[ ])??   # Leave the piers as they are
      (?:he|i|it|she|they|there|we|you) [ ]
      (?:am|are|be|can|could|had|has|have|is|must|should|was|were|will|would)
    | [A-Z][a-z]{1,12}ing [ ] (?:[a-z]{2,12}[ ])?          # Getting in; Seeing it through
      (?:about|along|around|by|down|in|off|on|out|over|through|up)
    """,
    re.VERBOSE,
)
"""A clause that is whole, though its last word mostly leads on."""


def is_broken(words: str) -> bool:
    """Whether the words break off, and are no clause such as `Who we are`, which is whole."""
    return breaks_off(words) and not (_TOPIC.fullmatch(words) or _CLAUSE_END.fullmatch(words))


def ends_in_see(words: str) -> bool:
    """Whether the words lead to another place: `Tolls, see`. So `What we hope to see` does not."""
    return words.split()[-1].lower() == "see" and not _TOPIC.fullmatch(words)
