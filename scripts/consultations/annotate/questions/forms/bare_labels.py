"""Questions of which a document prints the number alone: "Questions 4–6"."""

from collections.abc import Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.printed import PrintedQuestion, label_alone, printed
from consultations.model.edition import Passage

_FEWEST_LABELLED = 2


def labels_alone(passages: Sequence[Passage]) -> dict[int, str]:
    """The headings that say which questions are answered, and no more: "Questions 4–6".

    Two of them at least, which count up; the question itself stands under none.
    """
    found = {
        index: number
        for index, (passage, following) in enumerate(pairwise(passages))
        if passage.kind == "heading"
        and (number := label_alone(passage.text))
        and not printed(following).asks
    }
    counts = [int(match[0]) for n in found.values() if (match := re.search(r"\d+", n))]
    grows = all(a <= b for a, b in pairwise(counts))
    return found if grows and len(found) >= _FEWEST_LABELLED else {}


def is_part(number: str, question: PrintedQuestion) -> bool:
    """Whether a passage is labelled as a part of a number: `Question 5A)` under `Question 5`."""
    letter = (question.number or "").removeprefix(number).strip("().")
    is_longer = len(question.number or "") > len(number)
    return is_longer and question.is_labelled and len(letter) == 1 and letter.isalpha()


def level_over_parts(heading: Passage) -> int:
    """The level of a heading that is a question's number and no question; 0 of any other."""
    return (heading.level or 1) if label_alone(heading.text) else 0
