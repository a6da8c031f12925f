"""Words for what calls for an answer, for the sort of answer it gets, and for who speaks."""

from consultations.model.edition import AnswerState, Question, QuestionKind

STATES: dict[AnswerState, str] = {
    "answered": "answered",
    "declined": "declined",
    "not-applicable": "not applicable",
    "empty": "empty",
    "refers-elsewhere": "refers elsewhere",
    "accepted": "accepted",
    "accepted-in-part": "accepted in part",
    "accepted-in-principle": "accepted in principle",
    "not-accepted": "not accepted",
    "noted": "noted",
}

KINDS: dict[QuestionKind, tuple[str, str]] = {
    "question": ("question", "questions"),
    "recommendation": ("recommendation", "recommendations"),
    "oral-question": ("question to a witness", "questions to witnesses"),
    "proposal": ("proposal", "proposals"),
}
"""What one of each kind is called, and several."""


def who(question: Question) -> str:
    """Who asks and who answers, as minutes of evidence print them."""
    asked = f" · asked by {question.asked_by}" if question.asked_by else ""
    return f"{asked} · answered by {question.answered_by}" if question.answered_by else asked
