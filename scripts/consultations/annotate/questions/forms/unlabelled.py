"""Questions of a dialogue without labels: before a dash, or in other type than their answers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.printed import printed
from consultations.english.stage_directions import examined_by
from consultations.model.edition import Edition, Passage, QuestionKind

FEWEST_PLAIN = 3
"""So many questions without labels make a dialogue."""
_DASH = re.compile(r"(?P<asked>[^?]{3,400}\?)\s?(?:—|–|-{2,4})\s?(?=[A-Z“‘(\"'])")
"""A question and the dash before its answer."""


def answered_at_once(edition: Edition, rule: str) -> Iterator[CallForAnswer]:
    """The passages that ask and, behind a dash, answer: `Your age?—Forty-four.`.

    Who asks may stand over them: "Cross-examined by Mr Reed."
    """
    asking = None
    for index, passage in enumerate(edition.passages):
        asking = examined_by(passage.text) or asking
        is_text = passage.kind in ("paragraph", "list_item") and passage.cell is None
        dash = _DASH.match(passage.text) if is_text else None
        if dash:
            asked, said = dash["asked"], passage.text[dash.end() :]
            yield CallForAnswer(
                index, index, None, asked, rule, "oral-question", asked_by=asking, at_once=said
            )


def asked_in_other_type(
    edition: Edition, rule: str, *, is_spoken: bool, may_head: bool
) -> Iterator[CallForAnswer]:
    """The headings of an interview that ask whoever answers, or paragraphs in other type that ask.

    Such paragraphs are somebody's questions wherever they alternate with plain ones.

    Args:
        edition: the document.
        rule: what finds them.
        is_spoken: whether it is an interview, in which they speak to whoever answers.
        may_head: whether headings may be such questions.
    """
    kind: QuestionKind = "oral-question" if is_spoken else "question"
    found = [
        CallForAnswer(index, index, question.number, question.text, rule, kind)
        for index, (passage, following) in enumerate(pairwise(edition.passages))
        if passage.level != 1 and (question := printed(passage)).stands_out
        if question.ends_asking and question.number is None
        if _may_answer(following)
    ]
    asking = [edition.passages[call.first] for call in found]
    if len(found) < FEWEST_PLAIN:
        return
    if _address(asking) if is_spoken else may_head or _are_in_type(asking):
        yield from found


def _address(asking: Sequence[Passage]) -> bool:
    """Whether half of some questions or more speak to whoever answers."""
    return sum(printed(passage).addresses for passage in asking) * 2 >= len(asking)


def _are_in_type(asking: Sequence[Passage]) -> bool:
    """Whether all of some questions are paragraphs in other type, or headings in italics."""
    return all(passage.kind == "paragraph" or "em" in passage.types for passage in asking)


def _may_answer(passage: Passage) -> bool:
    """Whether a passage is of plain type, as the answers are."""
    is_text = passage.kind in ("paragraph", "blockquote", "list_item")  # numbered, as letters are
    return is_text and not printed(passage).stands_out
