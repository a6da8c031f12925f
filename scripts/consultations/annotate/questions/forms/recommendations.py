"""Recommendations and proposals, and the words of each, before its answer begins.

Symptom: "Recommendation 4: The board should light the lamps." and, below it, "Response", or "The
board accepts this recommendation."
Found by: the label, at the beginning of a passage or over it. Its words go on through the items of
a list, what else is in its box, and what still recommends; they end where something replies. A
document answers recommendations if it replies to a third of those that it prints, or to one and
says that it is an answer; or if it names them by their numbers further down.
Leaves alone: a report's own recommendations, to which nothing replies; "Recommendations", which
heads a section; a sentence that begins with the word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_words import CallWords
from consultations.annotate.questions.forms.named_replies import named_calls
from consultations.annotate.questions.replies import (
    is_answer_to_report,
    numbered,
    paragraph_number,
)
from consultations.annotate.questions.stretches import Stretches
from consultations.english.call_labels import CallLabel, call_label, is_answer_label
from consultations.english.replies import answered_together
from consultations.english.sentences import sentence_ends
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "recommendations"

_LEAST_ANSWERED = 1 / 3


def labelled_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The recommendations and proposals that bear a label, in a document that answers them."""
    passages = edition.passages
    found = list(_labels(passages))
    calls = []
    replied = followed = 0
    stretches = Stretches(passages, {index for index, _ in found})
    numbers = {(index, (label.number or "").rstrip(ascii_lowercase)) for index, label in found}
    over: dict[int, int] = {}
    for index, label in found:
        end = stretches.end(index, index)
        last, is_replied = CallWords(passages, index, label.end, end).last
        replied += is_replied
        followed += last + 1 < end
        # What a committee concludes without a number of its own leads to what it recommends below.
        leads = label.what == "conclusion" and (last + 1, label.number or "") in numbers
        if leads:
            over[last + 1] = index
        elif is_replied or label.number or label.what != "conclusion":
            call = _call(passages, index, label, last)
            calls.append(replace(call, over=over.get(index)))
    says_so = followed * 2 >= len(found) and is_answer_to_report(edition)
    if calls and replied >= _least(calls, says_so=says_so):
        yield from calls
    else:
        yield from named_calls(edition, calls)


def _least(calls: Sequence[CallForAnswer], *, says_so: bool) -> float:
    """How many of some calls something replies to in a document that answers them.

    One may be printed in a summary too, where nothing replies.
    """
    different = len({call.number or call.text for call in calls})
    return 1 if says_so else max(1, _LEAST_ANSWERED * different)


def _labels(passages: Sequence[Passage]) -> Iterator[tuple[int, CallLabel]]:
    """The labels of calls; those of several at once that say what becomes of them are none."""
    for index, passage in enumerate(passages):
        may_call = passage.kind in ("heading", "paragraph", "list_item", "blockquote")
        label = call_label(passage.text) if may_call else None
        if label is None or (
            answered_together(passage.text) and said_state(passage.text[label.end :])
        ):
            continue
        if label.number is None and _heads_column(passages, index):
            continue
        counted = passage.marker if label.number is None and passage.kind == "list_item" else None
        is_count = counted is not None and counted.isalnum()  # 1a. Recommendation: Light the lamps
        yield index, label._replace(number=counted) if is_count else label


def _heads_column(passages: Sequence[Passage], index: int) -> bool:
    """Whether only the labels of an answer and of another call stand below: heads of a table."""
    texts = [passage.text for passage in passages[index + 1 : index + 3]]
    is_over = len(texts) > 1 and is_answer_label(texts[0])
    return is_over and call_label(texts[1]) is not None


def _call(passages: Sequence[Passage], start: int, label: CallLabel, last: int) -> CallForAnswer:
    """What was found, with its words run together."""
    more = map(numbered, passages[start + 1 : last + 1])
    parts = (passages[start].text[label.end :], *more)
    text = " ".join(filter(None, parts)) or passages[start].text
    # The state may have been run into the recommendation: "… by May. The board accepts this."
    *_, (cut, begin) = ((0, 0), *sentence_ends(text))
    state = said_state(text[begin:]) if begin else None
    text = text[:cut] if state else text
    number = label.number
    printed = paragraph_number(passages[start + 1]) if last > start else None
    if not parts[0] and printed and (not number or "." in printed[1]):
        # Under a label with a number it is that of a paragraph of the report: 3.41.
        number, text = number or printed[1], text[printed.end() :]
    kind: QuestionKind = "proposal" if label.what == "proposal" else "recommendation"
    return CallForAnswer(start, last, number, text, RULE, kind, state=state)
