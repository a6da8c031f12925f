"""What a letter says that somebody asked, and the answers, below each or in a second list.

Symptom: "You asked: 1. How many? 2. Who?", and further down "Our answers are as follows. 1. Eleven.
2. The clerk."; "1) The number of lamps." over "We do not hold this information."
Found by: numbered passages, counted from one, that ask or stand under words that say so; then as
many with the same numbers that ask nothing, under words that say that they answer. Or something
stands under each, and the text says that they are requests: above them ("You asked for"), by what
answers them ("We do not hold this"), or where it calls them questions by their numbers. What has no
number goes on with the answer above it, or asks where a letter says that it repeats the questions.
Leaves alone: two lists that differ in their numbers; lists over which nothing says that they
answer; numbered paragraphs of a text that nobody asked for.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.closings import ends_answers
from consultations.annotate.questions.printed import label_alone, printed
from consultations.annotate.questions.replies import numbered, paragraph_number, speaks_of_self
from consultations.annotate.questions.request_words import (
    leads_to_questions,
    says_held,
    says_raised,
    says_requested,
    speaks_of_request,
)
from consultations.annotate.questions.states import state_of
from consultations.annotate.questions.stretches import Stretches
from consultations.english.call_labels import answer_label, is_answer_label
from consultations.english.replies import numbers_in, speaks_of_answers
from consultations.english.sentences import sentence_end
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "numbered-requests"

_NAMED = re.compile(
    r"\b(?:questions?|requests?|points?)\s"
    r"(?P<list>\d{1,2}\b(?:(?:\s?[,–-]\s?|\s(?:and|to|&)\s)\d{1,2}\b)*)",
    re.IGNORECASE,
)
_KEY = re.compile(r"(\d+)([a-z]?)")
_FEWEST = 2
_OVER = 3
"""Passages over a list in which the text says what it is."""


def requested_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The requests of a list, with their answers."""
    passages = edition.passages
    runs = [run for run in _runs(passages) if len(run) >= _FEWEST]
    found = list(_answered_in_turn(passages, runs)) or list(_repeated(passages))
    found = found or list(_answered_at_once(passages, runs))
    yield from found or _answered_below(passages, runs)


def _answered_at_once(
    passages: Sequence[Passage], runs: Sequence[Sequence[int]]
) -> Iterator[CallForAnswer]:
    """The questions of a list that somebody has put, each with the answer behind it."""
    for run in runs:
        asked = [printed(passages[index]) for index in run]
        if all(one.cut for one in asked) and _says_over(leads_to_questions, passages, run[0]):
            for index, one in zip(run, asked, strict=True):
                yield CallForAnswer(index, index, one.number, one.asked, RULE, at_once=one.answer)


def _answered_in_turn(
    passages: Sequence[Passage], runs: Sequence[Sequence[int]]
) -> Iterator[CallForAnswer]:
    """The requests of a list that a second list answers."""
    saying = [run for run in runs if _says_that_it_answers(passages, run)]
    for asked in runs:
        said = next((run for run in saying if run[0] > asked[-1]), None)
        if said and _answers(passages, asked, said):
            yield from _in_turn(passages, asked, said)
            return


def _answered_below(
    passages: Sequence[Passage], runs: Sequence[Sequence[int]]
) -> Iterator[CallForAnswer]:
    """The requests of lists in which something stands under each."""
    stretches = Stretches(passages, {index for run in runs for index in run})
    for run in runs:
        ends = [stretches.end(index, index) for index in run]
        if _says_over(says_requested, passages, run[0]) and (
            answer := _one_answer(passages, run, ends[-1])
        ):
            yield from _answered_as_one(passages, run, answer)
        elif _are_requests(passages, run, ends):
            is_raised = _says_over(says_raised, passages, run[0])
            kind: QuestionKind = "comment" if is_raised else "question"
            yield from (replace(_call(passages, index), kind=kind) for index in run)


def _one_answer(passages: Sequence[Passage], run: Sequence[int], end: int) -> range | None:
    """What answers all of a list below its last, behind the only label of an answer.

    Without one nothing else stands in the list, and what stands below speaks of the request.
    """
    labels = [n for n in range(run[0] + 1, end) if answer_label(passages[n].text) is not None]
    begin = run[-1] + 1
    if labels:
        is_alone = is_answer_label(passages[labels[0]].text) and len(labels) == 1
        begin = labels[0] + 1 if is_alone and labels[0] > run[-1] else end
    elif len(run) != begin - run[0] or not any(
        speaks_of_request(passage.text) for passage in passages[begin : min(end, begin + 2)]
    ):
        return None
    else:
        heads = (n for n in range(begin, end) if passages[n].kind == "heading")
        end = next(heads, end)
    return range(begin, end) if begin < end else None


def _answered_as_one(
    passages: Sequence[Passage], run: Sequence[int], answer: range
) -> Iterator[CallForAnswer]:
    """The requests of a list, each with the words that go on with it, and the one answer to all."""
    state = state_of([passages[n].text for n in answer])
    for index, following in pairwise([*run, max(run[-1] + 1, answer.start - 1)]):
        more = (passage.text for passage in passages[index + 1 : following])
        call = _call(passages, index)
        text = " ".join((call.text, *more))
        yield replace(
            call, last=following - 1, text=text, answer=tuple(answer), end=following, state=state
        )


