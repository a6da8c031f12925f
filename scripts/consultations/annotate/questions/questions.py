"""The questions of an edition: everything in it that calls for an answer, with the answer.

A document that responds to a consultation has the consultation's questions. Recommendations, oral
questions, proposals and questions that call themselves so are found by their own form, whatever the
record says.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.annotate.questions.answers import answer_in, label_within
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.forms.answered_tables import table_calls
from consultations.annotate.questions.forms.answers_apart import apart_calls
from consultations.annotate.questions.forms.answers_to_numbers import calls_elsewhere
from consultations.annotate.questions.forms.bare_labels import level_over_parts
from consultations.annotate.questions.forms.consultation_questions import consultation_calls
from consultations.annotate.questions.forms.dialogues import dialogue_calls, printed_calls
from consultations.annotate.questions.forms.labelled_answers import (
    labelled_calls_and_answers,
    typed_calls_and_answers,
)
from consultations.annotate.questions.forms.numbered_conclusions import conclusion_calls
from consultations.annotate.questions.forms.numbered_requests import requested_calls
from consultations.annotate.questions.forms.oral_evidence import oral_calls
from consultations.annotate.questions.forms.outcomes import RULE as OUTCOMES
from consultations.annotate.questions.forms.outcomes import proposed_calls, received_calls
from consultations.annotate.questions.forms.recommendations import labelled_calls
from consultations.annotate.questions.last_words import ends_before_last_words
from consultations.annotate.questions.repeated import unrepeated
from consultations.annotate.questions.states import state_of
from consultations.annotate.questions.stretches import Stretches
from consultations.annotate.questions.together import with_shared_answers
from consultations.annotate.questions.unanswered import is_examination
from consultations.english.printed_questions import is_put_to_minister
from consultations.model.edition import AnswerState, Edition, Passage, Question
from consultations.model.entity import Authority
from consultations.model.sections import sectioned
from consultations.model.source import Record

_FEWEST_LABELLED = 2
_USUAL_LEVEL, _DEEPEST = 2, 6
"""Of headings: a question's where no other is one, and one that can have none below it."""
_ASIDE = re.compile(r"\A(?:\s?[(\[][^()\[\]]{1,60}[)\]])?[\s.:—–-]*")
"""What parts a name from what is said: ` [holding answer 4 May]: `"""


def with_questions(edition: Edition, authority: Authority) -> Edition:
    """The edition with its questions, each passage knowing which it answers."""
    with_calls = _with_calls(edition, authority)
    return edition if is_examination(with_calls) else with_calls


def _with_calls(edition: Edition, authority: Authority) -> Edition:
    found = _apart(edition, authority)
    starts = {call.first if call.over is None else call.over for call in found}
    calls = list(unrepeated(edition.passages, found))
    edition = _unquoted(edition, calls)
    edition = replace(edition, passages=sectioned(_with_headings(edition.passages, calls)))
    passages = list(edition.passages)
    stretches = Stretches(passages, starts)
    ends = [
        stretches.end(call.first, call.last) if call.answer is None else call.end for call in calls
    ]
    ends = ends_before_last_words(edition, calls, ends)
    behind_label = _are_behind_labels(passages, calls, ends)
    record = edition.source.record
    questions = []
    for call, end in zip(calls, ends, strict=True):
        if call.answer is None:
            after = passages[call.last + 1 : end]
            at_once = [passages[call.last], *after]
            spoken = call.kind == "oral-question"
            begin = answer_in(after, asked=call.text, spoken=spoken, behind_label=behind_label)
            answer = after[begin:] if call.at_once is None else at_once
        else:
            answer = [passages[index] for index in call.answer]
        question = Question(
            number=call.number,
            text=call.text,
            heading=passages[call.first].id,
            answer=tuple(passage.id for passage in answer),
            state=_state(call, [_with_letter(passage) for passage in answer], record),
            asked=f"{record.responds_to}/{call.known.id}" if call.known else None,
            kind=call.kind,
            rule=call.rule,
            asked_by=call.asked_by,
            answered_by=call.answered_by,
        )
        first = call.last + (call.at_once is None)
        for index in (*range(first, end), *(call.answer or ())):
            passages[index] = replace(passages[index], question=question.key)
        questions.append(question)
    shared = with_shared_answers(edition, calls, questions)
    return replace(edition, questions=tuple(shared), passages=tuple(passages))


def _with_headings(
    passages: Sequence[Passage], calls: Sequence[CallForAnswer]
) -> Iterator[Passage]:
    """The passages, of which a question that was printed as a paragraph is a heading as well.

    Under `Question 5` alone, over its parts, every other heading belongs to a part's answer.
    """
    asked = [call for call in calls if call.kind == "question"]
    level = _usual_level([passages[call.first] for call in asked])
    heads = dict.fromkeys((call.first for call in asked), True)
    heads |= dict.fromkeys((call.last for call in asked if call.at_once is not None), False)
    over_parts = 0  # the level of a number over parts
    for index, passage in enumerate(passages):
        if index in heads:
            yield _set_as(passage, level if heads[index] else None)
        elif passage.kind == "heading":
            is_within = 0 < over_parts < (passage.level or 1) <= level < _DEEPEST
            over_parts = over_parts if is_within else level_over_parts(passage)
            yield replace(passage, level=level + 1) if is_within else passage
        else:
            yield passage


