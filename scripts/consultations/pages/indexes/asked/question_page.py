"""The page of one question: every answer to it in full, and the questions before and after it."""

from collections.abc import Callable, Iterator, Sequence

from consultations.english.dates import day
from consultations.pages.facts import counted, front_matter
from consultations.pages.indexes.asked.answers import Answer, Asked, Response
from consultations.pages.indexes.asked.askers import Askers
from consultations.pages.indexes.asked.matrix import length
from consultations.pages.indexes.excerpts import in_full
from consultations.pages.links import COMPARE, Here, asker_path, joined, on_page, theme_path
from consultations.pages.question_words import KINDS, STATES, who
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_NOTHING_SAID = "The document has nothing under this question."
_SIDE_BY_SIDE = 2
"""Answers for which a wide screen has room beside each other."""


def answer_in_full(answer: Answer, here: Here) -> list[Markdown]:
    """All passages of an answer, as its question's page has them."""
    passages = (answer.edition.by_id[passage] for passage in answer.question.answer)
    return list(in_full(answer.edition, passages, here))


def question_page(
    askers: Askers,
    response: Response,
    asked: Asked,
    here: Here,
    drawn: Callable[[Answer, Here], Sequence[Markdown]],
) -> str:
    """The Markdown of the page.

    Args:
        askers: all questions.
        response: those of the one that asks this question.
        asked: the question; it has an answer or more.
        here: the page.
        drawn: gives what `answer_in_full` makes.
    """
    asking = askers.name(asked.consultation)
    noun, _ = KINDS[asked.kind]
    to_asker = element("a", asking, href=here.to(asker_path(asked.consultation)))
    number = f" · {asked.number}" if asked.number else ""
    description = f"Every answer to a {noun} of {asking}: {asked.label}"
    sections = [_answer(askers, answer, here, drawn(answer, here)) for answer in asked.answers]
    is_pair = len(sections) == _SIDE_BY_SIDE
    body = [
        blocks.paragraph([noun.capitalize(), number, " · ", to_asker], {"class": "kind"}),
        blocks.heading(1, [asked.text], {"id": "index:title"}),
        *_themes(askers, asked, here),
        *_ways(askers, asked, here),
        blocks.division({"class": "answers pair" if is_pair else "answers"}, sections),
        *_neighbours(askers, response, asked, here),
    ]
    return blocks.page(front_matter(askers.title(asked), description, kind="index"), body)


def _themes(askers: Askers, asked: Asked, here: Here) -> Iterator[Markdown]:
    """The themes on which the question is, each with the editor's reason."""
    for theme in askers.themes_of(asked):
        link = element("a", theme.name, href=here.to(theme_path(theme.id)))
        said: Content = ["Editor’s theme: ", link, f". {theme.reason}"]
        yield blocks.paragraph(said, {"class": "editorial"})


def _ways(askers: Askers, asked: Asked, here: Here) -> Iterator[Markdown]:
    """For many answers: who gives them, and how to put two of them beside each other."""
    if len(asked.answers) < _SIDE_BY_SIDE:
        return
    if len(asked.answers) > _SIDE_BY_SIDE:
        links = (
            element("a", askers.respondent(answer.edition), href=on_page(_id(answer)))
            for answer in asked.answers
        )
        told = counted(len(asked.answers), "answer", "answers")
        yield blocks.paragraph([f"{told}: ", *joined(links)], {"class": "fact"})
    first, *others = dict.fromkeys(answer.edition.id for answer in asked.answers)
    if not others:  # one document whose numbers begin again
        return
    state = {"a": first, "b": others[0], "on": asked.known_as}
    href = here.to_state(COMPARE, state)
    yield blocks.paragraph([element("a", "Compare two answers", href=href)], {"class": "fact"})


def _answer(askers: Askers, answer: Answer, here: Here, passages: Sequence[Markdown]) -> Markdown:
    """One answer: whose it is, of what sort, how long, and all its passages."""
    edition, question = answer.edition, answer.question
    record = edition.source.record
    href = here.to_passage(edition.id, question.heading)
    name = element("a", askers.respondent(edition), href=href)
    said = " · ".join(filter(None, [STATES[question.state] + who(question), length(answer)]))
    about = f", {day(record.date)} · {said}"
    told: Content = [element("em", record.title), about, *_referred_to(answer, here)]
    nothing = blocks.paragraph([_NOTHING_SAID], {"class": "of"})
    return blocks.section(
        {"class": "answer"},
        [
            blocks.heading(2, [name], {"id": _id(answer)}),
            blocks.paragraph(told, {"class": "of"}),
            *(passages if question.answer else [nothing]),
        ],
    )


def _id(answer: Answer) -> str:
    return f"answer:{answer.edition.id}:{answer.question.heading}"


def _referred_to(answer: Answer, here: Here) -> Iterator[str | Element]:
    """Links to the places to which an answer refers its reader."""
    if answer.question.state != "refers-elsewhere":
        return
    said = set(answer.question.answer)
    for reference in answer.edition.cross_references:
        if reference.passage in said:
            edition, _, passage = reference.target.partition("#")
            href = here.to_passage(edition or answer.edition.id, passage or None)
            yield " · "
            yield element("a", f"“{reference.text}”", href=href)


def _neighbours(askers: Askers, response: Response, asked: Asked, here: Here) -> Iterator[Markdown]:
    """The question before this one and the one after it, of those that have a page."""
    answered: Sequence[Asked] = [one for one in response.asked if one.answers]
    at = answered.index(asked)
    if at > 0:
        before = askers.to_question(answered[at - 1], here)
        yield blocks.paragraph(["Before: ", before], {"class": "step"})
    if at + 1 < len(answered):
        after = askers.to_question(answered[at + 1], here)
        yield blocks.paragraph(["Next: ", after], {"class": "step"})
