"""The questions that the authorities list for a consultation, and which of them a text asks."""

from collections import Counter
from collections.abc import Sequence

from consultations import patterns as re
from consultations.model.entity import ConsultationQuestion

_WORD = re.compile(r"[^\W_]+")
_LIKE = 0.85
"""Share of their words that a question and its wording in the authorities have in common."""

Listed = Sequence[tuple[ConsultationQuestion, Counter[str]]]
"""The questions of a consultation, each with its words."""


def with_words(questions: Sequence[ConsultationQuestion]) -> Listed:
    """The questions, each with its words, as `known_as` compares them."""
    return [(question, _bag(question.text)) for question in questions]


def known_as(text: str, listed: Listed) -> ConsultationQuestion | None:
    """The question of the list whose words are these, give or take a few."""
    here = _bag(text)
    best: tuple[float, ConsultationQuestion | None] = (_LIKE, None)
    length = here.total()
    for question, words in listed:
        both = length + words.total()
        # However many words they share, texts of very different lengths are not alike.
        if 2 * min(length, both - length) > best[0] * both:
            shared = sum(min(here[word], words[word]) for word in here.keys() & words.keys())
            alike = 2 * shared / both
            if alike > best[0]:
                best = alike, question
    return best[1]


def _bag(text: str) -> Counter[str]:
    return Counter(word[0].casefold() for word in _WORD.finditer(text))
