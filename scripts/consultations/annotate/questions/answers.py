"""How far an answer runs, and where in its stretch it begins.

Symptom: passages under a question, up to the next one; under a recommendation and "Response".
Found by: the stretch between what calls for an answer and the next call, the end of its section, or
the words with which a document closes, or the next chapter of its numbered paragraphs. The answer
begins after the label or sub-heading on top; of what was received and what was decided, with the
decision.
Leaves alone: notes and references; whatever stands after "Contact:", "Yours sincerely", and the
next answers of a file of many ("Respondent No: 15").
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from consultations import patterns as re
from consultations.annotate.questions.replies import numbered
from consultations.english.call_labels import (
    answer_label,
    is_answer_label,
    is_prompt,
    says_decided,
    says_proposed,
    says_received,
    says_replied,
)
from consultations.english.replies import is_short_reply
from consultations.english.stage_directions import ends_hearing, is_direction
from consultations.model.edition import Passage

_CLOSING = re.compile(
    r"""
    (?: contact (?:\ details | \ us | \ information)?
      | (?:for\ )? (?:more|further)\ information (?:,?\ (?:please\ )?contact\b [^.?!]{0,80} )?
      | signed
      | yours\ (?:sincerely|faithfully|truly|ever)
      | (?:with\ )? (?:kind|best|warm)(?:est)?\ (?:regards|wishes) | (?:many\ )?regards
      | (?:very\ )? (?:sincerely|faithfully|respectfully) (?:\ (?:yours|submitted))?
      | -{2,}\ ?original\ message\ ?-{2,}
      | about\ (?:us|the\ authors?)
      | (?:page\ )? last\ (?:updated|modified|reviewed)\b .{0,40}
      | (?:respondent|response)\ (?:no|nr|id|number)\b .{1,60}       # Respondent No: 15
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
      \b (?: answers? | helps? | helpful | assist(?:s|ance) | clarif(?:y|ies) | of\ use | useful
          | satisf(?:y|ies) | meets? | informative )\b
  | you\ (?:have\ the\ right|are\ entitled|may|can)\ [^.?!]{0,40}?
      \b(?:internal\ review|appeal|complain)\b
  | thank\ you\ (?:again\ )?for\ (?:your|the\ opportunity)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""With what a letter ends behind its last answer: `We trust that this answers your request.`"""
_ANSWER_WORD = re.compile(r"(?:(?:our|my|your)\s)?answer\s?:", re.IGNORECASE)
_BACK_MATTER = re.compile(
    r"(?:Annex|Appendix|Schedule)\s(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b\.?[^.?!]{0,100}"
)
_PLAIN_HEAD = re.compile(
    r"(?:conclusions?|concluding\s(?:remarks|comments)|next\ssteps|list\sof\srespondents)\W*",
    re.IGNORECASE,
)
"""A heading of the whole text that was not told as one."""
_CHAPTERED = re.compile(r"(?P<chapter>\d{1,2})(?P<part>\.\d{1,3})?\.?\s+(?=[A-Z“‘\"])")
"""A numbered paragraph, 3.7, or the heading of the next chapter in plain type: 4 Next steps."""
_LONGEST_HEAD = 10
"""In words."""


class Stretches:
    """The stretches of passages in which a call and its answer stand."""

    def __init__(self, passages: Sequence[Passage], starts: AbstractSet[int] = frozenset()) -> None:
        """Read the headings.

        Args:
            passages: of the edition.
            starts: indexes of the first passages of all calls.
        """
        self._passages = passages
        self._starts = starts
        self._levels: list[int] = []
        level = 1
        for passage in passages:
            level = (passage.level or 1) if passage.kind == "heading" else level
            self._levels.append(level)

    def end(self, first: int, last: int) -> int:
        """Where the stretch of a call ends: the index of the first passage after it.

        Args:
            first: index of the first passage of the call.
            last: index of its last passage.
        """
        level = self._levels[first]
        labelled = False
        chapter = 0
        for index in range(last + 1, len(self._passages)):
            passage = self._passages[index]
            if passage.kind == "heading" and (passage.level or 1) <= level:
                # A converter may set "Response" higher than what it responds to, but not twice:
                # "What happens next" over all of them is no part of one.
                is_higher = labelled and (passage.level or 1) < level
                if is_higher or not _is_label(passage.text):
                    return index
                level, labelled = passage.level or 1, True
            if index in self._starts or self._heads_next(index) or _ends(passage):
                return index
            before, chapter = chapter, _chapter(passage, chapter)
            if before and chapter != before:
                return index
        return len(self._passages)

    def _heads_next(self, index: int) -> bool:
        """Whether a passage with a colon stands right over the next call, and is short."""
        text = self._passages[index].text
        if index + 1 not in self._starts or not text.endswith(":"):
            return False
        return len(text.split()) <= _LONGEST_HEAD // 2 and not is_prompt(text)


def _ends(passage: Passage) -> bool:
    """Whether no answer goes on here, whatever the headings say."""
    if passage.kind in ("footnote", "reference"):
        return True
    if passage.kind == "table":
        return False  # "Response number" heads a column
    # Who signs stands in lines of its own under a letter's close.
    line, *_ = passage.text.split("\n")
    if _TAKES_LEAVE.match(passage.text) or _BACK_MATTER.fullmatch(passage.text):
        return True
    if passage.kind == "paragraph" and _PLAIN_HEAD.fullmatch(passage.text):
        return True
    return bool(_CLOSING.fullmatch(line)) or says_proposed(passage.text) or ends_hearing(line)


def _chapter(passage: Passage, before: int) -> int:
    """The chapter of a numbered paragraph, or the next one where its heading stands here."""
    match = _CHAPTERED.match(numbered(passage)) if passage.kind != "table" else None
    if match is None:
        return before
    chapter = int(match["chapter"])
    if match["part"]:
        return chapter
    is_head = passage.kind != "list_item" and len(passage.text.split()) <= _LONGEST_HEAD
    return chapter if is_head and chapter == before + 1 else before


def _is_label(text: str) -> bool:
    """Whether a heading says what part of the answer follows, and does not end it."""
    says = says_received(text) or says_replied(text) or is_prompt(text) or is_short_reply(text)
    return says or answer_label(text) is not None


def label_within(passages: Sequence[Passage]) -> int | None:
    """Where, behind other words, a passage says no more than that the answer follows."""
    # One that stands first has nothing above it.
    first = next((n for n, p in enumerate(passages) if _is_reply_label(p)), 0)
    return first or None


def _is_reply_label(passage: Passage) -> bool:
    return is_answer_label(passage.text) or says_decided(passage.text)


def answer_in(
    passages: Sequence[Passage], *, spoken: bool = False, behind_label: bool = False
) -> int:
    """Where the answer begins among the passages after a call; their number where there is none.

    Args:
        passages: after the call, up to the end of its stretch.
        spoken: whether it is given aloud; what happens in the room before it is no part of it.
        behind_label: whether a label within the stretch says where the answer begins, and what
            stands above it is what others said.
    """
    if spoken:
        # A page's number says no more than a direction does.
        said = (
            n
            for n, p in enumerate(passages)
            if not is_direction(p.text) and not p.text.strip(" -–—[]()").isdigit()
        )
        return next(said, len(passages))
    start = _behind_labels(passages, behind_label=behind_label)
    begins = (n for n in range(start, len(passages)) if _begins_answer(passages[n]))
    return next(begins, len(passages))


def _behind_labels(passages: Sequence[Passage], *, behind_label: bool) -> int:
    """Where what was asked, offered or received ends, and the answer's label with it."""
    chosen = next((n for n, p in enumerate(passages) if _ANSWER_WORD.match(p.text)), 0)
    if chosen:
        return chosen  # above it stands what one may choose
    inner = label_within(passages) if behind_label else None
    if inner is not None:
        return inner + 1
    received = next((n for n, p in enumerate(passages) if says_received(p.text)), len(passages))
    decided = (n for n in range(received + 1, len(passages)) if says_decided(passages[n].text))
    return next(decided, -1) + 1


def _begins_answer(passage: Passage) -> bool:
    """Whether a passage is no sub-heading under which an answer begins.

    What says the answer itself is none, such as "Response: Rejected"; nor is "Accept", which a
    converter took for one.
    """
    if is_short_reply(passage.text):
        return True
    if passage.kind != "heading" and not says_replied(passage.text):
        return True
    says = answer_label(passage.text)
    return says is not None and says < len(passage.text)
