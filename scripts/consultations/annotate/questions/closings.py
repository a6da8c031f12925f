"""Where no answer goes on: how letters, minutes and documents close, and what stands behind."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.english.name_parts import read_name
from consultations.english.outcome_labels import (
    says_proposed,
)
from consultations.english.stage_directions import ends_hearing
from consultations.model.edition import Passage

_CLOSING = re.compile(
    r"""
    (?: contact (?:\ details | \ us | \ information)?
      | (?:for\ )? (?:more|further)\ information (?:,?\ (?:please\ )?contact\b [^.?!]{0,80} )?
      | signed (?:\ by)? (?:\ ?:\ .{2,60})?                           # Signed: Ann Moss
      | yours\ (?:sincerely|faithfully|truly|ever)
      | (?:with\ )? (?:kind|best|warm)(?:est)?\ (?:regards|wishes) | (?:many\ )?regards
      | (?:very\ )? (?:sincerely|faithfully|respectfully) (?:\ (?:yours|submitted))?
      | -{2,}\ ?original\ message\ ?-{2,}
      | about\ (?:us|the\ authors?)
      | (?:page\ )? last\ (?:updated|modified|reviewed)\b .{0,40}
      | (?:comment|objection|representation|respondent|response|submission)
        \ (?:no|nr|id|number|ref(?:erence)?)\b .{1,60}               # Respondent No: 15
    )
    \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)

_TAKES_LEAVE = re.compile(
    r"""
    (?: if | should )\ you\ (?: are | remain | have | require | need | wish | would | want )\b
      [^.?!]{0,60}? \b (?: not\ satisfied | dissatisfied | unhappy | not\ happy | not\ content
                      | complain(?:t)? | (?:any\ )?(?:further\ |other\ )?(?:quer(?:y|ies)|questions)
                      | appeal | internal\ review | further\ (?:information|help|assistance) )\b
  | (?:we|i)\ (?:hope|trust)\ (?:that\ )?(?:this|these|the\ above)\b [^.?!]{0,30}?
      \b (?: answers? | assist(?:s|ance) | assur(?:ance|es?) | clarif(?:y|ies) | helps? | helpful
          | informative | meets? | of\ use | satisf(?:y|ies) | useful )\b
  | you\ (?:have\ the\ right|are\ entitled|may|can)\ [^.?!]{0,40}?
      \b(?:internal\ review|appeal|complain)\b
  | please\ (?:e-?mail|post|return|send|submit)\ (?:\w+\ ){0,3}?
      (?:answers|comments|form|questionnaire|response|survey)\b   # Please return this form by May
  | thank\ you\ (?:again\ |very\ much\ )?for\ (?:
        your|the\ opportunity|(?:completing|filling|responding|taking)\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""With what a letter ends behind its last answer: `We trust that this answers your request.`"""
_BACK_MATTER = re.compile(
    r"(?:Annex|Appendix|Schedule)\s(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b\.?[^.?!]{0,100}|RESOLVED\b[^.?!]{0,200}.?"
)
_PLAIN_HEAD = re.compile(
    r"(?:conclusions?|concluding\s(?:remarks|comments)|next\ssteps|list\sof\srespondents)\W*",
    re.IGNORECASE,
)
"""A heading of the whole text that was not told as one."""
_MINUTED = re.compile(
    r"(?:[A-Z]{1,3}\d{1,3}|\d{2,4})/\d{2,4}[.:]?\s(?:\d{1,3}[.)]?\s)?[A-Z][^.?!]{1,80}\.?"
)
"""The next item of minutes, by its number in their book: C050/23 3. LAMPS."""


_BEHIND_NAME = re.compile(r",| \(")
"""What parts who signs from what he is: `Ann Moss (Chair)`."""
_LONGEST_SIGNATURE = 8
"""Words of a line of a signature, at most."""


def ends_answers(passage: Passage) -> bool:
    """Whether no answer goes on here, whatever the headings say."""
    if passage.kind in ("footnote", "reference"):
        return True
    if passage.kind == "table":
        return False  # "Response number" heads a column
    # Who signs stands in lines of its own under a letter's close.
    line, *_ = passage.text.split("\n")
    if _TAKES_LEAVE.match(passage.text) or _BACK_MATTER.fullmatch(passage.text):
        return True
    if passage.kind == "paragraph" and (closes(passage) or _MINUTED.fullmatch(line)):
        return True
    return bool(_CLOSING.fullmatch(line)) or says_proposed(passage.text) or ends_hearing(line)


def signed_at(passages: Sequence[Passage]) -> int | None:
    """Where, behind the last sentence, who answers signs: a person, or the body of the title.

    Where it is and when stand below.
    """
    titles = {p.text.casefold() for p in passages if p.level == 1}
    signed = None
    for index in range(len(passages) - 1, -1, -1):
        passage = passages[index]
        line, *_ = passage.text.split("\n")
        is_line = passage.kind == "paragraph" and len(line.split()) <= _LONGEST_SIGNATURE
        if not is_line or passage.text[-1:] in ".?!;:":
            break
        name = read_name(_BEHIND_NAME.split(line, 1)[0])
        names = line.casefold() in titles or (name and name.evidence != "form")
        signed = index if names else signed
    return signed


def closes(passage: Passage) -> bool:
    """Whether a passage heads what closes a document: `Conclusion`."""
    return _PLAIN_HEAD.fullmatch(passage.text) is not None
