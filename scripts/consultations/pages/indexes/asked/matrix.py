"""The questions of one asker against those who answer: a row a question, a column a respondent."""

from collections import Counter
from collections.abc import Sequence

from consultations.pages.facts import counted
from consultations.pages.indexes.asked.answers import Answer, Asked, Response, asked_in_all
from consultations.pages.indexes.asked.askers import Askers
from consultations.pages.links import Here
from consultations.pages.question_words import KINDS, STATES
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_NOT_THERE = "not in this document"


def matrix(askers: Askers, response: Response, here: Here) -> Markdown:
    """The table. Each word of it leads to the answer as it stands in its document."""
    names = [askers.respondent(edition) for edition in response.respondents]
    header: list[Content] = [[_noun(response).capitalize()]]
    header += [
        [element("a", name, href=here.to_passage(edition.id))]
        for edition, name in zip(response.respondents, names, strict=True)
    ]
    rows = [_row(askers, response, asked, names, here) for asked in response.asked]
    return blocks.table([header, *rows], f"questions:{response.consultation}")


def summary(response: Response) -> str:
    """How many questions and respondents there are, and how many answers of each state."""
    states = Counter(answer.question.state for a in response.asked for answer in a.answers)
    told = [f"{STATES[state]} {count:,}" for state, count in sorted(states.items())]
    by = counted(len(response.respondents), "respondent", "respondents")
    return f"{asked_in_all(response).capitalize()}, {by}. {', '.join(told).capitalize()}."


def length(answer: Answer) -> str:
    """How long an answer is, in words; nothing where it has none."""
    words = answer.words
    return counted(words, "word", "words") if words else ""


def _noun(response: Response) -> str:
    kinds = {asked.kind for asked in response.asked}
    return KINDS[kinds.pop()][0] if len(kinds) == 1 else "question"


def _row(
    askers: Askers, response: Response, asked: Asked, names: Sequence[str], here: Here
) -> list[Content]:
    """A question, and for each respondent what sort of answer it gives, and how long that is."""
    given: dict[str, list[Answer]] = {}
    for answer in asked.answers:
        given.setdefault(answer.edition.id, []).append(answer)
    # On a narrow screen the table is a list, and has no columns that say whose answer it is.
    several = len(names) > 1
    cells: list[Content] = [
        [
            *([element("span", f"{name}: ", class_="who")] if several else []),
            *_cell(given.get(edition.id, ()), here),
        ]
        for edition, name in zip(response.respondents, names, strict=True)
    ]
    return [[askers.to_question(asked, here)], *cells]


def _cell(answers: Sequence[Answer], here: Here) -> Content:
    """What a document says to a question, in a word that leads there, and how long that is."""
    content: list[str | Element] = []
    for answer in answers:
        content += [", "] if content else []
        place = answer.question.answer[:1] or (answer.question.heading,)
        href = here.to_passage(answer.edition.id, place[0])
        content.append(element("a", STATES[answer.question.state], href=href))
        if words := length(answer):
            content.append(f", {words}")
    return content or [_NOT_THERE]
