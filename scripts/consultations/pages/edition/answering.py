"""What the page of an edition says of its questions: which passages answer, and where others do."""

from consultations.model.edition import Edition, Passage, Question
from consultations.model.entity import Authority
from consultations.pages.links import Here, question_path
from consultations.pages.question_words import KINDS, STATES, lost
from consultations.pages.writing.content import Content, element


class Answering:
    """The questions of an edition, as its page shows them.

    Args:
        edition: the edition.
        authority: the consultations, with their questions.
    """

    def __init__(self, edition: Edition, authority: Authority) -> None:
        self._edition = edition
        self._authority = authority
        # Passages below which a gap says that no answer stands there.
        self._lost = {gap.after for gap in edition.gaps if lost(gap) == STATES["empty"]}
        self._asked = {question.heading: question for question in edition.questions}
        self._answers: dict[str, str] = {}
        # A passage that answers two questions, such as 5 and 6 together, is drawn once: as part of
        # the answer to the first.
        for question in edition.questions:
            for passage in question.answer:
                self._answers.setdefault(passage, question.heading)

    def question_of(self, passage: Passage) -> str | None:
        """Id of the passage that asks what this one answers; None where it answers nothing."""
        return self._answers.get(passage.id)

    def unanswered(self, passage: Passage) -> Content:
        """What is said of a passage that asks and has no answer printed; nothing of any other."""
        question = self._asked.get(passage.id)
        is_empty = question is not None and question.state == "empty" and not question.answer
        return self.told_of(passage) if is_empty else []

    def told_of(self, passage: Passage) -> Content:
        """What stands under a passage that asks: how it is answered, and where others answer it."""
        question = self._asked.get(passage.id)
        if question is None:
            return []
        is_said = question.state == "answered" or passage.id in self._lost
        state = [] if is_said else [STATES[question.state].capitalize()]
        path = self._page_of(question)
        if path is None:
            return state
        href = Here(f"texts/{self._edition.id}/index.md").to(path)
        link = element("a", f"All answers to this {KINDS[question.kind][0]}", href=href)
        return [*state, *([" · "] if state else []), link]

    def _page_of(self, question: Question) -> str | None:
        """The page on which every answer to a question stands, where the authorities list it."""
        consultation, _, id_ = (question.asked or "").partition("/")
        entity = self._authority.by_id.get(consultation)
        known = {q.id for q in entity.questions} if entity else set()
        responds = consultation == self._edition.source.record.responds_to
        return question_path(consultation, id_) if responds and id_ in known else None
