"""Words for what calls for an answer, for the sort of answer it gets, and for who speaks."""

from consultations.model.edition import AnswerState, Gap, Question, QuestionKind

STATES: dict[AnswerState, str] = {
    "answered": "answered",
    "declined": "declined",
    "not-applicable": "not applicable",
    "empty": "no answer",
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
    "comment": ("comment", "comments"),
}
"""What one of each kind is called, and several."""


_LOST: dict[str, str] = {"lost answer": STATES["empty"]}
"""What rules call a gap, where pages have another word for the same."""


def lost(gap: Gap) -> str:
    """What a gap is called: where no answer stands, as the question's state says it."""
    return _LOST.get(gap.what, gap.what)


def who(question: Question) -> str:
    """Who asks and who answers, as minutes of evidence print them."""
    asked = f" · asked by {question.asked_by}" if question.asked_by else ""
    return f"{asked} · answered by {question.answered_by}" if question.answered_by else asked
