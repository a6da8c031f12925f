"""Proposals that were consulted on, as an outcome prints them with what became of them.

Symptom: "What we proposed", "Responses received", "Our decision"; "We asked", "You said", "We did".
Found by: the first of these labels with one of the last before the next first one. What stands
between is the proposal, with the number of "Proposal 2" right over it, or of "Question 2" over
"What we asked"; the passages after the decision's label answer it. "The consultation asked: Why?"
is a question. Where nothing was proposed, what people asked or said is a question or a comment, if
it is answered twice at least: "You asked", "We said"; "What you told us", "We did". "You asked:"
over "In response:" needs no second one. So is the one passage between each of three answers that
bear one label, a response or the comment of somebody that it names: "Noise. Lorries come at night."
over "Officer comment: The hours are limited."
Leaves alone: a proposal without a decision; a heading in which such words stand among others; what
people said of a question that is answered as one; such answers between which more stands, so that
nobody knows how much they answer; who acts ("Action: Clerk").
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.answers import answer_in
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import label_of
from consultations.annotate.questions.printed import printed
from consultations.annotate.questions.replies import label_end, numbered, speaks_of_answering
from consultations.annotate.questions.stretches import Stretches
from consultations.annotate.questions.told import is_act_of_meeting
from consultations.english.call_labels import answer_label, call_label, is_answer_label
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

_SOMEBODYS = re.compile(
    r"(?:[\w’'-]+\s){1,4}(?:comments?|observations?|remarks?|repl(?:y|ies)|responses?)",
    re.IGNORECASE,
)
"""Whose words follow: `Officer comment`."""
_FEWEST_ANSWERED, _FEWEST_ALIKE = 2, 3
_MAY_CALL = ("paragraph", "list_item", "blockquote")


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
    yield from _above_one_label(passages, speaks=speaks_of_answering(edition))
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
    if len(found) >= _FEWEST_ANSWERED or any(_is_whole(passages, call) for call in found):
        yield from found


def _is_whole(passages: Sequence[Passage], call: CallForAnswer) -> bool:
    """Whether labels that stand alone say what was asked, and what was answered: one is enough."""
    labels = passages[call.first], passages[call.last + 1]
    return says_asked(labels[0].text) and is_answer_label(labels[1].text)


def _above_one_label(passages: Sequence[Passage], *, speaks: bool) -> Iterator[CallForAnswer]:
    """The one passage over each of several answers that bear one label, and nothing else does.

    Args:
        passages: of the edition.
        speaks: whether it speaks of answering: a risk and a kind of fire have a response too.
    """
    labels: defaultdict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if label := _label(passage):
            labels[label].append(index)
    for label, answers in labels.items():
        above = [p for n in answers if n and _may_call(p := passages[n - 1])]
        texts = [*map(numbered, above)]
        is_shown = speaks or " " in label or any(text.endswith("?") for text in texts)
        if is_shown and len(answers) == len(above) and _are_a_row(passages, answers):
            for index, text in zip(answers, texts, strict=True):
                kind: QuestionKind = "question" if text.endswith("?") else "comment"
                yield CallForAnswer(index - 1, index - 1, None, text, RULE, kind)


def _may_call(passage: Passage) -> bool:
    return passage.kind in _MAY_CALL and not _label(passage)


def _are_a_row(passages: Sequence[Passage], answers: Sequence[int]) -> bool:
    """Whether one passage stands between each answer and the next, headings aside."""
    return len(answers) >= _FEWEST_ALIKE and all(
        sum(p.kind != "heading" for p in passages[answer + 1 : following]) == 1
        for answer, following in pairwise(answers)
    )


def _label(passage: Passage) -> str | None:
    """The label of an answer with which a passage begins, words behind it."""
    may_be = passage.kind in _MAY_CALL and passage.cell is None
    label = label_of(passage.text) if may_be else None
    if label is None or label.is_whole or not label.is_plain or label.number:
        return None
    is_answer = answer_label(passage.text) is not None or _SOMEBODYS.fullmatch(label.head)
    return label.head.casefold() if is_answer and not is_act_of_meeting(label.head) else None


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