def _runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """The numbered passages that count from one, whatever stands between them."""
    run: list[int] = []
    last = (0, "")
    for index, passage in enumerate(passages):
        key = _key(passage)
        if key is None or passage.cell is not None:
            continue
        if run and _follows(last, key):
            run.append(index)
            last = key
        elif key[0] == 1:
            yield run
            run, last = [index], key
    yield run


def _key(passage: Passage) -> tuple[int, str] | None:
    """The number of a passage and the letter behind it: 2b."""
    number = paragraph_number(passage)
    match = _KEY.fullmatch(number[1]) if number else None
    return (int(match[1]), match[2]) if match else None


def _follows(last: tuple[int, str], key: tuple[int, str]) -> bool:
    if key[0] == last[0]:
        return len(key[1]) == 1 and ord(key[1]) == (ord(last[1]) + 1 if last[1] else ord("a"))
    return key[0] == last[0] + 1 and key[1] in ("", "a")


def _text(passage: Passage) -> str:
    number = paragraph_number(passage)
    return numbered(passage)[number.end() if number else 0 :].strip()


def _says_over(says: Callable[[str], bool], passages: Sequence[Passage], index: int) -> bool:
    """Whether one of the last passages over a list says something of it."""
    return any(says(passage.text) for passage in passages[max(0, index - _OVER) : index])


def _says_that_it_answers(passages: Sequence[Passage], said: Sequence[int]) -> bool:
    """Whether what stands right over a list says that it answers, and nothing in it asks."""
    over = passages[said[0] - 1].text if said[0] else ""
    asks = any(_text(passages[i]).endswith("?") for i in said)
    return not asks and "?" not in over and speaks_of_answers(over)


def _answers(passages: Sequence[Passage], asked: Sequence[int], said: Sequence[int]) -> bool:
    """Whether a list answers the one above it, number by number.

    All of that asks; or some does, what stands over it says that somebody asks, and half is
    answered.
    """
    keys, numbers = ({_key(passages[i]) for i in places} for places in (asked, said))
    asks = sum("?" in _text(passages[i]) for i in asked)
    if asks == len(asked):
        return keys == numbers
    is_asked = _says_over(says_requested, passages, asked[0])
    if not asks:
        return is_asked and keys == numbers
    return is_asked and numbers <= keys and len(said) * 2 >= len(asked)


def _repeated(passages: Sequence[Passage]) -> Iterator[CallForAnswer]:
    """The questions that a letter repeats, without numbers, each over its answer."""
    put = [n for n, passage in enumerate(passages) if _is_put(passage)]
    led = [_says_over(leads_to_questions, passages, n) for n in put]
    asked = put[led.index(True) :] if True in led else []
    stretches = Stretches(passages, set(asked))
    of_readers = any(speaks_of_self(passages[n].text) for n in asked)  # Can I go by boat?
    are_answered = all(stretches.end(n, n) > n + 1 for n in asked)
    if len(asked) >= _FEWEST and are_answered and not of_readers:
        yield from (_call(passages, n) for n in asked)


def _is_put(passage: Passage) -> bool:
    """Whether a passage asks or requests, and bears no number."""
    if passage.kind in ("table", "footnote", "reference") or passage.cell is not None:
        return False
    if ends_answers(passage):
        return False  # "If you have more questions, please write."
    question = printed(passage)
    # A paragraph may end in a question of its author's; what stands out asks as a whole.
    first = passage.text[: sentence_end(passage.text, 0)]
    asks = question.ends_asking and (question.stands_out or "?" in first)
    return question.number is None and (asks or question.requests)


def _in_turn(
    passages: Sequence[Passage], asked: Sequence[int], said: Sequence[int]
) -> Iterator[CallForAnswer]:
    stretches = Stretches(passages, set(said))
    answers = {_key(passages[i]): tuple(range(i, stretches.end(i, i))) for i in said}
    keys = [_key(passages[i]) for i in asked]
    for index, key, following in zip(asked, keys, [*keys[1:], None], strict=True):
        # What only leads to its parts has no answer of its own: 2, before 2a.
        if key in answers or not (following and following[1] and key and key[0] == following[0]):
            call = _call(passages, index)
            answer = answers.get(key, ())
            state = state_of([_text(passages[i]) for i in answer])
            yield replace(call, answer=answer, end=index + 1, state=state)


def _are_requests(passages: Sequence[Passage], run: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether something stands under each of a list, and the text says that somebody asks."""
    if not all(end > index + 1 for index, end in zip(run, ends, strict=True)):
        return False
    if _says_over(says_requested, passages, run[0]):
        return True
    below = [
        passages[n] for index, end in zip(run, ends, strict=True) for n in range(index + 1, end)
    ]
    under = [passage.text for passage in below]
    if any(map(says_held, under)):
        return True
    if any(printed(one).is_labelled or label_alone(one.text) for one in below):
        return False  # sections of a text that has questions of its own: "Question 1: Why?"
    if sum(_text(passages[i]).endswith("?") for i in run) * 2 > len(run):
        return False  # an author may call questions of their own so
    return _name({key[0] for i in run if (key := _key(passages[i]))}, under)


def _name(own: Set[int], under: Sequence[str]) -> bool:
    """Whether texts refer to questions by number, and only by numbers that a list has."""
    listed = (match["list"] for text in under for match in _NAMED.finditer(text))
    named = {number for said in listed for number in numbers_in(said)}
    return bool(named) and named <= own


def _call(passages: Sequence[Passage], index: int) -> CallForAnswer:
    number = paragraph_number(passages[index])
    return CallForAnswer(index, index, number[1] if number else None, _text(passages[index]), RULE)
