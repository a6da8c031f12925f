"""Numbered questions in a list, and the answers below in a list with the same numbers.

Symptom: "You asked: 1. How many? 2. Who?", and further down "Our answers are as follows. 1. Eleven.
2. The clerk."
Found by: numbered passages that ask, counted from one, then as many with the same numbers that ask
nothing; what stands over them says that they answer. What has no number goes on with the answer
above it.
Leaves alone: two lists that differ in their numbers; lists over which nothing says that they
answer.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.annotate.questions.answers import Stretches
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import numbered, paragraph_number
from consultations.model.edition import Edition, Passage

RULE = "answered-in-turn"

_SAYS = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies)|respon(?:d|se|ses)|in\sturn)\b", re.IGNORECASE
)
_FEWEST = 2


def calls_answered_in_turn(edition: Edition) -> Iterator[CallForAnswer]:
    """The questions of a list that a second list answers."""
    passages = edition.passages
    runs = list(_runs(passages))
    for n, asked in enumerate(runs):
        if len(asked) < _FEWEST or not all(_text(passages[i]).endswith("?") for i in asked):
            continue
        for said in runs[n + 1 :]:
            if len(said) == len(asked) and _answers(passages, said):
                yield from _calls(passages, asked, said)
                return


def _runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """The numbered passages that count from one, whatever stands between them."""
    run: list[int] = []
    for index, passage in enumerate(passages):
        number = paragraph_number(passage)
        if number is None or not number[1].isdigit():
            continue
        if int(number[1]) == len(run) + 1:
            run.append(index)
        else:
            yield run
            run = [index] if number[1] == "1" else []
    yield run


def _text(passage: Passage) -> str:
    number = paragraph_number(passage)
    return numbered(passage)[number.end() if number else 0 :].strip()


def _answers(passages: Sequence[Passage], said: Sequence[int]) -> bool:
    """Whether what stands over a list says that it answers, and nothing in it asks."""
    over = passages[said[0] - 1].text if said[0] else ""
    asks = any(_text(passages[i]).endswith("?") for i in said)
    return not asks and "?" not in over and _SAYS.search(over) is not None


def _calls(
    passages: Sequence[Passage], asked: Sequence[int], said: Sequence[int]
) -> Iterator[CallForAnswer]:
    stretches = Stretches(passages, set(said))
    for index, answer in zip(asked, said, strict=True):
        number = paragraph_number(passages[index])
        places = tuple(range(answer, stretches.end(answer, answer)))
        yield CallForAnswer(
            index,
            index,
            number[1] if number else None,
            _text(passages[index]),
            RULE,
            answer=places,
            end=index + 1,
        )
