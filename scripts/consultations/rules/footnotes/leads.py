"""The lines that may begin the body of a note."""

from dataclasses import dataclass
from typing import Literal

from consultations import patterns as re
from consultations.model.text import Interval, Line, skip_blanks
from consultations.rules.footnotes.forms import (
    BACK,
    FRONT,
    MARKED,
    Form,
    form_of,
    in_bold,
    label_of,
)
from consultations.rules.footnotes.labels import BEGINS_WORDS, LISTED, NUMBER, SIGNS, STARS

Lead = Literal["definition", "marked", "bracketed", "plain", "listed", "sign"]
"""How sure the label in front of a body is: the first two are of notes and of nothing else."""

_COLON = re.compile(r"\s{0,3}[:.)](?=\s|\Z)|(?<=\]):")
_BULLET = re.compile(r"[-*•][ \t]+(?=\\?\[)")
_BOLD = re.compile(r"(?:\*\*|__)(?=\\?[\[<])")
_LISTED = re.compile(
    rf"""
    (?P<bold>\*\*|__)?
    \(?(?P<item>{LISTED})
    (?: \\?[.)](?:[ ](?P=item)[.)])?                      # 1. Minutes   1. 1. Minutes   1\. Minutes
      | : | [ ][–—-](?=[ ]) )                             # 1: Minutes   1 – Minutes
    (?(bold)(?P=bold))                                    # **1.** Minutes
    (?: [ \t]+(?=\S) | (?<=\d[.)])(?={BEGINS_WORDS}) )  # 1.Minutes
    """,
    re.VERBOSE,
)
_NAMED = re.compile(
    rf"""
    (?:(?:foot|end)?note|fn)\.?[ ]?
    (?P<label>{NUMBER}[a-z]?\b[:.)]? | (?<=[ ])(?:[a-z]|[ivxl]{{2,6}})[:.)] )
    (?:[ ][–—-])? [ \t]+(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`Note 1: Minutes`"""
PLAIN = re.compile(
    rf"""
    (?P<bold>\*\*|__)?(?P<label>{LISTED})(?(bold)(?P=bold))
    (?:[ \t]+|(?=\Z)|(?<=\d)(?={BEGINS_WORDS}))   # 1Minutes
    (?:
        (?P<alone>\Z)                                       # 1, and the words on the next line
      | (?=[^\W\d_a-z] | ["“‘'(\[«§*_<])                    # 1 Minutes of the works committee
      | (?=https?: | www\. | \d{{4}}\b)                     # 1 www.example.org, 1 2019 figures
      | (?=(?:ibid|see|cf|op|loc|pp?|paras?|as|from|in)\b)  # 1 ibid.
    )
    """,
    re.VERBOSE,
)
_SIGN = re.compile(rf"(?P<label>{STARS}|[†‡§¶‖]{{1,3}})[ \t]*(?=[^\s{SIGNS}])")
_NUMBER = re.compile(r"(\d+)([a-z]?)")


@dataclass(frozen=True)
class CandidateBody:
    """A line that may begin the body of a note."""

    label: str
    form: Form | None
    """The form of its label; None where it is a plain number or one of a list."""
    lead: Lead
    start: int
    """Where its line begins."""
    words: int
    """Where its words begin, after the label."""
    alone: bool = False
    """Whether the label has a line of its own."""
    apart: Interval | None = None
    """The line of the label, where other lines stand between it and the words."""

    @property
    def label_place(self) -> Interval:
        """Where the label stands."""
        return self.apart or (self.start, self.words)

    @property
    def is_marked(self) -> bool:
        """Whether its label says that it is a note."""
        return self.lead in ("definition", "marked")


def number_of(label: str) -> tuple[int, str] | None:
    """A label's number and the letter behind it; None of one that is no number."""
    match = _NUMBER.fullmatch(label)
    return (int(match[1]), match[2]) if match else None


def follows(first: str, second: str) -> bool:
    """Whether a label is the next after another."""
    one, other = number_of(first), number_of(second)
    if one is None or other is None:
        return one is other and first != second
    return other[0] == one[0] + 1 if not other[1] else other[0] - one[0] in (0, 1) and other > one


def lead_of(text: str, line: Line) -> CandidateBody | None:
    """The body that a line begins, if it may be one."""
    start = skip_blanks(text, *line)
    if start == line.end:
        return None
    bullet = _BULLET.match(text, start, line.end)
    bold = _BOLD.match(text, start, line.end)
    before = bullet or bold
    marked = MARKED.match(text, before.end() if before else start, line.end)
    if marked:
        return _marked(text, line, marked)
    listed = _LISTED.match(text, start, line.end)
    if listed:
        return _listed(text, line, listed)
    named = _NAMED.match(text, start, line.end)
    if named:
        return CandidateBody(
            named["label"].lower().rstrip(":.)"), "named", "plain", line.start, named.end()
        )
    plain = PLAIN.match(text, start, line.end)
    if plain:
        alone = plain["alone"] is not None
        return CandidateBody(plain["label"], None, "plain", line.start, plain.end(), alone)
    sign = _SIGN.match(text, start, line.end)
    if sign and sign["label"][-1] == "*" and text[sign.end() - 1] == "*":
        # Right before a word it opens emphasis, where its partner stands in the line.
        sign = None if "*" in text[sign.end() : line.end] else sign
    if sign is None:
        return None
    label = sign["label"].replace("\\", "")
    return CandidateBody(label, "sign", "sign", line.start, sign.end())


def _listed(text: str, line: Line, match: re.Match[str]) -> CandidateBody:
    """The body that an item of a list may be; one that leads back to its marker is one."""
    label = match["item"]
    front = FRONT.match(text, match.end(), line.end)
    if front:
        return CandidateBody(label, "linked", "marked", line.start, front.end())
    if BACK.search(text, max(match.end(), line.end - 200), line.end):
        return CandidateBody(label, "linked", "marked", line.start, match.end())
    return CandidateBody(label, None, "listed", line.start, match.end())


def _marked(text: str, line: Line, match: re.Match[str]) -> CandidateBody | None:
    form, label = form_of(match), label_of(match)
    _, end = in_bold(text, *match.span())
    if colon := _COLON.match(text, end, line.end):
        end = colon.end()
    words = skip_blanks(text, end, line.end)
    if form == "bracketed" and words == end:
        return None  # a reference that stands right before a word, or alone on its line
    if match.lastgroup == "underscored":
        return None  # a call that a line begins with
    lead: Lead = form if form in ("definition", "bracketed") else "marked"
    return CandidateBody(label, form, lead, line.start, words, alone=words == line.end)


def bracketed_alone(text: str, line: Line) -> CandidateBody | None:
    """The label in brackets that is all of a line, which a line's end may have cut from its word.

    It is a label only where a paragraph is made of such lines, and a body stands under it.
    """
    start = skip_blanks(text, *line)
    match = MARKED.match(text, start, line.end)
    if match is None or form_of(match) != "bracketed" or text[match.end() : line.end].strip():
        return None
    return CandidateBody(label_of(match), "bracketed", "plain", line.start, line.end, alone=True)
