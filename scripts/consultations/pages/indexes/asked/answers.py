"""Questions with every answer to them, by what asks them.

A consultation asks, or a report recommends; a document whose record names neither stands for what
it prints itself, such as the minutes of an oral hearing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consultations.model.edition import Edition, Question, QuestionKind
from consultations.model.entity import Authority, Entity
from consultations.model.text import letters
from consultations.pages.facts import counted
from consultations.pages.question_words import KINDS


@dataclass(frozen=True)
class Answer:
    """What one document says to a question."""

    edition: Edition
    question: Question

    @property
    def words(self) -> int:
        """How many words it has, counted between blanks."""
        return sum(len(self.edition.by_id[p].text.split()) for p in self.question.answer)


@dataclass(frozen=True)
class Asked:
    """A question, with all answers in the order of their documents."""

    consultation: str
    """Its id; of a document that names none, the document's own."""
    id: str
    """As the authorities have it; of a question that they do not know, of its first passage."""
    number: str | None
    text: str
    kind: QuestionKind
    answers: tuple[Answer, ...]

    @property
    def known_as(self) -> str:
        """`<consultation id>/<question id>`, as the crosswalk names it."""
        return f"{self.consultation}/{self.id}"

    @property
    def label(self) -> str:
        """Its number and its words."""
        return f"{self.number}. {self.text}" if self.number else self.text


@dataclass(frozen=True)
class Response:
    """A consultation with those who answered it."""

    consultation: str
    """Its id; of a document that names none, the document's own."""
    respondents: tuple[Edition, ...]
    asked: tuple[Asked, ...]
    """As the authorities order the questions; those that they do not know at the end."""


def asked_in_all(response: Response) -> str:
    """How many questions there are, and how many of each other kind: `2 recommendations`."""
    kinds = Counter(asked.kind for asked in response.asked)
    return ", ".join(counted(kinds[kind], *KINDS[kind]) for kind in KINDS if kinds[kind])


def responses(editions: Iterable[Edition], authority: Authority) -> Sequence[Response]:
    """Every consultation or work that documents with questions respond to, by its id.

    A document with questions that responds to nothing known is a response to itself.
    """
    responding: dict[str, list[Edition]] = {}
    for edition in editions:
        target = edition.source.record.responds_to
        if edition.questions:
            responding.setdefault(target or own_id(edition, authority), []).append(edition)
    return [
        _response(target, respondents, authority.by_id.get(target))
        for target, respondents in sorted(responding.items())
    ]


def own_id(edition: Edition, authority: Authority) -> str:
    """The id under which a document's own questions stand; no entity has it."""
    id_ = edition.id
    while id_ in authority.by_id:
        id_ = f"{id_}-itself"
    return id_


def _response(target: str, respondents: Sequence[Edition], entity: Entity | None) -> Response:
    """One consultation with the answers of all respondents, put together question by question."""
    answers: dict[str, list[Answer]] = {}
    for edition in respondents:
        for question in edition.questions:
            answers.setdefault(_key(question, target), []).append(Answer(edition, question))
    known = [
        Asked(target, q.id, q.number, q.text, "question", tuple(answers.pop(q.id, ())))
        for q in (entity.questions if entity else ())
    ]
    return Response(target, tuple(respondents), (*known, *_unknown(target, answers)))


def _key(question: Question, target: str) -> str:
    """What answers to one question have in common: its id, or its number and its words."""
    consultation, _, id_ = (question.asked or "").partition("/")
    if consultation == target:
        return id_
    words = letters(question.text)
    return f" {question.kind} {question.number or ''} {words}"  # no id has a blank


def _unknown(target: str, answers: Mapping[str, Sequence[Answer]]) -> Iterator[Asked]:
    """Questions that only the documents know, in their order."""
    for given in answers.values():
        first = given[0].question
        yield Asked(target, first.heading, first.number, first.text, first.kind, tuple(given))
