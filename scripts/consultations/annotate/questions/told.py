"""What stands in a passage behind the label of an answer, as in `A: Eleven.`."""

from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call_openers import label_of
from consultations.annotate.questions.forms.answered_tables import state_in_cell
from consultations.english.call_labels import answer_by, answer_label
from consultations.english.table_heads import heads_answer, heads_state
from consultations.model.edition import AnswerState, QuestionKind

_LETTER = re.compile(r"(?:A|Ans)\s?[.:]\s+(?=\S)|A\s?[-–—]\s+(?=\S)")
"""What a letter that goes through questions has before each answer: `A: Eleven.`"""


class Told(NamedTuple):
    """What stands in a passage behind the label of an answer."""

    words: str
    state: AnswerState | None
    is_status: bool
    is_action: bool
    """Whether the label says that somebody acts: `Action: Clerk`."""
    who: str | None


def told_in(text: str, kind: QuestionKind | None) -> Told | None:
    """What the lines of a passage say behind the label of an answer, in the first or below it."""
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
    is_action = label is not None and label.head.casefold() in ("action", "actions")
    return Told(words, state, is_status or fields, is_action, who)


def answer_begins(text: str, kind: QuestionKind | None) -> tuple[int, bool] | None:
    """Where an answer begins behind its label, and whether that says how things stand."""
    if letter := _LETTER.match(text):
        return letter.end(), False
    begin = answer_label(text)
    label = label_of(text)
    if label and (label.is_plain or label.is_whole) and heads_answer(label.head, kind):
        return label.end, heads_state(label.head)
    return None if begin is None else (begin, False)


def state_told(words: str, *, is_status: bool) -> AnswerState | None:
    """What the words behind a label say of how it stands; one word may do behind `Status`."""
    return state_in_cell(words) if is_status else said_state(words)
