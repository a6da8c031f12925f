"""Recommendations in a list, which paragraphs further down answer by their numbers.

Symptom: "Recommendation 3: Light the lamps." in a list, or "3. Light the lamps." under
"Recommendations"; further down "We accept recommendations 3 and 5; recommendation 4 is noted."
Found by: the numbers, each of which a paragraph names beside a state, two of them at least; the
list stands first. The answer is that paragraph and what follows it up to the next that names any;
the state is that of the clause in which the number stands.
Leaves alone: a paragraph that names recommendations and says of none what becomes of it; numbers
that the list does not have; recommendations that are answered where they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import numbered, paragraph_number
from consultations.english.replies import numbers_in
from consultations.model.edition import AnswerState, Edition, Passage

RULE = "named-replies"

_NAMED = re.compile(
    r"""
    \b (?: recommendations? | recs? \b\.? | proposals? | conclusions? )
    \s (?: (?:nos?|numbers?) \.? \s )?
    (?P<list> \d{1,3} \b (?! \.\d ) (?: (?: \s?,\s?(?:and\s)? | \s(?:and|to|&)\s | \s?[–-]\s? )
                                        \d{1,3} \b (?! \.\d | \s(?:of|per|years?|days?) ) )* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LISTS = re.compile(r"\brecommendations\b|\bproposals\b", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:should|must|ought|recommends?|(?:is|are)\sto|needs?\sto)\b|\AThat\b")
_CLAUSE = re.compile(r"[;:]\s|,?\s(?:but|while|whereas|and\s(?=we\b|that\b))\s*|\.\s")
_FEWEST = 2


def named_calls(edition: Edition, labelled: Sequence[CallForAnswer]) -> Iterator[CallForAnswer]:
    """The recommendations of a list that are answered by their numbers.

    Args:
        edition: in which they stand.
        labelled: the recommendations that bear a label there.
    """
    calls = [call for call in labelled if call.number]
    if len(calls) < _FEWEST:
        calls = list(_listed(edition.passages))
    listed = {call.number: call for call in calls}
    if len(listed) < _FEWEST:
        return
    after = max(call.last for call in listed.values())
    answered = _answers(edition.passages, dict(_replies(edition.passages, after)))
    found = [number for number in listed if number in answered]
    if len(found) < _FEWEST or len(found) * 2 < len(listed):
        return
    for number, call in listed.items():
        said = answered.get(number or "")
        yield replace(
            call,
            rule=RULE,
            state=said[0] if said else None,
            answer=tuple(said[1] if said else ()),
            end=call.last + 1,
        )


def _listed(passages: Sequence[Passage]) -> Iterator[CallForAnswer]:
    """The numbered passages under a heading that lists recommendations.

    They count from one, and half of them say what ought to be.
    """
    found: list[CallForAnswer] = []
    inside = False
    for index, passage in enumerate(passages):
        if passage.kind == "heading":
            if len(found) >= _FEWEST:
                break
            inside = _LISTS.search(passage.text) is not None
            found = []
        number = paragraph_number(passage) if inside and passage.kind != "heading" else None
        if number and number[1] == str(len(found) + 1):
            text = numbered(passage)[number.end() :]
            found.append(CallForAnswer(index, index, number[1], text, RULE, "recommendation"))
    if sum(_OUGHT.search(call.text) is not None for call in found) * 2 >= len(found):
        yield from found


def _answers(
    passages: Sequence[Passage], replies: Mapping[int, Mapping[str, AnswerState]]
) -> Mapping[str, tuple[AnswerState, Sequence[int]]]:
    """By the numbers of recommendations what becomes of each, first said, and all that says it."""
    found: dict[str, tuple[AnswerState, list[int]]] = {}
    for index, states in replies.items():
        end = _end(passages, index, replies)
        for number, state in states.items():
            found.setdefault(number, (state, []))[1].extend(range(index, end))
    return found


def _replies(
    passages: Sequence[Passage], after: int
) -> Iterator[tuple[int, Mapping[str, AnswerState]]]:
    """The passages below the list that say of numbered recommendations what becomes of them."""
    for index, passage in enumerate(passages[after + 1 :], after + 1):
        says = passage.kind in ("paragraph", "list_item", "heading", "blockquote")
        if says and (states := _states(passage.text)):
            yield index, states


def _states(text: str) -> Mapping[str, AnswerState]:
    """What each clause says of the recommendations that it names."""
    found: dict[str, AnswerState] = {}
    begin = 0
    for end in (*(match.end() for match in _CLAUSE.finditer(text)), len(text)):
        clause, begin = text[begin:end].strip(" ,;:."), end
        state = said_state(clause)
        if state:
            named = (number for m in _NAMED.finditer(clause) for number in numbers_in(m["list"]))
            for number in named:
                found.setdefault(str(number), state)
    return found


def _end(passages: Sequence[Passage], index: int, replies: Mapping[int, object]) -> int:
    """Where an answer ends: before the next one, or before what heads something else."""
    for n, passage in enumerate(passages[index + 1 :], index + 1):
        if n in replies or passage.kind in ("heading", "footnote", "reference"):
            return n
    return len(passages)
