"""The index of what is asked, a page for each asker, and a page for each question."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from consultations.english.dates import day
from consultations.model.entity import Entity
from consultations.model.memo import NO_MEMO, Memo
from consultations.pages.facts import front_matter
from consultations.pages.indexes.asked.answers import Answer, Asked, Response
from consultations.pages.indexes.asked.askers import Askers
from consultations.pages.indexes.asked.matrix import matrix, summary
from consultations.pages.indexes.asked.question_page import answer_in_full, question_page
from consultations.pages.indexes.paging import Group, PagedIndex
from consultations.pages.indexes.register import Register
from consultations.pages.links import COMPARE, Here, asker_path, entity_path, joined, question_path
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Element, element
from consultations.pages.writing.markdown import Markdown

_INTRODUCTION = (
    "What consultations asked, and who answered. The page of a consultation has all its questions, "
    "each with what became of it; the page of a question has every answer in full."
)
_BEYOND = (
    "Recommendations with the replies to them, questions put to witnesses and proposals with what "
    "was decided stand here as well."
)
_MATRIX = (
    "Each word of the table leads to the answer as it stands in its document, each question to all "
    "answers to it."
)
MOST_DRAWN = 12
"""Askers whose answers are drawn in the index too, and not only on their own pages."""


class Questions:
    """The pages of questions and of those who ask them.

    Args:
        register: all editions, read through.
        askers: the questions.
        memo: what was drawn of single documents before.
    """

    def __init__(self, register: Register, askers: Askers, memo: Memo = NO_MEMO) -> None:
        self._askers = askers
        self._memo = memo
        self._others = [c for c in register.present("consultation") if c.id not in askers.responses]

    def pages(self) -> Iterator[tuple[str, str]]:
        """All pages, each with its path under docs/; none where there are no consultations.

        Those of consultations that the authorities know are made with the other entities' pages.
        """
        responses = list(self._askers.responses.values())
        if responses or self._others:
            yield from PagedIndex(
                folder="questions",
                title="Questions",
                description="Questions of consultations, and who answered them",
                introduction=self._introduction,
                groups=[self._group(r, drawn=len(responses) <= MOST_DRAWN) for r in responses],
            ).pages()
        drawn = self._drawn()
        for response in responses:
            if response.consultation not in self._askers.authority.by_id:
                here = Here(asker_path(response.consultation))
                yield here.path, self._own_page(response, here)
            for asked in response.asked:
                if asked.answers:
                    here = self._place(asked)
                    page = question_page(self._askers, response, asked, here, drawn)
                    yield here.path, page

    def _drawn(self) -> Callable[[Answer, Here], Sequence[Markdown]]:
        """Gives each answer in full; those of a document that has not changed are not drawn again.

        To draw them all would take longer than the rest of these pages.
        """
        answers: defaultdict[str, list[tuple[Answer, Here]]] = defaultdict(list)
        for asked in chain.from_iterable(r.asked for r in self._askers.responses.values()):
            for answer in asked.answers:
                answers[answer.edition.id].append((answer, self._place(asked)))

        def draw(given: Sequence[tuple[Answer, Here]]) -> list[list[Markdown]]:
            return [answer_in_full(answer, here) for answer, here in given]

        found: dict[tuple[str, str, str], Sequence[Markdown]] = {}
        for given in answers.values():
            keys = [(a.edition.id, a.question.heading, here.path) for a, here in given]
            edition = given[0][0].edition
            made = self._memo("answers", edition, keys, partial(draw, given))
            found.update(zip(keys, made, strict=True))
        return lambda answer, here: found[answer.edition.id, answer.question.heading, here.path]

    def _place(self, asked: Asked) -> Here:
        return Here(question_path(asked.consultation, asked.id))

    def of(self, entity: Entity, here: Here) -> Iterator[Markdown]:
        """What an entity asks, with who answers; nothing where no document answers it."""
        response = self._askers.responses.get(entity.id)
        if response is not None:
            yield blocks.paragraph([summary(response)], {"class": "fact"})
            yield from self._compared(response, here)
            yield from self._table(response, here)

    def _introduction(self, here: Here) -> Iterator[Markdown]:
        """What the index is, where themes are, and which consultations nobody answers here."""
        yield blocks.paragraph([_INTRODUCTION], {})
        if {asked.kind for asked in self._askers.asked.values()} - {"question"}:
            yield blocks.paragraph([_BEYOND], {})
        if self._askers.authority.themes:
            link = element("a", "Themes", href=here.to("themes/index.md"))
            yield blocks.paragraph([link, " that consultations share, as an editor sees it."], {})
        if self._others:
            links = (
                element("a", other.name, href=here.to(entity_path(other.kind, other.id)))
                for other in self._others
            )
            yield blocks.paragraph(["Named, but not answered here: ", *joined(links)], {})

    def _group(self, response: Response, *, drawn: bool) -> Group:
        """One asker: how much it asked, who answered, and the answers as a drawing."""

        def draw(here: Here) -> Iterator[Markdown]:
            yield blocks.paragraph([summary(response)], {})
            yield blocks.paragraph(["Answered by ", *joined(self._respondents(response, here))], {})
            if drawn:
                yield blocks.drawing(response.consultation)
            href = here.to(asker_path(response.consultation))
            yield blocks.paragraph([element("a", "All its questions", href=href)], {})

        title = self._askers.name(response.consultation)
        return Group(response.consultation, title, 1, draw)

    def _respondents(self, response: Response, here: Here) -> Iterator[Element]:
        for edition in response.respondents:
            name = self._askers.respondent(edition)
            yield element("a", name, href=here.to_passage(edition.id))

    def _compared(self, response: Response, here: Here) -> Iterator[Markdown]:
        """The way to two responses beside each other."""
        if len(response.respondents) > 1:
            first, second = (edition.id for edition in response.respondents[:2])
            href = here.to_state(COMPARE, {"a": first, "b": second})
            link = element("a", "Compare two responses", href=href)
            yield blocks.paragraph([link], {"class": "fact"})

    def _table(self, response: Response, here: Here) -> Iterator[Markdown]:
        yield blocks.heading(2, ["What was asked, and who answered"], {"id": "index:asked"})
        yield blocks.drawing(response.consultation)
        yield blocks.paragraph([_MATRIX], {"class": "of"})
        yield matrix(self._askers, response, here)

    def _own_page(self, response: Response, here: Here) -> str:
        """The page of a document that asks and answers itself."""
        edition = response.respondents[0]
        title = self._askers.name(response.consultation)
        link = element("a", title, href=here.to_passage(edition.id))
        index = element("a", "Questions", href=here.to("questions/index.md"))
        head: Sequence[Markdown] = [
            blocks.paragraph([index], {"class": "kind"}),
            blocks.heading(1, [title], {"id": "index:title"}),
            blocks.paragraph(
                ["The document: ", link, f", {day(edition.source.record.date)}"], {"class": "fact"}
            ),
            blocks.paragraph([summary(response)], {"class": "fact"}),
        ]
        description = f"What {title} asks or recommends, and who answered"
        # The document's own page has its title, and a page needs one by which a tab is told apart.
        matter = front_matter(f"{title}: what was asked", description, kind="index")
        return blocks.page(matter, [*head, *self._table(response, here)])
