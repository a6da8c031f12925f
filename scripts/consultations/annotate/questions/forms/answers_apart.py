"""Questions that stand in a list of their own, and answers below that say which they answer.

Symptom: "Q1. How many lamps?", "Q2. Who lights them?", and under them "A1. There are forty.", "A2.
The keepers."; or "Answer 1: ", "Response to question (1)", or "Q1: " once more.
Found by: the number of the question in the label of each answer, which asks nothing; the numbers
grow, or begin once more where not all that is asked ends in a question mark, and two at least are
those of passages that ask or recommend, right under one another, above all answers; or of whatever
list stands there, if the labels say that they answer, and just its numbers, and what stands right
over it says that somebody asked or recommended. Each answer goes on to the next one, or to what
ends it.
Leaves alone: answers between questions, each of which stands under its own; labels of answers whose
numbers no list of questions has; `A1` below a list without `Q1`, which may be a road.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_lists import (
    MAY_STAND,
    asks,
    list_above,
    words_of_call,
)
from consultations.annotate.questions.replies import numbered, recommends
from consultations.annotate.questions.request_words import says_requested
from consultations.annotate.questions.stretches import Stretches
from consultations.english.call_labels import answers_a_report
from consultations.english.replies import opens_reply, speaks_of_answers
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "answers-apart"

_LABEL = re.compile(
    r"""
    (?: (?-i:A) | (?: (?:our|my|the)\s )? (?: answer | ans\.? | reply | response )
        (?: \s to )? (?: \s (?: question | query | request | recommendation | point | Q ) )? )
    \s? (?:no\.?\s)? \(? (?P<number> \d{1,3} [a-z]? ) \)?
    (?: \s? [:.)–—-]+ (?:\s+|\Z) | \Z )                     # Response to question (2)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The label of an answer that says by its number what it answers: `A2. `, `Answer 2: `."""
_COUNTED = r"\s?(?P<number>\d{1,3}[a-z]?)\s?[:.)–—-]+\s+"
_ASKED_AGAIN = re.compile(rf"Q(?:uestion|\.)?{_COUNTED}", re.IGNORECASE)
_MADE_AGAIN = re.compile(rf"R(?:ec(?:ommendation|\.)?)?{_COUNTED}", re.IGNORECASE)
"""A label that repeats the number of the question or recommendation, before its answer."""
_BY_LETTER = re.compile(r"A\s?(?:no\.?\s)?\(?\d")
_ASKED_BY_LETTER = re.compile(r"Q(?:uestion|\.)?\s?(?:no\.?\s)?\(?\d", re.IGNORECASE)
"""A letter and a number before an answer, which may also name a road; and the letter of its
question."""
_PUT = re.compile(
    r"\b(?:asked|asks|posed|put\sto|raised|recommend(?:s|ed|ations?)|requested)\b", re.IGNORECASE
)
"""What leads to a list of what was asked: `The auditor raised the following.`"""
_FEWEST = 2


def apart_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The questions of lists whose answers stand below all of them."""
    passages = edition.passages
    answers = _labels(passages, _LABEL) or _labels(passages, _ASKED_AGAIN)
    said = answers or _replies(passages, _labels(passages, _MADE_AGAIN))
    if len(said) < _FEWEST:
        return
    until = min(said.values())
    asked = list_above(passages, until, said)
    if not asked and answers:
        asked = list_above(passages, until, said, any_=True)
        asked = asked if _is_put(passages, asked.values()) else {}
    if not _are_parted(passages, asked.values(), said.values()):
        return
    stretches = Stretches(passages, {*asked.values(), *said.values()})
    put = sum("?" in passages[index].text for index in asked.values())
    made = sum(recommends(passages[index].text) for index in asked.values())
    kind: QuestionKind = "recommendation" if made > put else "question"
    for number, index in asked.items():
        place = said.get(number)
        answer = () if place is None else _answer(passages, place, stretches)
        text = words_of_call(passages[index])
        yield CallForAnswer(
            index, index, number, text, RULE, kind, answer=tuple(answer), end=index + 1
        )


def _labels(passages: Sequence[Passage], form: re.Pattern[str]) -> Mapping[str, int]:
    """Where answers stand, by the numbers in their labels; empty unless the numbers grow.

    What is asked may bear the same labels and not end in a question mark: the last list answers.
    """
    found = [
        (match["number"], index)
        for index, passage in enumerate(passages)
        if passage.kind in MAY_STAND and passage.cell is None
        if (match := form.match(numbered(passage))) and not asks(passage)
        if form is not _MADE_AGAIN or not recommends(passage.text)
    ]
    begins = [n for n, ((a, _), (b, _)) in enumerate(pairwise(found), 1) if _key(a) >= _key(b)]
    return dict(found[begins[0] :] if len(begins) == 1 else () if begins else found)


def _are_parted(passages: Sequence[Passage], asked: Collection[int], said: Collection[int]) -> bool:
    """Whether answers labelled only `A` stand below questions labelled `Q`."""
    if not any(_BY_LETTER.match(numbered(passages[index])) for index in said):
        return True
    return all(_ASKED_BY_LETTER.match(numbered(passages[index])) for index in asked)


def _is_put(passages: Sequence[Passage], listed: Collection[int]) -> bool:
    """Whether some of a list ask, or the words right over it say that somebody asked."""
    first = min(listed, default=0)
    over = passages[first - 1].text if first else ""
    is_led = says_requested(over) or _PUT.search(over) is not None
    return is_led or any(asks(passages[index]) for index in listed)


def _replies(passages: Sequence[Passage], said: Mapping[str, int]) -> Mapping[str, int]:
    """What stands behind such labels, if half of it replies, or a heading says that it does.

    A report prints its recommendations in a list and each again in its place, in other words.
    """
    if not said:
        return {}
    behind = [_MADE_AGAIN.sub("", passages[index].text) for index in said.values()]
    replies = sum(said_state(text) is not None or opens_reply(text) for text in behind)
    first = passages[min(said.values())]
    over = [p.text for p in passages if p.id in first.section[-1:]]
    before = passages[min(said.values()) - 1]
    says_so = any(map(answers_a_report, over)) or (
        not recommends(before.text) and speaks_of_answers(before.text)
    )
    return said if says_so or replies * 2 >= len(said) else {}


def _key(number: str) -> tuple[int, str]:
    digits = re.findall(r"\d+", number)[0]
    return int(digits), number[len(digits) :].casefold()


def _answer(passages: Sequence[Passage], place: int, stretches: Stretches) -> range:
    """The passages of an answer; its label is one of them where words stand behind it."""
    label = _LABEL.match(numbered(passages[place]))
    is_bare = label is not None and label.end() == len(numbered(passages[place]))
    return range(place + is_bare, stretches.end(place, place))
