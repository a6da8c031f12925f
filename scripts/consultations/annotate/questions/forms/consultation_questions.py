"""Questions of a consultation, as a document that responds to it prints them.

Symptom: "A1. What works?", "3) Should there be lamps?", "Q7: Please describe the piers."
Found by: a heading that bears a number and reads like a question, or ends in a question mark; and
any heading or paragraph whose words are those of a question that the authorities list for the
consultation. What calls itself a question, with a number, is one in any document, if there are two;
and so are numbered questions that a letter quotes (`> 3. Why?`) with its answer below each,
headings that say which they answer and no more ("Questions 4–6"), what asks over boxes to be
ticked, numbered passages over "Answer: b)", and questions whose passages go on with an answer ("Q1
Are they lit? Yes"), also where they print no more of it than its number in bold.
Leaves alone: where the authorities list all questions, a heading that only ends in a question mark,
for it is the author's own; all headings of a document that responds to nothing and labels none,
unless it shows that somebody else asks: its title says that it answers, boxes are to be ticked, or
its questions count on and two of them are answered in a word, or speak to whoever answers; what
stands under "Frequently asked questions".
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.forms.bare_labels import (
    answers_behind_labels,
    is_part,
    labels_alone,
    level_over_parts,
)
from consultations.annotate.questions.parts import with_parts
from consultations.annotate.questions.printed import (
    PrintedQuestion,
    label_alone,
    printed,
    prints_again,
)
from consultations.annotate.questions.questionnaire import Questionnaire
from consultations.english.sentences import sentence_end
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, ConsultationQuestion

RULE = "consultation-questions"

_WORD = re.compile(r"[^\W_]+")
_LIKE = 0.85
"""So great a share of the words of both must be common to a question and its like."""
_FEWEST_LABELLED = 2
_DEEPEST = 6
"""The level of a heading that can have none below it."""
_MAY_ASK = ("heading", "paragraph", "blockquote", "list_item")

_Listed = Sequence[tuple[ConsultationQuestion, Counter[str]]]
"""The questions of a consultation, each with its words."""


def consultation_calls(edition: Edition, authority: Authority) -> list[CallForAnswer]:
    """The questions of the consultation that a document answers, in order."""
    responds_to = edition.source.record.responds_to
    consultation = authority.by_id.get(responds_to) if responds_to else None
    listed = [(q, _bag(q.text)) for q in (consultation.questions if consultation else ())]
    found = list(_asked(edition, listed))
    if responds_to is None and len(found) < _FEWEST_LABELLED:
        return []
    asked = with_parts(edition, [_with_words_again(edition.passages, call) for call in found])
    return [replace(q, known=q.known or known_as(q.text, listed)) for q in asked]


def _with_words_again(passages: Sequence[Passage], call: CallForAnswer) -> CallForAnswer:
    """A question with the passage below it that has the same words, where there is one."""
    below = call.last + 1
    is_again = below < len(passages) and prints_again(
        passages[below], printed(passages[call.first])
    )
    return replace(call, last=below) if is_again and call.at_once is None else call


def _asked(edition: Edition, listed: _Listed) -> Iterator[CallForAnswer]:
    passages = edition.passages
    form = Questionnaire(edition)
    responds = edition.source.record.responds_to is not None or form.is_one
    quoted = _quoted_questions(passages)
    labels = labels_alone(passages)
    behind = answers_behind_labels(passages)
    last = ""  # the number of the question before
    for index, (passage, following) in enumerate(
        zip(passages, [*passages[1:], None], strict=False)
    ):
        if passage.level == 1 or passage.kind not in _MAY_ASK:
            continue
        if passage.kind == "blockquote" and index not in quoted:
            continue
        question = printed(passage)
        known = known_as(question.text, listed)
        at_once = passage.id in form.answered_at_once and (responds or question.is_labelled)
        number = label_alone(passage.text)
        if number and following and is_part(number, printed(following)):
            continue  # a heading over its parts, each of which is asked by itself
        if number and following and following.kind != "footnote" and printed(following).asks:
            repeated = printed(following)
            is_same = (repeated.number or "").casefold() == number.casefold()
            words = repeated.text if is_same else following.text
            yield CallForAnswer(index, index + 1, number, words, RULE)
        elif index in labels:
            known = next((q for q, _ in listed if q.number == number), None)
            yield CallForAnswer(index, index, number, passage.text, RULE, known=known)
        elif index in behind:
            number, begin = behind[index]
            label, answer = passage.text[:begin].rstrip(), passage.text[begin:]
            yield CallForAnswer(index, index, number, label, RULE, at_once=answer)
        elif at_once and not known:
            text, last = question.asked, question.number or last
            answer = question.answer
            yield CallForAnswer(index, index, question.number, text, RULE, at_once=answer)
        elif (
            known
            or index in quoted
            or _is_question(question, responds, is_listed=bool(listed))
            or passage.id in form.over_boxes
            or passage.id in form.printed_twice
            or (form.has_boxes and _is_of_form(question))
            or _is_next(last, question, responds)
            or (responds and _is_part_of(last, question))
            or (responds and _is_item_alone(last, question, following))
        ):
            last = question.number or last
            yield CallForAnswer(index, index, question.number, question.text, RULE, known=known)


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


def _is_question(question: PrintedQuestion, responds: bool, *, is_listed: bool) -> bool:
    if question.passage.kind == "list_item":
        return False
    if question.is_labelled and (question.ends_asking or question.requests):
        return True
    if not question.stands_out:
        return False
    if question.is_labelled:
        return responds or question.asks
    if not responds:
        return False
    asks = question.ends_asking or question.asks_for_more
    return (question.number is not None and question.asks) or (asks and not is_listed)


def _is_of_form(question: PrintedQuestion) -> bool:
    """Whether a passage is a question to whoever fills in a form, and nothing else."""
    text = question.text
    is_one = question.passage.kind != "list_item" and sentence_end(text, 0) == len(text)
    return is_one and question.ends_asking and question.addresses


def _is_item_alone(last: str, question: PrintedQuestion, following: Passage | None) -> bool:
    """Whether the item of a list asks the next question, over something else than an item."""
    if question.passage.kind != "list_item" or not question.ends_asking:
        return False
    is_next = question.number == (str(int(last) + 1) if last.isdigit() else "1")
    return is_next and following is not None and following.kind != "list_item"


def _is_next(last: str, question: PrintedQuestion, responds: bool) -> bool:
    """Whether a passage has the number after the last one's and calls itself a question.

    Whatever its form is then: `Question 6: If there is more, use this space to tell us.` In
    answers to somebody's questions it need not call itself so, if it asks.
    """
    number = question.number or ""
    counted = last.isdigit() and number.isdigit() and int(number) == int(last) + 1
    lettered = len(last) == len(number) == 1 and ord(number) == ord(last) + 1
    if not (counted or lettered):
        return False
    if question.is_labelled:
        return question.is_parted
    asks = question.is_put or question.leaves_room
    return responds and asks and question.passage.kind != "list_item"


def _is_part_of(last: str, question: PrintedQuestion) -> bool:
    """Whether a question in plain type bears the number of the last one and a letter: 2b, after 2.

    After 2a it is the next letter. One in brackets counts by itself: 2(a).
    """
    number = (question.number or "").replace("(", "").replace(")", "")
    if not (question.ends_asking and number[-1:].isalpha()):
        return False
    before = last.replace("(", "").replace(")", "")
    is_next = bool(last) and number[:-1] == before.rstrip("abcdefgh") and number > before
    return is_next or number != question.number


def known_as(text: str, listed: _Listed) -> ConsultationQuestion | None:
    """The question of the list whose words are these, give or take a few."""
    here = _bag(text)
    best: tuple[float, ConsultationQuestion | None] = (_LIKE, None)
    length = here.total()
    for question, words in listed:
        both = length + words.total()
        # However many words they share, texts of very different lengths are not alike.
        if 2 * min(length, both - length) > best[0] * both:
            shared = sum(min(here[word], words[word]) for word in here.keys() & words.keys())
            alike = 2 * shared / both
            if alike > best[0]:
                best = alike, question
    return best[1]


def _bag(text: str) -> Counter[str]:
    return Counter(word[0].casefold() for word in _WORD.finditer(text))


def with_headings(passages: Sequence[Passage], calls: Sequence[CallForAnswer]) -> Iterator[Passage]:
    """The passages, of which a question that was printed as a paragraph is a heading as well.

    Under `Question 5` alone, over its parts, every other heading belongs to a part's answer.
    """
    asked = [call for call in calls if call.kind == "question"]
    levels = Counter(
        passages[call.first].level or 1 for call in asked if passages[call.first].kind == "heading"
    )
    level = levels.most_common(1)[0][0] if levels else 2
    starts = {call.first for call in asked}
    at_once = {call.last for call in asked if call.at_once is not None}
    over_parts = 0  # the level of such a heading
    for index, passage in enumerate(passages):
        # A cell of a table stays one: what heads it is its column.
        is_plain = passage.kind in ("paragraph", "blockquote") and passage.cell is None
        if index in at_once:
            # What goes on with an answer heads nothing.
            yield (
                replace(passage, kind="paragraph", level=None)
                if is_plain or passage.level
                else passage
            )
        elif index in starts and is_plain:
            yield replace(passage, kind="heading", level=level)
        elif passage.kind == "heading" and index not in starts:
            is_within = 0 < over_parts < (passage.level or 1) <= level < _DEEPEST
            over_parts = over_parts if is_within else level_over_parts(passage)
            yield replace(passage, level=level + 1) if is_within else passage
        else:
            yield passage
