"""Calls with the answers that bear labels, in the same passage or below."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from consultations import patterns as re
from consultations.annotate.questions.acceptance import is_state_alone, said_state
from consultations.annotate.questions.call_openers import ASKED, Opener, label_of
from consultations.annotate.questions.record_fields import words_in_fields
from consultations.annotate.questions.replies import label_end, numbered, recommends
from consultations.annotate.questions.stretches import Stretches
from consultations.annotate.questions.told import (
    Told,
    answer_begins,
    field_head,
    state_told,
    told_in,
)
from consultations.english.call_labels import is_field
from consultations.english.credit_lines import names_speaker
from consultations.english.outcome_labels import says_received
from consultations.english.sentences import sentence_ends
from consultations.english.stage_directions import is_direction
from consultations.english.table_heads import kind_of_call
from consultations.model.edition import AnswerState, Passage

_FIELD = re.compile(r"\s(?=[A-Z]\w{2,20}(?:\s\w{1,20})?:\s)")
"""Where another field of the same passage begins: `Rejected Update: …`."""
_OVER_WORDS = re.compile(r"(?:Subject|Re|Rule)\b[: ].{1,200}", re.IGNORECASE)
"""What a record has between who asks and what is asked: `Subject: Lamps`."""
_OPINION = re.compile(
    r"\b(?:consultees|many|most|others|people|residents|respondents|several|some)\b[^.?!]{0,40}?"
    r"\b(?:agreed|argued|believed|disagreed|felt|objected|suggested|thought|wanted|worried)\b",
    re.IGNORECASE,
)
"""What tells of a view that somebody has given: `Many felt that the tolls were high.`"""
_FEWEST_AGAIN = 3
_LONGEST_LABEL = 300
"""Code points in which the label of an answer ends."""


@dataclass(frozen=True)
class AnsweredCall:
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
    is_owned: bool = False
    """Whether the label says whose the answer is, or what it answers."""

    @property
    def is_shown(self) -> bool:
        """Whether anything but a bare label shows that it calls and is answered.

        A risk and a kind of fire have a response too.
        """
        called = self.opener.sort == "label" or calls_for(self.text) or _OPINION.search(self.text)
        is_told = self.is_owned or self.at_once is not None or self.state is not None
        return bool(called) or is_told


def answered_calls(
    passages: Sequence[Passage],
    sisters: Sequence[Opener],
    stretches: Stretches,
    replying: AbstractSet[str] = frozenset(),
) -> Iterator[AnsweredCall]:
    """Openers of one form with their answers, and the words of each.

    Args:
        passages: of the edition.
        sisters: the openers.
        stretches: in which each and its answer stand.
        replying: labels of answers, beside those that every document has.
    """
    again = _heads_again(passages, sisters) | replying
    pairs = [
        pair
        for opener, following in zip(sisters, [*sisters[1:], None], strict=False)
        if (pair := _pair(passages, opener, following, stretches, again))
    ]
    spans = [range(one.opener.index + 1, one.label if one.is_bare else 0) for one in pairs]
    fields = words_in_fields(passages, spans)
    yield from (
        replace(one, text=text or one.text) for one, text in zip(pairs, fields, strict=True)
    )


def without_replies(sisters: Sequence[Opener]) -> tuple[Sequence[Opener], frozenset[str]]:
    """The openers without those that reply to the others, in a label much like theirs, and that.

    `Comment 4: ` and, below each of them, `Officer comment: `.
    """
    over: defaultdict[str, set[str]] = defaultdict(set)
    for above, below in pairwise(sisters):
        over[below.head].add(above.head)
    often = Counter(opener.head for opener in sisters)
    counted = {opener.head for opener in sisters if opener.number is not None}
    for head in sorted(over.keys() - counted - {sisters[0].head}):
        # One label stands over each of them.
        if len(over[head]) == 1 and " " in head and often[head] * 3 >= len(sisters):
            return [opener for opener in sisters if opener.head != head], frozenset((head,))
    return sisters, frozenset()


def _heads_again(passages: Sequence[Passage], sisters: Sequence[Opener]) -> frozenset[str]:
    """The labels, in whatever words, of which one stands under almost each of some questions.

    And nowhere else: `The harbour office: `. What is no question has fields of other sorts.
    """
    asking = sum(numbered(passages[opener.index]).endswith("?") for opener in sisters)
    if asking * 2 < len(sisters):
        return frozenset()
    heads = [field_head(passage.text) for passage in passages]
    places = [*(opener.index for opener in sisters), len(passages)]
    under = Counter(head for a, b in pairwise(places) for head in {*heads[a + 1 : b]} if head)
    all_ = Counter(heads)
    enough = max(_FEWEST_AGAIN, len(sisters) * 3 / 4)
    return frozenset(head for head, n in under.items() if n >= enough and all_[head] == n)


def behind_head(passages: Sequence[Passage], opener: Opener, until: int) -> int:
    """Where the words of a call begin, behind what says who asks and of what."""
    begin = opener.index + 1
    if opener.form == ASKED:
        begin += sum(1 for _ in takewhile(_is_of_head, passages[begin:until]))
    return begin


def _pair(
    passages: Sequence[Passage],
    opener: Opener,
    following: Opener | None,
    stretches: Stretches,
    again: Container[str],
) -> AnsweredCall | None:
    """The answer to an opener, in its passage or under it before the next one of its form."""
    whole = numbered(passages[opener.index])
    until = following.index if following else len(passages)
    return _in_passage(whole, opener) or _below(passages, whole, opener, until, stretches, again)


def _in_passage(whole: str, opener: Opener) -> AnsweredCall | None:
    for end, after in sentence_ends(whole, opener.begin):
        says = answer_begins(whole[after : after + _LONGEST_LABEL], opener.kind)
        if opener.number and says and says[0]:
            answer = whole[after + says[0] :]
            state = state_told(_FIELD.split(answer)[0], is_status=says[1])
            words = whole[opener.begin : end]
            return AnsweredCall(opener, opener.index, words, answer, state, says[1])
    return None


def _below(
    passages: Sequence[Passage],
    whole: str,
    opener: Opener,
    until: int,
    stretches: Stretches,
    again: Container[str],
) -> AnsweredCall | None:
    for index, told in _told_below(passages, opener, until, again):
        begin = behind_head(passages, opener, index)
        # Under a label that stands alone come its words, were they set as a heading.
        alone = opener.begin >= len(whole) and index > begin
        end = stretches.end(opener.index, begin - 1 + alone)
        opener = _by_name_below(passages, opener, begin)
        between = (
            p.text[at:] if (at := label_end(p, says_received)) else numbered(p)
            for p in passages[begin:index]
            if not is_field(p.text) and p.text != opener.number
        )
        text = " ".join(filter(None, (whole[opener.begin :], *between)))
        if end <= index or not text:
            return None
        # Under a point of a plan stands what is planned for it: "Aim 2: Safer piers".
        may_be_other = told.is_plan or (opener.kind is None and not _answers(told, opener))
        if may_be_other and not _calls_for_this(told, text):
            continue
        state = told.state
        if not told.words:
            below = passages[min(index + 1, end - 1)].text
            state = state_told(below, is_status=told.is_status)
        return AnsweredCall(
            opener,
            index,
            text,
            None,
            state,
            told.is_status,
            told.who,
            is_bare=alone,
            is_owned=told.is_owned,
        )
    return None


def _told_below(
    passages: Sequence[Passage], opener: Opener, until: int, again: Container[str]
) -> Iterator[tuple[int, Told]]:
    """The places under an opener where an answer may begin, with what is told there.

    What says above a label how a recommendation stands begins it: `Accepted / Owner: Ann Moss`.
    """
    stated: int | None = None
    for index in range(opener.index + 1, until):
        text = passages[index].text
        is_cell = passages[index].cell is not None  # "Response" over a column answers nothing above
        told = None if is_cell else told_in(text, opener.kind, again)
        if told is None:
            is_made = opener.kind in ("recommendation", "proposal")
            stated = index if stated is None and is_made and is_state_alone(text) else stated
        elif stated is None:
            yield index, told
        else:
            said = passages[stated].text
            yield (
                stated,
                told._replace(
                    words=said,
                    state=said_state(said),
                    is_status=True,
                    is_act=False,
                    is_plan=False,
                    is_owned=True,
                ),
            )
            stated = None


def _by_name_below(passages: Sequence[Passage], opener: Opener, begin: int) -> Opener:
    """The opener, asked by whom a line of its head names: `Ann Moss (ABC)`."""
    names = (names_speaker(passage.text) for passage in passages[opener.index + 1 : begin])
    return opener if opener.asked_by else replace(opener, asked_by=next(filter(None, names), None))


def _answers(told: Told, opener: Opener) -> bool:
    """Whether a label can be of nothing but an answer, whatever stands above it.

    Minutes say who acts under any of their items, and a plan what the response to a fire is.
    """
    return not told.is_act and (opener.sort != "type" or told.is_owned)


def _calls_for_this(told: Told, text: str) -> bool:
    """Whether a text calls for what a label tells.

    Minutes say who acts under what was asked and, right behind that, reported.
    """
    is_reported = told.is_act and "?" in text and not text.endswith("?")
    return calls_for(text) and not is_reported


def _is_of_head(passage: Passage) -> bool:
    """Whether a passage goes on with the head of a question in a record: `(4 May 2020)`."""
    head = label_of(passage.text)
    is_label = head is not None and head.is_whole and kind_of_call(head.head) == "question"
    says = is_direction(passage.text) or _OVER_WORDS.match(passage.text) is not None
    return is_label or says or names_speaker(passage.text) is not None


def calls_for(text: str) -> bool:
    """Whether a numbered passage asks or recommends: minutes say who acts under any of theirs."""
    return "?" in text or recommends(text)
