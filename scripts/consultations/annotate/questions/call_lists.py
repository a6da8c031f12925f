"""Lists of calls: questions or recommendations right under one another, each with its number."""

from collections.abc import Collection, Mapping, Sequence

from consultations.annotate.questions.printed import printed
from consultations.annotate.questions.replies import numbered, paragraph_number, recommends
from consultations.english.call_labels import call_label
from consultations.model.edition import Passage

MAY_STAND = ("heading", "paragraph", "list_item", "blockquote")
"""Kinds of passages that a call or the label of an answer may be."""


def list_above(
    passages: Sequence[Passage], until: int, answered: Collection[str], *, any_: bool = False
) -> Mapping[str, int]:
    """The places of the calls of the last list above a passage, by their numbers.

    None of them unless it has all numbers that are answered below, and no more than twice as many.
    What stands between two calls may be the answer to the first: there the list begins.

    Args:
        passages: of the edition.
        until: index of the passage above which the list stands.
        answered: numbers of the answers below.
        any_: whether whatever is counted may be such a list, if just its numbers are answered: "1.
            The number of boats" asks nothing.
    """
    found: dict[str, int] = {}
    for index in range(until - 1, -1, -1):
        number = _number_of_call(passages[index], any_=any_)
        if number is not None:
            found[number] = index
        elif found:
            break
    most = len(answered) * (1 if any_ else 2)
    is_whole = found.keys() >= {*answered} and len(found) <= most
    return dict(reversed(found.items())) if is_whole else {}


def asks(passage: Passage) -> bool:
    """Whether a passage ends in a question mark or asks for something."""
    question = printed(passage)
    return question.ends_asking or question.requests


def words_of_call(passage: Passage) -> str:
    """What a passage of a list asks or recommends, without its number."""
    if label := call_label(passage.text):
        return passage.text[label.end :]
    question = printed(passage)
    number = None if question.number else paragraph_number(passage)
    return numbered(passage)[number.end() :] if number else question.text


def _number_of_call(passage: Passage, *, any_: bool) -> str | None:
    """The number of a passage that asks or recommends, or of any."""
    if passage.kind not in MAY_STAND or passage.cell is not None:
        return None
    if label := call_label(passage.text):
        return label.number
    if not (any_ or asks(passage) or recommends(passage.text)):
        return None
    number = paragraph_number(passage)
    return number[1] if number else printed(passage).number
