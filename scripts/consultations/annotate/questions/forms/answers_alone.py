"""Passages that are answered right below, behind one label, and bear none of their own.

Symptom: "Noise. Lorries come at night." and under it "Officer comment: The hours are limited.",
again and again.
Found by: the label of an answer, the same at the beginning of three passages at least: a response,
or the comment of somebody that it names. One passage stands between each and the answer above it, a
heading aside, and bears no such label; that is what is answered. It is a question where it asks,
else a comment.
Leaves alone: answers between which more stands, so that nobody knows how much they answer; who acts
("Action: Clerk"), which answers nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import label_of
from consultations.annotate.questions.replies import numbered, speaks_of_answering
from consultations.annotate.questions.told import is_act_of_meeting
from consultations.english.call_labels import answer_label
from consultations.model.edition import Edition, Passage

RULE = "answers-alone"

_SOMEBODYS = re.compile(
    r"(?:[\w’'-]+\s){1,4}(?:comments?|observations?|remarks?|repl(?:y|ies)|responses?)",
    re.IGNORECASE,
)
"""Whose words follow: `Officer comment`."""
_FEWEST = 3
_MAY_CALL = ("paragraph", "list_item", "blockquote")


def calls_above_answers(edition: Edition) -> Iterator[CallForAnswer]:
    """What stands over each of the answers that bear one label."""
    labels: defaultdict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(edition.passages):
        if passage.kind in _MAY_CALL and passage.cell is None and (label := _label(passage.text)):
            labels[label].append(index)
    speaks = speaks_of_answering(edition)
    for label, answers in labels.items():
        calls = [call for index in answers if (call := _call(edition.passages, index))]
        # A risk and a kind of fire have a response too.
        is_shown = speaks or " " in label or any(call.kind == "question" for call in calls)
        are_a_row = len(answers) == len(calls) >= _FEWEST and _are_a_row(edition.passages, answers)
        if is_shown and are_a_row:
            yield from calls


def _label(text: str) -> str | None:
    """The label of an answer with which a passage begins, words behind it."""
    label = label_of(text)
    if label is None or label.is_whole or not label.is_plain or label.number:
        return None
    is_answer = answer_label(text) is not None or _SOMEBODYS.fullmatch(label.head)
    return label.head.casefold() if is_answer and not is_act_of_meeting(label.head) else None


def _are_a_row(passages: Sequence[Passage], answers: Sequence[int]) -> bool:
    """Whether one passage stands between each answer and the next, headings aside."""
    return all(
        sum(p.kind != "heading" for p in passages[answer + 1 : following]) == 1
        for answer, following in pairwise(answers)
    )


def _call(passages: Sequence[Passage], answer: int) -> CallForAnswer | None:
    index = answer - 1
    if index < 0 or passages[index].kind not in _MAY_CALL or _label(passages[index].text):
        return None
    text = numbered(passages[index])
    asks = text.endswith("?")
    return CallForAnswer(index, index, None, text, RULE, "question" if asks else "comment")
