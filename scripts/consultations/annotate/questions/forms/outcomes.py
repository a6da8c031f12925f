"""Proposals that were consulted on, as an outcome prints them with what became of them.

Symptom: "What we proposed", "Responses received", "Our decision"; "We asked", "You said", "We did".
Found by: the first of these labels with one of the last before the next first one. What stands
between is the proposal, with the number of "Proposal 2" right over it, or of "Question 2" over
"What we asked"; the passages after the decision's label answer it. "The consultation asked: Why?"
is a question. Where nothing was proposed, what people asked or said is a question or a comment, if
it is answered twice at least: "You asked", "We said"; "What you told us", "We did".
Leaves alone: a proposal without a decision; a heading in which such words stand among others; what
people said of a question that is answered as one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations.annotate.questions.answers import answer_in
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.printed import printed
from consultations.annotate.questions.replies import label_end
from consultations.annotate.questions.stretches import Stretches
from consultations.english.call_labels import call_label
from consultations.english.outcome_labels import (
    says_asked,
    says_decided,
    says_proposed,
    says_put,
    says_received,
    says_replied,
)
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "outcomes"

_FEWEST_ANSWERED = 2


def proposed_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The proposals of an outcome, each from its label on."""
    passages = edition.passages
    stretches = Stretches(passages)
    starts = [i for i, passage in enumerate(passages) if label_end(passage, says_proposed)]
    for start, following in pairwise([*starts, len(passages)]):
        end = min(following, stretches.end(start, start))
        labels = [
            i for i in range(start + 1, end) if label_end(passages[i], says_received, says_decided)
        ]
        decided = any(label_end(passages[i], says_decided) for i in labels)
        begins = passages[start].text[label_end(passages[start], says_proposed) :]
        asks = begins.endswith("?")
        # Behind what was asked in so many words stands what people said of it.
        last = start if asks else labels[0] - 1 if labels else start
        words = " ".join(filter(None, (begins, *(p.text for p in passages[start + 1 : last + 1]))))
        if decided and words:
            number = _number_over(passages, start)
            first = start if number is None else start - 1
            kind: QuestionKind = "question" if asks else "proposal"
            yield CallForAnswer(first, last, number, words, RULE, kind)


def received_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """What people asked or said, where an outcome prints what became of each and no proposal."""
    passages = edition.passages
    if any(says_proposed(passage.text) for passage in passages):
        return
    starts = [i for i, p in enumerate(passages) if label_end(p, says_asked, says_received)]
    stretches = Stretches(passages, set(starts))
    found = []
    for start, following in pairwise([*starts, len(passages)]):
        end = min(following, stretches.end(start, start))
        replies = (i for i in range(start + 1, end) if label_end(passages[i], says_replied))
        reply = next(replies, start)
        label = label_end(passages[start], says_asked, says_received)
        said = (passages[start].text[label:], *(p.text for p in passages[start + 1 : reply]))
        words = " ".join(filter(None, said))
        if reply > start and words:
            is_asked = label_end(passages[start], says_asked) > 0
            kind: QuestionKind = "question" if is_asked else "comment"
            answer = range(reply + answer_in(passages[reply:end]), end)
            found.append(
                CallForAnswer(
                    start, reply - 1, None, words, RULE, kind, answer=tuple(answer), end=end
                )
            )
    if len(found) >= _FEWEST_ANSWERED:
        yield from found


def _number_over(passages: Sequence[Passage], start: int) -> str | None:
    """The number of a proposal whose label stands right over "What we proposed".

    That of a question stands right over "What we asked".
    """
    if not start:
        return None
    label, asked = call_label(passages[start - 1].text), printed(passages[start - 1])
    if asked.is_labelled:
        return asked.number if label_end(passages[start], says_put) else None
    return label.number if label and label.what == "proposal" else None
