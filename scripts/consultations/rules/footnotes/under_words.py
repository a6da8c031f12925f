"""Labels of notes that stand under their words, at the feet of pages.

So a converter puts a raised number that stood a little lower than its line. A page's own number
looks the same: what counts on as the pages do is none, and one alone shows nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations.english.sentences import ends_sentence
from consultations.rules.footnotes.bodies import hanging_labels
from consultations.rules.footnotes.leads import lead_of, number_of
from consultations.rules.footnotes.paragraphs import Paragraph


class _Foot(NamedTuple):
    """The last paragraph of a page, which ends in a number on a line of its own."""

    place: int
    """Which of the text's paragraphs it is, from 0."""
    page: int
    """Which of the pages with words, from 0."""
    label: int


def labelled_under(text: str, printed: Sequence[Paragraph]) -> set[int]:
    """Where the paragraphs start that are notes with their labels under them.

    The labels of two must count on, other labels between them included, but not as pages do.

    Args:
        text: with its lines as they are.
        printed: its paragraphs.
    """
    found: set[int] = set()
    for one, other in pairwise(_feet(text, printed)):
        missing = set(range(one.label + 1, other.label))
        if one.label >= other.label or other.label - one.label == other.page - one.page:
            continue
        if missing <= _labels(text, printed[one.place + 1 : other.place]):
            found |= {printed[one.place].start, printed[other.place].start}
    return found


def _feet(text: str, printed: Sequence[Paragraph]) -> Iterator[_Foot]:
    page = 0
    for place, paragraph in enumerate(printed):
        page += paragraph.page
        ends_page = place + 1 == len(printed) or printed[place + 1].page
        if paragraph.kind != "text" or not ends_page:
            continue
        labels = hanging_labels(text, paragraph)
        number = number_of(labels[0].label) if len(labels) == 1 else None
        words = text[paragraph.start : labels[0].start].strip() if labels else ""
        if number and not number[1] and words[:1].isupper() and ends_sentence(words):
            yield _Foot(place, page, number[0])


def _labels(text: str, printed: Sequence[Paragraph]) -> set[int]:
    """The numbers that lines of some paragraphs begin with, as notes do."""
    leads = (lead_of(text, line) for paragraph in printed for line in paragraph.lines)
    numbers = (number_of(lead.label) for lead in leads if lead)
    return {number for number, letter in filter(None, numbers) if not letter}
