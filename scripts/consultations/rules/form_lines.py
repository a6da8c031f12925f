"""What lines of a form show: which ask, which are boxes, which begin another part of it."""

from consultations import patterns as re
from consultations.english import boxes
from consultations.english.replies import is_short_reply
from consultations.rules.numbering import read_number

BOX = re.compile(rf"[●○] | {boxes.BOX}", re.VERBOSE)
"""A box to be ticked, or a round one: `☒ by ferry`, `(X) by road`, `○ on foot`."""
_REMARK = re.compile(
    r"""
    (?: \s* (?: \* | \([^()]{1,80}\) | \[[^\[\]]{1,80}\]                      # (required)
      | (?<=\?\s)(?:please\s)?(?:tick|select|choose|mark|circle|check)\b [^.?!]{1,60}\.? ) )+
    \s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a form has behind a question: `*`, `(required)`, `[Tick one]`, `Tick all that apply.`"""
_LONGEST_REMARK = 250
"""Code points at the end of a line in which remarks stand."""
_COUNTED = re.compile(
    r"""
    Q(?:uestion)?\.?\s?\d{1,3}[a-z]?\b         # Q2   Q.2b
  | \d{1,3}\([a-z]\)\s                        # 2(b)
  | \d{2,4}/\d{1,4}(?:\.\d{1,2})?\s            # 16/41, of a council's minutes
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ ,&]){1,45}(?: \([a-z£$€%][^()\d]{0,40}\))?\??:\s\S")
"""A label and its value: `Run by: the guild`, `Guild (if any): us`, `Cost of oil (£m): none`."""


def asks(words: str) -> bool:
    """Whether a line ends as a question does: `Do you agree? *`."""
    return without_remark(words).rstrip("”\"'’) ").endswith("?")


def without_remark(words: str) -> str:
    """Words without what a form has behind them: `Do you agree? [Tick one]`."""
    remark = _REMARK.search(words, max(0, len(words) - _LONGEST_REMARK))
    return words[: remark.start()] if remark else words


def is_counted(words: str) -> bool:
    """Whether words begin with a label that counts: `Section B`, `Question 2`, `2(b)`, `16/41`."""
    label = read_number(words)
    return (label is not None and label.is_worded) or _COUNTED.match(words) is not None


def is_field(words: str) -> bool:
    """Whether a line may be a field of a form, with its label and its value: `Name: Ann Ferry`.

    It takes two in a row to tell it from a heading.
    """
    return _FIELD.match(words) is not None


def begins_part(line: str, following: str) -> bool:
    """Whether the line under another begins what a form asks, or what is answered there."""
    if BOX.match(following) or BOX.match(line):
        return not (BOX.match(following) and BOX.match(line))
    if is_counted(line) and is_short_reply(following):
        return True
    return asks(line) or asks(following) or is_short_reply(line)
