"""Replies that are complete in a few words: `Yes`, `Agree in part`, `No comment`, `See above`."""

from consultations import patterns as re
from consultations.english.word_lists import alternatives, words

_STANCE = alternatives(words("replies", "stances"))
_DEGREE = alternatives(words("replies", "degrees"))
_ADDITION = alternatives(words("replies", "additions"))
_NOTHING = alternatives(words("replies", "nothing"))
_ELSEWHERE = alternatives(words("replies", "elsewhere"))

_SHORT_REPLY = re.compile(
    rf"""
    (?:
        (?:{_DEGREE}[ ]){{0,2}}(?:{_STANCE})(?:[ ](?:{_ADDITION})){{0,2}}   # strongly agree in part
      | {_NOTHING}                                                          # no comment
      | {_ELSEWHERE}                                                        # see above
        # please see our answer to question 4
      | (?:please[ ])?(?:see|refer[ ]to|as[ ]for|as[ ]in)[ ](?:[a-z]{{2,12}}[ ]){{0,5}}
        (?:q|questions?|answers?|responses?|comments?|sections?|paragraphs?)
        (?:[ ]?[a-z]?\d[\da-z]*(?:[ ](?:and[ ])?[a-z]?\d[\da-z]*){{0,4}})?
        (?:[ ](?:above|below))?
    )
    """,
    re.VERBOSE,
)
_BOX = re.compile("[\N{BALLOT BOX}\N{BALLOT BOX WITH CHECK}\N{BALLOT BOX WITH X}]")
"""A box to be ticked: `Yes ☒ No ☐` is a reply whatever stands beside the boxes."""
_POINT = re.compile(r"[.,;:!]|\s[–—-]{1,2}\s")
_NOT_WORDS = re.compile(r"[^\w'/]+")
_MOST = 12
"""Words of a reply that could be short."""


def is_short_reply(text: str) -> bool:
    """Whether a text says no more than a question asks for, or that it says nothing.

    Case, brackets and points do not count: `(BLANK)` and `N/A.` are replies too. A line of boxes of
    which one is ticked is one.
    """
    if len(text.split()) > _MOST:
        return False
    if _BOX.search(text):
        return True
    plain = _NOT_WORDS.sub(" ", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).strip()
    return _SHORT_REPLY.fullmatch(plain.casefold()) is not None


def opens_reply(text: str) -> bool:
    """Whether a text is a short reply, or begins with one and goes on: `No. We light all.`."""
    point = _POINT.search(text)
    return is_short_reply(text) or (point is not None and is_short_reply(text[: point.start()]))
