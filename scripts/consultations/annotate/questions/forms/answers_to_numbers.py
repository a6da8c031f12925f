"""Answers that say which call they answer, where that is printed in another document.

Symptom: "Response to Recommendation 6.41" over a text, then "Response to Recommendation 6.42" over
another, and the recommendations in a report of somebody else's.
Found by: the labels, which are passages of their own, name one sort of call, and number each; two
of them at least. What stands under each answers it.
Leaves alone: labels of answers to calls that the document prints as well; a label with nothing
under it.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import opener_of
from consultations.english.call_labels import is_answer_label
from consultations.english.table_heads import kind_of_call
from consultations.model.edition import Edition, Passage

RULE = "answers-to-numbers"

_NUMBER = r"(?:[A-Z]-?)?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?"
_NAMES = re.compile(
    rf"""
    .{{1,80}}? \b(?:to|on) \s (?:the\s)?
    (?P<sort> [A-Za-z]+ ) \s                                            # to recommendations
    (?P<number> {_NUMBER} (?: \s?(?:,|,?\sand|&|to|[-–])\s? {_NUMBER} ){{0,9}} )   # 6.42 to 6.44
    \s?[.:]?
    """,
    re.VERBOSE,
)
_FEWEST = 2
_MAY_LABEL = ("heading", "paragraph")


def calls_elsewhere(edition: Edition) -> Iterator[CallForAnswer]:
    """What the answers of a document name by numbers and no passage of it holds."""
    passages = edition.passages
    found = [call for index in range(len(passages)) if (call := _call(passages, index))]
    printed = set(_printed(passages))
    calls = [call for call in found if printed.isdisjoint(_counted(call))]
    if _FEWEST <= len(calls) == len(found) and len({call.kind for call in calls}) == 1:
        yield from calls


def _call(passages: Sequence[Passage], index: int) -> CallForAnswer | None:
    """The call that a label names under which something stands."""
    passage, under = passages[index], passages[index + 1 : index + 2]
    if passage.kind not in _MAY_LABEL or passage.cell or not is_answer_label(passage.text):
        return None
    named = _NAMES.fullmatch(passage.text)
    kind = kind_of_call(named["sort"]) if named else None
    if named is None or kind is None or not under:
        return None
    if under[0].kind == "heading" or is_answer_label(under[0].text):
        return None
    return CallForAnswer(index, index, named["number"], passage.text, RULE, kind)


def _counted(call: CallForAnswer) -> Iterator[tuple[str, str]]:
    """The sort of a call with each number that its label has."""
    return ((call.kind, number) for number in re.findall(_NUMBER, call.number or ""))


def _printed(passages: Sequence[Passage]) -> Iterator[tuple[str | None, str | None]]:
    """The sort and the number of each call with which a passage begins, if it is no answer."""
    for index, passage in enumerate(passages):
        opener = None if is_answer_label(passage.text) else opener_of(index, passage)
        if opener:
            yield opener.kind, opener.number
