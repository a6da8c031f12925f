"""Calls of any kind whose answers bear a label, as reports, letters and trackers print them.

Symptom: "Comment: The guild asked for lamps." and, below it, "Response: There will be lamps.";
"Issue 4", a text, "Our response", a text; "1. How many? A: Eleven."; "2. Light the piers. Status:
Done."; "Reader 1, Comment 2:"; "Ann Moss asked the Mayor the following question", a text; "Written
question E-11/20 by Ann Moss to the Board", a subject, a text, "Answer given by Mr Reed".
Found by: the label of an answer, behind the words of a call or in a passage under them; above it,
what opens a call: a label with or without a number, who asks, or a number alone. Labels are in any
words that could head a column of a table whose cells call for answers or give them. Of openers of
one form there are two at least that are answered so, and half of them are; where a head says who
asks, one is enough, and those without an answer ask too. What stands between is what calls, but for
fields such as "Priority: high". What it is, its own label says; under a bare number it is a
question where most of its sisters ask, else a recommendation where they recommend or get a state.
Leaves alone: a label that nothing answers; one call of a form; "Comments", which heads a section; a
heading in which such a word stands among others.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import ASKED, Opener, label_of, opener_of
from consultations.annotate.questions.record_fields import words_in_fields
from consultations.annotate.questions.replies import is_cited, numbered, recommends
from consultations.annotate.questions.stretches import Stretches
from consultations.annotate.questions.told import answer_begins, state_told, told_in
from consultations.english.call_labels import is_field
from consultations.english.sentences import sentence_ends
from consultations.english.stage_directions import is_direction
from consultations.english.table_heads import kind_of_call
from consultations.model.edition import AnswerState, Edition, Passage, QuestionKind

RULE = "labelled-answers"

_FIELD = re.compile(r"\s(?=[A-Z]\w{2,20}(?:\s\w{1,20})?:\s)")
"""Where another field of the same passage begins: `Rejected Update: …`."""
_OVER_WORDS = re.compile(r"(?:Subject|Re|Rule)\b[: ].{1,200}", re.IGNORECASE)
"""What a record has between who asks and what is asked: `Subject: Lamps`."""
_FEWEST = 2
_LONGEST_LABEL = 300
"""Code points in which the label of an answer ends."""
_MAY_OPEN = ("heading", "paragraph", "list_item", "blockquote")


@dataclass(frozen=True)
class _Pair:
    """An opener with the label of its answer."""

    opener: Opener
    label: int
    """Index of the passage in which the label stands."""
    text: str
    at_once: str | None
    """The words behind a label in the opener's own passage."""
    state: AnswerState | None
    """What the words behind the label say of how it stands."""
    is_status: bool
    """Whether the label says that they do."""
    answered_by: str | None = None
    is_bare: bool = False
    """Whether it opens with no words of its own."""


def labelled_calls_and_answers(edition: Edition) -> Iterator[CallForAnswer]:
    """The calls whose answers bear labels, one form after the other."""
    passages = edition.passages
    found = [
        opener
        for index, passage in enumerate(passages)
        if passage.kind in _MAY_OPEN
        and passage.cell is None
        and (opener := opener_of(index, passage))
    ]
    for _, group in groupby(sorted(found, key=lambda one: one.form), lambda one: one.form):
        yield from _of_one_form(passages, list(group))


def _of_one_form(passages: Sequence[Passage], sisters: Sequence[Opener]) -> Iterator[CallForAnswer]:
    """The calls that openers of one form begin, if enough of them have an answer under a label."""
    stretches = Stretches(passages, {opener.index for opener in sisters})
    pairs = list(_pairs(passages, sisters, stretches))
    are_asked = sisters[0].form == ASKED
    # Of questions whose heads say who asks one is enough; the others have no answer.
    fewest, share = (1, 3) if are_asked else (_FEWEST, 2)
    if len(pairs) >= fewest and len(pairs) * share >= len(sisters):
        kind = _kind(pairs)
        yield from (_call(passages, pair, pair.opener.kind or kind) for pair in pairs)
        if are_asked:
            answered = {pair.opener for pair in pairs}
            yield from _unanswered(passages, [*sisters, None], answered, stretches)


def _pairs(
    passages: Sequence[Passage], sisters: Sequence[Opener], stretches: Stretches
) -> Iterator[_Pair]:
    """Openers of one form with their answers, and the words of each."""
    pairs = [
        pair
        for opener, following in pairwise([*sisters, None])
        if opener and (pair := _pair(passages, opener, following, stretches))
    ]
    spans = [range(one.opener.index + 1, one.label if one.is_bare else 0) for one in pairs]
    fields = words_in_fields(passages, spans)
    yield from (
        replace(one, text=text or one.text) for one, text in zip(pairs, fields, strict=True)
    )