def _usual_level(passages: Sequence[Passage]) -> int:
    """The level of most headings among some passages."""
    levels = Counter(passage.level or 1 for passage in passages if passage.kind == "heading")
    return levels.most_common(1)[0][0] if levels else _USUAL_LEVEL


def _set_as(passage: Passage, level: int | None) -> Passage:
    """A passage as a heading; without a level, as none, for what goes on with an answer heads none.

    A cell of a table stays one: what heads it is its column.
    """
    is_plain = passage.kind in ("paragraph", "blockquote") and passage.cell is None
    if level is None and (is_plain or passage.level):
        return replace(passage, kind="paragraph", level=None)
    return replace(passage, kind="heading", level=level) if level and is_plain else passage


def _are_behind_labels(
    passages: Sequence[Passage], calls: Sequence[CallForAnswer], ends: Sequence[int]
) -> bool:
    """Whether most answers begin with a label below what others said: `Government response`."""
    asked = [
        passages[call.last + 1 : end]
        for call, end in zip(calls, ends, strict=True)
        if call.answer is None and call.at_once is None
    ]
    found = sum(label_within(after) is not None for after in asked)
    return found >= _FEWEST_LABELLED and found * 2 >= len(asked)


def _unquoted(edition: Edition, calls: Sequence[CallForAnswer]) -> Edition:
    """The edition without quotations in the questions that a letter quotes: nobody says them."""
    asked = {p.id for p in (edition.passages[c.first] for c in calls) if p.kind == "blockquote"}
    kept = (q for q in edition.quotations if q.passage not in asked or q.rule != "block-quotations")
    return replace(edition, quotations=tuple(kept)) if asked else edition


def _with_letter(passage: Passage) -> str:
    """The words of a passage with the letter that a list's marker bears: `(b) Not accepted.`."""
    marker = passage.marker or ""
    return f"({marker}) {passage.text}" if marker.isalpha() else passage.text


def _state(call: CallForAnswer, texts: Sequence[str], record: Record) -> AnswerState:
    # "Response of the board to the committee"
    names = (record.organisation, call.answered_by, record.title.partition(" to ")[0])
    answerer = " ".join(filter(None, names))
    if call.at_once is not None:
        # A witness who says "None" has answered.
        if call.kind == "oral-question":
            return "answered"
        return call.state or state_of([call.at_once, *texts[1:]], call.kind, call.text, answerer)
    if call.answered_by and texts:
        said = texts[0].removeprefix(call.answered_by)
        texts = [_ASIDE.sub("", said) if said != texts[0] else said, *texts[1:]]
    return call.state or state_of(texts, call.kind, call.text, answerer)


def _apart(edition: Edition, authority: Authority) -> list[CallForAnswer]:
    """What calls for an answer, in order; a passage belongs to the first form that finds it.

    So do those that answer, where their form tells.
    """
    found: list[CallForAnswer] = []
    taken: set[int] = set()
    asked: dict[int, int] = {}  # index of the first passage, place among those found
    for call in _calls(edition, authority):
        places = set(range(call.first, call.last + 1))
        if not places & taken:
            taken |= places.union(call.answer or ())
            asked[call.first] = len(found)
            found.append(call)
        elif call.rule == OUTCOMES and call.first in asked:
            # "What we asked", right under a question of the consultation's, asks it again.
            again = asked[call.first]
            found[again] = replace(found[again], last=call.last)
            taken |= places
    # "What people said" may stand in the answer to a question, and calls for nothing there; nor
    # does what stands above a "Response: agreed" of one part of a recommendation.
    stretches = Stretches(edition.passages, {call.first for call in found})
    ends = (stretches.end(c.first, c.last) if c.answer is None else c.end for c in found)
    answered = {i for c, end in zip(found, ends, strict=True) for i in range(c.first, end)}
    for call in _calls_elsewhere(edition):
        if answered.isdisjoint(range(call.first, call.last + 1)):
            answered.update(range(call.first, call.last + 1))
            found.append(call)
    return sorted(found, key=lambda call: call.first)


def _calls_elsewhere(edition: Edition) -> Iterator[CallForAnswer]:
    yield from received_calls(edition)
    yield from typed_calls_and_answers(edition)


def _calls(edition: Edition, authority: Authority) -> Iterator[CallForAnswer]:
    # The heads of a table's columns say what its cells are.
    yield from table_calls(edition)
    # "Q7 Chair: …?" has the number of a question and the form of minutes, which tells more.
    spoken = list(oral_calls(edition))
    # What members ask on, below "1. Ann Moss to the Minister: Why?", has no numbers.
    if all(is_put_to_minister(call.text) for call in spoken):
        spoken += dialogue_calls(edition)
    yield from spoken
    yield from printed_calls(edition)
    # "Answer 1" outranks that nothing stands under question 1.
    apart = list(apart_calls(edition))
    yield from apart
    yield from consultation_calls(edition, authority)
    # "Our proposal" is a label of both; what was decided of it tells more.
    yield from proposed_calls(edition)
    labelled = list(labelled_calls(edition))
    yield from labelled
    if not apart:
        yield from calls_elsewhere(edition)
    # Beside recommendations that are answered, one such point is enough.
    yield from labelled_calls_and_answers(edition, fewest=1 if labelled else 2)
    if len(labelled) < _FEWEST_LABELLED:
        yield from conclusion_calls(edition)
    if not spoken:  # in a letter nobody speaks
        yield from requested_calls(edition)
