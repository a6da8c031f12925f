"""What stands in a passage behind the label of an answer, as in `A: Eleven.`."""

from collections.abc import Container
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call_openers import FieldLabel, label_of
from consultations.annotate.questions.forms.answered_tables import state_in_cell
from consultations.english.call_labels import answer_by, answer_label
from consultations.english.table_heads import heads_answer, heads_state
from consultations.model.edition import AnswerState, QuestionKind

_LETTER = re.compile(r"(?:A|Ans)\s?(?:\d{1,3}\s?)?[.:]\s+(?=\S)|A\s?[-–—]\s+(?=\S)")
"""What a letter that goes through questions has before each answer: `A: Eleven.`, `A4. No.`"""

_ACT = re.compile(
    r"(?:agreed |planned )?(?:action|decision|outcome|resolution|status)s?(?: taken)?",
    re.IGNORECASE,
)
_PLAN = re.compile(r"(?:what )?we (?:(?:are going|intend|plan) to|will)(?: do)?", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:explanation|how(?!.{1,40}\b(?:has|have|was|were)\b)|notes?|rationale|reasons?)\b",
    re.IGNORECASE,
)
"""What stands under a recommendation of the report itself, and says why it is made.

How it was met stands under what somebody else said.
"""

_LONGEST_HEAD = 4
"""In words."""


class Told(NamedTuple):
    """What stands in a passage behind the label of an answer."""

    words: str
    state: AnswerState | None
    is_status: bool
    is_act: bool
    """Whether the label is one of minutes too, of what a meeting does: `Action: Clerk`."""
    is_plan: bool
    """Whether the label is one of plans too, of what is going to be done: `What we will do`."""
    is_owned: bool
    """Whether the label says whose the answer is, or what it answers: `Our response`."""
    who: str | None


def told_in(
    text: str, kind: QuestionKind | None, again: Container[str] = frozenset()
) -> Told | None:
    """What the lines of a passage say behind the label of an answer, in the first or below it.

    Args:
        text: of the passage.
        kind: of what it may answer.
        again: labels that stand under each of its like.
    """
    label = label_of(text)
    if label and field_head(text) in again:
        return Told(
            words=text[label.end :],
            state=None,
            is_status=False,
            is_act=False,
            is_plan=False,
            is_owned=True,
            who=None,
        )
    found = [(line, says) for line in text.split("\n") if (says := answer_begins(line, kind))]
    if not found:
        return None
    states = [(state_told(line[end:], is_status=status), status) for line, (end, status) in found]
    state, is_status = next((one for one in states if one[0]), (None, found[0][1][1]))
    line, (end, _) = found[0]
    label = label_of(line)
    fields = not text.startswith(line)  # other fields stand above it
    words = text[text.index(line) + end :]
    who = answer_by(line) or (label.who if label else None)
    is_act = label is not None and is_act_of_meeting(label.head)
    is_plan = label is not None and _PLAN.fullmatch(label.head) is not None
    is_owned = label is None or " " in label.head
    return Told(
        words=words,
        state=state,
        is_status=is_status or fields,
        is_act=is_act,
        is_plan=is_plan,
        is_owned=is_owned,
        who=who,
    )


def answer_begins(text: str, kind: QuestionKind | None) -> tuple[int, bool] | None:
    """Where an answer begins behind its label, and whether that says how things stand."""
    if letter := _LETTER.match(text):
        return letter.end(), False
    label = label_of(text)
    if label and _is_of_answer(label, kind):
        return label.end, heads_state(label.head)
    begin = answer_label(text)
    return None if begin is None else (begin, False)


def _is_of_answer(label: FieldLabel, kind: QuestionKind | None) -> bool:
    """Whether a label is of the answer below it.

    `Agreed` alone says how something stands, and of what nobody can tell.
    """
    is_one = label.is_set_off and heads_answer(label.head, kind)
    return is_one and not _WHY.search(label.head) and not said_state(label.head)


def state_told(words: str, *, is_status: bool) -> AnswerState | None:
    """What the words behind a label say of how it stands; one word may do behind `Status`."""
    return state_in_cell(words) if is_status else said_state(words)


def is_act_of_meeting(head: str) -> bool:
    """Whether minutes have a label too, over what a meeting does: `Decision`, `Action`."""
    return _ACT.fullmatch(head) is not None


def field_head(text: str) -> str:
    """The label with which a passage begins, without what counts it; empty where it has none."""
    label = label_of(text)
    if label is None or not label.is_set_off or (label.is_whole and text.endswith(".")):
        return ""
    is_short = len(label.head.split()) <= _LONGEST_HEAD
    return re.sub(r"\d+", "0", label.head.casefold()) if is_short else ""