def _unanswered(
    passages: Sequence[Passage],
    sisters: Sequence[Opener | None],
    answered: Container[Opener],
    stretches: Stretches,
) -> Iterator[CallForAnswer]:
    """The questions of a record without the label of an answer, up to the next one."""
    for opener, following in pairwise(sisters):
        if opener is None or opener in answered:
            continue
        begin = _behind_head(passages, opener, following.index if following else len(passages))
        end = stretches.end(opener.index, begin)
        text = " ".join(map(numbered, passages[begin:end]))
        who = opener.asked_by
        if text:
            yield CallForAnswer(
                opener.index, end - 1, opener.number, text, RULE, "oral-question", asked_by=who
            )


def _behind_head(passages: Sequence[Passage], opener: Opener, until: int) -> int:
    """Where the words of a call begin, behind what says who asks and of what."""
    begin = opener.index + 1
    if opener.form == ASKED:
        begin += sum(1 for _ in takewhile(_is_of_head, passages[begin:until]))
    return begin


def _pair(
    passages: Sequence[Passage], opener: Opener, following: Opener | None, stretches: Stretches
) -> _Pair | None:
    """The answer to an opener, in its passage or under it before the next one of its form."""
    whole = numbered(passages[opener.index])
    until = following.index if following else len(passages)
    return _in_passage(whole, opener) or _below(passages, whole, opener, until, stretches)


def _in_passage(whole: str, opener: Opener) -> _Pair | None:
    for end, after in sentence_ends(whole, opener.begin):
        says = answer_begins(whole[after : after + _LONGEST_LABEL], opener.kind)
        if opener.number and says and says[0]:
            answer = whole[after + says[0] :]
            state = state_told(_FIELD.split(answer)[0], is_status=says[1])
            words = whole[opener.begin : end]
            return _Pair(opener, opener.index, words, answer, state, says[1])
    return None


def _below(
    passages: Sequence[Passage], whole: str, opener: Opener, until: int, stretches: Stretches
) -> _Pair | None:
    for index in range(opener.index + 1, until):
        told = told_in(passages[index].text, opener.kind)
        if told is None or (opener.kind is None and told.is_action and not _calls(whole)):
            continue
        begin = _behind_head(passages, opener, index)
        # Under a label that stands alone come its words, were they set as a heading.
        alone = opener.begin >= len(whole) and index > begin
        end = stretches.end(opener.index, begin - 1 + alone)
        between = (numbered(p) for p in passages[begin:index] if not is_field(p.text))
        text = " ".join(filter(None, (whole[opener.begin :], *between)))
        if end <= index or not text:
            return None
        state = told.state
        if not told.words:
            below = passages[min(index + 1, end - 1)].text
            state = state_told(below, is_status=told.is_status)
        return _Pair(opener, index, text, None, state, told.is_status, told.who, is_bare=alone)
    return None


def _is_of_head(passage: Passage) -> bool:
    """Whether a passage goes on with the head of a question in a record: `(4 May 2020)`."""
    head = label_of(passage.text)
    is_label = head is not None and head.is_whole and kind_of_call(head.head) == "question"
    return is_label or is_direction(passage.text) or _OVER_WORDS.match(passage.text) is not None


def _calls(text: str) -> bool:
    """Whether a numbered passage asks or recommends: minutes say who acts under any of theirs."""
    return "?" in text or recommends(text)


def _kind(pairs: Sequence[_Pair]) -> QuestionKind:
    """What calls under bare numbers are."""
    half = len(pairs) / 2
    if sum("?" in pair.text for pair in pairs) >= half:
        return "question"
    made = sum(recommends(pair.text) or is_cited(pair.text) for pair in pairs)
    stated = sum(pair.state is not None for pair in pairs)
    return "recommendation" if max(made, stated) >= half else "question"


def _call(passages: Sequence[Passage], pair: _Pair, kind: QuestionKind) -> CallForAnswer:
    opener = pair.opener
    last = pair.label if pair.at_once is not None else pair.label - 1
    while last > opener.index and is_field(passages[last].text):
        last -= 1
    if pair.opener.kind is None and pair.text.rstrip().endswith("?"):
        kind = "question"
    is_told = pair.is_status or (pair.at_once is not None and kind == "recommendation")
    return CallForAnswer(
        opener.index,
        last,
        opener.number,
        pair.text,
        RULE,
        kind,
        state=pair.state if is_told else None,
        asked_by=opener.asked_by,
        answered_by=(opener.form == ASKED and pair.answered_by) or opener.answered_by,
        at_once=pair.at_once,
    )
