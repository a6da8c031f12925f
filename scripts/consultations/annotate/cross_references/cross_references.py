"""The references of an edition to other places of its own, each form in its turn."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from consultations.annotate.cross_references import (
    labelled_places,
    named_sections,
    neighbours,
    next_sections,
    other_answers,
    said_elsewhere,
    titled_sections,
)
from consultations.annotate.cross_references.labelled_places import Labels
from consultations.annotate.cross_references.named_sections import NamedSections
from consultations.annotate.cross_references.other_answers import Answers
from consultations.annotate.cross_references.sending import Sending
from consultations.annotate.taken import Taken
from consultations.model.annotation import CrossReference
from consultations.model.edition import Edition, Passage

_Found = tuple[int, int, Passage]
_Way = tuple[str, re.Pattern[str], Callable[[Sending], Iterator[_Found]]]
_Form = tuple[Sequence[str], _Way]
"""Words of which a passage has one where a way may be found in it; none, where it has to be tried.
Where its pattern knows no case, none has an i, k or s: the engine takes other letters for these.
"""


def with_cross_references(edition: Edition) -> Edition:
    """The edition with its references to other places of its own, once its questions are known."""
    forms, sections = list(_forms(edition)), NamedSections(edition)
    found = [
        reference
        for index, passage in enumerate(edition.passages)
        if passage.kind not in ("heading", "reference")
        for reference in _references(
            edition, index, [*_said(forms, passage), *_names(sections, passage)]
        )
    ]
    return replace(edition, cross_references=edition.cross_references + tuple(found))


def _said(forms: Iterable[_Form], passage: Passage) -> Iterator[_Way]:
    """The forms that a passage may have, by its words."""
    text = passage.text.lower()
    for words, way in forms:
        if not words or any(word in text for word in words):
            yield way


def _forms(edition: Edition) -> Iterator[_Form]:
    """The forms, in the order in which they have their say: of two that overlap, the first."""
    answers, labels = Answers(edition), Labels(edition)
    yield other_answers.WORDS, (other_answers.RULE, other_answers.PATTERN, _whole(answers.target))
    yield neighbours.WORDS, (neighbours.RULE, neighbours.PATTERN, _whole(neighbours.target))
    beside = _whole(next_sections.target)
    yield next_sections.WORDS, (next_sections.RULE, next_sections.PATTERN, beside)
    yield (), (labelled_places.RULE, labelled_places.PATTERN, labels.targets)
    titles = titled_sections.Titles(edition)
    yield titled_sections.WORDS, (titled_sections.RULE, titled_sections.PATTERN, titles.targets)
    elsewhere = _whole(said_elsewhere.target)
    yield said_elsewhere.WORDS, (said_elsewhere.RULE, said_elsewhere.PATTERN, elsewhere)


def _names(sections: NamedSections, passage: Passage) -> Iterator[_Way]:
    """The names of sections that a passage may say, which have their say after the forms."""
    for pattern, section in sections.ways(passage.text):
        yield named_sections.RULE, pattern, _always(section)


def _whole(target: Callable[[Sending], Passage | None]) -> Callable[[Sending], Iterator[_Found]]:
    """A form of which all the words lead to one place."""

    def found(sending: Sending) -> Iterator[_Found]:
        place = target(sending)
        if place:
            yield *sending.match.span(), place

    return found


def _always(section: Passage) -> Callable[[Sending], Iterator[_Found]]:
    """A form that knows one place only."""
    return lambda sending: iter([(*sending.match.span(), section)])


def _references(edition: Edition, index: int, ways: list[_Way]) -> Iterator[CrossReference]:
    """The references of one passage, none within another."""
    passage = edition.passages[index]
    taken = Taken()
    for rule, pattern, targets in ways:
        for match in pattern.finditer(passage.text):
            for start, end, place in targets(Sending(edition, index, match)):
                if place is not passage and not taken.meets(start, end):
                    taken.add(start, end)
                    text = passage.text[start:end]
                    yield CrossReference(passage.id, start, end, text, f"#{place.id}", rule=rule)
