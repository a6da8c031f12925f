"""Questions that are answered together, where only the last has words under it.

Symptom: question 4, question 5 right under it, and then "We answer questions 4 and 5 together."
Found by: the words with which the answer begins, or labels of answers right over one another, each
with a number; and questions to a minister in print, one right under the other.
Leaves alone: a question without an answer, where the next one's answer speaks of itself alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.english.call_labels import is_answer_label
from consultations.english.printed_questions import (
    asked_in_print,
    minister_asked,
)
from consultations.english.replies import answered_together
from consultations.model.edition import Edition, Question

_FIGURES = re.compile(r"\d+(?:\.\d+)*")


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
    numbers: frozenset[str] | None = None
    for n in range(len(found) - 1, -1, -1):
        if found[n].answer:
            numbers = _together(edition, calls[n], found[n])
            continue
        following = found[n + 1] if n + 1 < len(found) else found[n]
        is_next = n + 1 < len(found) and calls[n].last + 1 == calls[n + 1].first
        if is_next and _are_in_print(found[n], following):
            numbers = frozenset() if _asked_alike(found[n], following) else numbers or None
        is_named = _number(found[n]) in (numbers or ())
        if not (is_next or is_named) or found[n].kind != following.kind:
            numbers = None
        elif is_named or numbers == frozenset():
            found[n] = replace(
                found[n],
                answer=following.answer,
                state=following.state,
                answered_by=following.answered_by,
            )
    return found


def _asked_alike(one: Question, other: Question) -> bool:
    """Whether one member puts both questions, or both are put to one minister."""
    is_one_asker = one.asked_by is not None and one.asked_by == other.asked_by
    minister = minister_asked(one.text)
    return is_one_asker or (minister is not None and minister == minister_asked(other.text))


def _are_in_print(*questions: Question) -> bool:
    return all(asked_in_print(question.text) for question in questions)


def _together(edition: Edition, call: CallForAnswer, question: Question) -> frozenset[str] | None:
    """The numbers that an answer or its label says it answers, this one's among them, or none."""
    begins = edition.order[question.answer[0]]
    # An answer that its form tells may stand far below, behind those of others.
    first = call.last + 1 if call.answer is None else begins
    # Who answers may stand over the words that say so.
    said_below = question.answer[1:2] if begins == first else ()
    texts = [passage.text for passage in edition.passages[first : begins + 1]]
    texts += (edition.by_id[id_].text for id_ in said_below)
    labels = [text for text in texts if is_answer_label(text)]
    counted = frozenset(_FIGURES.findall(" ".join(labels)))
    if len(labels) > 1 and counted:  # right over one another: "Response to 4", "Response to 5"
        return _with_own(question, counted)
    said = map(answered_together, texts)
    numbers = next((one for one in said if one is not None), None)
    return None if numbers is None else _with_own(question, numbers)


def _with_own(question: Question, numbers: frozenset[str]) -> frozenset[str] | None:
    """Some numbers, if the question's own is among them or there are none."""
    return numbers if not numbers or _number(question) in numbers else None


def _number(question: Question) -> str:
    """The figures of a question's number, of `B4` 4 and of `6.2a` 6.2; empty where it has none."""
    figures = _FIGURES.search(question.number or "")
    return figures[0] if figures else ""
