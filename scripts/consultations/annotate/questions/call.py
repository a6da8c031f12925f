"""What calls for an answer, as it stands among the passages of an edition."""

from dataclasses import dataclass

from consultations.model.edition import AnswerState, QuestionKind
from consultations.model.entity import ConsultationQuestion


@dataclass(frozen=True)
class CallForAnswer:
    """A question, recommendation or proposal: of which passages it is made, and what it is."""

    first: int
    """Index of its first passage."""
    last: int
    """Index of the last passage of its words."""
    number: str | None
    """As printed, without the word before it."""
    text: str
    rule: str
    """Name of the rule that found it."""
    kind: QuestionKind = "question"
    known: ConsultationQuestion | None = None
    """Of a consultation: the question of the authorities that it is."""
    state: AnswerState | None = None
    """What its own last words say of the answer."""
    asked_by: str | None = None
    answered_by: str | None = None
    answer: tuple[int, ...] | None = None
    """Indexes of the passages that answer it, where its form tells; None where they are looked for
    among those that follow."""
    end: int = 0
    """Index of the first passage after call and answer, where `answer` is known."""
    over: int | None = None
    """Index of the passage above that says who asks, which is no part of the answer before it."""
    at_once: str | None = None
    """With what its last passage goes on, which answers it."""
