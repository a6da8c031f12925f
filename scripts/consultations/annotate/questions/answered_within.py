"""Numbered recommendations and questions whose passage goes on with a labelled answer.

Symptom: "1. Buses should run at night. Cabinet's reply: Accepted."
Found by: a number or a label at the beginning, and behind a sentence's end the label of an answer
with a colon; two such passages at least.
Leaves alone: one such passage; a label without a colon; an answer in a passage of its own.
"""

from collections.abc import Iterator

from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import numbered, paragraph_number
from consultations.english.call_labels import answer_label, call_label
from consultations.english.sentences import sentence_ends
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "answered-within"

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


def _call(index: int, passage: Passage) -> CallForAnswer | None:
    whole = numbered(passage)
    label, count = call_label(whole), paragraph_number(passage)
    number = label.number if label else count[1] if count else None
    begin = label.end if label else count.end() if count else 0
    for end, after in sentence_ends(whole):
        says = answer_label(whole[after:]) if number and end > begin else None
        if says:
            text = whole[begin:end]
            kind: QuestionKind = "question" if text.endswith("?") else "recommendation"
            answer = whole[after + says :]
            return CallForAnswer(index, index, number, text, RULE, kind, at_once=answer)
    return None
