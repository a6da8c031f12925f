"""Questions that are answered together, where only the last has words under it.

Symptom: question 4, question 5 right under it, and then "We answer questions 4 and 5 together."
Found by: the words with which the answer begins.
Leaves alone: a question without an answer, where the next one's answer speaks of itself alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from consultations.annotate.questions.call import CallForAnswer
from consultations.english.replies import answered_together
from consultations.model.edition import Edition, Question


def with_shared_answers(
    edition: Edition, calls: Sequence[CallForAnswer], questions: Sequence[Question]
) -> list[Question]:
    """The questions, those without an answer with that of the next where it answers them too.

    Args:
        edition: whose passages the calls tell by their places.
        calls: in order.
        questions: that were made of these calls.
    """
    found = list(questions)
    numbers: frozenset[int] | None = None
    for n in range(len(found) - 1, -1, -1):
        if found[n].answer:
            numbers = answered_together(edition.by_id[found[n].answer[0]].text)
            continue
        is_next = n + 1 < len(found) and calls[n].last + 1 == calls[n + 1].first
        if not is_next or numbers is None or found[n].kind != found[n + 1].kind:
            numbers = None
        elif not numbers or _number(found[n]) in numbers:
            found[n] = replace(found[n], answer=found[n + 1].answer, state=found[n + 1].state)
    return found


def _number(question: Question) -> int:
    """The digits of a question's number; 0 where it has none."""
    return int("0" + "".join(filter(str.isdecimal, question.number or "")))
