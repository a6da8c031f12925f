"""A drawing with a lane for each respondent and a bar for each question, as high as its answer."""

from collections.abc import Iterator

from consultations.model.edition import Edition
from consultations.pages.drawings.lanes import Lane, LaneMark, drawn
from consultations.pages.facts import counted
from consultations.pages.indexes.asked.answers import Answer, Response, asked_in_all
from consultations.pages.indexes.asked.askers import Askers
from consultations.pages.links import Here
from consultations.pages.question_words import STATES

_GAP = 0.25
"""Share of a question's width that stays free, so that bars can be told from each other."""
_MOST = 60
"""Respondents that a drawing can show so that they can be told from each other."""


def answers_drawn(askers: Askers, response: Response, here: Here) -> str:
    """The drawing for one asker; empty where there are too many respondents."""
    if len(response.respondents) > _MOST:
        return ""
    answers = [answer for asked in response.asked for answer in asked.answers]
    longest = max((answer.words for answer in answers), default=0)
    return drawn(
        (_lane(askers, response, edition, longest, here) for edition in response.respondents),
        "tall",
    )


def _lane(askers: Askers, response: Response, edition: Edition, longest: int, here: Here) -> Lane:
    marks = list(_marks(response, edition, longest, here))
    words = sum(a.words for q in response.asked for a in q.answers if a.edition is edition)
    return Lane(
        askers.respondent(edition),
        here.to_address(f"texts/{edition.id}/index.md"),
        f"{asked_in_all(response)} from left to right; "
        f"{counted(words, 'word', 'words')} of answers",
        marks,
    )


def _marks(response: Response, edition: Edition, longest: int, here: Here) -> Iterator[LaneMark]:
    wide = 1 / len(response.asked)
    # By the number of the question, so that one that is not answered leaves its place free, and the
    # bars of a question stand under each other.
    for n, asked in enumerate(response.asked):
        for answer in asked.answers:
            if answer.edition is edition:
                yield LaneMark(
                    n * wide,
                    (n + 1 - _GAP) * wide,
                    answer.words / longest if longest else 0,
                    f"{asked.label} ({STATES[answer.question.state]}, {_length(answer)})",
                    _place(answer, here),
                    "full" if answer.question.answered else "hollow",
                )


def _length(answer: Answer) -> str:
    return counted(answer.words, "word", "words")


def _place(answer: Answer, here: Here) -> str:
    first, *_ = [*answer.question.answer, answer.question.heading]
    return here.to_address(f"texts/{answer.edition.id}/index.md", first)
