"""Questions of a consultation, as a document that responds to it prints them.

Symptom: "A1. What works?", "3) Should there be lamps?", "Q7: Please describe the piers."
Found by: a heading that bears a number and reads like a question, or ends in a question mark; and
any heading or paragraph whose words are those of a question that the authorities list for the
consultation. What calls itself a question, with a number, is one in any document, if there are two;
one alone is, over an answer, where the title says that it answers, or where it speaks to whoever
replies in a word. So are numbered questions that a letter quotes (`> 3. Why?`) with its answer
below each, headings that say which they answer and no more ("Questions 4–6"), what asks over boxes
to be ticked, over how many did, or over "Please give your answer below", numbered passages over
"Answer: b)" or over answers of which some are a word, and questions whose passages go on with an
answer ("Q1 Are they lit? Yes"), also where they print no more of it than its number ("Q7 – see
above"). What asks on below a numbered question is part of it.
Leaves alone: where the authorities list all questions, a heading that only ends in a question mark,
for it is the author's own; all headings of a document that responds to nothing and labels none,
unless it shows that somebody else asks: its title says that it answers, boxes are to be ticked, or
its questions count on and two of them are answered in a word, or speak to whoever answers; one that
speaks to nobody, among more that call themselves questions; headings of an author who counts his
own, in a text that speaks of no answers; what stands under "Frequently asked questions" or "Annex:
the questionnaire".
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_lists import list_above, words_of_call
from consultations.annotate.questions.forms.bare_labels import (
    is_part,
    labels_alone,
)
from consultations.annotate.questions.listed import Listed, known_as, with_words
from consultations.annotate.questions.parts import with_parts
from consultations.annotate.questions.printed import (
    PrintedQuestion,
    is_next,
    is_next_part,
    label_alone,
    printed,
    prints_again,
)
from consultations.annotate.questions.questionnaire import Questionnaire
from consultations.english.replies import is_short_reply
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority

RULE = "consultation-questions"

_FEWEST_LABELLED = 2
_SAYS_ANSWER = re.compile(r"(?:(?:our|the)\s)?answer\s?(?::|\Z)", re.IGNORECASE)
_OPEN = re.compile(r"(?:how|what|when|where|which|who|whom|whose|why)\b", re.IGNORECASE)
"""How a question begins that a yes or a no does not answer."""
_SHOULD = re.compile(r"\b(?:ought|should)\b", re.IGNORECASE)
_MAY_ASK = ("heading", "paragraph", "blockquote", "list_item")


def consultation_calls(edition: Edition, authority: Authority) -> list[CallForAnswer]:
    """The questions of the consultation that a document answers, in order."""
    responds_to = edition.source.record.responds_to
    consultation = authority.by_id.get(responds_to) if responds_to else None
    listed = with_words(consultation.questions if consultation else ())
    reading = _AskingPassages(edition, listed)
    found = list(reading.asked())
    if responds_to is None and (len(found) < _FEWEST_LABELLED or reading.are_of_author(found)):
        found = [call for call in found if reading.is_enough(call)]
    starts = {call.first for call in found}
    whole = [_with_words_below(edition.passages, call, starts) for call in found]
    asked = with_parts(edition, whole)
    return [replace(q, known=q.known or known_as(q.text, listed)) for q in asked]


def _with_words_below(
    passages: Sequence[Passage], call: CallForAnswer, starts: AbstractSet[int]
) -> CallForAnswer:
    """A question with the passage below it that has the same words, or with those that ask on."""
    below = call.last + 1
    if call.at_once is not None or below >= len(passages):
        return call
    if prints_again(passages[below], printed(passages[call.first])):
        return replace(call, last=below)
    # Without a number, one that nobody answered may stand over the next.
    while call.number and below < len(passages) - 1 and below not in starts:
        if not printed(passages[below]).only_asks:
            break
        call = replace(call, last=below, text=f"{call.text} {passages[below].text}")
        below += 1
    return call


class _AskingPassages:
    """Reads the questions of a document in order: one may be known by the last one's number."""

    def __init__(self, edition: Edition, listed: Listed) -> None:
        self._passages = edition.passages
        self._listed = listed
        self._form = Questionnaire(edition)
        self._responds = edition.source.record.responds_to is not None or self._form.is_one
        self._quoted = _quoted_questions(edition.passages)
        self._labels = labels_alone(edition.passages)
        self._above = _words_above(edition.passages, self._labels)
        below = [printed(b) for a, b in pairwise(edition.passages) if label_alone(a.text)]
        self._words_below = sum(one.asks for one in below) * 2 >= max(
            len(below), _FEWEST_LABELLED * 2
        )
        """Whether questions stand below their numbers, and not behind them."""
        self._last = ""
        """The number of the question before."""

    def asked(self) -> Iterator[CallForAnswer]:
        """The questions, in order."""
        for index, passage in enumerate(self._passages):
            may_ask = passage.kind in _MAY_ASK and passage.level != 1
            may_ask = may_ask and not self._form.is_unanswered(passage)
            if not may_ask or (passage.kind == "blockquote" and index not in self._quoted):
                continue
            number = label_alone(passage.text)
            call = self._by_number(index, number) if number else self._in_words(index)
            if call is not None:
                yield call

    def are_of_author(self, calls: Sequence[CallForAnswer]) -> bool:
        """Whether an author may have set some questions over the parts of his own text."""
        heads = all(self._passages[call.first].kind == "heading" for call in calls)
        numbers = [call.number or "" for call in calls]
        counted = numbers[:1] in (["1"], ["A1"]) and all(
            is_next(a, b) for a, b in pairwise(numbers)
        )
        # Whoever wants a view asks for a yes or a no sooner or later, or what should be.
        are_open = all(_OPEN.match(call.text) for call in calls)
        want_views = sum(_SHOULD.search(call.text) is not None for call in calls) * 2 >= len(calls)
        return heads and counted and are_open and not (want_views or self._form.is_answered)

    def is_enough(self, call: CallForAnswer) -> bool:
        """Whether one question alone is enough to show that the document answers questions."""
        first = self._passages[call.first]
        below = self._passages[call.last + 1 : call.last + 2]
        reply = call.at_once or next((p.text for p in below if p.kind != "heading"), "")
        is_labelled = printed(first).is_labelled or label_alone(first.text) is not None
        return is_labelled and self._form.answers_one(printed(self._passages[call.last]), reply)

    def _by_number(self, index: int, number: str) -> CallForAnswer | None:
        """A question printed as a number only: its words stand below it, or are not printed."""
        following = next(iter(self._passages[index + 1 : index + 2]), None)
        if following is not None and following.kind != "footnote":
            below = printed(following)
            if is_part(number, below):
                return None  # each of the parts under it is asked by itself
            words_follow = self._is_over_answer(index + 1) or self._is_over_words(index + 1)
            if below.asks or words_follow:
                is_same = (below.number or "").casefold() == number.casefold()
                words = below.text if is_same else following.text
                self._last = number
                return CallForAnswer(index, index + 1, number, words, RULE)
        # Among numbers over questions, one that counts on ends the answer before it.
        if index not in self._labels and not is_next(self._last, number):
            return None
        self._last = number
        known = next((q for q, _ in self._listed if q.number == number), None)
        words = self._above.get(number, self._passages[index].text)
        return CallForAnswer(index, index, number, words, RULE, known=known)

    def _is_over_answer(self, index: int) -> bool:
        """Whether a passage stands right over "Answer", and is what is answered.

        Over "Our response" it may be what others said.
        """
        below = next(iter(self._passages[index + 1 : index + 2]), None)
        return below is not None and _SAYS_ANSWER.match(below.text) is not None

    def _is_over_words(self, index: int) -> bool:
        """Whether a passage under a number speaks to whoever answers, and an answer stands below.

        Half of the numbers at least stand over words that ask.
        """
        below = [p.text for p in self._passages[index + 1 : index + 2] if p.kind != "heading"]
        answered = any(label_alone(text) is None for text in below)
        return answered and self._words_below and printed(self._passages[index]).addresses

    def _answer_behind_number(self, index: int, question: PrintedQuestion) -> CallForAnswer | None:
        """What a passage answers of which it prints no more than the number: `Q7 – see above`."""
        passage = self._passages[index]
        if not question.is_labelled or not is_next(self._last, question.number):
            return None
        replied = question.text.lstrip(" -–—")
        if not is_short_reply(replied):
            return None
        self._last = question.number or ""
        label = passage.text.removesuffix(replied).rstrip(" -–—.:)")
        return CallForAnswer(index, index, question.number, label, RULE, at_once=replied)

    def _in_words(self, index: int) -> CallForAnswer | None:
        """What a passage asks, with or without the answer behind it."""
        passage = self._passages[index]
        question = printed(passage)
        if behind := self._answer_behind_number(index, question):
            return behind
        known = known_as(question.text, self._listed)
        goes_on = passage.id in self._form.answered_at_once
        if known is None and goes_on and (self._responds or question.is_labelled):
            text, at_once = question.asked, question.answer
        elif known or index in self._quoted or self._is_one(index, question):
            text, at_once = question.text, None
        else:
            return None
        self._last = question.number or self._last
        return CallForAnswer(
            index, index, question.number, text, RULE, known=known, at_once=at_once
        )

    def _is_one(self, index: int, question: PrintedQuestion) -> bool:
        """Whether a passage is a question: by its own form, the document's, or its number."""
        if self._is_set_as_one(question) or self._form.puts(question):
            return True
        if question.passage.id in self._form.numbered_over_answers:
            return True
        counts_on = is_next(self._last, question.number)
        if question.is_parted and counts_on:
            return True  # whatever its form: "Question 6: If there is more, use this space."
        if not (self._responds or self._form.numbered_over_answers):
            return False
        if question.passage.kind == "list_item":
            counts_on = self._is_item_alone(index, question)
        asks = question.is_put or question.leaves_room
        in_part = question.ends_asking and is_next_part(self._last, question.number)
        return (counts_on and asks) or in_part

    def _is_item_alone(self, index: int, question: PrintedQuestion) -> bool:
        """Whether an item of a list is the next question, and no item stands below it."""
        following = [passage.kind for passage in self._passages[index + 1 : index + 2]]
        is_alone = bool(following) and following != ["list_item"]
        return is_alone and question.ends_asking and is_next(self._last or "0", question.number)

    def _is_set_as_one(self, question: PrintedQuestion) -> bool:
        """Whether it calls itself a question, or is set off as one where somebody is answered."""
        if question.passage.kind == "list_item":
            return False
        if question.is_labelled and (question.is_put or question.requests):
            return True
        if not question.stands_out:
            return False
        if question.is_labelled:
            return self._responds or question.asks
        if not self._responds or (self._form.labels_all and not question.addresses):
            return False
        asks = question.ends_asking or question.asks_for_more
        return (question.number is not None and question.asks) or (asks and not self._listed)


def _words_above(passages: Sequence[Passage], labels: Collection[int]) -> Mapping[str, str]:
    """By number, the words of questions in a list, whose labels further down have none."""
    numbers = {n for index in labels if (n := label_alone(passages[index].text))}
    listed = list_above(passages, min(labels, default=0), numbers)
    return {number: words_of_call(passages[index]) for number, index in listed.items()}


def _quoted_questions(passages: Sequence[Passage]) -> set[int]:
    """The places of questions that a letter quotes, and answers each right below.

    Their numbers count on. A list of them in one quotation is none: nothing stands between.
    """
    found: list[tuple[int, int]] = []
    for index, (passage, following) in enumerate(pairwise(passages)):
        if passage.kind == "blockquote" and following.kind in ("paragraph", "list_item"):
            question = printed(passage)
            if question.asks and (question.number or "").isdigit():
                found.append((index, int(question.number or 0)))
    counted = sum(b == a + 1 for (_, a), (_, b) in pairwise(found))
    return {index for index, _ in found} if counted * 2 >= len(found) else set()
