"""Questions that a document prints again where it does not answer them.

Symptom: "Question 4: Why?" in a summary or an annex, with nothing under it; and again in full, with
its answer.
Found by: the same kind, number and words, or the beginning of them. What has no answer goes, and
with it the last of its list, over whatever comes next.
Leaves alone: a question that is printed once, answered or not; the same one with two answers.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from consultations.annotate.questions.answers import answer_in
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.stretches import Stretches
from consultations.model.edition import Passage
from consultations.model.text import letters

_FEWEST_ALIKE = 20
"""Letters that two wordings of one question must have in common."""


def unrepeated(
    passages: Sequence[Passage], calls: Sequence[CallForAnswer]
) -> Iterator[CallForAnswer]:
    """The calls without those that have no answer where they stand, and have one elsewhere."""
    stretches = Stretches(passages, {call.first for call in calls})
    answered: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    is_answered = [_is_answered(passages, call, stretches) for call in calls]
    for call, has_answer in zip(calls, is_answered, strict=True):
        if has_answer:
            answered[call.kind, call.number].append(letters(call.text))
    above: CallForAnswer | None = None
    """A call that went, where the next one stands right under it in a list."""
    for n, (call, has_answer) in enumerate(zip(calls, is_answered, strict=True)):
        # What stands under the last of a list answers none of them.
        in_list = above is not None and above.last + 1 == call.first
        others = answered[call.kind, call.number]
        if in_list and has_answer:
            others = [letters(other.text) for other in calls[n + 1 :] if _are_sisters(call, other)]
        elif has_answer:
            others = []
        goes = any(_are_alike(letters(call.text), other) for other in others)
        above = call if goes else None
        if not goes:
            yield call


def _are_sisters(one: CallForAnswer, other: CallForAnswer) -> bool:
    return (one.kind, one.number) == (other.kind, other.number)


def _is_answered(passages: Sequence[Passage], call: CallForAnswer, stretches: Stretches) -> bool:
    if call.answer is not None or call.at_once is not None:
        return call.answer != ()
    after = passages[call.last + 1 : stretches.end(call.first, call.last)]
    return answer_in(after) < len(after)


def _are_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _FEWEST_ALIKE and long.startswith(short))
