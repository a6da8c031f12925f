"""Replies that are complete in a few words: `Yes`, `Agree in part`, `No comment`, `See above`."""

from consultations import patterns as re
from consultations.english.boxes import BOX
from consultations.english.word_lists import alternatives, words

_PROGRESS = alternatives(words("replies", "progress"))
_STANCE = alternatives((*words("replies", "stances"), *words("replies", "progress")))
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
_JUDGED = re.compile(rf"(?:(?:{_DEGREE}) )?(?:{_PROGRESS})")
_BOX = re.compile(BOX, re.VERBOSE)
"""A line with boxes is a reply, whatever else it says: `Yes ☒ No ☐`."""
_POINT = re.compile(r"[.,;:!]|\s[–—-]{1,2}\s")
_NOT_WORDS = re.compile(r"[^\w'/]+")
_MOST = 12
"""Most words of a short reply."""


def is_short_reply(text: str) -> bool:
    """Whether a text only answers what was asked, in a few words, or says that it does not answer.

    Case, brackets and points do not count: `(BLANK)` and `N/A.` are replies too. A line of boxes of
    which one is ticked is one, and so is what a form offers: `Agree / Disagree`.
    """
    offered = text.split(" / ")
    if 1 < len(offered) < _MOST:
        return all(map(is_short_reply, offered))
    if len(text.split()) > _MOST:
        return False
    if _BOX.search(text):
        return True
    return _SHORT_REPLY.fullmatch(_plain(text)) is not None


def judges_progress(text: str) -> bool:
    """Whether a text only says how far something has come: `Partially achieved`."""
    return len(text.split()) <= _MOST and _JUDGED.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    """The words of a text in small letters, without brackets and points."""
    straight = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _NOT_WORDS.sub(" ", straight).strip().casefold()


def opens_reply(text: str) -> bool:
    """Whether a text is a short reply, or begins with one and goes on: `No. We light all.`."""
    point = _POINT.search(text)
    return is_short_reply(text) or (point is not None and is_short_reply(text[: point.start()]))


_ANSWERS = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies)|respon(?:d|se|ses)|in\sturn)\b", re.IGNORECASE
)


def speaks_of_answers(text: str) -> bool:
    """Whether a text over a list may announce answers: `Our replies follow.`."""
    return _ANSWERS.search(text) is not None


_KIND = r"(?:(?:questions|recommendations|proposals|conclusions)(?:\snos?\.?)?|q[ ]?)"
_COUNT = r"\d{1,6}(?:\.\d{1,3}){0,2}"
_LIST = rf"{_COUNT}(?:\s?(?:,|,?\sand\s|&|\sto\s|[-–])\s?{_COUNT}){{1,6}}"
_TOGETHER = re.compile(
    rf"""
      # We answer questions 4 to 6 together
      \b{_KIND}\s?(?P<after>{_LIST}) [^.?!]{{0,60}} \b(?:together|jointly)\b
      # Taking together recommendations 2 and 3
    | \b(?:together|jointly)\b [^.?!\d]{{0,40}} \b{_KIND}\s?(?P<before>{_LIST})
      # Response to questions 4–6
    | \A(?:our[ ]|the[ ])?(?:answer|reply|response)[ ]to[ ]{_KIND}\s?(?P<label>{_LIST})
      # Recommendations 2 and 3: accepted
    | \A{_KIND}\s?(?P<stated>{_LIST})\s?[:–—]\s
      # Joint answer to written questions E-11/20 and E-12/20
    | \A(?:the[ ])?joint[ ](?:answer|reply|response)\b
      # These two questions are answered together
    | \b(?:both|these|the[ ](?:two|three|four|five))[ ](?:two[ ]|three[ ]|four[ ])?
      (?:questions|recommendations|proposals|conclusions)
      (?: [ ]are | [ ]have[ ]been | [ ]can[ ]be )? [^.?!]{{0,30}} \b(?:together|jointly)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = 300
"""Code points at the beginning of an answer in which it says which questions it answers."""
_RANGE = re.compile(r"(\d+)\s?(?:to|[-–])\s?(\d+)")
_PRINTED = re.compile(_COUNT)
_RANGE_OF_PARTS = re.compile(
    r"(?P<within>(?:\d{1,3}\.){0,2})(\d+)\s?(?:to|[-–])\s?(?P=within)(\d+)"
)
"""The first and the last of a row within one number: `6.2–6.5`."""


def answered_together(text: str) -> frozenset[str] | None:
    """The numbers of the questions that an answer takes together: `We take 4 to 6 together`.

    None where it says nothing of the kind; no number where it says `these questions`.
    """
    match = _TOGETHER.search(text[:_OPENING])
    if match is None:
        return None
    said = next(filter(None, match.groups()), "")
    between = {
        f"{within}{number}"
        for within, first, last in _RANGE_OF_PARTS.findall(said)
        for number in range(int(first), int(last))
    }
    return frozenset(between.union(_PRINTED.findall(said)))


def numbers_in(said: str) -> set[int]:
    """The numbers of a list in words: `3, 5 and 7 to 9`."""
    numbers = {int(number) for number in re.findall(r"\d+", said)}
    for first, last in _RANGE.findall(said):
        numbers |= set(range(int(first), int(last)))
    return numbers
