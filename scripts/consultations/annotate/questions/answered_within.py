"""Numbered recommendations and questions whose passage goes on with a labelled answer.

Symptom: "1. Buses should run at night. Cabinet's reply: Accepted."; "1. Recommendation:
Buses should run at night. Status: Accepted."
Found by: a number or a label at the beginning, and behind a sentence's end the label of an answer
with a colon; two such passages at least.
Leaves alone: one such passage; a label without a colon; an answer in a passage of its own.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import numbered, paragraph_number
from consultations.annotate.questions.states import said_state
from consultations.english.call_labels import answer_label, call_label
from consultations.english.sentences import sentence_ends
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "answered-within"

_STATUS = re.compile(
    r"(?:(?:current\s)?status|position|outcome|progress|update)\s?:\s", re.IGNORECASE
)
_FIELD = re.compile(r"\s(?=[A-Z]\w{2,20}(?:\s\w{1,20})?:\s)")
"""Where another field of the same passage begins: `Rejected Update: …`."""
_FEWEST = 2


def calls_answered_within(edition: Edition) -> Iterator[CallForAnswer]:
    """What calls for an answer and has it in its own passage, behind a label."""
    found = [
        call
        for index, passage in enumerate(edition.passages)
        if passage.kind in ("heading", "paragraph", "list_item") and ":" in passage.text
        if (call := _call(index, passage))
    ]
    if len(found) >= _FEWEST:
        yield from found


def _label(text: str) -> int | None:
    """Where an answer begins behind its label, which may say no more than how things stand."""
    status = _STATUS.match(text)
    return status.end() if status else answer_label(text)


def _call(index: int, passage: Passage) -> CallForAnswer | None:
    whole = numbered(passage)
    label, count = call_label(whole), paragraph_number(passage)
    number = label.number if label else count[1] if count else None
    begin = label.end if label else count.end() if count else 0
    if count and (named := call_label(whole[begin:])):
        begin += named.end  # 1. Recommendation: Buses should run.
    for end, after in sentence_ends(whole):
        says = _label(whole[after:]) if number and end > begin else None
        if says:
            text = whole[begin:end]
            kind: QuestionKind = "question" if text.endswith("?") else "recommendation"
            answer = whole[after + says :]
            state = said_state(_FIELD.split(answer)[0]) if kind == "recommendation" else None
            return CallForAnswer(
                index, index, number, text, RULE, kind, state=state, at_once=answer
            )
    return None
